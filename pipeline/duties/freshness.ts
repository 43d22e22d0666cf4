import { type Calendar, CalendarGap, dayKind } from '../calendar/calendar.ts'
import { type Day, dayOf, type Instant, startOf } from '../calendar/local-time.ts'
import { periodOf, type Span } from '../calendar/periods.ts'
import type { Regulation } from '../regulation/regulation.ts'
import type { Roster } from '../roster/roster.ts'
import { EVERY_UNIT } from './duty-words.ts'
import type { Duty } from './upcoming.ts'

/** Something that was published, and when it was changed later. */
export type Supply = {
  readonly path: string
  readonly at: Instant
  readonly changes: readonly Instant[]
  readonly section: string | undefined
  /** The unit that answers for it. */
  readonly unit: string | undefined
}

/** What is to be kept fresh. */
export type FreshnessSubject =
  | { readonly scope: 'portal' }
  | { readonly scope: 'unit'; readonly id: string }
  | { readonly scope: 'section'; readonly id: string }

export type Freshness =
  | { readonly state: 'kept' }
  /** Whole periods of the duty's own length, over by then, in which nothing was published. */
  | {
      readonly state: 'silent'
      readonly periods: readonly Span[]
      /** The period that runs, where it has nothing yet either. */
      readonly running: Span | undefined
    }
  /** The period that runs has nothing yet; none before it is missing. */
  | { readonly state: 'open'; readonly period: Span }
  /** The regulation says “regularly” and no number: the age is told, and no verdict. */
  | { readonly state: 'no-number' }

/** One freshness duty for one subject in a span. */
export type FreshnessLine = {
  readonly duty: Duty
  readonly subject: FreshnessSubject
  /** The last publication or change of all time. */
  readonly last: Instant | undefined
  /** What was published in the span. */
  readonly items: readonly string[]
  readonly freshness: Freshness
}

export type FreshnessFacts = {
  readonly regulation: Regulation
  readonly roster: Roster
  readonly calendar: Calendar
  /** Published and still there. */
  readonly supplies: readonly Supply[]
  readonly span: Pick<Span, 'first' | 'last'>
  /** What came later is not known. */
  readonly asOf: Instant
}

/** Every freshness duty for each of its subjects, in the order of the regulation. */
export const freshnessOf = (facts: FreshnessFacts): FreshnessLine[] =>
  facts.regulation.law.duties
    .filter(({ type }) => type === 'freshness')
    .flatMap((duty) => subjectsOf(duty, facts.roster).map((subject) => lineOf(duty, subject, facts)))

function subjectsOf({ scope, by = [], sections = [] }: Duty, { members }: Roster): FreshnessSubject[] {
  if (scope === 'section') return sections.map((id) => ({ scope: 'section', id }))
  if (scope !== 'unit') return [{ scope: 'portal' }]
  const units = by.includes(EVERY_UNIT)
    ? [...members.values()].filter(({ type, writes }) => type === 'unit' && writes).map(({ id }) => id)
    : by
  return units.map((id) => ({ scope: 'unit', id }))
}

function lineOf(duty: Duty, subject: FreshnessSubject, facts: FreshnessFacts): FreshnessLine {
  const { span, asOf } = facts
  const own = facts.supplies.filter((each) => each.at <= asOf && belongsTo(each, subject))
  const touched = own.flatMap(({ at, changes }) => [at, ...changes.filter((change) => change <= asOf)])
  return {
    duty,
    subject,
    last: touched.reduce<Instant | undefined>(
      (last, at) => (last === undefined || at > last ? at : last),
      undefined,
    ),
    items: own.filter(({ at }) => isIn(dayOf(at), span)).map(({ path }) => path),
    freshness: freshnessFor(duty, own, facts),
  }
}

const belongsTo = ({ section, unit }: Supply, subject: FreshnessSubject): boolean =>
  subject.scope === 'portal' || subject.id === (subject.scope === 'unit' ? unit : section)

const isIn = (day: Day, { first, last }: Pick<Span, 'first' | 'last'>): boolean => first <= day && day <= last

function freshnessFor(duty: Duty, own: readonly Supply[], facts: FreshnessFacts): Freshness {
  if (duty.every === null) return { state: 'no-number' }
  const days = new Set(own.map(({ at }) => dayOf(at)))
  const empty = periodsOf(duty, facts).filter(
    ({ first, last }) => ![...daysOf(first, last)].some((day) => days.has(day)),
  )
  const over = empty.filter(({ end }) => end <= facts.asOf)
  const running = empty.find(({ end }) => end > facts.asOf)
  if (over.length > 0) return { state: 'silent', periods: over, running }
  return running ? { state: 'open', period: running } : { state: 'kept' }
}

/** The periods of a duty's own length that end in the span, and the one that runs; none that was over before the regulation took effect. */
function periodsOf(duty: Duty, { span, asOf, regulation, calendar }: FreshnessFacts): Span[] {
  const { every } = duty
  if (every === null) return []
  const begun = Math.max(span.first, regulation.effectiveFrom ?? span.first)
  const found: Span[] = []
  for (
    let period = periodOf(startOf(begun), every);
    period.first <= span.last && startOf(period.first) <= asOf;
    period = periodOf(period.end, every)
  ) {
    const counts = period.last <= span.last || asOf < period.end
    if (counts && isAsked(duty, period, calendar)) found.push(period)
  }
  return found
}

/** A duty of working days asks nothing of a day off, nor of one whose year has no holiday file: that is never guessed. */
function isAsked({ days }: Duty, { first }: Span, calendar: Calendar): boolean {
  if (days !== 'workingDays') return true
  try {
    return dayKind(calendar, first).working
  } catch (error) {
    if (error instanceof CalendarGap) return false
    throw error
  }
}

function* daysOf(first: Day, last: Day): Generator<Day> {
  for (let day = first; day <= last; day += 1) yield day
}
