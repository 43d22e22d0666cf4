import { expect, test } from 'vitest'
import { parseDay } from '../../pipeline/calendar/local-time.ts'
import { effectOf } from '../../pipeline/site/effect.ts'

const today = parseDay('2026-11-20') as number

// biome-ignore format: one row each
const cases = [
  // from         until          replaced by                     says                                             because
  [undefined,     undefined,     undefined,                      undefined,                                       'nothing is known, nothing is said'],
  ['2026-11-21',  undefined,     undefined,                      'Chưa có hiệu lực',                              'it begins tomorrow'],
  ['2026-11-20',  undefined,     undefined,                      'Còn hiệu lực',                                  'it begins today'],
  ['2020-01-01',  undefined,     undefined,                      'Còn hiệu lực',                                  'no end is known'],
  ['2020-01-01',  '2026-11-21',  undefined,                      'Còn hiệu lực',                                  'the last day of its force'],
  ['2020-01-01',  '2026-11-20',  undefined,                      'Hết hiệu lực từ 20/11/2026',                    'the day of expiry is the first without force'],
  [undefined,     '2026-11-19',  undefined,                      'Hết hiệu lực từ 19/11/2026',                    'the end is known without the beginning'],
  [undefined,     '2026-12-31',  undefined,                      undefined,                                       'an end to come does not tell whether it has begun'],
  ['2020-01-01',  undefined,     ['12/2026/QĐ-UBND'],            'Đã được thay thế bởi 12/2026/QĐ-UBND',          'a replacement without a day counts at once'],
  ['2020-01-01',  '2026-07-01',  ['12/2026/QĐ-UBND'],            'Đã được thay thế bởi 12/2026/QĐ-UBND',          'the reader is told where to go on'],
  ['2020-01-01',  '2027-01-01',  ['12/2026/QĐ-UBND'],            'Còn hiệu lực',                                  'the replacement has been issued and its day is to come'],
  ['2027-01-01',  '2027-07-01',  undefined,                      'Chưa có hiệu lực',                              'both days are to come'],
  [undefined,     undefined,     ['1/QĐ-UBND', '2/QĐ-UBND'],     'Đã được thay thế bởi 1/QĐ-UBND, 2/QĐ-UBND',     'two documents took its place'],
] as const

test.each(cases)(
  'from %s until %s, replaced by %j: %s, because %s',
  (effectiveDate, expiryDate, replacedBy, says) => {
    const fields = {
      ...(effectiveDate ? { effectiveDate } : {}),
      ...(expiryDate ? { expiryDate } : {}),
      ...(replacedBy ? { replacedBy } : {}),
    }
    expect(effectOf(fields, today)?.text).toBe(says)
  },
)
