import { expect, test } from 'vitest'
import { parseInstant } from '../../pipeline/calendar/local-time.ts'
import { packCalendar, unpackCalendar } from '../../pipeline/editor/calendar-data.ts'
import { deadlineLine, type Typed } from '../../pipeline/editor/deadline-line.ts'
import { formData, lawOf } from '../../pipeline/editor/form-data.ts'
import type { Kind } from '../../pipeline/regulation/regulation.ts'
import { PORTALS, portalOf } from '../support/portals.ts'

const EMPTY = { contacts: () => new Set<string>(), formerNames: () => [] }

/** As the form has it: through JSON. */
function sayOf(id: string, kind: Kind, typed: Typed, now: string) {
  const data = formData(portalOf(id), { backend: {}, collections: [] }, undefined, EMPTY)
  const { regulation, calendar } = lawOf(JSON.parse(JSON.stringify(data)))
  return deadlineLine(regulation, calendar, kind, typed, parseInstant(now) as number)
}

// biome-ignore format: a table
test.each([
  ['thanh-dong', 'tin-su-kien', { eventDate: '2026-11-20T08:00:00+07:00' }, '2026-11-20T09:00:00+07:00',
    'calm', 'Phải đăng trước 08:00 ngày 23/11/2026', 'the hours of an afternoon that ended go on after the weekend'],
  ['thanh-dong', 'tin-su-kien', { eventDate: '2026-11-20T08:00:00+07:00' }, '2026-11-24T09:00:00+07:00',
    'late',  'Lý do quá hạn', 'late is not refused, and the writer is told what to write'],
  ['thanh-dong', 'tin-su-kien', { eventDate: '' }, '2026-11-20T09:00:00+07:00',
    'ask',   'Ghi thời điểm diễn ra ở trên', 'an empty field is no date'],
  ['thanh-dong', 'bai-viet', {}, '2026-11-20T09:00:00+07:00',
    'calm',  'không đặt thời hạn', 'articles have no deadline in numbers'],
  ['thanh-dong', 'tin-su-kien', { eventDate: '2026-11-20' }, '2026-11-20T09:00:00+07:00',
    'ask',   'chỉ ghi ngày', 'hours cannot be counted from a day'],
  ['dong-viet', 'tin-su-kien', { eventDate: '2024-05-14T08:00:00+07:00' }, '2024-05-15T09:00:00+07:00',
    'calm',  'không đặt thời hạn', 'this regulation sets none'],
] as [string, Kind, Typed, string, string, string, string][])('%s, %s, %o at %s: %s, «%s» (%s)', (id, kind, typed, now, tone, words) => {
  const said = sayOf(id, kind, typed, now)
  expect(said).toMatchObject({ tone })
  expect(said.text).toContain(words)
})

test('every deadline that is told names its clause', () => {
  expect(
    sayOf(
      'thanh-dong',
      'tin-su-kien',
      { eventDate: '2026-11-20T08:00:00+07:00' },
      '2026-11-20T09:00:00+07:00',
    ).text,
  ).toContain('Điều 7 khoản 1 Quy chế phường Thành Đông')
})

test.each(PORTALS)('the calendar of %s is the same after its way through JSON', (id) => {
  const { calendar } = portalOf(id)
  expect(unpackCalendar(JSON.parse(JSON.stringify(packCalendar(calendar))))).toEqual(calendar)
})
