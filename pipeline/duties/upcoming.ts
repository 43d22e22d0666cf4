import type { Instant } from '../calendar/local-time.ts'
import { periodOf, type Span } from '../calendar/periods.ts'
import type { Regulation } from '../regulation/regulation.ts'

export type Duty = Regulation['law']['duties'][number]

/** A duty with the period that runs now; none where the regulation names no period. */
export type DutyState = { readonly duty: Duty; readonly span: Span | undefined }

/**
 * Every periodic duty with its running period, the one that ends first at the top. A period that ends is a reminder and no
 * breach: no regulation of the five names a day of submission.
 */
export function upcomingDuties(regulation: Regulation, now: Instant): DutyState[] {
  return regulation.law.duties
    .map((duty) => ({ duty, span: duty.every === null ? undefined : periodOf(now, duty.every) }))
    .sort(
      (a, b) =>
        (a.span?.end ?? Number.POSITIVE_INFINITY) - (b.span?.end ?? Number.POSITIVE_INFINITY) ||
        (a.duty.id < b.duty.id ? -1 : 1),
    )
}

/** What was supplied in a period, and how much is still owed. */
export type Tally = { readonly span: Span; readonly count: number; readonly short: number }

/** Counts publications in the period that holds an instant, by Vietnam's days, against an amount. */
export function tally(
  publications: readonly Instant[],
  at: Instant,
  { every, amount = 1 }: Pick<Duty, 'every' | 'amount'>,
): Tally | undefined {
  if (every === null) return undefined
  const span = periodOf(at, every)
  const count = publications.filter((instant) => periodOf(instant, every).first === span.first).length
  return { span, count, short: Math.max(0, amount - count) }
}
