import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { miswrittenNumbers } from '../../pipeline/documents/cited-numbers.ts'
import { DOCUMENT_TYPES, parseDocumentNumber } from '../../pipeline/documents/document-number.ts'

// biome-ignore format: a table
const CASES: readonly (readonly [text: string, written: string | null, instead: string | null, because: string])[] = [
  ['số 849 / QĐ-UBND ngày',           '849 / QĐ-UBND',       '849/QĐ-UBND',       'spaces around the slash'],
  ['số 849/QĐ - UBND',                '849/QĐ - UBND',       '849/QĐ-UBND',       'spaces around the dash'],
  ['số 849/QĐ–UBND',                  '849/QĐ–UBND',         '849/QĐ-UBND',       'another dash'],
  ['số 849/QD-UBND',                  '849/QD-UBND',         '849/QĐ-UBND',       'only QĐ can be meant'],
  ['số 849/Q\u00D0-UBND',             '849/Q\u00D0-UBND',    '849/QĐ-UBND',       'a letter of Icelandic that looks the same'],
  ['Số: 849/QĐUBND',                  '849/QĐUBND',          '849/QĐ-UBND',       'a dash that is missing'],
  ['số 849/qđ-ubnd',                  '849/qđ-ubnd',         '849/QĐ-UBND',       'small letters'],
  ['Nghị định 30/2020/ND-CP',         '30/2020/ND-CP',       '30/2020/NĐ-CP',     'only NĐ can be meant'],
  ['Nghị định 30/2020/NĐ-Cp',         '30/2020/NĐ-Cp',       '30/2020/NĐ-CP',     'an issuer of the list'],
  ['Quyết định 19/2025/QĐ-TTG',       '19/2025/QĐ-TTG',      '19/2025/QĐ-TTg',    'the Prime Minister ends in a small letter'],
  ['Tờ trình số 33/TTR-UBND',         '33/TTR-UBND',         '33/TTr-UBND',       'TTr, not TT'],
  ['Nghị quyết 12/NQ-HDND',           '12/NQ-HDND',          '12/NQ-HĐND',        'the council'],
  ['Luật số 91/2025/QH 15',           '91/2025/QH 15',       '91/2025/QH15',      'the National Assembly'],
  ['Nghị quyết số 57/NQ-TW',          '57/NQ-TW',            '57-NQ/TW',          'the Party puts the dash first'],
  ['Nghị quyết số 57 -NQ/TW',         '57 -NQ/TW',           '57-NQ/TW',          'a space'],
  ['Công văn số 88 /CV-UBND',         '88 /CV-UBND',         '88/CV-UBND',        'a letter with CV before the issuer'],
  ['số 12 / 2025/QĐ-UBND',            '12 / 2025/QĐ-UBND',   '12/2025/QĐ-UBND',   'a space before what looks right alone'],
  ['Theo 849/QĐ-UBND và 12/QD-UBND',  '12/QD-UBND',          '12/QĐ-UBND',        'a wrong one behind a right one'],
  ['số 849/QĐ-UBND',                  null,                  null,                'as the document has it'],
  ['số 2450/VPCP-KGVX, 36-HD/VPTW',   null,                  null,                'letters and Party papers as they are'],
  ['số 1677/NQ-UBTVQH15',             null,                  null,                'the Standing Committee'],
  ['Đạt 1/2 kế hoạch, 3/4 - tức 75%', null,                  null,                'parts'],
  ['ngày 20/11 - TT Kép thông báo',   null,                  null,                'a day and a town'],
  ['nhà 12/3 Chi Lăng, tỷ số 2/1',    null,                  null,                'a house, a score'],
  ['15/TB - Văn phòng gửi',           null,                  null,                'an issuer in words'],
  ['12/XY-UBND, 849/ABC',             null,                  null,                'a type that nobody knows'],
  ['https://a.vn/849/QD-UBND',        null,                  null,                'an address'],
]

describe('numbers of documents that a text writes otherwise', () => {
  test.each(CASES)('%s → %s, %s: %s', (text, written, instead) => {
    const [found, ...others] = miswrittenNumbers(text)
    expect(others).toEqual([])
    expect([found?.written ?? null, found?.instead ?? null]).toEqual([written, instead])
    if (found) expect(text.slice(found.start, found.start + found.written.length)).toBe(written)
  })

  test('no number that is right is ever told, and what is put in its place is right', () => {
    const number = fc.tuple(
      fc.integer({ min: 1, max: 99_999 }),
      fc.option(fc.integer({ min: 2016, max: 2026 })),
      fc.constantFrom(...Object.keys(DOCUMENT_TYPES)),
      fc.constantFrom('UBND', 'HĐND', 'TTg', 'CP', 'BNV', 'VHXH', 'UBND-VX'),
    )
    fc.assert(
      fc.property(number, fc.constantFrom('', ' '), ([count, year, type, issuer], gap) => {
        const right = `${count}/${year ? `${year}/` : ''}${type}-${issuer}`
        expect(miswrittenNumbers(`Theo ${right} của`)).toEqual([])
        const spaced = `Theo ${right.replace('-', `${gap}- `)} của`
        expect(miswrittenNumbers(spaced).map(({ instead }) => instead)).toEqual([right])
        expect(parseDocumentNumber(right)).toBeDefined()
      }),
    )
  })

  test('a number is found however its pieces are parted', () => {
    const gap = fc.constantFrom('', ' ', '  ', '\u00A0')
    const before = fc.constantFrom('', 'Theo ', '(số ', 'tin/ ', '«', 'ngày 20/11/2026: ')
    const forms = fc.tuple(fc.tuple(gap, gap, gap, gap), fc.constantFrom('-', '–')).map(([gaps, dash]) => {
      const [a, b, c, d] = gaps
      return [
        [`12${a}/${b}QĐ${c}${dash}${d}UBND`, '12/QĐ-UBND'],
        [`12${a}/${b}2025${c}/${d}QD-UBND`, '12/2025/QĐ-UBND'],
        [`91${a}/${b}2025${c}/${d}QH15`, '91/2025/QH15'],
        [`57${a}${dash}${b}NQ${c}/${d}TW`, '57-NQ/TW'],
        [`57${a}/${b}NQ${c}${dash}${d}TW`, '57-NQ/TW'],
      ] as const
    })
    fc.assert(
      fc.property(before, forms, fc.constantFrom('', ' của', ', 1/2', '/a'), (before, forms, behind) => {
        for (const [written, right] of forms)
          expect(miswrittenNumbers(before + written + behind).map(({ instead }) => instead)).toEqual(
            written === right ? [] : [right],
          )
      }),
      { numRuns: 400 },
    )
  })

  test('any text is read', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('1', '2025', '/', '-', ' ', 'QĐ', 'NQ', 'UBND', 'TW', 'QH', 'ă') }),
        (text) => {
          for (const { start, written } of miswrittenNumbers(text))
            expect(text.startsWith(written, start)).toBe(true)
        },
      ),
    )
  })
})
