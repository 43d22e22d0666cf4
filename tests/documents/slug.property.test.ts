import slugify from '@sindresorhus/slugify'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quickSlug } from '../../pipeline/documents/slug.ts'

const syllables = fc.constantFrom(
  'Tổ',
  'dân',
  'phố',
  'ĐỒNG',
  'Việt',
  'đường',
  'UBND',
  'số',
  '12',
  '2026',
  'khoản',
  'Ở',
  'ủy',
  'HĐND',
  'iPhone',
  'Đăk',
  'R’Măng',
  'naïf',
  'a&b',
  'C++',
  '3D',
  'Covid19',
  'x2y',
  'kế',
  'hoạch',
)
const signs = fc.constantFrom(
  ' ',
  '  ',
  ', ',
  ' - ',
  ' – ',
  '/',
  ': ',
  '; ',
  ' (',
  ') ',
  '. ',
  '“',
  '’',
  '…',
  '_',
)
const headings = fc.array(fc.tuple(syllables, signs), { maxLength: 8 }).map((words) => words.flat().join(''))

test('the quick slug is slugify’s slug', () => {
  fc.assert(
    fc.property(headings, (heading) => {
      expect(quickSlug(heading)).toBe(slugify(heading.normalize('NFC')))
    }),
    { numRuns: 3000 },
  )
})
