import type { ScheduleDay, ScheduleEntry, ScheduleView, UpcomingEntry } from '../../templates/view.ts'
import {
  atMinute,
  type Day,
  dayOf,
  formatDay,
  type Instant,
  parseDay,
  vietnameseDay,
  weekdayOf,
} from '../calendar/local-time.ts'
import type { Trang } from '../contract/types.ts'
import type { Site } from './site.ts'

/** An entry of a work schedule as it is written in front matter. */
export type WrittenEntry = NonNullable<Trang['schedule']>[number]

type Language = 'vi' | 'en'
type Dated = { readonly day: Day; readonly entry: WrittenEntry }

const WEEKDAYS: Record<Language, readonly string[]> = {
  vi: ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
}

/** The name of the calendar file that stands beside the page of a schedule. */
export const CALENDAR_FILE = 'lich.ics'

/** Minutes since midnight of `08:30`. */
export const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

/** By day and hour; what takes the whole day stands first; the order of writing decides between equals. */
export function inOrder(entries: readonly WrittenEntry[]): Dated[] {
  return entries
    .map((entry) => ({ day: parseDay(entry.date) as Day, entry }))
    .sort((a, b) => a.day - b.day || compare(a.entry.from ?? '', b.entry.from ?? ''))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** A schedule as its page shows it: today and what follows by weeks, and the days that are over. */
export function scheduleView(
  entries: readonly WrittenEntry[],
  now: Instant,
  options: { readonly url: string; readonly language: Language },
): ScheduleView {
  const today = dayOf(now)
  const ordered = inOrder(entries)
  const coming = ordered.filter(({ day }) => day >= today)
  const weeks = Map.groupBy(coming, ({ day }) => mondayOf(day))
  return {
    weeks: [...weeks].map(([monday, those]) => ({
      from: vietnameseDay(monday),
      to: vietnameseDay(monday + 6),
      days: daysOf(those, options.language),
    })),
    past: daysOf(ordered.filter(({ day }) => day < today).reverse(), options.language),
    calendar: `${options.url}${CALENDAR_FILE}`,
  }
}

const mondayOf = (day: Day): Day => day - weekdayOf(day) + 1

const daysOf = (dated: readonly Dated[], language: Language): ScheduleDay[] =>
  [...Map.groupBy(dated, ({ day }) => day)].map(([day, those]) => ({
    date: dayMoment(day, language),
    entries: those.map(({ entry }) => entryView(entry)).sort((a, b) => compare(a.from ?? '', b.from ?? '')),
  }))

const dayMoment = (day: Day, language: Language) => ({
  iso: formatDay(day),
  text: `${WEEKDAYS[language][weekdayOf(day) - 1]}, ${vietnameseDay(day)}`,
  day: vietnameseDay(day),
})

const entryView = ({ from, to, what, who, where, note }: WrittenEntry): ScheduleEntry => ({
  from,
  to,
  what,
  who,
  where,
  note,
})

/** How many entries the home page shows. */
const UPCOMING = 5

/**
 * The next entries of all the schedules of a portal that are not over yet, for the home page.
 *
 * @param count how many at most
 */
export function upcomingSchedule(
  { open: { now }, documents }: Pick<Site, 'documents'> & { readonly open: { readonly now: Instant } },
  count = UPCOMING,
): UpcomingEntry[] {
  return documents
    .flatMap(({ front, url, path }) =>
      front.kind === 'trang' && front.schedule && front.language !== 'en'
        ? inOrder(front.schedule).map((dated) => ({ ...dated, url, path }))
        : [],
    )
    .filter(({ day, entry }) => endOf(day, entry) > now)
    .sort(
      (a, b) => a.day - b.day || compare(a.entry.from ?? '', b.entry.from ?? '') || compare(a.path, b.path),
    )
    .slice(0, count)
    .map(({ day, entry, url }) => ({ ...entryView(entry), date: dayMoment(day, 'vi'), url }))
}

/** The instant at which an entry is over: its end, else that of its day. */
const endOf = (day: Day, { to }: WrittenEntry): Instant =>
  atMinute(day, to === undefined ? 24 * 60 : minuteOf(to))
