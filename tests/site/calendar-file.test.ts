import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeText, fold } from '../../pipeline/calendar/icalendar.ts'
import { parseInstant } from '../../pipeline/calendar/local-time.ts'
import { calendarFile } from '../../pipeline/site/calendar-file.ts'
import type { WrittenEntry } from '../../pipeline/site/schedule.ts'

const stamped = parseInstant('2026-11-19T09:50:00+07:00') as number
const meeting: WrittenEntry = {
  date: '2026-11-23',
  from: '08:00',
  to: '11:30',
  what: 'Họp giao ban; rà soát việc tuần trước, giao việc tuần này',
  who: 'Chủ tịch UBND phường',
  where: 'Phòng họp số 1, trụ sở UBND phường',
  note: 'Mang theo báo cáo\ntháng 11',
}
const file = (...entries: readonly WrittenEntry[]) =>
  calendarFile({
    name: 'Lịch công tác, phường Thành Đông',
    host: 'thanhdong.haiphong.gov.vn',
    url: 'https://thanhdong.haiphong.gov.vn/trang/lich-cong-tac/',
    entries,
    stamped,
  })

/** RFC 5545, 3.1: a line that begins with a space goes on with the line before. */
const unfold = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n').slice(0, -1)
const valuesOf = (text: string, name: string): string[] =>
  unfold(text)
    .filter((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`))
    .map((line) => line.slice(line.indexOf(':') + 1))

test('a whole file, as other calendars read it', () => {
  expect(unfold(file(meeting))).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//congbo//lich//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'X-WR-CALNAME:Lịch công tác\\, phường Thành Đông',
    'X-WR-TIMEZONE:Asia/Ho_Chi_Minh',
    'BEGIN:VEVENT',
    expect.stringMatching(/^UID:[0-9a-f]{16}@thanhdong\.haiphong\.gov\.vn$/),
    'DTSTAMP:20261119T025000Z',
    'DTSTART:20261123T010000Z',
    'DTEND:20261123T043000Z',
    'SUMMARY:Họp giao ban\\; rà soát việc tuần trước\\, giao việc tuần này',
    'LOCATION:Phòng họp số 1\\, trụ sở UBND phường',
    'DESCRIPTION:Chủ trì\\, tham dự: Chủ tịch UBND phường\\nMang theo báo cáo\\ntháng 11',
    'URL:https://thanhdong.haiphong.gov.vn/trang/lich-cong-tac/',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ])
})

// biome-ignore format: one row each
const spans = [
  // written                                              start                  end                    because
  [{ date: '2026-11-23', from: '08:00', to: '11:30' }, '20261123T010000Z',   ['20261123T043000Z'], 'seven hours before Vietnam, all the year'],
  [{ date: '2026-07-01', from: '13:30', to: '17:00' }, '20260701T063000Z',   ['20260701T100000Z'], 'no summer time'],
  [{ date: '2026-01-01', from: '06:30', to: '07:30' }, '20251231T233000Z',   ['20260101T003000Z'], 'an early hour is on the day before in UTC'],
  [{ date: '2026-11-23', from: '08:00' },              '20261123T010000Z',   [],                   'no end was written, none is invented'],
  [{ date: '2024-02-29' },                             '20240229',           ['20240301'],         'a whole day ends where the next begins'],
] as const

test.each(spans)('%j starts at %s and ends at %j: %s', (hours, start, end) => {
  const { from: _, to: __, ...rest } = meeting
  const text = file({ ...rest, ...hours })
  expect(valuesOf(text, 'DTSTART')).toEqual([start])
  expect(valuesOf(text, 'DTEND')).toEqual(end)
})

describe('the name of an event', () => {
  const uid = (entry: WrittenEntry) => valuesOf(file(entry), 'UID')[0]
  // biome-ignore format: one row each
  const changes = [
    [{ where: 'Phòng họp số 2' }, true,  'the room was changed: the same meeting moves'],
    [{ to: '10:00' },             true,  'it ends earlier'],
    [{ note: 'Hoãn' },            true,  'a note was added'],
    [{ what: 'Họp khác' },        false, 'another meeting'],
    [{ date: '2026-11-24' },      false, 'another day'],
    [{ from: '09:00' },           false, 'another hour may be another meeting of the same day'],
  ] as const
  test.each(changes)('after %j is the same: %s, because %s', (change, same) => {
    expect(uid({ ...meeting, ...change }) === uid(meeting)).toBe(same)
  })
  test('is its own even where an entry was written twice', () => {
    expect(new Set(valuesOf(file(meeting, meeting, meeting), 'UID')).size).toBe(3)
  })
})

const text = fc.string({ unit: fc.constantFrom(...'Tiếp công dân, ưu đãi; \\ \n"đ…🏛️') })

describe('for every schedule', () => {
  const entries = fc.array(
    fc.record({
      date: fc.constantFrom('2026-11-23', '2026-12-31', '2028-02-29'),
      what: text,
      who: text,
      where: text,
      note: text,
    }),
    { maxLength: 6 },
  )
  test('no line is over 75 octets, every line ends in CR LF, and no letter is cut', () => {
    fc.assert(
      fc.property(entries, (some) => {
        const made = file(...some)
        const lines = made.split('\r\n')
        expect(lines.at(-1)).toBe('')
        expect(lines.every((line) => Buffer.byteLength(line) <= 75 && !/[\r\n]/.test(line))).toBe(true)
        expect(made.isWellFormed()).toBe(true)
        expect(Buffer.from(made).toString()).toBe(made)
      }),
    )
  })
  test('every line is a name and a value, and every event has what RFC 5545 asks for', () => {
    fc.assert(
      fc.property(entries, (some) => {
        const made = file(...some)
        expect(unfold(made).every((line) => /^[A-Z-]+(?:;[A-Z-]+=[A-Z-]+)*:/.test(line))).toBe(true)
        for (const name of ['UID', 'DTSTAMP', 'DTSTART', 'SUMMARY'])
          expect(valuesOf(made, name)).toHaveLength(some.length)
      }),
    )
  })
  test('what was written is read back', () => {
    fc.assert(
      fc.property(text, (written) => {
        const read = (unfold(`${fold(`SUMMARY:${escapeText(written)}`)}\r\n`)[0] as string)
          .slice('SUMMARY:'.length)
          .replaceAll(/\\([nN\\;,])/g, (_, sign) => (sign === 'n' || sign === 'N' ? '\n' : sign))
        expect(read).toBe(written)
      }),
    )
  })
})

test('the same schedule gives the same bytes', () => {
  expect(file(meeting)).toBe(file(meeting))
})
