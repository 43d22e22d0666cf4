/**
 * Instants and days in Vietnam. The country has kept UTC+7 without summer time since 13/6/1975 (IANA `Asia/Ho_Chi_Minh`),
 * so a day is a whole number and no zone table is needed; see docs/decisions/0005-time.md.
 */

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number

/** Days since 1970-01-01, counted in Vietnam. */
export type Day = number

export const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const OFFSET = 7 * 60 * MINUTE

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/
const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/

export const dayOf = (instant: Instant): Day => Math.floor((instant + OFFSET) / DAY)

export const startOf = (day: Day): Instant => day * DAY - OFFSET

/** The instant on a day at a minute of that day, counted from midnight. */
export const atMinute = (day: Day, minute: number): Instant => startOf(day) + minute * MINUTE

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export const weekdayOf = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1

export const yearOf = (day: Day): number => new Date(day * DAY).getUTCFullYear()

/** `MM-DD` of a day, for seasons. */
export const monthAndDay = (day: Day): string => formatDay(day).slice(5)

/** `2026-11-20` → a day; undefined where the text is no date of the calendar. */
export function parseDay(text: string): Day | undefined {
  const match = DATE.exec(text)
  if (!match) return undefined
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const ms = Date.UTC(year, month - 1, date)
  const read = new Date(ms)
  return read.getUTCMonth() + 1 === month && read.getUTCDate() === date ? ms / DAY : undefined
}

/** `2026-11-20T08:00:00+07:00` or `…Z` → an instant; undefined without an offset or where there is no such time. */
export function parseInstant(text: string): Instant | undefined {
  const match = INSTANT.exec(text)
  if (!match || parseDay(match[1] as string) === undefined) return undefined
  if (Number(match[2]) > 23 || Number(match[3]) > 59 || Number(match[4] ?? 0) > 59) return undefined
  const instant = Date.parse(text)
  return Number.isNaN(instant) ? undefined : instant
}

const written = new Map<Day, string>()

/** ISO 8601: `2026-11-20`. Archives name the same few thousand days over and over. */
export function formatDay(day: Day): string {
  const known = written.get(day)
  if (known !== undefined) return known
  const text = new Date(day * DAY).toISOString().slice(0, 10)
  if (written.size < MOST_DAYS) written.set(day, text)
  return text
}

/** Thirty years of days; more are not kept. */
const MOST_DAYS = 11_000

/** ISO 8601 with Vietnam's offset, to the second: `2026-11-20T08:00:00+07:00`. */
export function formatInstant(instant: Instant): string {
  const day = dayOf(instant)
  const seconds = Math.floor((instant - startOf(day)) / 1000)
  const [hour, minute, second] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return `${formatDay(day)}T${two(hour)}:${two(minute)}:${two(second)}+07:00`
}

const two = (number: number): string => (number < 10 ? `0${number}` : `${number}`)

/** `20/11/2026`, as officials write it. */
export function vietnameseDay(day: Day): string {
  const [year, month, date] = formatDay(day).split('-')
  return `${date}/${month}/${year}`
}

/** `08:00` of an instant. */
export const clockTime = (instant: Instant): string => formatInstant(instant).slice(11, 16)

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** `20 November 2026, 08:00`, for pages in English. */
export function englishInstant(instant: Instant): string {
  const [year, month, date] = formatDay(dayOf(instant)).split('-')
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}, ${clockTime(instant)}`
}

/** `08:00 ngày 20/11/2026`. */
export const vietnameseInstant = (instant: Instant): string =>
  `${clockTime(instant)} ngày ${vietnameseDay(dayOf(instant))}`
