import { createHash } from 'node:crypto'
import { type CalendarEvent, type EventTime, icalendar } from '../calendar/icalendar.ts'
import { atMinute, type Day, type Instant } from '../calendar/local-time.ts'
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

/** A schedule as a calendar file. */
export function calendarFile({ name, host, url, entries, stamped }: CalendarSource): string {
  const seen = new Map<string, number>()
  const events = inOrder(entries).map(({ day, entry }): CalendarEvent => {
    const key = keyOf(entry)
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return {
      uid: `${count === 1 ? key : `${key}-${count}`}@${host}`,
      time: timeOf(day, entry),
      summary: entry.what,
      location: entry.where,
      description: [`Chủ trì, tham dự: ${entry.who}`, ...(entry.note ? [entry.note] : [])].join('\n'),
      url,
    }
  })
  return icalendar({ name, events, stamped })
}

/** The name of an entry that stays when its place, its end or its note change: whoever subscribed sees one event move. */
const keyOf = ({ date, from, what }: WrittenEntry): string =>
  createHash('sha256')
    .update(`${date}\n${from ?? ''}\n${what}`)
    .digest('hex')
    .slice(0, 16)

function timeOf(day: Day, { from, to }: WrittenEntry): EventTime {
  const at = (clock: string) => atMinute(day, minuteOf(clock))
  return from === undefined ? { day } : { from: at(from), to: to === undefined ? undefined : at(to) }
}
