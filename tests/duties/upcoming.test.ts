import { describe, expect, test } from 'vitest'
import { formatDay, formatInstant, parseInstant } from '../../pipeline/calendar/local-time.ts'
import { type Duty, tally, upcomingDuties } from '../../pipeline/duties/upcoming.ts'
import { PORTALS, portalOf } from '../support/portals.ts'

const instant = (text: string): number => {
  const found = parseInstant(text)
  if (found === undefined) throw new Error(`no instant: ${text}`)
  return found
}

function dutyOf(portal: string, id: string): Duty {
  const found = portalOf(portal).regulation.law.duties.find((duty) => duty.id === id)
  if (!found) throw new Error(`${portal} has no duty ${id}`)
  return found
}

const upcoming = (portal: string, now: string) => upcomingDuties(portalOf(portal).regulation, instant(now))
const spanOf = (portal: string, id: string, now: string) =>
  upcoming(portal, now).find(({ duty }) => duty.id === id)?.span

describe('what was supplied in a period, and what is still owed', () => {
  test('case 40: two articles twenty minutes apart lie in two months, because midnight is Vietnam’s', () => {
    const quota = dutyOf('kep', 'dinh-muc-tin-bai')
    expect(quota).toMatchObject({ every: 'P1M', amount: 2, scope: 'member', basis: 'D6.K1' })
    const published = [instant('2024-04-30T16:50:00Z'), instant('2024-04-30T17:10:00Z')]
    const april = tally(published, instant('2024-04-15T09:00:00+07:00'), quota)
    const may = tally(published, instant('2024-05-15T09:00:00+07:00'), quota)
    expect(april).toMatchObject({ count: 1, short: 1, span: { label: 'tháng 04/2024' } })
    expect(may).toMatchObject({ count: 1, short: 1, span: { label: 'tháng 05/2024' } })
  })
  test('case 43: a unit that supplied nothing in February is short at the end of 28 February', () => {
    const supply = dutyOf('kon-ray', 'cung-cap-hang-thang')
    expect(supply).toMatchObject({ every: 'P1M', scope: 'unit' })
    expect([supply.basis].flat()).toContain('D11.K4.a')
    const published = [instant('2025-01-31T23:59:00+07:00'), instant('2025-03-01T00:00:00+07:00')]
    const february = tally(published, instant('2025-02-10T09:00:00+07:00'), supply)
    expect(february).toMatchObject({ count: 0, short: 1 })
    expect(formatInstant(february?.span.end as number)).toBe('2025-03-01T00:00:00+07:00')
  })
  // biome-ignore format: a table
  test.each([
    [3, 0, 'more than asked for owes nothing'],
    [2, 0, 'exactly what is asked for'],
    [0, 2, 'nothing at all'],
  ])('%i of 2 leaves %i: %s', (count, short) => {
    const published = Array.from({ length: count }, (_, index) => instant(`2024-04-0${index + 1}T09:00:00+07:00`))
    expect(tally(published, instant('2024-04-30T23:59:59+07:00'), dutyOf('kep', 'dinh-muc-tin-bai'))).toMatchObject({ count, short })
  })
  test('a duty without a period is not counted', () => {
    expect(tally([], instant('2024-04-15T09:00:00+07:00'), dutyOf('kep', 'ke-hoach'))).toBeUndefined()
  })
})

describe('the periods that run', () => {
  test('case 42: the half year ends with 30 June, and that is a reminder, no breach', () => {
    const duty = dutyOf('dong-viet', 'bao-cao-6-thang')
    expect([duty.basis].flat()).toContain('D5.K5')
    const span = spanOf('dong-viet', 'bao-cao-6-thang', '2024-06-30T23:59:59+07:00')
    expect(span).toMatchObject({ label: '6 tháng đầu năm 2024', end: instant('2024-07-01T00:00:00+07:00') })
    expect([formatDay(span?.first as number), formatDay(span?.last as number)]).toEqual([
      '2024-01-01',
      '2024-06-30',
    ])
    expect(Object.keys(duty)).not.toContain('due')
    expect(Object.keys(upcoming('dong-viet', '2024-07-01T00:00:00+07:00')[0] ?? {}).sort()).toEqual([
      'duty',
      'span',
    ])
  })
  // biome-ignore format: a table
  test.each([
    ['dong-viet', 'bao-cao-6-thang',        '2024-07-01T00:00:00+07:00', '6 tháng cuối năm 2024', 'the next period begins at once'],
    ['dong-viet', 'bao-cao-6-thang',        '2024-06-30T17:00:00Z',      '6 tháng cuối năm 2024', 'midnight in Vietnam, whatever the offset'],
    ['dong-viet', 'cap-nhat-hang-ngay',     '2024-02-29T23:59:00+07:00', '29/02/2024',            'a leap day is a day'],
    ['kep',       'bao-cao-quy',            '2024-03-31T23:59:59+07:00', 'quý I/2024',            'a quarter ends with its last day'],
    ['kep',       'bao-cao-nam',            '2024-12-31T17:00:00Z',      'năm 2025',              'the year turns in Vietnam first'],
    ['kep',       'dinh-muc-tin-bai',       '2024-02-29T23:59:59+07:00', 'tháng 02/2024',         'February of a leap year'],
  ])('%s %s at %s is in %s: %s', (portal, id, now, label) => {
    expect(spanOf(portal, id, now)?.label).toBe(label)
  })
  test.each(PORTALS)(
    '%s: what ends first stands first, what has no period last, every duty once',
    (portal) => {
      const found = upcoming(portal, '2024-05-15T09:00:00+07:00')
      const ends = found.map(({ span }) => span?.end ?? Number.POSITIVE_INFINITY)
      expect(ends).toEqual([...ends].sort((a, b) => a - b || 0))
      expect(found.map(({ duty }) => duty.id).sort()).toEqual(
        portalOf(portal)
          .regulation.law.duties.map(({ id }) => id)
          .sort(),
      )
      for (const { duty, span } of found) expect(span === undefined).toBe(duty.every === null)
    },
  )
})
