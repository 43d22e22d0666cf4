import { type Calendar, dayKind, sessionsOn } from './calendar.ts'
import { atMinute, type Day, dayOf, type Instant, MINUTE } from './local-time.ts'

/** Where a count ended, and whether a day on the way may still be decided otherwise. */
export type Counted<T> = { readonly value: T; readonly provisional: boolean }

/**
 * The nth working day after a day. The day itself never counts (Bộ luật Dân sự 2015, Điều 147 khoản 2 và 3).
 * @throws {CalendarGap}
 */
export function addWorkingDays(calendar: Calendar, from: Day, count: number): Counted<Day> {
  let day = from
  let left = count
  let provisional = false
  while (left > 0) {
    day += 1
    const kind = dayKind(calendar, day)
    provisional ||= kind.provisional
    if (kind.working) left -= 1
  }
  return { value: day, provisional }
}

/**
 * The last working day that is not later than a day: itself, where it is worked.
 * @throws {CalendarGap}
 */
export function workingDayBy(calendar: Calendar, by: Day): Counted<Day> {
  let provisional = false
  for (let day = by; ; day -= 1) {
    const kind = dayKind(calendar, day)
    provisional ||= kind.provisional
    if (kind.working) return { value: day, provisional }
  }
}

/**
 * The instant at which so many minutes of office time have passed. Counting begins at the instant itself
 * (Điều 147 khoản 1); only time inside sessions counts; used up exactly at the end of a session, the end of that
 * session is the answer and not the start of the next.
 * @throws {CalendarGap}
 */
export function addOfficeMinutes(calendar: Calendar, from: Instant, minutes: number): Counted<Instant> {
  let left = minutes * MINUTE
  let provisional = false
  for (let day = dayOf(from); ; day += 1) {
    provisional ||= dayKind(calendar, day).provisional
    for (const session of sessionsOn(calendar, day)) {
      const start = Math.max(from, atMinute(day, session.from))
      const end = atMinute(day, session.to)
      if (start >= end) continue
      if (left <= end - start) return { value: start + left, provisional }
      left -= end - start
    }
  }
}

/** Office minutes between two instants; 0 where the second is not later. */
export function officeMinutesBetween(calendar: Calendar, from: Instant, to: Instant): number {
  let total = 0
  for (let day = dayOf(from); day <= dayOf(to); day += 1) {
    for (const session of sessionsOn(calendar, day)) {
      total += overlap(from, to, atMinute(day, session.from), atMinute(day, session.to))
    }
  }
  return Math.floor(total / MINUTE)
}

/** The end of office time that belongs to an instant: of its own day if a session still ends later, else of the next working day. */
export function endOfOfficeDay(calendar: Calendar, instant: Instant): Instant {
  for (let day = dayOf(instant); ; day += 1) {
    const last = sessionsOn(calendar, day).at(-1)
    if (last && atMinute(day, last.to) >= instant) return atMinute(day, last.to)
  }
}

const overlap = (a: Instant, b: Instant, from: Instant, to: Instant): number =>
  Math.max(0, Math.min(b, to) - Math.max(a, from))
