import { describe, expect, test } from 'vitest'
import { parseDocumentNumber } from '../../pipeline/documents/document-number.ts'

// biome-ignore format: a table
const NUMBERS = [
  // text,                     reading,                                       because
  ['849/QĐ-UBND',              { form: 'state', type: 'QĐ' },                 'an individual decision (Nghị định 30/2020/NĐ-CP, Phụ lục III)'],
  ['204/2025/QĐ-UBND',         { form: 'state', type: 'QĐ' },                 'a legal document carries its year'],
  ['30/2020/NĐ-CP',            { form: 'state', type: 'NĐ' },                 'a decree'],
  ['09/2014/TT-BTTTT',         { form: 'state', type: 'TT' },                 'a circular'],
  ['15/2024/TTLT-BTC-BNV',     { form: 'state', type: 'TTLT' },               'a joint circular has several issuers'],
  ['42/CT-TTg',                { form: 'state', type: 'CT' },                 'TTg ends in a small letter'],
  ['12/BC-TTr',                { form: 'state', type: 'BC' },                 'so does TTr'],
  ['320/KH-UBND',              { form: 'state', type: 'KH' },                 'a plan'],
  ['1677/NQ-UBTVQH15',         { form: 'state', type: 'NQ' },                 'the issuer may hold digits'],
  ['374/TTr-VHXH',             { form: 'state', type: 'TTr' },                'a proposal: TTr, not TT'],
  ['28/NQ-HĐND',               { form: 'state', type: 'NQ' },                 'a resolution of a council'],
  ['64/2025/QH15',             { form: 'law' },                               'a law'],
  ['80-NQ/TW',                 { form: 'party', type: 'NQ' },                 'the Party writes the type behind a dash'],
  ['127-KL/TW',                { form: 'party', type: 'KL' },                 'a conclusion, a type of the Party alone'],
  ['15-CV/ĐU',                 { form: 'party', type: 'CV' },                 'a letter of a Party committee'],
  ['2450/VPCP-KGVX',           { form: 'letter' },                            'an official letter has no type'],
  ['1234/SNV-TCBC&TCPCP',      { form: 'letter' },                            'two drafting units'],
  ['374/TTr',                  { form: 'incomplete', missing: 'issuer' },     'as the Thành Đông regulation quotes it'],
  ['/KH-UBND',                 { form: 'incomplete', missing: 'number' },     'the number is filled in by hand later'],
] as const

// biome-ignore format: a table
const NO_NUMBERS = [
  // text,                because
  ['849/QD-UBND',         'QD for QĐ would pass for an office'],
  ['849/QÐ-UBND',         'Ð is the Icelandic letter U+00D0'],
  ['849/QĐ-UВND',         'В is Cyrillic'],
  ['28/NQ-HÐND',          'the Icelandic letter in the issuer'],
  ['30/2020/ND-CP',       'ND for NĐ'],
  ['374/TTR-VHXH',        'TTR for TTr'],
  ['12/CTR-UBND',         'CTR for CTr'],
  ['12/QYĐ-UBND',         'QYĐ for QyĐ'],
  ['849/qđ-ubnd',         'small letters'],
  ['849/QĐ-ubnd',         'small letters in the issuer'],
  ['849 /QĐ-UBND',        'a space'],
  ['849/QĐ–UBND',         'an en dash'],
  ['Số: 849/QĐ-UBND',     'the word Số'],
  ['QĐ-UBND',             'no number and no slash'],
  ['849/UBND',            'a letter without its drafting unit'],
  ['849',                 'a number alone'],
  ['',                    'nothing'],
] as const

describe('numbers of documents', () => {
  test.each(NUMBERS)('%s is %o: %s', (text, reading) => {
    expect(parseDocumentNumber(text)).toEqual(reading)
  })
  test.each(NO_NUMBERS)('%s is none: %s', (text) => {
    expect(parseDocumentNumber(text)).toBeUndefined()
  })
})
