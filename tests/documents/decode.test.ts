import { describe, expect, test } from 'vitest'
import { decode, hasInvisible, mayBeWrong } from '../../pipeline/documents/decode.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, bom: readonly number[]) =>
  Uint8Array.from([...bom, ...Buffer.from(text, 'utf16le')])
const bytes = (...each: number[]) => Uint8Array.from(each)

// biome-ignore format: a table
const CLEAN = [
  // text,                                   because
  ['',                                       'an empty file is a text; what it lacks, others say'],
  ['Tổ dân phố số 4\n\tthụt vào\n',          'NFC, line feeds and tabs'],
  ['Chúc mừng 👨‍👩‍👧 🎉',                       'emoji, and the joiner that families are made with'],
  ['“Ngõ sạch” – «đẹp»… ½ kg, 25 °C',        'typographic signs'],
  ['n\u00adước',                             'a soft hyphen parts no word: the reader sees the whole'],
] as const

describe('a text that is as it should be', () => {
  test.each(CLEAN)('%s: %s', (text) => {
    expect(decode(utf8(text))).toEqual({ text, findings: [] })
  })
})

// biome-ignore format: a table
const CHARACTERS = [
  // text,                       line, column, severity,  problem,        because
  ['\uFEFFa',                    1,    1,      undefined, 'BOM',          'the mark that Notepad writes'],
  ['a\nb\r\nc\r\n',              2,    2,      'warning', 'CRLF',         'lines that end as on Windows'],
  ['a\rb',                       1,    2,      'warning', 'CRLF',         'lines that end as on an old Macintosh'],
  ['ổ\nTô\u0309',                2,    2,      undefined, 'NFC',          'a hook behind its letter, at the letter'],
  ['a\nvi\uFFFDt',               2,    3,      undefined, 'U+FFFD',       'a letter that an earlier conversion lost'],
  ['a\nb\0c',                    2,    2,      undefined, 'U+0000',       'NUL'],
  ['a\u0008b',                   1,    2,      undefined, 'U+0008',       'backspace'],
  ['a\u0085b',                   1,    2,      undefined, 'U+0085',       'a line break of mainframes'],
  ['a\u202Egnp.exe',             1,    2,      undefined, 'U+202E',       'right to left: the reader sees another name'],
  ['a\u2066b\u2069',             1,    2,      undefined, 'U+2066',       'an isolated direction'],
  ['a\u200Fb',                   1,    2,      undefined, 'U+200F',       'a mark of direction'],
  ['ủy\u200Bban',                1,    3,      undefined, 'U+200B',       'a space of no width, copied from a web page'],
  ['ủy\uFEFFban',                1,    3,      undefined, 'U+FEFF',       'a BOM in the middle, where two files were joined'],
  ['a\u2028b',                   1,    2,      undefined, 'U+2028',       'a line break that editors do not show'],
] as const

describe('characters', () => {
  test.each(CHARACTERS)('%j: line %i, column %i, %s, %s: %s', (text, line, column, severity, problem) => {
    const found = decode(utf8(text))
    expect(found.text).toBe(text)
    expect(found.findings).toHaveLength(1)
    expect(found.findings[0]).toMatchObject({
      at: { line, column },
      problem: expect.stringContaining(problem),
    })
    expect(found.findings[0]?.severity).toBe(severity)
  })
  test('all problems of a text are named at once', () => {
    const { findings } = decode(utf8('\uFEFFTô\u0309\r\n\uFFFD\0'))
    expect(findings).toHaveLength(5)
  })
})

// biome-ignore format: a table
const REPAIRS = [
  // text,                 repaired,       because
  ['\uFEFFa',              'a',            'without BOM'],
  ['a\r\nb\rc\n',          'a\nb\nc\n',    'line feeds'],
  ['Tô\u0309 da\u0302n',   'Tổ dân',       'composed'],
] as const

describe('repairs', () => {
  test.each(REPAIRS)('%j becomes %j: %s', (text, repaired) => {
    const { findings } = decode(utf8(text))
    const result = findings.reduce(
      (each, { repair }) => (repair?.kind === 'rewrite' ? repair.apply(each) : each),
      text as string,
    )
    expect(result).toBe(repaired)
    expect(decode(utf8(result)).findings).toEqual([])
  })
  test('nothing that a person must decide is repaired', () => {
    expect(decode(utf8('\uFFFD \0')).findings.map(({ repair }) => repair)).toEqual([undefined, undefined])
  })
})

// biome-ignore format: a table
const NO_TEXT = [
  // bytes,                                                     problem,              because
  [utf16('Tổ dân phố', [0xff, 0xfe]),                           'UTF-16',             'Notepad’s “Unicode”'],
  [bytes(0xfe, 0xff, 0, 0x41),                                  'UTF-16',             'UTF-16 the other way round'],
  [utf16('Tổ dân phố số 4 ở Việt Nam', []),                     'không phải là văn bản', 'UTF-16 without its mark looks binary'],
  [bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0), 'không phải là văn bản', 'a PNG called .md'],
  [bytes(0x50, 0x4b, 3, 4, 0x14, 0, 0, 0, 0xff),                'không phải là văn bản', 'a Word file called .md'],
  [bytes(0x56, 0x69, 0xd6, 0x74, 0x20, 0x4e, 0x61, 0x6d),       'TCVN3, VNI',         '“ViÖt Nam” in the bytes of TCVN3'],
  [bytes(0x61, 0xc3),                                           'UTF-8',              'a letter cut in two at the end'],
  [bytes(0xc0, 0xaf),                                           'UTF-8',              'a slash in two bytes, an old way around checks'],
  [bytes(0xed, 0xa0, 0x80),                                     'UTF-8',              'half of a character pair'],
] as const

describe('bytes that are no UTF-8', () => {
  test.each(NO_TEXT)('%o: %s: %s', (given, problem) => {
    const found = decode(given)
    expect(found.text).toBeUndefined()
    expect(found.findings).toMatchObject([
      { at: { line: 1, column: 1 }, problem: expect.stringContaining(problem) },
    ])
  })
})

test('a character that the short way lets pass is composed, visible, and joins no other', () => {
  const passed = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(
    (each) => !mayBeWrong(each),
  )
  expect(passed.length).toBeGreaterThan(900)
  expect(passed.filter((each) => each !== each.normalize('NFC') || /\p{M}/u.test(each))).toEqual([])
  expect(passed.filter((each) => hasInvisible(each) || each === '\r' || each === '\uFFFD')).toEqual([])
})
