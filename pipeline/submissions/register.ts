import { type Instant, parseDay, parseInstant, startOf } from '../calendar/local-time.ts'
import { citeAll, type Regulation, refsOf } from '../regulation/regulation.ts'

/** What came in and became an article, as front matter tells it. */
export type Received = {
  readonly path: string
  readonly title: string
  readonly received: Instant
  readonly channel: string | undefined
  readonly unit: string | undefined
  readonly issue: number | undefined
  readonly published: Instant | undefined
}

/** The front matter of an article that was sent in. */
export type SentFront = {
  readonly title: string
  readonly submittedBy?: string | undefined
  readonly intake?:
    | { readonly received: string; readonly channel?: string; readonly issue?: number }
    | undefined
}

/** An article as a row of the register; undefined for one that nobody has sent in. */
export function receivedIn(
  path: string,
  { title, submittedBy, intake }: SentFront,
  published: Instant | undefined,
): Received | undefined {
  if (!intake) return undefined
  const day = parseDay(intake.received)
  const received = day === undefined ? parseInstant(intake.received) : startOf(day)
  if (received === undefined) return undefined
  return { path, title, received, channel: intake.channel, unit: submittedBy, issue: intake.issue, published }
}

/** In the order in which they came. */
export const inOrder = (rows: readonly Received[]): Received[] =>
  rows.toSorted((one, other) => one.received - other.received || (one.path < other.path ? -1 : 1))

/** A channel by the regulation's own name for it. */
export const channelLabel = ({ law }: Regulation, id: string | undefined): string | undefined =>
  id === undefined ? undefined : (law.intake?.channels?.find((each) => each.id === id)?.label ?? id)

/** What the regulation says of what is sent in; where it says nothing of channels and days, its assumption. */
export function intakeLaw(regulation: Regulation): string {
  const { intake, shortName } = regulation.law
  if (!intake) return `${shortName} không có khoản nào về tiếp nhận tin, bài.`
  const cited = citeAll(regulation, refsOf(intake.basis))
  return [cited?.replace(/\.$/, ''), intake.assumption && `Giả định: ${intake.assumption}`]
    .filter(Boolean)
    .join('. ')
}
