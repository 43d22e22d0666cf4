import type { Ports } from '../adapters/ports.ts'
import { icalendar, uidHost } from '../calendar/icalendar.ts'
import {
  type Day,
  dayOf,
  formatDay,
  formatInstant,
  parseDay,
  startOf,
  vietnameseDay,
  yearOf,
} from '../calendar/local-time.ts'
import { type DutyCalendar, dutyCalendar } from '../duties/duty-calendar.ts'
import { dutyEvents } from '../duties/duty-events.ts'
import { dutyCalendarJson } from '../duties/duty-json.ts'
import { dutyMarkdown } from '../duties/duty-markdown.ts'
import { statusOn } from '../portal/portal.ts'
import type { OpenPortal } from '../portal/workspace.ts'
import { UsageError } from './arguments.ts'
import { dutyDone } from './duty-done.ts'
import { printDuties } from './duty-list.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { openRegisters } from './open-registers.ts'

export type DutiesOptions = {
  readonly from?: string
  readonly to?: string
  readonly year?: string
  readonly format?: 'text' | 'ics' | 'json' | 'md'
  readonly json?: boolean
  readonly out?: string
  readonly now?: string
  readonly period?: string
  readonly document?: string
  readonly on?: string
  readonly remarks?: string
}

/** What a calendar of duties is printed from. */
export type DutyListing = {
  readonly open: OpenPortal
  readonly calendar: DutyCalendar
  readonly from: Day
  readonly to: Day
}

/** `duties <portal>`: the calendar of what the regulation makes due. `duties done <portal> <duty>`: says that something was done. */
export async function duties(
  ports: Ports,
  [first, second, third]: readonly (string | undefined)[],
  options: DutiesOptions,
): Promise<ExitCode> {
  if (first === 'done') return dutyDone(ports, { id: second, duty: third }, options)
  if (second !== undefined)
    throw new UsageError(
      `Không hiểu \`${second}\`; xem lịch: congbo duties <cổng>; ghi đã làm: congbo duties done <cổng> <mã việc>`,
    )
  const opened = await openRegisters(ports, first as string, options.now)
  if (!opened) return EXIT.cannotRun
  const { open, registers } = opened
  const { portal, now } = open
  const { from, to } = readRange(options, dayOf(now))
  const calendar = dutyCalendar({
    regulation: portal.regulation,
    calendar: portal.calendar,
    marks: registers.marks.flatMap(({ value }) => value.done),
    now,
    from,
    to,
    activeOn: (day) => statusOn(portal.cong, startOf(day)).state === 'active',
  })
  return write(ports, { open, calendar, from, to }, options)
}

/** Ten years are more than anybody plans. */
const MOST_DAYS = 3660

/** `--from … --to …`, or `--year`; without either the year in which we are. */
function readRange({ from, to, year }: DutiesOptions, today: Day): { from: Day; to: Day } {
  if (year !== undefined && (from !== undefined || to !== undefined))
    throw new UsageError('Chọn --year, hoặc --from và --to; không dùng cả hai')
  const named = year ?? String(yearOf(today))
  if (!/^[12]\d{3}$/.test(named))
    throw new UsageError(`--year: \`${named}\` không phải là một năm; ví dụ: --year 2026`)
  const first = from === undefined ? parseDay(`${named}-01-01`) : readDay('--from', from)
  const last = to === undefined ? parseDay(`${from?.slice(0, 4) ?? named}-12-31`) : readDay('--to', to)
  const range = { from: first as Day, to: last as Day }
  if (range.from > range.to) throw new UsageError('--from: ngày đầu sau ngày cuối; đổi chỗ hai ngày')
  if (range.to - range.from > MOST_DAYS)
    throw new UsageError('--to: khoảng dài quá mười năm; chọn khoảng ngắn hơn')
  return range
}

/** `2026-11-20`. */
export function readDay(option: string, text: string): Day {
  const day = parseDay(text)
  if (day === undefined)
    throw new UsageError(`${option}: \`${text}\` không phải là một ngày; ví dụ: ${option} 2026-11-20`)
  return day
}

function write(ports: Ports, listing: DutyListing, options: DutiesOptions): ExitCode {
  const format = options.json ? 'json' : (options.format ?? 'text')
  if (format === 'text') {
    if (options.out !== undefined) throw new UsageError('--out: chọn kèm --format ics, json hoặc md')
    printDuties(ports, listing)
    return EXIT.ok
  }
  const text = { ics: asCalendarFile, json: asJson, md: asMarkdown }[format](listing)
  if (format === 'ics') tellMissing(ports, listing)
  if (options.out === undefined) ports.out(text.trimEnd())
  else {
    ports.output.write(options.out, text)
    ports.err(`Đã ghi ${options.out}.`)
  }
  return EXIT.ok
}

const titleOf = ({ open: { portal }, from, to }: DutyListing): string =>
  `Nghĩa vụ định kỳ, ${portal.cong.name}, ${vietnameseDay(from)}–${vietnameseDay(to)}`

function asCalendarFile({ open: { portal, now }, calendar }: DutyListing): string {
  const host = uidHost({ id: portal.id, baseUrl: portal.cong.baseUrl ?? undefined })
  return icalendar({
    name: `Nghĩa vụ định kỳ, ${portal.cong.name}`,
    events: dutyEvents(calendar.occurrences, portal, { host, now }),
    stamped: now,
  })
}

const asJson = ({ open: { portal, now }, calendar, from, to }: DutyListing): string =>
  `${JSON.stringify(
    {
      portal: portal.id,
      now: formatInstant(now),
      from: formatDay(from),
      to: formatDay(to),
      ...dutyCalendarJson(calendar, portal),
    },
    null,
    2,
  )}\n`

const asMarkdown = (listing: DutyListing): string =>
  dutyMarkdown(listing.calendar, listing.open.portal, titleOf(listing))

/** A file of dates has no place for what has none; it is told beside. */
function tellMissing(ports: Ports, { calendar }: DutyListing): void {
  const missing = calendar.occurrences.flatMap(({ reminder, span }) =>
    reminder.state === 'unknown' ? [{ reminder, span }] : [],
  )
  const [first] = missing
  if (first)
    ports.err(
      `${missing.length} việc không có trong tệp lịch, từ kỳ ${first.span.label}: ${first.reminder.problem}; ${first.reminder.fix}`,
    )
  for (const { label } of calendar.daily) ports.err(`Việc hằng ngày, không đưa vào tệp lịch: ${label}`)
}
