import { type Calendar, CalendarGap } from '../calendar/calendar.ts'
import { type Day, type Instant, startOf } from '../calendar/local-time.ts'
import { parsePeriod, periodOf, type Span } from '../calendar/periods.ts'
import { workingDayBy } from '../calendar/working-time.ts'
import type { NghiaVu } from '../contract/types.ts'
import type { Regulation } from '../regulation/regulation.ts'
import type { Duty } from './upcoming.ts'

/** A line that says that a duty was done for a period. */
export type Mark = NghiaVu['done'][number]

/**
 * The day on which an official is reminded: the last working day of the period, an assumption, because no regulation names a day.
 * `unknown`: a year without a holiday file has no working days; never answered by guessing.
 */
export type ReminderDay =
  | { readonly state: 'known'; readonly day: Day; readonly provisional: boolean }
  | { readonly state: 'unknown'; readonly problem: string; readonly fix: string }

/** Where a duty stands in a period. */
export type DutyProgress =
  | { readonly state: 'done'; readonly mark: Mark }
  | { readonly state: 'running' }
  /** The period is over and nobody has said that it was done: a question, no breach. */
  | { readonly state: 'unmarked' }
  | { readonly state: 'coming' }
  /** Quota and freshness are counted from what was published; nobody marks them. */
  | { readonly state: 'counted' }

/** A duty in one of its periods. */
export type Occurrence = {
  readonly duty: Duty
  readonly span: Span
  readonly reminder: ReminderDay
  readonly progress: DutyProgress
}

export type DutyCalendar = {
  /** By the end of the period, then by the order of the regulation. */
  readonly occurrences: readonly Occurrence[]
  /** Duties of every day: no date would tell anything. */
  readonly daily: readonly Duty[]
  /** Duties whose period the regulation does not name, with the marks of the days asked for. */
  readonly unbound: readonly { readonly duty: Duty; readonly marks: readonly Mark[] }[]
}

/** What a calendar of duties is computed from. */
export type DutyFacts = {
  readonly regulation: Regulation
  readonly calendar: Calendar
  readonly marks: readonly Mark[]
  readonly now: Instant
  /** Periods that end from one of these days to the other, both counted. */
  readonly from: Day
  readonly to: Day
  /** Whether the portal is at work on a day: one that was archived owes no more. */
  readonly activeOn: (day: Day) => boolean
}

/** Quota and freshness follow from publications; everything else somebody does on paper, and marks. */
export const isMarked = ({ type }: Pick<Duty, 'type'>): boolean => type !== 'quota' && type !== 'freshness'

/** Every duty with each of its periods that ends in the days asked for. Periods that were over before the regulation took effect are left out. */
export function dutyCalendar(facts: DutyFacts): DutyCalendar {
  const { duties } = facts.regulation.law
  const occurrences = duties
    .flatMap((duty, order) => occurrencesOf(duty, facts).map((each) => ({ each, order })))
    .sort((a, b) => a.each.span.end - b.each.span.end || a.order - b.order)
  return {
    occurrences: occurrences.map(({ each }) => each),
    daily: duties.filter(({ every }) => every === 'P1D'),
    unbound: duties
      .filter(({ every }) => every === null)
      .map((duty) => ({ duty, marks: marksWithin(duty, facts) })),
  }
}

function occurrencesOf(duty: Duty, facts: DutyFacts): Occurrence[] {
  const { every } = duty
  if (every === null || every === 'P1D') return []
  const begun = facts.regulation.effectiveFrom ?? Number.NEGATIVE_INFINITY
  const found: Occurrence[] = []
  for (
    let span = periodOf(startOf(facts.from), every);
    span.last <= facts.to;
    span = periodOf(span.end, every)
  ) {
    if (span.last < begun || !facts.activeOn(span.last)) continue
    found.push({
      duty,
      span,
      reminder: reminderDay(facts.calendar, span),
      progress: progressOf(duty, span, facts),
    })
  }
  return found
}

/** The last working day of a period, or why there is none to tell. */
export function reminderDay(calendar: Calendar, { last }: Pick<Span, 'last'>): ReminderDay {
  try {
    const { value, provisional } = workingDayBy(calendar, last)
    return { state: 'known', day: value, provisional }
  } catch (error) {
    if (!(error instanceof CalendarGap)) throw error
    return { state: 'unknown', problem: error.message, fix: error.fix }
  }
}

function progressOf(duty: Duty, span: Span, { marks, now }: DutyFacts): DutyProgress {
  if (!isMarked(duty)) return { state: 'counted' }
  const mark = marks.find((each) => each.duty === duty.id && each.period === span.code)
  if (mark) return { state: 'done', mark }
  if (now >= span.end) return { state: 'unmarked' }
  return { state: now >= startOf(span.first) ? 'running' : 'coming' }
}

const marksWithin = (duty: Duty, { marks, from, to }: DutyFacts): Mark[] =>
  marks.filter(({ duty: id, period }) => {
    const span = id === duty.id ? parsePeriod(period)?.span : undefined
    return span !== undefined && span.last >= from && span.first <= to
  })
