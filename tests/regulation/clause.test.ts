import { expect, test } from 'vitest'
import { clauseInWords } from '../../pipeline/regulation/clause.ts'

// biome-ignore format: a table
const cases = [
  ['D7',            'Điều 7',                                      'an article'],
  ['D7.K1',         'Điều 7 khoản 1',                              'a clause'],
  ['D9.K5#2',       'Điều 9 khoản 5 (khoản 5 thứ hai)',            'the text of Kép has two clauses numbered 5'],
  ['D9.K5#1',       'Điều 9 khoản 5',                              'the first of two is called as everybody calls it'],
  ['D4.K1.a',       'Điều 4 khoản 1 điểm a',                       'a point'],
  ['D11.K2#1.đ',    'Điều 11 khoản 2 điểm đ',                      'the letter đ counts'],
  ['D7.K2.2.4.g1',  'Điều 7 khoản 2 mục 2.4 đoạn 1',               'Kon Rẫy numbers items inside a clause'],
  ['D2.g2',         'Điều 2 đoạn 2',                               'an unnumbered paragraph'],
  ['QD.D2',         'Điều 2 Quyết định ban hành',                  'of the issuing decision'],
  ['QD',            'Phần căn cứ của Quyết định ban hành',         'its preamble'],
] as const

test.each(cases)('%s is %s: %s', (ref, words) => expect(clauseInWords(ref)).toBe(words))
