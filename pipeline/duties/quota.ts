import { type Day, dayOf, type Instant, parseDay, startOf } from '../calendar/local-time.ts'
import { periodOf, type Span } from '../calendar/periods.ts'
import type { Kind, Regulation } from '../regulation/regulation.ts'
import type { Person, Roster } from '../roster/roster.ts'
import { EVERY_UNIT } from './duty-words.ts'
import type { Duty } from './upcoming.ts'

/** A publication with the person who wrote it. */
export type Written = {
  readonly path: string
  readonly at: Instant
  readonly kind: Kind
  /** A person of the roster; undefined for a byline that it does not know, which counts for nobody. */
  readonly person: string | undefined
}

export type QuotaStanding =
  | { readonly state: 'met' }
  | { readonly state: 'short'; readonly owed: number }
  /** The period still runs. */
  | { readonly state: 'open'; readonly owed: number }
  /** Not a member for the whole of the period: what a part of it asks for, no regulation says. */
  | { readonly state: 'exempt' }

export type QuotaLine = {
  readonly person: Person
  /** What counts, by path. */
  readonly items: readonly string[]
  readonly standing: QuotaStanding
}

/** A quota in one of its periods, person by person. */
export type Quota =
  | {
      readonly state: 'counted'
      readonly duty: Duty
      readonly span: Span
      readonly amount: number
      readonly lines: readonly QuotaLine[]
    }
  /** The regulation speaks of a quota and names no number or no period. */
  | { readonly state: 'no-number'; readonly duty: Duty }
  /** The roster names no person behind the member who has the quota. */
  | { readonly state: 'nobody'; readonly duty: Duty; readonly amount: number }

export type QuotaFacts = {
  readonly regulation: Regulation
  readonly roster: Roster
  readonly publications: readonly Written[]
  readonly span: Pick<Span, 'first' | 'last'>
  readonly asOf: Instant
}

/** Every quota of the regulation in each of its periods that begins in a span and has begun by an instant. */
export const quotasOf = (facts: QuotaFacts): Quota[] =>
  facts.regulation.law.duties.filter(({ type }) => type === 'quota').flatMap((duty) => quotaIn(duty, facts))

function quotaIn(duty: Duty, facts: QuotaFacts): Quota[] {
  const { every, amount } = duty
  if (every === null || amount === undefined) return [{ state: 'no-number', duty }]
  const people = peopleOf(duty, facts.roster)
  if (people.length === 0) return [{ state: 'nobody', duty, amount }]
  const begun = Math.max(facts.span.first, facts.regulation.effectiveFrom ?? facts.span.first)
  const found: Quota[] = []
  for (
    let span = periodOf(startOf(begun), every);
    span.first <= facts.span.last && startOf(span.first) <= facts.asOf;
    span = periodOf(span.end, every)
  )
    found.push({
      state: 'counted',
      duty,
      span,
      amount,
      lines: people.map((person) => lineOf(person, { duty, span, amount }, facts)),
    })
  return found
}

/** Members have a quota; collaborators write as they like, and what all have signed together is nobody's. */
const peopleOf = ({ by = [] }: Duty, { written }: Roster): Person[] =>
  (written.people ?? []).filter(
    ({ member, collaborator, collective }) =>
      !collaborator && !collective && (by.includes(EVERY_UNIT) || by.includes(member)),
  )

type Asked = { readonly duty: Duty; readonly span: Span; readonly amount: number }

function lineOf(
  person: Person,
  { duty, span, amount }: Asked,
  { publications, asOf }: QuotaFacts,
): QuotaLine {
  const items = publications
    .filter((each) => each.person === person.id && each.at <= asOf && within(dayOf(each.at), span))
    .filter(({ kind }) => duty.counts?.includes(kind) ?? true)
    .map(({ path }) => path)
  return { person, items, standing: standingOf(person, items.length, { span, amount, asOf }) }
}

const within = (day: Day, { first, last }: Span): boolean => first <= day && day <= last

function standingOf(
  { from, to }: Person,
  count: number,
  { span, amount, asOf }: { readonly span: Span; readonly amount: number; readonly asOf: Instant },
): QuotaStanding {
  const [begun, left] = [from, to].map((text) => (text === undefined ? undefined : parseDay(text)))
  if ((begun ?? span.first) > span.first || (left ?? span.last) < span.last) return { state: 'exempt' }
  const owed = Math.max(0, amount - count)
  if (owed === 0) return { state: 'met' }
  return { state: asOf < span.end - 1 ? 'open' : 'short', owed }
}
