import { describe, expect, test } from 'vitest'
import { parseDay, parseInstant } from '../../pipeline/calendar/local-time.ts'
import type { Cell, Column } from '../../pipeline/tables/table.ts'
import { cellInWords, columnInWords, dongInWords } from '../../pipeline/tables/words.ts'

const integer = (value: number): Cell => ({ type: 'integer', value })
const decimal = (value: number): Cell => ({ type: 'decimal', value })
const share = (part: number, whole: number): Cell => ({ type: 'share', part, whole })
const minutes = (value: number): Cell => ({ type: 'minutes', minutes: value })
const day = (text: string): Cell => ({ type: 'day', day: parseDay(text) as number })
const instant = (text: string): Cell => ({ type: 'instant', at: parseInstant(text) as number })

// biome-ignore format: a table
const CELLS: readonly (readonly [cell: Cell, words: string, because: string])[] = [
  [integer(0),                              '0',                  'nothing is a number too'],
  [integer(999),                            '999',                'no dot below a thousand'],
  [integer(1_000),                          '1.000',              'a dot between thousands'],
  [integer(1_234_567),                      '1.234.567',          'and between millions'],
  [integer(-1_500),                         '-1.500',             'a reversing entry'],
  [{ type: 'dong', value: 23_400_000 },     '23.400.000',         'the unit stands at the column'],
  [decimal(2.34),                           '2,34',               'a decimal comma'],
  [decimal(0.1 + 0.2),                      '0,3',                'no noise of binary fractions'],
  [decimal(3),                              '3',                  'no needless zero'],
  [decimal(1_234.5),                        '1.234,5',            'dot and comma together'],
  [decimal(-0.00001),                       '0',                  'no minus before nothing'],
  [share(5, 6),                             '83,3\u00a0%',        'one place, a blank that does not break'],
  [share(1, 2),                             '50\u00a0%',          'no needless zero'],
  [share(0, 7),                             '0\u00a0%',           'none of some'],
  [share(7, 7),                             '100\u00a0%',         'all of some'],
  [share(0, 0),                             '–',                  'a whole of nothing has no share'],
  [share(19_999, 20_000),                   '99,9\u00a0%',        'one that is missing is never rounded away'],
  [share(1, 20_000),                        '0,1\u00a0%',         'nor one that is there'],
  [day('2026-11-05'),                       '05/11/2026',         'day, month, year'],
  [instant('2026-11-05T01:05:00Z'),         '08:05 05/11/2026',   'the clock of Vietnam'],
  [minutes(0),                              '0 phút',             'at once'],
  [minutes(45),                             '45 phút',            'below an hour'],
  [minutes(150),                            '2 giờ 30 phút',      'hours and minutes'],
  [minutes(2_879),                          '47 giờ 59 phút',     'still hours below two days'],
  [minutes(2_880),                          '48 giờ',             'a day of office time has not 24 hours'],
  [minutes(3 * 1_440 + 4 * 60 + 59),        '76 giờ 59 phút',     'however many they are'],
  [minutes(-90),                            '-1 giờ 30 phút',     'before its time'],
  [{ type: 'text', text: ' =1+1 ' },        ' =1+1 ',             'text stays as it is'],
  [{ type: 'none' },                        '–',                  'an empty place is seen'],
]

describe('a value in words', () => {
  test.each(CELLS)('%j is «%s»: %s', (cell, words) => expect(cellInWords(cell)).toBe(words))
})

test('money says its unit: in running text behind the sum, in a table at the column', () => {
  const column = (label: string): Column => ({ id: 'tien', label, type: 'dong' })
  expect(dongInWords(2_340_000)).toBe('2.340.000\u00a0đồng')
  expect(columnInWords(column('Số tiền'))).toBe('Số tiền (đồng)')
  expect(columnInWords(column('Nhuận bút, nghìn đồng'))).toBe('Nhuận bút, nghìn đồng')
})
