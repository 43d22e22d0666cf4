import { createHash } from 'node:crypto'
import { atMinute, type Day, formatDay, type Instant } from '../calendar/local-time.ts'
import { inOrder, minuteOf, type WrittenEntry } from './schedule.ts'

/** What the calendar file of a schedule is made of. */
export type CalendarSource = {
  readonly name: string
  /** Host of the portal, or its id while the address is unconfirmed: the right-hand side of every UID. */
  readonly host: string
  /** The full address of the page, where it is known. */
  readonly url: string | undefined
  readonly entries: readonly WrittenEntry[]
  /** When the schedule was published; a clock would give other bytes at every build. */
  readonly stamped: Instant
}

/** A schedule as iCalendar (RFC 5545). Times are written in UTC, which is exact: Vietnam keeps UTC+7 without summer time. */
export function calendarFile(source: CalendarSource): string {
  const seen = new Map<string, number>()
  const events = inOrder(source.entries).flatMap(({ day, entry }) => {
    const key = keyOf(entry)
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return event(source, { day, entry, uid: count === 1 ? key : `${key}-${count}` })
  })
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//congbo//lich//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(source.name)}`,
    'X-WR-TIMEZONE:Asia/Ho_Chi_Minh',
    ...events,
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

/** The name of an entry that stays when its place, its end or its note change: whoever subscribed sees one event move. */
const keyOf = ({ date, from, what }: WrittenEntry): string =>
  createHash('sha256')
    .update(`${date}\n${from ?? ''}\n${what}`)
    .digest('hex')
    .slice(0, 16)

type Event = { readonly day: Day; readonly entry: WrittenEntry; readonly uid: string }

function event({ host, url, stamped }: CalendarSource, { day, entry, uid }: Event): string[] {
  const details = [`Chủ trì, tham dự: ${entry.who}`, ...(entry.note ? [entry.note] : [])].join('\n')
  return [
    'BEGIN:VEVENT',
    `UID:${uid}@${host}`,
    `DTSTAMP:${utc(stamped)}`,
    ...span(day, entry),
    `SUMMARY:${escapeText(entry.what)}`,
    `LOCATION:${escapeText(entry.where)}`,
    `DESCRIPTION:${escapeText(details)}`,
    ...(url === undefined ? [] : [`URL:${url}`]),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

/** What names no hour takes the day; what names no end takes no time. */
function span(day: Day, { from, to }: WrittenEntry): string[] {
  if (from === undefined)
    return [
      `DTSTART;VALUE=DATE:${compact(formatDay(day))}`,
      `DTEND;VALUE=DATE:${compact(formatDay(day + 1))}`,
    ]
  const at = (clock: string) => utc(atMinute(day, minuteOf(clock)))
  return [`DTSTART:${at(from)}`, ...(to === undefined ? [] : [`DTEND:${at(to)}`])]
}

const compact = (text: string): string => text.replaceAll(/[-:]/g, '')

const utc = (instant: Instant): string => `${compact(new Date(instant).toISOString().slice(0, 19))}Z`

/** RFC 5545, 3.3.11: what would end a value or a line is written as text. */
export const escapeText = (text: string): string =>
  text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r\n|\r|\n/g, '\\n')

const MOST_OCTETS = 75

/** RFC 5545, 3.1: no line over 75 octets of UTF-8 without its break; a continuation begins with a space, and no letter is cut. */
export function fold(line: string): string {
  const lines: string[] = []
  let current = ''
  let octets = 0
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (octets + size > MOST_OCTETS) {
      lines.push(current)
      current = ' '
      octets = 1
    }
    current += letter
    octets += size
  }
  return [...lines, current].join('\r\n')
}
