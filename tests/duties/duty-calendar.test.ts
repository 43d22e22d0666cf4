import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { icalendar } from '../../pipeline/calendar/icalendar.ts'
import {
  dayOf,
  formatDay,
  parseDay,
  parseInstant,
  startOf,
  weekdayOf,
} from '../../pipeline/calendar/local-time.ts'
import { type DutyCalendar, dutyCalendar, type Mark } from '../../pipeline/duties/duty-calendar.ts'
import { dutyEvents } from '../../pipeline/duties/duty-events.ts'
import { dutyCalendarJson } from '../../pipeline/duties/duty-json.ts'
import { dutyMarkdown } from '../../pipeline/duties/duty-markdown.ts'
import { statusOn } from '../../pipeline/portal/portal.ts'
import { PORTALS, portalOf } from '../support/portals.ts'

const instant = (text: string) => parseInstant(text) as number
const day = (text: string) => parseDay(text) as number

type Asked = { now?: string; year?: number; marks?: readonly Mark[] }

function calendarOf(
  id: string,
  { now = '2026-11-20T09:00:00+07:00', year = 2026, marks = [] }: Asked = {},
): DutyCalendar {
  const portal = portalOf(id)
  return dutyCalendar({
    regulation: portal.regulation,
    calendar: portal.calendar,
    marks,
    now: instant(now),
    from: day(`${year}-01-01`),
    to: day(`${year}-12-31`),
    activeOn: (each) => statusOn(portal.cong, startOf(each)).state === 'active',
  })
}

/** `code state remind-day` of a duty. */
const lines = (calendar: DutyCalendar, duty: string): string[] =>
  calendar.occurrences
    .filter((each) => each.duty.id === duty)
    .map(({ span, progress, reminder }) =>
      [span.code, progress.state, reminder.state === 'known' ? formatDay(reminder.day) : '?'].join(' '),
    )

const mark = (duty: string, period: string): Mark => ({
  duty,
  period,
  doneOn: '2024-06-28',
  document: '12/BC-BBT',
})

describe('what is due, when one is reminded, and where it stands', () => {
  // biome-ignore format: a table
  test.each([
    ['kep',        'bao-cao-quy',        2024, '2024-06-20T16:00:00+07:00', ['2024-Q2 running 2024-06-28', '2024-Q3 coming 2024-09-30', '2024-Q4 coming 2024-12-31'], '30/6/2024 is a Sunday; the quarter before 1/4/2024 was over before the regulation took effect'],
    ['kep',        'dinh-muc-tin-bai',   2024, '2024-12-31T16:00:00+07:00', ['2024-04', '2024-05', '2024-06', '2024-07', '2024-08', '2024-09', '2024-10', '2024-11', '2024-12'].map((code, index) => `${code} counted ${['2024-04-26', '2024-05-31', '2024-06-28', '2024-07-31', '2024-08-30', '2024-09-30', '2024-10-31', '2024-11-29', '2024-12-31'][index]}`), 'a quota is counted; 29/4/2024 was swapped for 4/5, so the last working day of April is the 26th'],
    ['kon-ray',    'bao-cao-thang',      2025, '2025-03-20T09:00:00+07:00', ['2025-01 unmarked 2025-01-24', '2025-02 unmarked 2025-02-28', '2025-03 running 2025-03-31', '2025-04 coming 2025-04-29', '2025-05 coming 2025-05-30', '2025-06 coming 2025-06-30'], 'Tết from 25/1; the portal is archived on 1/7/2025 and owes no more'],
    ['dong-viet',  'ke-hoach-6-thang',   2024, '2024-07-01T00:00:00+07:00', ['2024-H1 unmarked 2024-06-28', '2024-H2 running 2024-12-31'], 'the half year ends at midnight of 30 June'],
    ['thanh-dong', 'bao-cao-quy-vh-xh',  2026, '2026-12-31T23:59:59+07:00', ['2026-Q1 unmarked 2026-03-31', '2026-Q2 unmarked 2026-06-30', '2026-Q3 unmarked 2026-09-30', '2026-Q4 running 2026-12-31'], 'the last second of the year still belongs to it'],
    ['thach-linh', 'hop-dot-xuat',       2021, '2021-04-15T09:00:00+07:00', [], 'a meeting on demand has no period'],
  ])('%s %s in %i at %s: %j, %s', (id, duty, year, now, expected) => {
    expect(lines(calendarOf(id, { year, now }), duty)).toEqual(expected)
  })
  test('a mark ends the question, for its own period alone', () => {
    const marks = [mark('bao-cao-6-thang', '2024-H1')]
    const found = calendarOf('dong-viet', { year: 2024, now: '2025-01-02T08:00:00+07:00', marks })
    expect(lines(found, 'bao-cao-6-thang')).toEqual([
      '2024-H1 done 2024-06-28',
      '2024-H2 unmarked 2024-12-31',
    ])
    expect(lines(found, 'tong-hop-6-thang')[0]).toBe('2024-H1 unmarked 2024-06-28')
  })
  test('a year without a holiday file has no reminder day, and says why and what to do', () => {
    const found = calendarOf('thanh-dong', { year: 2031 })
    expect(found.occurrences.length).toBeGreaterThan(0)
    for (const { reminder } of found.occurrences)
      expect(reminder).toEqual({
        state: 'unknown',
        problem: 'Chưa có lịch nghỉ năm 2031, không tính được ngày làm việc',
        fix: 'thêm tệp content/lich-nghi/2031.yaml theo thông báo nghỉ lễ, tết của năm đó',
      })
  })
  test('a duty of every day is told once, and no date is made of it', () => {
    const { daily, occurrences } = calendarOf('dong-viet', { year: 2024 })
    expect(daily.map(({ id }) => id)).toEqual(['cap-nhat-hang-ngay'])
    expect(occurrences.some(({ duty }) => duty.every === 'P1D')).toBe(false)
  })
  test.each(PORTALS)('%s: every duty of the regulation is somewhere, whatever the year', (id) => {
    const { regulation } = portalOf(id)
    const year = { kep: 2024, 'dong-viet': 2024, 'kon-ray': 2024, 'thach-linh': 2021, 'thanh-dong': 2026 }[id]
    const { occurrences, daily, unbound } = calendarOf(id, { year })
    const found = new Set([
      ...occurrences.map(({ duty }) => duty),
      ...daily,
      ...unbound.map(({ duty }) => duty),
    ])
    expect(found).toEqual(new Set(regulation.law.duties))
  })
  test('the reminder day is a working day of the period, and no later one of it is worked', () => {
    const days = fc.integer({ min: day('2024-01-01'), max: day('2026-12-31') })
    fc.assert(
      fc.property(days, (today) => {
        const year = Number(formatDay(today).slice(0, 4))
        for (const { reminder, span } of calendarOf('thanh-dong', {
          year,
          now: `${formatDay(today)}T09:00:00+07:00`,
        }).occurrences) {
          if (reminder.state !== 'known') throw new Error('no day')
          expect(reminder.day >= span.first && reminder.day <= span.last).toBe(true)
          expect(span.last - reminder.day).toBeLessThan(12)
          if (weekdayOf(span.last) === 3 && reminder.day < span.last)
            expect(span.last - reminder.day).toBeGreaterThan(0)
        }
      }),
      { numRuns: 12 },
    )
  })
})

const NOW = instant('2026-11-20T09:00:00+07:00')
const file = (id: string, calendar: DutyCalendar, now = NOW) =>
  icalendar({
    name: 'Nghĩa vụ định kỳ',
    events: dutyEvents(calendar.occurrences, portalOf(id), { host: `${id}.congbo`, now }),
    stamped: now,
  })

/** Read by a parser of somebody else. */
const parsed = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((each) => new ICAL.Event(each))

describe('as a calendar file (RFC 5545)', () => {
  test.each(PORTALS)(
    '%s: a parser reads one event for each occurrence, with its day and its clause',
    (id) => {
      const calendar = calendarOf(id, { year: 2025 })
      const events = parsed(file(id, calendar))
      expect(events.length).toBe(calendar.occurrences.length)
      expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length)
      for (const [index, { startDate, endDate, summary, description }] of events.entries()) {
        const { reminder, duty, span } = calendar.occurrences[index] as DutyCalendar['occurrences'][number]
        expect(startDate.isDate).toBe(true)
        expect(reminder.state === 'known' && formatDay(reminder.day)).toBe(startDate.toString())
        expect(endDate.subtractDate(startDate).toSeconds()).toBe(24 * 60 * 60)
        expect(summary).toContain(`${duty.label} (${span.label})`)
        expect(description).toMatch(/Căn cứ: (?:Điều \d+|Giả định)/)
        expect(description).toMatch(/Quy chế không nêu ngày .*; nhắc vào ngày làm việc cuối kỳ\./)
      }
    },
  )
  test('the same event keeps its UID when it is written again later, and the later writing wins', () => {
    const before = parsed(file('dong-viet', calendarOf('dong-viet', { year: 2024 })))
    const marks = [mark('bao-cao-6-thang', '2024-H1')]
    const after = parsed(file('dong-viet', calendarOf('dong-viet', { year: 2024, marks }), NOW + 86_400_000))
    expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid))
    expect(after.every((each, index) => each.sequence > (before[index]?.sequence as number))).toBe(true)
  })
  test('what was done rings no more', () => {
    const marks = [mark('bao-cao-6-thang', '2024-H1')]
    const events = parsed(file('dong-viet', calendarOf('dong-viet', { year: 2024, marks })))
    const alarms = (uid: string) =>
      events.find((each) => each.uid === uid)?.component.getAllSubcomponents('valarm').length
    expect(alarms('nghia-vu-bao-cao-6-thang-2024-h1@dong-viet.congbo')).toBe(0)
    expect(alarms('nghia-vu-bao-cao-6-thang-2024-h2@dong-viet.congbo')).toBe(2)
  })
  test('an alarm rings at eight in the morning, on the day and four days before', () => {
    const [event] = parsed(file('kep', calendarOf('kep', { year: 2025 })))
    const seconds = event?.component
      .getAllSubcomponents('valarm')
      .map((each) => (each.getFirstPropertyValue('trigger') as ICAL.Duration).toSeconds())
    expect(seconds).toEqual([-(3 * 24 + 16) * 3600, 8 * 3600])
  })
  test('the same facts give the same bytes; a year without holidays gives no event', () => {
    expect(file('kep', calendarOf('kep', { year: 2024 }))).toBe(
      file('kep', calendarOf('kep', { year: 2024 })),
    )
    expect(parsed(file('thanh-dong', calendarOf('thanh-dong', { year: 2031 })))).toEqual([])
  })
})

describe('for people and machines', () => {
  test.each(PORTALS)('%s: every row of JSON and Markdown has its ground', (id) => {
    const portal = portalOf(id)
    const calendar = calendarOf(id, { year: 2025 })
    const json = dutyCalendarJson(calendar, portal)
    for (const each of [...json.occurrences, ...json.daily, ...json.withoutPeriod])
      expect(each.ground).toMatch(/^(?:Điều|Giả định)/)
    const markdown = dutyMarkdown(calendar, portal, 'Lịch')
    const rows = markdown.split('\n').filter((line) => /^\| (?!---|Kỳ|Chu kỳ)/.test(line))
    expect(rows.length).toBe(calendar.occurrences.length + calendar.daily.length + calendar.unbound.length)
    for (const row of rows) expect(row).toMatch(/Điều|Giả định/)
  })
  test('the day of today is in the period that runs', () => {
    for (const { span, progress } of calendarOf('thanh-dong').occurrences)
      if (progress.state === 'running') expect(dayOf(NOW) >= span.first && dayOf(NOW) <= span.last).toBe(true)
  })
})
