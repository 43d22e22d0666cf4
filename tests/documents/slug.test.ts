import { describe, expect, test } from 'vitest'
import { slugOf } from '../../pipeline/documents/slug.ts'

const LONG = 'tong-ve-sinh-'.repeat(10)

// biome-ignore format: a table
const SLUGS = [
  // text,                                    slug,                              because
  ['Đồng Việt ra quân',                       'dong-viet-ra-quan',               'Đ and the marks go, words are joined'],
  ['Ủy ban nhân dân phường Thành Đông',       'uy-ban-nhan-dan-phuong-thanh-dong', 'every tone and every vowel'],
  ['ăâđêôơư ẰẲẴẮẶ ỳỷỹýỵ',                     'aadeoou-aaaaa-yyyyy',             'the letters that only Vietnamese has'],
  ['Kế hoạch 312/KH-UBND',                    'ke-hoach-312-kh-ubnd',            'signs part words'],
  ['«Ngõ sạch», “Nhà đẹp”…',                  'ngo-sach-nha-dep',                'quotation marks'],
  ['  Tổng   vệ sinh  ',                      'tong-ve-sinh',                    'spaces'],
  ['tong--ve-sinh-',                          'tong-ve-sinh',                    'dashes in a row and at the end'],
  ['a.b_c',                                   'a-b-c',                           'dots and underscores'],
  ['../../etc/passwd',                        'etc-passwd',                      'no path comes through'],
  ['CON',                                     'con',                             'capitals'],
  ['20/11/2026',                              '20-11-2026',                      'a date'],
  ['tong-ve-sinh-dot-2',                      'tong-ve-sinh-dot-2',              'a slug stays'],
  ['',                                        'bai',                             'nothing'],
  ['«…»',                                     'bai',                             'nothing but signs'],
  ['Tổng vệ sinh'.normalize('NFD'),           'tong-ve-sinh',                    'decomposed Unicode'],
  ['a\u202Eb\u200Bc',                         'a-b-c',                           'invisible characters'],
  ['x'.repeat(120),                           'x'.repeat(120),                   '120 characters fit'],
  ['x'.repeat(121),                           'x'.repeat(120),                   'one word that is longer is cut'],
  [`${LONG}cuoi-nam`,                         LONG.slice(0, 116),                'cut at the end of a word'],
] as const

describe('slugs', () => {
  test.each(SLUGS)('%s becomes %s: %s', (text, slug) => {
    expect(slugOf(text)).toBe(slug)
  })
  test.each(SLUGS)('the slug of %s is its own slug', (text) => {
    expect(slugOf(slugOf(text))).toBe(slugOf(text))
  })
})
