import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDay, formatInstant, parseInstant } from '../../pipeline/calendar/local-time.ts'
import { parsePeriod, periodOf } from '../../pipeline/calendar/periods.ts'

// biome-ignore format: a table
const CODES: readonly (readonly [string, string, string, string, string])[] = [
  // code,    first,        end,                         in words,               because
  ['2026-11', '2026-11-01', '2026-12-01T00:00:00+07:00', 'tháng 11/2026',        'a month'],
  ['2024-02', '2024-02-01', '2024-03-01T00:00:00+07:00', 'tháng 02/2024',        'a leap year'],
  ['2026-Q4', '2026-10-01', '2027-01-01T00:00:00+07:00', 'quý IV/2026',          'a quarter'],
  ['2026-H1', '2026-01-01', '2026-07-01T00:00:00+07:00', '6 tháng đầu năm 2026', 'half a year'],
  ['2026',    '2026-01-01', '2027-01-01T00:00:00+07:00', 'năm 2026',             'a year'],
]

describe('a period by its code', () => {
  test.each(CODES)('%s begins on %s and ends before %s: «%s», %s', (code, first, end, label) => {
    const span = parsePeriod(code)?.span
    expect(span && [formatDay(span.first), formatInstant(span.end), span.label, span.code]).toEqual([
      first,
      end,
      label,
      code,
    ])
  })
  test.each([
    '2026-13',
    '2026-00',
    '2026-Q5',
    '2026-Q0',
    '2026-H3',
    '26-11',
    '2026-1',
    'tháng 11',
    '',
    '2026-11-01',
  ])('%j is none', (code) => {
    expect(parsePeriod(code)).toBeUndefined()
  })
})

test('every instant lies in exactly one period of each kind, which is found again by its code', () => {
  const instant = fc.integer({
    min: parseInstant('2000-01-01T00:00:00+07:00') as number,
    max: parseInstant('2099-12-31T23:59:59+07:00') as number,
  })
  fc.assert(
    fc.property(instant, fc.constantFrom('P1M', 'P3M', 'P6M', 'P1Y'), (at, every) => {
      const span = periodOf(at, every)
      expect(parsePeriod(span.code)).toEqual({ every, span })
      expect(at).toBeLessThan(span.end)
      expect(periodOf(span.end, every).first).toBe(span.last + 1)
    }),
  )
})
