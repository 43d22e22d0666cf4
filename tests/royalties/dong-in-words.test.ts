import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dongInWords } from '../../pipeline/royalties/dong-in-words.ts'

// biome-ignore format: a table
const SUMS = [
  // đồng,         in words,                                                                     because
  [0,              'Không đồng',                                                                'nothing is owed'],
  [5,              'Năm đồng',                                                                  'one digit'],
  [10,             'Mười đồng',                                                                 'ten is a word of its own'],
  [11,             'Mười một đồng',                                                             'after mười, 1 stays một'],
  [15,             'Mười lăm đồng',                                                             '5 after a ten is lăm'],
  [20,             'Hai mươi đồng',                                                             'full tens'],
  [21,             'Hai mươi mốt đồng',                                                         '1 after mươi is mốt'],
  [55,             'Năm mươi lăm đồng',                                                         'năm in front, lăm behind'],
  [100,            'Một trăm đồng',                                                             'full hundreds'],
  [105,            'Một trăm linh năm đồng',                                                    'an empty ten is linh, and năm stays'],
  [115,            'Một trăm mười lăm đồng',                                                    'mười inside a hundred'],
  [1_000,          'Một nghìn đồng',                                                            'no empty hundred after it'],
  [1_001,          'Một nghìn không trăm linh một đồng',                                        'empty hundreds are read inside a number'],
  [253_000,        'Hai trăm năm mươi ba nghìn đồng',                                           'the unit value of July 2026'],
  [1_518_000,      'Một triệu năm trăm mười tám nghìn đồng',                                    'coefficient 6'],
  [1_000_005,      'Một triệu không trăm linh năm đồng',                                        'an empty group of thousands is left out'],
  [1_234_567,      'Một triệu hai trăm ba mươi bốn nghìn năm trăm sáu mươi bảy đồng',           'every group'],
  [20_021_000,     'Hai mươi triệu không trăm hai mươi mốt nghìn đồng',                         'mốt before nghìn'],
  [1_000_000_000,  'Một tỷ đồng',                                                               'a thousand million'],
  [2_005_000_000,  'Hai tỷ không trăm linh năm triệu đồng',                                     'millions after a tỷ'],
  [1_000_000_000_000, 'Một nghìn tỷ đồng',                                                      'a thousand of them'],
  [-45_000,        'Âm bốn mươi lăm nghìn đồng',                                                'more is taken back than owed'],
] as const

describe('a sum in words', () => {
  test.each(SUMS)('%i: %s (%s)', (sum, words) => expect(dongInWords(sum)).toBe(words))

  test('no two sums read alike', () => {
    fc.assert(
      fc.property(
        fc.nat(10 ** 13),
        fc.nat(10 ** 13),
        (a, b) => (a === b) === (dongInWords(a) === dongInWords(b)),
      ),
    )
  })

  test('a part of a đồng is a bug', () => expect(() => dongInWords(1.5)).toThrow())
})
