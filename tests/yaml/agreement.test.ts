import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitFrontMatter } from '../../pipeline/documents/front-matter.ts'
import { readFlatFields } from '../../pipeline/yaml/flat-fields.ts'
import { parseYaml } from '../../pipeline/yaml/parse-yaml.ts'
import { isPlain } from '../../pipeline/yaml/plain.ts'
import { locate } from '../../pipeline/yaml/positions.ts'
import { valueWithPositions } from '../../pipeline/yaml/yaml-problems.ts'

/** What the fast parser says: a value, or undefined where it refuses. */
function fast(text: string): unknown {
  const parsed = parseYaml(text)
  return parsed.ok ? parsed.value : undefined
}

/** By Node's equality: the one of the test runner takes a field called `constructor` for the class of its owner. */
function agree(text: string): void {
  const values = [fast(text), valueWithPositions(text)]
  expect(isDeepStrictEqual(...(values as [unknown, unknown])), JSON.stringify({ text, values })).toBe(true)
}

// biome-ignore format: a table
const DIALECT = [
  // YAML,                     value,                    because
  ['a: 017',                   { a: '017' },             'no octal: a number does not begin with zero'],
  ['a: 0o17',                  { a: '0o17' },            'no octal of the newer kind'],
  ['a: 0x1f',                  { a: '0x1f' },            'no hexadecimal'],
  ['a: 1_000',                 { a: '1_000' },           'no underscores'],
  ['a: 12:30:45',              { a: '12:30:45' },        'no base sixty: a time is text'],
  ['a: 12:30',                 { a: '12:30' },           'nor this'],
  ['a: 0912345678',            { a: '0912345678' },      'a telephone number keeps its zero'],
  ['a: +84912345678',          { a: 84912345678 },       'a sign makes a number'],
  ['a: 1.10',                  { a: 1.1 },               'a decimal number'],
  ['a: .5',                    { a: '.5' },              'digits on both sides of the point'],
  ['a: 5.',                    { a: '5.' },              'the same'],
  ['a: 1e3',                   { a: '1e3' },             'no powers'],
  ['a: .inf',                  { a: '.inf' },            'no infinity'],
  ['a: 1234567890123456',      { a: '1234567890123456' }, 'too long to be exact as a number'],
  ['a: -0',                    { a: -0 },                'a number'],
  ['a: ~',                     { a: null },              'nothing'],
  ['a:',                       { a: null },              'nothing'],
  ['a: null',                  { a: null },              'nothing'],
  ['a: yes',                   { a: 'yes' },             'only true and false'],
  ['a: no',                    { a: 'no' },              'the country of Norway is safe'],
  ['a: on',                    { a: 'on' },              'only true and false'],
  ['a: true',                  { a: true },              'true'],
  ['a: "true"',                { a: 'true' },            'quotes make text'],
  ['a: 2026-02-31',            { a: '2026-02-31' },      'a date stays text, so that it can be refused'],
  ['a: 2026-11-20T08:00:00Z',  { a: '2026-11-20T08:00:00Z' }, 'and so does a time'],
  ['a: Tổ 4: dọn',             undefined,                'a colon and a space open a field'],
  ['a: tỷ số 2:1',             { a: 'tỷ số 2:1' },       'a colon without a space does not'],
  ['a: b #c',                  { a: 'b' },               'a comment'],
  ['a: b#c',                   { a: 'b#c' },             'no comment'],
  ['a: «b»',                   { a: '«b»' },             'guillemets are letters'],
  ['a: |\n  b\n  c',           { a: 'b\nc\n' },          'lines'],
  ['a: >-\n  b\n  c',          { a: 'b c' },             'a paragraph'],
  ['a:\n  - b\n  - c: 1',      { a: ['b', { c: 1 }] },   'a list'],
  ['a:\n- b',                  { a: ['b'] },             'a list that is not indented'],
  ['a: { b: 1, c: [d] }',      { a: { b: 1, c: ['d'] } }, 'braces and brackets'],
  ['__proto__: { a: 1 }',      JSON.parse('{"__proto__":{"a":1}}'), 'a field, not the prototype'],
  ['<<: { a: 1 }',             { '<<': { a: 1 } },       'no merging'],
  ['',                         null,                     'an empty file'],
  ['# ghi chú',                null,                     'a comment alone'],
  ['a: 1\r\r',               undefined,                'a return that no line feed follows'],
  ['a: 1\r\nb: 2\r\n',         { a: 1, b: 2 },           'lines that end as on Windows'],
  ['chỉ là chữ',               undefined,                'a file is fields or a list'],
  ['a: 1\na: 2',               undefined,                'a field twice'],
  ['1: a\n"1": b',             undefined,                'a key is text'],
  ['null: a',                  undefined,                'one parser calls it "null", the other ""'],
  ['true: a',                  undefined,                'a key is text'],
  ['[a]: b',                   undefined,                'one parser calls it "a", the other "[ a ]"'],
  ['? a\n: b',                 undefined,                'nobody writes so'],
  ['a: 1\nb\n  : 2',           undefined,                'one parser lets the colon stand on the next line'],
  ['b: |\n  \na\n  : ',        undefined,                'the same below a block'],
  ['a:\n  - b: 1\n    c\n    : 2', undefined,             'the same in a list'],
  ['{a\na: }',                 undefined,                'words in braces that run over lines'],
  ['\n  [a\na]',              undefined,                'the same in brackets'],
  ['a: {b\n: }',              undefined,                'a colon on the next line of braces'],
  ['a: { b,\n c }',           { a: { b: null, c: null } }, 'fields without a value, one a line'],
  ['a: 1\n"b" : 2',            { a: 1, b: 2 },           'blanks before the colon are nothing'],
  ['a: &x 1',                  undefined,                'an anchor'],
  ['a: *x',                    undefined,                'an alias'],
  ['a: !!str 1',               undefined,                'a tag'],
  ['a: ! 1',                   undefined,                'a tag without a name'],
  ['a:\n\tb: 1',               undefined,                'a tab'],
  ['a: 1\rb: 2',               undefined,                'one parser sees two lines, the other one'],
  ['a: b\u0085c',              undefined,                'a line break of mainframes'],
  ['a: b\u2028c',              undefined,                'a line break of JavaScript'],
  ['a: "b"#c',                 undefined,                'one parser sees a comment, the other an error'],
  ['a: |+\n  b\n\n ',          undefined,                'blank lines that are kept on purpose'],
  ['a: |2\n    b',             undefined,                'an indentation given in figures'],
  ['a: "b\\"',                 undefined,                'an escaped quote closes nothing'],
  ['- - a\n- b',               undefined,                'a list right inside a list'],
  ['a: 1\n---\nb: 2',          undefined,                'two documents'],
  ['---a',                     undefined,                'one parser drops the dashes, the other does not'],
  ['---b: |\n  ',               undefined,                'the same before a field'],
] as const

describe('the dialect', () => {
  test.each(DIALECT)('%j is %j: %s', (text, value) => {
    expect(fast(text)).toStrictEqual(value)
    agree(text)
  })
})

const SCALARS = [
  '',
  'a',
  'Tổ dân phố số 4',
  '«Nguyễn»',
  'Chào mừng!',
  '50%',
  'A & B',
  'C*',
  'tỷ số 2:1',
  'b #c',
  'b#c',
  '#b',
  'a: b',
  'a:b',
  'a :b',
  'a, b',
  '017',
  '0o17',
  '0x1f',
  '1_000',
  '12:30:45',
  '1.10',
  '.5',
  '5.',
  '1e3',
  '-0',
  '+1',
  '-1.5',
  '00',
  '1,5',
  '0912345678',
  '1234567890123456',
  '.inf',
  '.NaN',
  '~',
  'null',
  'NULL',
  'yes',
  'no',
  'on',
  'off',
  'y',
  'true',
  'True',
  'tRUE',
  'false',
  '2026-11-20',
  '2026-13-45',
  '2026-11-20T08:00:00+07:00',
  '01/02/2024',
  '"a"',
  "'a'",
  '"a: b"',
  "'it''s'",
  '"\\u0041"',
  '"a\\/b"',
  '"a\\',
  '"',
  "'",
  '"a" b',
  '"a"#b',
  '"a" #b',
  '"x\n  y"',
  "'x\n\n  y'",
  'x\n  y',
  'x\n\n  y',
  '<<',
  '=',
  '!!str 1',
  '! a',
  '!a b',
  '&a b',
  '*a',
  '@a',
  '`a`',
  '%a',
  '|',
  '>',
  '>-',
  '|+',
  '|2',
  '? a',
  '- a',
  'a - b',
  '-',
  '--',
  '---a',
  '...',
  '[a, b]',
  '[a,b',
  '{a: b}',
  '{a, b}',
  '[]',
  '{}',
  '[a: b]',
  '{"a":b}',
  '{ a: 1, b: [c] }',
  '\t',
  'a\tb',
  'a\t#b',
  'a\u0085b',
  'a\u2028b',
  '\uFEFFa',
  'a\0',
  '😀',
  '\ud800',
]
const KEYS = [
  'null',
  'true',
  '~',
  '1',
  '"1"',
  '1.10',
  '017',
  '"a"',
  "'b'",
  '',
  'a b',
  'a:b',
  '"a',
  'tên',
  '__proto__',
  'constructor',
  '<<',
  '=',
  '-',
  '- a',
  '? a',
  '[a]',
  '{a: b}',
  '&x a',
  '*x',
  '!!str a',
  'a\t',
  'k'.repeat(1030),
]
const scalar = fc.constantFrom(...SCALARS)
const key = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('a', 'b', 'c', 'd', 'title', 'kind') },
  { weight: 1, arbitrary: fc.constantFrom(...KEYS) },
)
const joined = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map((each) => each.join(''))
const neat = fc.constantFrom('', '', '  ', '    ')
const odd = fc.constantFrom('', ' ', '   ', '\t', ' \t')
const dash = fc.constantFrom('', '- ')
const header = fc.constantFrom(':', ': |', ': >', ': |-', ': >-', ': |+', ': |2', ': | # c')

/** One line as editors write it, or nearly. */
const line = fc.oneof(
  {
    weight: 6,
    arbitrary: joined(
      neat,
      dash,
      key,
      fc.constantFrom(': ', ':  '),
      scalar,
      fc.constantFrom('', '', ' ', ' # c'),
    ),
  },
  { weight: 2, arbitrary: joined(neat, dash, key, header) },
  { weight: 2, arbitrary: joined(neat, fc.constantFrom('- ', ''), scalar) },
  { weight: 1, arbitrary: joined(odd, dash, key, fc.constantFrom(': ', ':', ':\t', ' : '), scalar) },
  { weight: 1, arbitrary: joined(neat, fc.constantFrom('', '# c', ' ', '\t', '- {', '  a: "b",', '}')) },
)
const lineBreak = fc.oneof(
  { weight: 30, arbitrary: fc.constant('\n') },
  { weight: 1, arbitrary: fc.constantFrom('\r\n', '\r', '\n\n', '\n \n') },
)
const frontMatter = joined(
  fc.array(joined(line, lineBreak), { maxLength: 7 }).map((lines) => lines.join('')),
  fc.oneof(line, fc.constant('')),
)
/** Signs of YAML in any order. */
const soup = fc
  .array(
    fc.constantFrom(
      ...'ab1 \n\n  :-?,[]{}"\'#&*!|>%@`\t\r~.\\0_',
      ': ',
      '- ',
      '\n  ',
      ' #',
      'a: ',
      'b: |\n  ',
    ),
    { maxLength: 18 },
  )
  .map((each) => each.join(''))
/** Lines that the fast parser is trusted with alone, in arrangements that nobody makes. */
const flow = joined(
  fc.constantFrom('- ', 'a: '),
  fc.constantFrom('{ ', '{\n', '{\n    '),
  fc
    .array(
      joined(
        fc.constantFrom('a: ', 'b: ', 'null: '),
        fc.constantFrom('1', '"a, b"', '09:00', 'Tổ', '017', '~'),
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((each) => each.join(', ')),
  fc.constantFrom(' }', '\n}', '\n    }', ',\n    }'),
)
const plainLine = fc.oneof(
  {
    weight: 4,
    arbitrary: joined(
      fc.constantFrom('', ' ', '  ', '   ', '    '),
      dash,
      fc.constantFrom('a', 'b', 'c', 'd'),
      fc.constantFrom(':', ': ', ':  '),
      fc.constantFrom(
        '',
        'a',
        'Tổ 4',
        '1',
        '017',
        'null',
        '"a: b"',
        "'a'",
        'a:b',
        'a#b',
        'a [b]',
        'a - b',
        'a -',
        '«a»',
        '12:30',
        '[]',
      ),
    ),
  },
  {
    weight: 2,
    arbitrary: joined(neat, fc.constantFrom('a', 'b', 'c'), fc.constantFrom(': |', ': >', ': |-', ': >-')),
  },
  {
    weight: 2,
    arbitrary: joined(neat, fc.constantFrom('- a', '- "a"', 'a', '# c', '', ' ', '- - a', '"a"')),
  },
  { weight: 1, arbitrary: joined(neat, flow) },
)
const plain = fc.array(plainLine, { minLength: 1, maxLength: 6 }).map((lines) => lines.join('\n'))

describe('both parsers see the same value, or none', () => {
  test('in front matter', () => {
    fc.assert(fc.property(frontMatter, agree), { numRuns: 4000 })
  })
  test('in any order of signs', () => {
    fc.assert(fc.property(soup, agree), { numRuns: 4000 })
  })
  test('in plain lines, where only one of them is asked', () => {
    fc.assert(fc.property(plain.filter(isPlain), agree), { numRuns: 4000 })
  })
})

/** Fields of one line each, with all that may stand in them and some that may not. */
const commonLine = joined(
  fc.constantFrom('a', 'b', 'title', 'eventDate', 'constructor', 'toString', 'y', 'Null', 'TRUE'),
  fc.constantFrom(': ', ': ', ': ', ':  ', ':'),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          'Tổ',
          'đ',
          'Ấ',
          '«',
          '»',
          '0',
          '1',
          '20',
          '017',
          '2026-11-20T08:00:00+07:00',
          '.5',
          '1.10',
          '-1',
          '+84',
        ),
        fc.constantFrom(
          'null',
          'True',
          'FALSE',
          'nULL',
          '~',
          'yes',
          '9007199254740993',
          '1234567890123456',
          '1e3',
          '0x1f',
        ),
        fc.constantFrom(
          ' ',
          '  ',
          '\u00a0',
          ': ',
          ':',
          ' #',
          '#',
          '-',
          ' - ',
          ',',
          '"',
          "'",
          '[',
          ']',
          '{',
          '}',
          '|',
          '>',
          '&',
          '*',
          '!',
          '%',
          '@',
          '`',
          '?',
          '\\',
        ),
      ),
      { minLength: 1, maxLength: 5 },
    )
    .map((parts) => parts.join('')),
)
const common = fc.array(commonLine, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n'))

describe('the commonest front matter', () => {
  const read = common.filter((text) => readFlatFields(text) !== undefined)

  test('has the value that both parsers see', () => {
    const behindComment = (text: string) => fast(`# no longer common\n${text}`)
    fc.assert(
      fc.property(read, (text) => {
        const values = [readFlatFields(text), behindComment(text), valueWithPositions(text)]
        for (const value of values)
          expect(isDeepStrictEqual(value, values[0]), JSON.stringify({ text, values })).toBe(true)
      }),
      { numRuns: 4000 },
    )
  })

  test('is split from the body as gray-matter splits it', () => {
    fc.assert(
      fc.property(read, fc.constantFrom('\n', '\nthân\n', '', '\n\n---\nthân'), (yaml, rest) => {
        const [split, byLibrary] = ['', '# c\n'].map((more) =>
          splitFrontMatter(`---\n${more}${yaml}\n---${rest}`),
        )
        if (!split?.ok || !byLibrary?.ok) throw new Error(JSON.stringify({ split, byLibrary }))
        const { data, body, bodyLine, yaml: own } = split.value
        expect(isDeepStrictEqual(data, byLibrary.value.data)).toBe(true)
        expect([body, bodyLine + 1, `# c\n${own}`]).toEqual([
          byLibrary.value.body,
          byLibrary.value.bodyLine,
          byLibrary.value.yaml,
        ])
      }),
      { numRuns: 1000 },
    )
  })

  test.each([
    ['a: 1\na: 2', 'a field twice is for the parser to refuse'],
    ['true: a', 'a key is text'],
    ['a: b #c', 'a comment'],
    ['a: b: c', 'a colon and a space'],
    ['a: [b]', 'a list'],
    ['a: |\n  b', 'a block'],
    ['a:\n  b: c', 'a field in a field'],
    ['', 'nothing'],
  ])('%j is left to the parsers: %s', (text) => {
    expect(readFlatFields(text)).toBeUndefined()
  })
})

describe('whatever the text', () => {
  test('a refusal names at least one problem, one a line, each at a place of the text', () => {
    fc.assert(
      fc.property(fc.oneof(frontMatter, soup), (text) => {
        const parsed = parseYaml(text)
        if (parsed.ok) return
        const lines = parsed.problems.map(({ at }) => at.line)
        expect(lines.length).toBeGreaterThan(0)
        expect(new Set(lines).size).toBe(lines.length)
        for (const each of lines) expect(each).toBeLessThanOrEqual(text.split('\n').length)
      }),
      { numRuns: 2000 },
    )
  })
  test('a field that was read is found again', () => {
    fc.assert(
      fc.property(frontMatter, (text) => {
        const value = fast(text)
        if (typeof value !== 'object' || value === null || Array.isArray(value)) return
        for (const name of Object.keys(value)) {
          const { line: at, column } = locate(text, [name])
          const found = text.split('\n')[at - 1]?.slice(column - 1)
          expect(found?.startsWith(name) || found?.startsWith('"') || found?.startsWith("'")).toBe(true)
        }
      }),
      { numRuns: 2000 },
    )
  })
})

// biome-ignore format: a table
const BOMBS = [
  ['brackets',        `a: ${'['.repeat(8000)}`,                                         'nested without end'],
  ['braces',          `a: ${'{a: '.repeat(4000)}`,                                      'the same with braces'],
  ['dashes',          '- '.repeat(8000),                                                'lists in lists'],
  ['question marks',  '? '.repeat(8000),                                                'keys in keys'],
  ['quotes',          'a: "\n'.repeat(3000),                                            'quotes that are never closed'],
  ['anchors',         Array.from({ length: 900 }, (_, i) => `a${i}: &x${i} [*x${i - 1}, *x${i - 1}]`).join('\n'), 'two to the power of nine hundred'],
  ['duplicates',      'a: 1\n'.repeat(3000),                                            'a field three thousand times'],
  ['blanks',          `a:${' '.repeat(16_000)}"`,                                       'nothing but blanks'],
] as const

describe('a text of 16 KB costs no more than a moment', () => {
  test.each(BOMBS)('%s', (_name, text) => {
    const start = performance.now()
    expect(parseYaml(text).ok).toBe(false)
    expect(performance.now() - start).toBeLessThan(3000)
  })
})
