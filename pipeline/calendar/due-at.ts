import { type Calendar, dayKind } from './calendar.ts'
import { type Day, dayOf, type Instant, startOf } from './local-time.ts'
import { addOfficeMinutes, addWorkingDays, endOfOfficeDay, officeMinutesBetween } from './working-time.ts'

/** How long a regulation gives. */
export type Limit =
  | { readonly unit: 'officeHour' | 'workingDay'; readonly amount: number }
  | { readonly unit: 'immediate' | 'none' }

export type TimedLimit = Exclude<Limit, { unit: 'none' }> | { readonly unit: 'immediate' }

/** When something is due. */
export type Due = {
  readonly unit: 'officeHour' | 'workingDay' | 'immediate'
  readonly start: Instant
  /** The instant; for working days the exclusive end, 24:00 of the last day (Điều 148 khoản 6), that is 00:00 of the next. */
  readonly at: Instant
  /** The last day on which it is still in time. */
  readonly day: Day
  /** Later than this is late. The same as `at`, but for “at once”, which runs to the end of office time. */
  readonly lateAfter: Instant
  /** A day that was counted is not yet announced; the answer may move. */
  readonly provisional: boolean
}

/**
 * When a limit that starts at an instant runs out.
 * @throws {CalendarGap}
 */
export function dueAt(start: Instant, limit: TimedLimit, calendar: Calendar): Due {
  if (limit.unit === 'workingDay') {
    const { value, provisional } = addWorkingDays(
      calendar,
      dayOf(start),
      (limit as { amount: number }).amount,
    )
    return {
      unit: 'workingDay',
      start,
      at: startOf(value + 1),
      day: value,
      lateAfter: startOf(value + 1),
      provisional,
    }
  }
  if (limit.unit === 'officeHour') {
    const { value, provisional } = addOfficeMinutes(
      calendar,
      start,
      (limit as { amount: number }).amount * 60,
    )
    return { unit: 'officeHour', start, at: value, day: dayOf(value), lateAfter: value, provisional }
  }
  const provisional = dayKind(calendar, dayOf(start)).provisional
  return {
    unit: 'immediate',
    start,
    at: start,
    day: dayOf(start),
    lateAfter: endOfOfficeDay(calendar, start),
    provisional,
  }
}

/** The end of a promised day: what a progress notice puts in the place of the first due instant. */
export function dueOnDay(start: Instant, day: Day): Due {
  return {
    unit: 'workingDay',
    start,
    at: startOf(day + 1),
    day,
    lateAfter: startOf(day + 1),
    provisional: false,
  }
}

/**
 * Which share of the time has gone: 0 at the start, 1 and more when it is over. Measured in office time, because that is
 * when somebody can still act on it; of a limit in days, the day it starts on does not count.
 * @throws {CalendarGap}
 */
export function elapsedShare(due: Due, now: Instant, calendar: Calendar): number {
  if (now > due.lateAfter) return 1
  const from = due.unit === 'workingDay' ? startOf(dayOf(due.start) + 1) : due.start
  const whole = officeMinutesBetween(calendar, from, due.lateAfter)
  return whole === 0 ? 0 : officeMinutesBetween(calendar, from, Math.max(from, now)) / whole
}
