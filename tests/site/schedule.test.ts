import { describe, expect, test } from 'vitest'
import { parseInstant } from '../../pipeline/calendar/local-time.ts'
import { scheduleView, upcomingSchedule, type WrittenEntry } from '../../pipeline/site/schedule.ts'
import type { SiteDocument } from '../../pipeline/site/site.ts'

const at = (text: string) => parseInstant(`${text}:00+07:00`) as number

const entry = (date: string, what: string, hours: Partial<Pick<WrittenEntry, 'from' | 'to'>> = {}) => ({
  date,
  what,
  who: 'Chủ tịch UBND phường',
  where: 'Phòng họp số 1',
  ...hours,
})

/** 20/11/2026 is a Friday. */
const WRITTEN: readonly WrittenEntry[] = [
  entry('2026-11-25', 'Họp', { from: '14:00', to: '16:00' }),
  entry('2026-11-20', 'Tiếp công dân', { from: '08:00', to: '11:30' }),
  entry('2026-11-16', 'Giao ban', { from: '08:00' }),
  entry('2026-11-25', 'Kiểm tra', { from: '08:00' }),
  entry('2026-11-25', 'Đi cơ sở'),
  entry('2026-11-12', 'Hội nghị', { from: '07:30' }),
]

describe('the page of a schedule', () => {
  const view = scheduleView(WRITTEN, at('2026-11-20T09:00'), { url: 'trang/lich/', language: 'vi' })
  test('shows the week of today first, from today on', () => {
    expect(view.weeks.map(({ from, to, days }) => [from, to, days.map(({ date }) => date.text)])).toEqual([
      ['16/11/2026', '22/11/2026', ['Thứ Sáu, 20/11/2026']],
      ['23/11/2026', '29/11/2026', ['Thứ Tư, 25/11/2026']],
    ])
  })
  test('orders a day by hours, and what takes the whole day stands first', () => {
    expect(view.weeks[1]?.days[0]?.entries.map(({ what }) => what)).toEqual(['Đi cơ sở', 'Kiểm tra', 'Họp'])
  })
  test('keeps the days that are over apart, the latest first', () => {
    expect(view.past.map(({ date }) => date.iso)).toEqual(['2026-11-16', '2026-11-12'])
  })
  test('speaks the language of its page', () => {
    const english = scheduleView(WRITTEN, at('2026-11-20T09:00'), { url: '', language: 'en' })
    expect(english.weeks[0]?.days[0]?.date.text).toBe('Friday, 20/11/2026')
  })
})

const pageOf = (path: string, schedule: readonly WrittenEntry[], language: 'vi' | 'en' = 'vi') =>
  ({
    front: { kind: 'trang', title: path, schedule, language },
    path,
    url: `${path}/`,
  }) as unknown as SiteDocument

// biome-ignore format: one row each
const cases = [
  // now                 next                                        because
  ['2026-11-20T07:00', ['Tiếp công dân', 'Đi cơ sở', 'Kiểm tra'], 'today has not begun'],
  ['2026-11-20T11:29', ['Tiếp công dân', 'Đi cơ sở', 'Kiểm tra'], 'it still goes on'],
  ['2026-11-20T11:30', ['Đi cơ sở', 'Kiểm tra', 'Họp'],           'it is over'],
  ['2026-11-16T20:00', ['Giao ban', 'Tiếp công dân', 'Đi cơ sở'], 'without an end it lasts as long as its day'],
  ['2026-11-25T16:00', ['Đi cơ sở', 'Kiểm tra'],                  'only what takes the day is left of it'],
  ['2026-11-26T00:00', [],                                        'everything is over'],
] as const

describe('the home page is told what comes next', () => {
  test.each(cases)('at %s: %j, because %s', (now, next) => {
    const site = { open: { now: at(now) }, documents: [pageOf('trang/lich.md', WRITTEN)] }
    expect(upcomingSchedule(site, 3).map(({ what }) => what)).toEqual(next)
  })
  test('of all schedules together, each with its own page', () => {
    const site = {
      open: { now: at('2026-11-20T09:00') },
      documents: [
        pageOf('trang/b.md', [entry('2026-11-21', 'Hai')]),
        pageOf('trang/a.md', [entry('2026-11-21', 'Một'), entry('2026-11-23', 'Ba')]),
        pageOf('trang/c.md', [entry('2026-11-22', 'A translation')], 'en'),
      ],
    }
    expect(upcomingSchedule(site).map(({ what, url }) => [what, url])).toEqual([
      ['Một', 'trang/a.md/'],
      ['Hai', 'trang/b.md/'],
      ['Ba', 'trang/a.md/'],
    ])
  })
  test('five of them where nobody says how many', () => {
    const many = Array.from({ length: 9 }, (_, index) => entry('2026-12-01', `Việc ${index}`))
    const site = { open: { now: at('2026-11-20T09:00') }, documents: [pageOf('trang/lich.md', many)] }
    expect(upcomingSchedule(site)).toHaveLength(5)
  })
})
