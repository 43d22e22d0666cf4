import { describe, expect, test } from 'vitest'
import { formatDay, formatInstant } from '../../pipeline/calendar/local-time.ts'
import { type DueOf, dueOf } from '../../pipeline/deadlines/due-of.ts'
import type { Overrides } from '../../pipeline/portal/load-portal.ts'
import type { Kind } from '../../pipeline/regulation/regulation.ts'
import { portalOf } from '../support/portals.ts'

function due(portal: string, kind: string, trigger: string, overrides: Overrides = {}): DueOf {
  const { regulation, calendar } = portalOf(portal, overrides)
  return dueOf(regulation, calendar, { kind: kind as Kind }, () => trigger)
}

function dueOrFail(...question: Parameters<typeof due>) {
  const found = due(...question)
  if (found.state !== 'due') throw new Error(`no due instant: ${JSON.stringify(found)}`)
  return found.due
}

// biome-ignore format: a table
const WORKING_DAYS = [
  // case, portal,     kind,                 trigger,                     due day,      because
  [1,  'kep',        'tin-su-kien',        '2024-04-11T08:00:00+07:00', '2024-04-12', 'the day after the event'],
  [2,  'kep',        'tin-su-kien',        '2024-04-12T14:00:00+07:00', '2024-04-15', 'a weekend does not count'],
  [3,  'kep',        'tin-su-kien',        '2024-04-13T09:00:00+07:00', '2024-04-15', 'an event on a day off is due like Friday’s'],
  [4,  'kep',        'tin-su-kien',        '2024-04-26T15:00:00+07:00', '2024-05-02', 'weekend, 29/4 off by swap, 30/4, 1/5'],
  [5,  'kep',        'tin-su-kien',        '2024-05-03T16:00:00+07:00', '2024-05-04', 'Saturday 4/5 was worked for 29/4'],
  [6,  'kep',        'van-ban',            '2024-04-17',                '2024-04-19', '18/4 is Giỗ Tổ'],
  [7,  'kep',        'hoi-nghi',           '2024-08-30T17:45:00+07:00', '2024-09-05', 'an end after office hours changes nothing; 31/8–3/9 off'],
  [9,  'kep',        'tin-su-kien',        '2025-01-23T08:00:00+07:00', '2025-01-24', 'the same meeting reported as news'],
  ['9b', 'kep',      'hoi-nghi',           '2025-01-24T16:00:00+07:00', '2025-02-04', 'declared as a conference: 2 days after its end, Tết 25/1–2/2 between'],
  [10, 'kep',        'hoi-dap',            '2024-04-15T09:00:00+07:00', '2024-05-09', '15 days over Giỗ Tổ, the long break and the worked Saturday'],
  [11, 'kep',        'hoi-dap',            '2024-12-22T20:00:00+07:00', '2025-01-13', 'received on a Sunday, over the new year'],
  [15, 'thanh-dong', 'pho-bien-phap-luat', '2026-08-14',                '2026-09-08', 'Saturday 22/8 worked; 31/8–2/9 off'],
  [16, 'thanh-dong', 'van-ban',            '2026-08-28',                '2026-09-04', 'five days off after the Friday'],
  [17, 'thanh-dong', 'van-ban-lien-quan',  '2026-08-28',                '2026-09-16', 'ten days for an authority that the document concerns'],
  [18, 'thanh-dong', 'quy-hoach-du-an',    '2026-11-18',                '2026-12-03', '24/11 off, 23/11 and not 28/11 worked'],
  [20, 'thanh-dong', 'van-ban',            '2026-02-12',                '2026-02-23', '13/2, then Tết 14–22/2'],
  [21, 'thanh-dong', 'hoi-dap',            '2027-01-21',                '2027-02-18', 'Tết 2027, 4–10/2'],
  [24, 'thanh-dong', 'van-ban',            '2027-09-01',                '2027-09-07', '2–5/9 off'],
  [25, 'thanh-dong', 'thong-ke',           '2026-04-24T15:00:00+07:00', '2026-05-13', '27/4, 30/4 and 1/5 off'],
] as const

// biome-ignore format: a table
const OFFICE_HOURS = [
  // case, event start,                 due,                         overrides,              because
  [26,   '2025-12-17T08:00:00+07:00', '2025-12-18T08:00:00+07:00', {},                       '7.5 hours on the day, half an hour next morning'],
  [27,   '2025-12-17T07:30:00+07:00', '2025-12-17T17:30:00+07:00', {},                       'exactly eight hours end with the session, not with the next morning'],
  [28,   '2025-12-18T12:15:00+07:00', '2025-12-19T11:30:00+07:00', {},                       'lunch does not count'],
  [30,   '2025-12-19T19:30:00+07:00', '2025-12-22T17:30:00+07:00', {},                       'an evening event starts on Monday morning'],
  [31,   '2025-12-19T16:00:00+07:00', '2025-12-22T16:00:00+07:00', {},                       'a weekend does not count'],
  [32,   '2025-12-31T15:30:00+07:00', '2026-01-05T15:30:00+07:00', {},                       '1/1 and 2/1 off'],
  [33,   '2026-01-09T16:30:00+07:00', '2026-01-10T16:30:00+07:00', {},                       'Saturday 10/1 was worked for 2/1'],
  ['33b', '2026-01-09T16:30:00+07:00', '2026-01-12T16:30:00+07:00', { choices: new Map([['td-saturday', 'off']]) }, 'read to the letter, Điều 6 khoản 4 knows Monday to Friday only'],
  [34,   '2026-02-13T10:30:00+07:00', '2026-02-23T10:30:00+07:00', {},                       'Tết between'],
  [36,   '2026-03-31T15:00:00+07:00', '2026-04-01T15:30:00+07:00', { officeHours: 'hai-duong' }, 'winter hours end on that day, summer hours begin on the next'],
  [38,   '2026-08-28T17:00:00+07:00', '2026-09-03T17:00:00+07:00', {},                       'half an hour, five days off, 4 + 3.5 hours'],
  [49,   '2025-12-17T01:00:00Z',      '2025-12-18T08:00:00+07:00', {},                       'another offset is the same instant as case 26'],
] as const

describe('working days', () => {
  test.each(WORKING_DAYS)('case %s: %s %s from %s is due on %s: %s', (_case, portal, kind, trigger, day) => {
    const found = dueOrFail(portal, kind, trigger)
    expect(formatDay(found.day)).toBe(day)
    expect(formatInstant(found.at)).toBe(`${formatDay(found.day + 1)}T00:00:00+07:00`)
  })
})

describe('office hours', () => {
  test.each(OFFICE_HOURS)('case %s: news of %s is due at %s %o: %s', (_case, trigger, at, overrides) => {
    expect(formatInstant(dueOrFail('thanh-dong', 'tin-su-kien', trigger, overrides).at)).toBe(at)
  })
})

describe('no instant, or none yet', () => {
  test('case 13: other sections of Kép have no number, and none is invented', () => {
    expect(due('kep', 'bai-viet', '2024-05-02T08:00:00+07:00').state).toBe('no-deadline')
  })
  test('case 14: “right after sending” is due at once and late when the office closes that day', () => {
    const found = dueOrFail('kep', 'thong-ke', '2024-06-25T10:15:00+07:00')
    expect(formatInstant(found.at)).toBe('2024-06-25T10:15:00+07:00')
    expect(formatInstant(found.lateAfter)).toBe('2024-06-25T17:30:00+07:00')
  })
  test('case 44: before the regulation was in force nothing is due', () => {
    expect(due('kep', 'tin-su-kien', '2023-01-19T08:00:00+07:00').state).toBe('not-applicable')
  })
  test('case 45: without a day of force the engine asks and never assumes', () => {
    const { regulation, calendar } = portalOf('kep')
    const undated = { ...regulation, effectiveFrom: undefined }
    const found = dueOf(undated, calendar, { kind: 'tin-su-kien' }, () => '2024-04-11T08:00:00+07:00')
    expect(found).toMatchObject({
      state: 'cannot-tell',
      problem: expect.stringContaining('chưa có ngày hiệu lực'),
    })
  })
  test('case 46: a year without a file is an error that names the year', () => {
    expect(due('thanh-dong', 'van-ban', '2028-02-01')).toMatchObject({
      state: 'cannot-tell',
      problem: expect.stringContaining('2028'),
    })
  })
  test('case 50: a time without an offset is refused', () => {
    expect(due('thanh-dong', 'tin-su-kien', '2025-12-17T08:00:00')).toMatchObject({
      state: 'cannot-tell',
      problem: expect.stringContaining('múi giờ'),
    })
  })
  test('an hour is needed where hours are counted', () => {
    expect(due('thanh-dong', 'tin-su-kien', '2025-12-17').state).toBe('cannot-tell')
  })
})

describe('provisional', () => {
  // biome-ignore format: a table
  const cases = [
    ['2027-04-28', true, '3/5/2027 is a day in lieu that nobody has announced yet'],
    ['2027-01-21', false, 'Tết 2027 is announced'],
    ['2026-08-28', false, 'the swap of 2026 is announced'],
  ] as const
  test.each(cases)('a document of %s: %s, because %s', (trigger, provisional) => {
    expect(dueOrFail('thanh-dong', 'van-ban', trigger).provisional).toBe(provisional)
  })
})
