import { type Day, formatDay, type Instant } from './local-time.ts'

/** A day, or a stretch of time whose end may be open. */
export type EventTime = { readonly day: Day } | { readonly from: Instant; readonly to: Instant | undefined }

/** One event of a calendar file. */
export type CalendarEvent = {
  /** The same at every writing, so that whoever imports again sees one event change and no second one. */
  readonly uid: string
  readonly time: EventTime
  readonly summary: string
  readonly location?: string
  readonly description: string
  readonly url?: string | undefined
  /** Rises where an event is written anew under its UID (RFC 5545, 3.8.7.4). */
  readonly sequence?: number
  /** When to ring, counted from the start, as durations: `PT8H`, `-P1D` (RFC 5545, 3.8.6.3). */
  readonly alarms?: readonly string[]
}

export type CalendarSource = {
  readonly name: string
  readonly events: readonly CalendarEvent[]
  /** When the file was made of its source; a clock would give other bytes every time. */
  readonly stamped: Instant
}

/** Events as iCalendar (RFC 5545). Times are written in UTC, which is exact: Vietnam keeps UTC+7 without summer time. */
export function icalendar({ name, events, stamped }: CalendarSource): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//congbo//lich//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    'X-WR-TIMEZONE:Asia/Ho_Chi_Minh',
    ...events.flatMap((event) => linesOf(event, stamped)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

/** A name for the right-hand side of UIDs that holds also while the address of a portal is unconfirmed. */
export const uidHost = ({
  id,
  baseUrl,
}: {
  readonly id: string
  readonly baseUrl: string | undefined
}): string => (baseUrl === undefined ? `${id}.congbo` : new URL(baseUrl).hostname)

function linesOf(event: CalendarEvent, stamped: Instant): string[] {
  const { uid, time, summary, location, description, url, sequence, alarms = [] } = event
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${utc(stamped)}`,
    ...timeLines(time),
    `SUMMARY:${escapeText(summary)}`,
    ...(location === undefined ? [] : [`LOCATION:${escapeText(location)}`]),
    `DESCRIPTION:${escapeText(description)}`,
    ...(url === undefined ? [] : [`URL:${url}`]),
    ...(sequence === undefined ? [] : [`SEQUENCE:${sequence}`]),
    'TRANSP:TRANSPARENT',
    ...alarms.flatMap((trigger) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escapeText(summary)}`,
      `TRIGGER:${trigger}`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ]
}

/** What names no hour takes the day; what names no end takes no time. */
function timeLines(time: EventTime): string[] {
  if ('day' in time) return [`DTSTART;VALUE=DATE:${date(time.day)}`, `DTEND;VALUE=DATE:${date(time.day + 1)}`]
  const { from, to } = time
  return [`DTSTART:${utc(from)}`, ...(to === undefined ? [] : [`DTEND:${utc(to)}`])]
}

const compact = (text: string): string => text.replaceAll(/[-:]/g, '')

const date = (day: Day): string => compact(formatDay(day))

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
