import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DOCUMENT_TYPES } from '../../pipeline/documents/document-number.ts'
import { numberKeys, queryKeys } from '../../templates/assets/js/document-number.js'

const finds = (
  query: string,
  document: { number: string; type?: string | undefined; year?: string | undefined },
): boolean => {
  const keys = new Set(numberKeys(document))
  return queryKeys(query).some((key) => keys.has(key))
}

test.each(Object.entries(DOCUMENT_TYPES))(
  'the browser knows the type %s as the check does: “%s 849” finds it',
  (abbreviation, type) => {
    expect(finds(`${type} 849`, { number: `849/${abbreviation}-UBND`, type })).toBe(true)
  },
)

const DECISION = { number: '849/QĐ-UBND', type: 'Quyết định', year: '2026' }
const RESOLUTION = { number: '01/2026/NQ-HĐND', type: 'Nghị quyết', year: '2026' }
const LETTER = { number: '1234/UBND-VP', type: 'Công văn', year: '2026' }
const LAW = { number: '33/2013/QH13', type: 'Luật', year: '2013' }
const PARTY = { number: '12-KL/ĐU', type: 'Kết luận', year: '2025' }

// biome-ignore format: a table
const FOUND = [
  // query                            document    because
  ['849/QĐ-UBND',                     DECISION,   'as it is written'],
  ['849/QD-UBND',                     DECISION,   'without the stroke'],
  ['849 qđ ubnd',                     DECISION,   'spaces, lower case'],
  ['849 qd ubnd',                     DECISION,   'spaces, no marks'],
  ['849/qđ/ubnd',                     DECISION,   'slashes only'],
  ['849-QĐ-UBND',                     DECISION,   'hyphens only'],
  ['849.QĐ.UBND',                     DECISION,   'full stops'],
  ['849 / QĐ - UBND',                 DECISION,   'spaces around the signs'],
  ['849–QĐ–UBND',                     DECISION,   'dashes of a word processor'],
  ['849/QĐUBND',                      DECISION,   'one hyphen forgotten'],
  ['849qdubnd',                       DECISION,   'all in one'],
  ['849/QĐ',                          DECISION,   'only the type'],
  ['QĐ 849',                          DECISION,   'type first'],
  ['qd849',                           DECISION,   'type first, no space'],
  ['quyết định 849',                  DECISION,   'type in words'],
  ['Quyết định số 849',               DECISION,   'type in words, “số”'],
  ['quyet dinh so 849',               DECISION,   'no marks at all'],
  ['QUYẾT ĐỊNH 849',                  DECISION,   'capitals'],
  ['QĐ số 849/2026',                  DECISION,   'with the year, which the number itself does not hold'],
  ['quyết định 849 năm 2026',         DECISION,   'with the year in words'],
  ['Quyết định số 849/QĐ-UBND',       DECISION,   'type twice'],
  ['số 849/QĐ-UBND',                  DECISION,   '“số” first'],
  ['Số: 849/QĐ-UBND',                 DECISION,   'copied from the head of the paper'],
  ['quyết định 849 của UBND phường',  DECISION,   'words after it'],
  ['849',                             DECISION,   'the number alone'],
  ['849 UBND',                        DECISION,   'the issuer alone'],
  ['0849/QĐ-UBND',                    DECISION,   'a zero before it'],
  ['849/QĐ-UBND'.normalize('NFD'),    DECISION,   'typed on a machine that decomposes'],
  ['1/NQ-HĐND',                       RESOLUTION, 'no zero, no year'],
  ['01/2026/NQ-HĐND',                 RESOLUTION, 'as it is written'],
  ['nghi quyet 01/2026',              RESOLUTION, 'type, number, year'],
  ['nghị quyết 1',                    RESOLUTION, 'type and number'],
  ['1234/UBND-VP',                    LETTER,     'a letter names no type'],
  ['công văn 1234',                   LETTER,     'but has one'],
  ['công văn 1234/UBND-VP',           LETTER,     'both'],
  ['CV 1234',                         LETTER,     'as offices say it'],
  ['33/2013/QH13',                    LAW,        'digits within the issuer'],
  ['luật 33/2013',                    LAW,        'a law by its number'],
  ['12-KL/DU',                        PARTY,      'a paper of the Party'],
  ['kết luận 12',                     PARTY,      'the same in words'],
] as const

// biome-ignore format: a table
const NOT_FOUND = [
  ['84/QĐ-UBND',        DECISION,   'another number that begins like it'],
  ['8490/QĐ-UBND',      DECISION,   'another number that it begins'],
  ['849/KH-UBND',       DECISION,   'another type'],
  ['kế hoạch 849',      DECISION,   'another type in words'],
  ['quyết định 849/2025', DECISION, 'another year'],
  ['849/QĐ-HĐND',       DECISION,   'another issuer'],
  ['quyết định 849/QĐ-HĐND', DECISION, 'another issuer, the type twice'],
  ['quyết định',        DECISION,   'no number'],
  ['8/4/2026',          { number: '8/QĐ-UBND', year: '2026' }, 'a date'],
  ['',                  DECISION,   'nothing'],
] as const

describe('a document is found by', () => {
  test.each(FOUND)('“%s”', (query, document) => expect(finds(query, document)).toBe(true))
})
describe('a document is not found by', () => {
  test.each(NOT_FOUND)('“%s”', (query, document) => expect(finds(query, document)).toBe(false))
})

const types = fc.constantFrom('QĐ', 'KH', 'TB', 'NQ', 'TTr', 'BC', 'CTr')
const issuers = fc.constantFrom('UBND', 'HĐND', 'VP', 'MTTQ')
const separators = fc.constantFrom('/', '-', ' ', '.', ' / ', ' - ', '–')
const numbers = fc.record({ number: fc.integer({ min: 1, max: 99_999 }), type: types, issuer: issuers })

test('whatever stands between the parts, and however the letters are written, it is the same number', () => {
  fc.assert(
    fc.property(numbers, separators, separators, fc.boolean(), ({ number, type, issuer }, a, b, low) => {
      const query = `${number}${a}${type}${b}${issuer}`
      expect(finds(low ? query.toLowerCase() : query, { number: `${number}/${type}-${issuer}` })).toBe(true)
    }),
  )
})

test('another number is never found', () => {
  fc.assert(
    fc.property(numbers, fc.integer({ min: 1, max: 99_999 }), ({ number, type, issuer }, other) => {
      fc.pre(number !== other)
      expect(finds(`${other}/${type}-${issuer}`, { number: `${number}/${type}-${issuer}` })).toBe(false)
    }),
  )
})

test('any text at all may be asked for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(queryKeys(text).length).toBeLessThanOrEqual(2)
    }),
  )
})
