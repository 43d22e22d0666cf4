import { describe, expect, test } from 'vitest'
import { splitFrontMatter } from '../../pipeline/documents/front-matter.ts'

const LIMIT = 16 * 1024
const filled = (length: number) => `---\na: ${'x'.repeat(length - 4)}\n---\nthân`

// biome-ignore format: a table
const SPLIT = [
  // text,                                 data,                 body,           body line, because
  ['---\na: 1\n---\nthân\n',               { a: 1 },             'thân\n',       4, 'as everybody writes it'],
  ['---\na: 1\n---',                       { a: 1 },             '',             3, 'no body, no last line break'],
  ['---\na: 1\n---\n\nthân',               { a: 1 },             '\nthân',       4, 'a blank line belongs to the body'],
  ['--- \na: 1\n---\t\nthân',              { a: 1 },             'thân',         4, 'blanks behind the dashes are not seen, so they do no harm'],
  ['---\r\na: 1\r\n---\r\nthân\r\n',       { a: 1 },             'thân\r\n',     4, 'lines that end as on Windows'],
  ['\uFEFF---\na: 1\n---\nthân',           { a: 1 },             'thân',         4, 'a BOM is reported by the encoding rule'],
  ['---\na: 1\n---\nx\n\n---\n\ny',        { a: 1 },             'x\n\n---\n\ny', 4, 'a rule in the body is a rule'],
  ['---\n# ghi chú\na: 1\n---\nthân',      { a: 1 },             'thân',         5, 'comments'],
  ['---\na: 017\nb: 12:30:45\n---\n',      { a: '017', b: '12:30:45' }, '',      5, 'no octal, no base sixty: both stay text'],
  ['---\na: 1_000\nb: 0o17\n---\n',        { a: '1_000', b: '0o17' }, '',        5, 'no numbers of programmers'],
  ['---\na: 2026-02-31\n---\n',            { a: '2026-02-31' },  '',             4, 'a date stays text and does not become 3 March'],
  ['---\na: 0912345678\n---\n',            { a: '0912345678' },  '',             4, 'a telephone number keeps its zero'],
  ['---\na: yes\nb: true\n---\n',          { a: 'yes', b: true }, '',            5, 'only true and false are true and false'],
] as const

describe('front matter and body', () => {
  test.each(SPLIT)('%j is %o and %j from line %i: %s', (text, data, body, bodyLine) => {
    const split = splitFrontMatter(text)
    expect(split).toMatchObject({ ok: true, value: { data, body, bodyLine, yamlLine: 2 } })
  })
  test.each(SPLIT)('the YAML of %j begins on its second line', (text) => {
    const split = splitFrontMatter(text)
    expect(
      split.ok && text.split('\n')[1]?.startsWith((split.value.yaml.split('\n')[0] as string).trim()),
    ).toBe(true)
  })
  test('16 KB fit', () => {
    expect(splitFrontMatter(filled(LIMIT)).ok).toBe(true)
  })
  test('__proto__ is a field like any other, for the schema to refuse', () => {
    const split = splitFrontMatter('---\n__proto__: { isAdmin: 1 }\n---\n')
    expect(split.ok && Object.keys(split.value.data)).toEqual(['__proto__'])
    expect(({} as { isAdmin?: number }).isAdmin).toBeUndefined()
  })
})

const OPENING = 'Dòng đầu là'
const MISSING = 'Không thấy phần đầu bài'
const CLOSING = 'không có dòng `---` kết thúc'
const FIELDS = 'không đúng dạng'

// biome-ignore format: a table
const REFUSED = [
  // text,                                             line, problem,                 because
  ['---js\nmodule.exports = {}\n---\n',                1, OPENING,                    'code would run when the file is read'],
  ['---javascript\n({})\n---\n',                       1, OPENING,                    'the same by its long name'],
  ['---JS\n({})\n---\n',                               1, OPENING,                    'the same in capitals'],
  ['---JavaScript\n({})\n---\n',                       1, OPENING,                    'the same in mixed case'],
  ['---jsLegacy\n({})\n---\n',                         1, OPENING,                    'Eleventy’s own engine'],
  ['---node\n({})\n---\n',                             1, OPENING,                    'another engine of Eleventy'],
  ['--- js\n({})\n---\n',                              1, OPENING,                    'with a space'],
  ['---\tjs\n({})\n---\n',                             1, OPENING,                    'with a tab'],
  ['---\u00a0js\n({})\n---\n',                         1, OPENING,                    'with a space that does not break'],
  ['\uFEFF---js\n({})\n---\n',                         1, OPENING,                    'behind a BOM'],
  ['---js\r\n({})\r\n---\r\n',                         1, OPENING,                    'with the line ends of Windows'],
  ['---json\n{"a":1}\n---\n',                          1, OPENING,                    'JSON: one way to write fields is enough'],
  ['---toml\na = 1\n---\n',                            1, OPENING,                    'TOML'],
  ['---coffee\na: 1\n---\n',                           1, OPENING,                    'CoffeeScript runs too'],
  ['---yaml\na: 1\n---\n',                             1, OPENING,                    'even YAML is not named'],
  ['---constructor\na: 1\n---\n',                      1, OPENING,                    'gray-matter would look this up in an object'],
  ['---__proto__\na: 1\n---\n',                        1, OPENING,                    'the same'],
  ['---\u00a0\na: 1\n---\n',                           1, OPENING,                    'a space that does not break is no blank'],
  ['----\na: 1\n----\n',                               1, OPENING,                    'four dashes'],
  ['----\na: 1\n---\n',                                1, OPENING,                    'four dashes, then three'],
  ['--\na: 1\n--\n',                                   1, MISSING,                    'two dashes'],
  ['\n---\na: 1\n---\n',                               1, MISSING,                    'a blank line in front: gray-matter would see no fields and no error'],
  [' ---\na: 1\n---\n',                                1, MISSING,                    'a space in front'],
  ['\u200B---\na: 1\n---\n',                           1, MISSING,                    'an invisible character in front'],
  ['+++\na = 1\n+++\n',                                1, MISSING,                    'the dashes of another program'],
  ['# Tổng vệ sinh\n\nthân\n',                         1, MISSING,                    'a text without fields'],
  ['---\ra: 1\r---\rthân',                             1, MISSING,                    'lines that end as on an old Macintosh'],
  ['',                                                 1, 'Tệp trống',                'nothing'],
  [' \n\n',                                            1, 'Tệp trống',                'nothing but blanks'],
  ['---',                                              1, CLOSING,                    'nothing but the opening dashes'],
  ['---\na: 1\n',                                      1, CLOSING,                    'no closing dashes'],
  ['---\na: 1\n...\nthân',                             1, CLOSING,                    'YAML’s own way to end a document'],
  ['---\na: 1\n ---\nthân',                            1, CLOSING,                    'closing dashes that are indented'],
  ['---\na: 1\n----\nthân\n---\n',                     3, 'Dòng kết thúc',            'four dashes do not end it, though gray-matter thinks so'],
  ['---\na: 1\n---b: 2\n---\nthân',                    3, 'Dòng kết thúc',            'gray-matter would end it here and push `b: 2` into the body'],
  ['---\n---\nthân',                                   1, 'không có trường nào',      'no field'],
  ['---\n# ghi chú\n---\nthân',                        1, 'không có trường nào',      'a comment is no field'],
  ['---\nchỉ là chữ\n---\n',                           2, FIELDS,                     'a sentence'],
  ['---\n- a\n- b\n---\n',                             1, 'không có dạng',            'a list'],
  ['---\na: 1\na: 2\n---\n',                           3, 'hai lần',                  'a field twice'],
  ['---\na: 1\n\tb: 2\n---\n',                         3, 'Tab',                      'a tab'],
  ['---\na: &x 1\nb: *x\n---\n',                       2, 'neo',                      'anchors and aliases'],
  ['---\na: &a [*a]\n---\n',                           2, 'neo',                      'a cycle'],
  ['---\na: !!js/function "x"\n---\n',                 2, '«!»',                      'a type of JavaScript'],
  ['---\na: x: y\n---\n',                              2, 'hai chấm',                 'a colon too many'],
  ['--- \na: 1\nb: x: y\n---\n',                       3, 'hai chấm',                 'the line is right behind a blank too'],
  ['---\r\na: 1\r\nb: x: y\r\n---\r\n',                3, 'hai chấm',                 'and with the line ends of Windows'],
  ['---\na: "x\nb: 1\n---\nthân',                      2, 'nháy',                     'a quote that is never closed, where it opens'],
  ['---\na: \0\n---\n',                                2, 'ký tự',                    'NUL'],
  [filled(LIMIT + 1),                                  1, '16 KB',                    'one character more than 16 KB'],
] as const

describe('what is no front matter', () => {
  test.each(REFUSED)('%j: line %i, %s: %s', (text, line, problem) => {
    const split = splitFrontMatter(text)
    expect(split.ok).toBe(false)
    if (!split.ok)
      expect(split.findings[0]).toMatchObject({ at: { line }, problem: expect.stringContaining(problem) })
  })
  test.each(REFUSED)('%j is refused the second time as well', (text) => {
    expect(splitFrontMatter(text)).toEqual(splitFrontMatter(text))
  })
})

describe('nothing is run and nothing is remembered', () => {
  test('code in any guise', () => {
    const code = '(globalThis.ran = true, {})'
    for (const word of ['js', 'javascript', 'JS', ' js', '\tjs', 'coffee', 'node', 'jsLegacy'])
      for (const end of ['\n', '\r\n'])
        for (const start of ['', '\uFEFF']) splitFrontMatter(`${start}---${word}${end}${code}${end}---${end}`)
    expect((globalThis as { ran?: boolean }).ran).toBeUndefined()
  })
  test('a change to one result does not show in the next', () => {
    const text = '---\na: 1\n---\n'
    const first = splitFrontMatter(text)
    if (first.ok) first.value.data.a = 2
    expect(splitFrontMatter(text)).toMatchObject({ value: { data: { a: 1 } } })
  })
})
