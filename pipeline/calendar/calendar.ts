import type { GioHanhChinh, LichNghi } from '../contract/types.ts'
import { type Day, formatDay, monthAndDay, parseDay, weekdayOf, yearOf } from './local-time.ts'

/** Part of a working day: minutes from midnight, from included, to excluded. */
export type Session = { readonly from: number; readonly to: number }

/** What a day is, and how sure we are. */
export type DayKind = { readonly working: boolean; readonly provisional: boolean; readonly name?: string }

/** Public holidays, swap days and office hours of one portal. */
export type Calendar = {
  readonly years: ReadonlyMap<number, ReadonlyMap<Day, DayKind>>
  readonly hours: readonly HoursPeriod[]
  readonly hoursLabel: string
}

type HoursPeriod = {
  readonly from: Day
  readonly to: Day
  readonly season?: { readonly from: string; readonly to: string }
  readonly sessions: readonly Session[]
}

/** The calendar cannot answer: a year or a date that no file covers. Never answered by guessing. */
export class CalendarGap extends Error {
  readonly fix: string
  constructor(problem: string, fix: string) {
    super(problem)
    this.fix = fix
  }
}

/**
 * @param makeUpDays whether swapped Saturdays count as working days; a portal's regulation decides
 */
export function createCalendar(
  holidays: readonly LichNghi[],
  hours: GioHanhChinh,
  makeUpDays: 'working' | 'off',
): Calendar {
  return {
    years: new Map(holidays.map((year) => [year.year, daysOf(year, makeUpDays)])),
    hours: hours.periods.map((period) => ({
      from: mustBeDay(period.validFrom),
      to: period.validTo === undefined ? Number.POSITIVE_INFINITY : mustBeDay(period.validTo),
      ...(period.season ? { season: period.season } : {}),
      sessions: period.sessions.map(({ from, to }) => ({ from: minuteOf(from), to: minuteOf(to) })),
    })),
    hoursLabel: hours.label,
  }
}

function daysOf(year: LichNghi, makeUpDays: 'working' | 'off'): Map<Day, DayKind> {
  const days = new Map<Day, DayKind>()
  for (const { date, name, status } of year.off) {
    days.set(mustBeDay(date), { working: false, provisional: status === 'derived', name })
  }
  for (const { date, insteadOf, status } of year.makeUp) {
    const name = `làm bù cho ngày ${insteadOf.split('-').reverse().join('/')}`
    if (makeUpDays === 'working')
      days.set(mustBeDay(date), { working: true, provisional: status === 'derived', name })
  }
  return days
}

/** The schema has already proved the form; a wrong date here is a bug. */
function mustBeDay(text: string): Day {
  const day = parseDay(text)
  if (day === undefined) throw new Error(`not a date: ${text}`)
  return day
}

const minuteOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))

/**
 * Whether a day is worked.
 * @throws {CalendarGap} for a year without a holiday file
 */
export function dayKind(calendar: Calendar, day: Day): DayKind {
  const year = calendar.years.get(yearOf(day))
  if (!year) {
    throw new CalendarGap(
      `Chưa có lịch nghỉ năm ${yearOf(day)}, không tính được ngày làm việc`,
      `thêm tệp content/lich-nghi/${yearOf(day)}.yaml theo thông báo nghỉ lễ, tết của năm đó`,
    )
  }
  return year.get(day) ?? { working: weekdayOf(day) <= 5, provisional: false }
}

/**
 * The office sessions of a day; none on a day off.
 * @throws {CalendarGap} for a date that no table of office hours covers
 */
export function sessionsOn(calendar: Calendar, day: Day): readonly Session[] {
  if (!dayKind(calendar, day).working) return []
  const period = calendar.hours.find(
    (each) => day >= each.from && day <= each.to && inSeason(each.season, day),
  )
  if (!period) {
    throw new CalendarGap(
      `Bảng giờ hành chính «${calendar.hoursLabel}» không có giờ làm việc cho ngày ${formatDay(day)}`,
      'bổ sung khoảng hiệu lực còn thiếu trong content/gio-hanh-chinh, hoặc chọn bảng giờ khác trong quy-che.yaml (calendar.officeHours)',
    )
  }
  return period.sessions
}

/** A season may run over the new year: 16/10 to 15/4. */
function inSeason(season: { from: string; to: string } | undefined, day: Day): boolean {
  if (!season) return true
  const date = monthAndDay(day)
  return season.from <= season.to
    ? date >= season.from && date <= season.to
    : date >= season.from || date <= season.to
}
