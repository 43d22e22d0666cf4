import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromIndex, hasMarks, plainText, toIndex, wordsOf } from '../../templates/assets/js/search-text.js'

/** What Pagefind makes of a word: its signs gone, its marks gone. */
const folded = (text: string) =>
  text
    .split(' ')
    .map((word) =>
      word
        .normalize('NFD')
        .replace(/[\p{M}\p{P}\p{S}]/gu, '')
        .toLowerCase(),
    )
    .filter(Boolean)

// biome-ignore format: a table
const WORDS = [
  // text                      words to Pagefind                          because
  ['Đồng Việt',                ['dong', 'viet'],                          'đ folds like any mark'],
  ['ĐẤT ĐAI',                  ['dat', 'dai'],                            'capital Đ too'],
  ['849/QĐ-UBND',              ['849', 'qd', 'ubnd'],                     'a number is a phrase of its parts'],
  ['kinh tế - xã hội',         ['kinh', 'te', 'xa', 'hoi'],               'a hyphen alone is no word'],
  ['kinh tế-xã hội',           ['kinh', 'te', 'xa', 'hoi'],               'nor is one between two words'],
  ['diện tích 1.150 m',        ['dien', 'tich', '1150', 'm'],             'a number with a full stop is one word'],
  ['Đăk R’lấp',                ['dak', 'rlap'],                           'an apostrophe is part of a name'],
  ['“Bình yên” (một)',         ['binh', 'yen', 'mot'],                    'quotation marks are no words'],
  ['một – – hai',              ['mot', 'hai'],                            'nor are two dashes'],
  ['một + hai = ba',           ['mot', 'hai', 'ba'],                      'nor are signs of arithmetic'],
  ['nhà ở'.normalize('NFD'),   ['nha', 'o'],                              'decomposed text is the same text'],
  ['ngày 3/4/2026.',           ['ngay', '3', '4', '2026'],                'a date is a phrase'],
] as const

describe('words in the index', () => {
  test.each(WORDS)('%s → %j', (text, words) => expect(folded(toIndex(text))).toEqual(words))
})

test('what was indexed is shown as it was written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(fromIndex(toIndex(text))).toBe(plainText(text))
    }),
    { numRuns: 2000 },
  )
})

test('so is text of the very signs that matter', () => {
  const unit = fc.constantFrom(..."đĐdD/-–.,'’ ()“”+123aếU\u0335\u2055\u2056\u0301\u200B\n".split(''))
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      expect(fromIndex(toIndex(text))).toBe(plainText(text))
    }),
    { numRuns: 5000 },
  )
})

test('a query has the words of the text that it is copied from', () => {
  const unit = fc.constantFrom(...'đĐd/-–., ()+1aếU '.split(''))
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      expect(folded(wordsOf(text).join(' '))).toEqual(folded(toIndex(text)))
    }),
  )
})

// biome-ignore format: a table
const MARKED = [
  ['dong viet', false, 'bare letters'],
  ['đong viet', true,  'a đ'],
  ['Đồng Việt', true,  'all marks'],
  ['việt'.normalize('NFD'), true, 'decomposed'],
  ['849/QD-UBND', false, 'a number'],
] as const
test.each(MARKED)('%s has marks: %s (%s)', (query, expected) => expect(hasMarks(query)).toBe(expected))
