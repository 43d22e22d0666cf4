import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodingOf, TCVN3, unicodeOf, unicodeRuns, VNI } from '../../pipeline/import/old-fonts.ts'

// biome-ignore format: a table
const ROWS = [
  ['.VnTime',   'UBND x· §ång ViÖt th«ng b¸o lÞch tiÕp c«ng d©n', 'UBND xã Đồng Việt thông báo lịch tiếp công dân', 'the usual font of the nineties'],
  ['.VnTimeH',  'ñy ban nh©n d©n',                                'ỦY BAN NHÂN DÂN',                                'a font of capitals alone'],
  ['.VnArialH', 'Céng hßa x· héi chñ nghÜa viÖt nam',             'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',             'capitals and small letters look alike there'],
  ['.vntime',   'h\u00ADíng dÉn',                                 'hướng dẫn',                                      'ư lies where Unicode has its soft hyphen'],
  ['VNI-Times', 'Uûy ban nhaân daân xaõ Ñoàng Vieät',             'Ủy ban nhân dân xã Đồng Việt',                   'sign behind vowel'],
  ['VNI-Times', 'ÑOÄC LAÄP - TÖÏ DO - HAÏNH PHUÙC',               'ĐỘC LẬP - TỰ DO - HẠNH PHÚC',                    'capital signs'],
  ['VNI-Helve', 'nghæ, kyõ, quyù, lyù, ngöôøi, söûa, myõ',        'nghỉ, kỹ, quý, lý, người, sửa, mỹ',              'letters that stand alone'],
  ['.VnTime',   'Ủy ban nhân dân',                                'Ủy ban nhân dân',                                'Unicode under an old font stays'],
  ['Times New Roman', 'naïve, ®',                                 'naïve, ®',                                       'another font'],
  ['.VnTime',   'Từ “2025” – 2026',                               'Từ “2025” – 2026',                               'punctuation of Windows'],
  ['.VnTime',   '§Ó phßng dÞch, Ủy ban nhân dân xã th«ng b¸o nh\xAD sau', 'Để phòng dịch, Ủy ban nhân dân xã thông báo như sau', 'words added later in Unicode, under the font that was there'],
  ['.VnTime',   'Lịch tiếp dân có đổi (2025 – 2026), gửi kèm ®Ó biÕt', 'Lịch tiếp dân có đổi (2025 – 2026), gửi kèm để biết', 'what could be either goes with what stands before it'],
  ['VNI-Times', 'Uûy ban nhaân daân xaõ Đồng Việt thoâng baùo',    'Ủy ban nhân dân xã Đồng Việt thông báo',         'the same in VNI'],
  ['VNI-Times', 'Trường học có hoà giải, quý vị khoẻ',             'Trường học có hoà giải, quý vị khoẻ',            'Unicode with the old tone style has no word of VNI'],
  ['.VnTime',   '\uF0A7\uF0E5ng',                                 'Đồng',                                           'bytes in the private area'],
] as const

test.each(ROWS)('%s %s', (font, text, expected) => {
  expect(unicodeOf({ text, font })).toBe(expected)
})

test('only names of old fonts mean an encoding', () => {
  expect(
    ['.VnTime', '.VnTimeH', 'VNI-Times', 'VNI Helve', 'Arial', 'Vni', undefined].map(encodingOf),
  ).toEqual(['tcvn3', 'tcvn3-capitals', 'vni', 'vni', undefined, undefined, undefined])
})

const VOWELS = 'aăâeêioôơuưy'
const TONES = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']
const SMALL = [...VOWELS].flatMap((vowel) => TONES.map((tone) => (vowel + tone).normalize('NFC'))).concat('đ')
const ALL = [...SMALL, ...SMALL.map((letter) => letter.toUpperCase())]

describe('the charts', () => {
  const plain = /^[aeiouy]$/i
  test('TCVN3 has a byte for every small Vietnamese letter', () => {
    const written = new Set(TCVN3.values())
    expect(SMALL.filter((letter) => !plain.test(letter) && !written.has(letter))).toEqual([])
  })
  test('VNI writes every Vietnamese letter', () => {
    const written = new Set(VNI.values())
    expect(ALL.filter((letter) => !plain.test(letter) && !written.has(letter))).toEqual([])
  })
})

const words = (letters: readonly string[]) =>
  fc
    .array(fc.constantFrom(...letters, ...'bcdghklmnpqrstvx', ' '), { maxLength: 30 })
    .map((all) => all.join(''))
const writer = (chart: ReadonlyMap<string, string>) => {
  const written = new Map([...chart].map(([bytes, letter]) => [letter, bytes]))
  return (text: string) => [...text].map((letter) => written.get(letter) ?? letter).join('')
}

describe('what is written in an old encoding is read again', () => {
  test('TCVN3', () => {
    const write = writer(TCVN3)
    fc.assert(fc.property(words(SMALL), (text) => unicodeOf({ text: write(text), font: '.VnTime' }) === text))
  })
  test('VNI, wherever Word cuts the run', () => {
    const write = writer(VNI)
    fc.assert(
      fc.property(words(ALL), fc.nat(60), (text, cut) => {
        const all = write(text)
        const runs = [all.slice(0, cut), all.slice(cut)].map((part) => ({ text: part, font: 'VNI-Times' }))
        return unicodeRuns(runs).join('') === text
      }),
    )
  })
})
