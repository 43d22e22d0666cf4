import fc from 'fast-check'
import { expect, test } from 'vitest'
import { referencesOf } from '../../pipeline/documents/references.ts'

const words = fc.constantFrom(
  'Tổ dân phố',
  'ra quân',
  'ngày 20/11',
  'kết quả',
  '*nhấn*',
  '_mạnh_',
  '`mã`',
  'a < b',
  '\\[',
  '!',
  '&amp;',
  'x_y',
)
const targets = fc.constantFrom(
  'a.md',
  '../../kinh-te/2026/b.md#muc-1',
  'anh.png',
  'https://example.vn/x',
  'mailto:a@b.vn',
  'javascript:alert(1)',
  'đường dẫn.md',
  'a%20b.md',
  'A.md',
  '#muc',
  '',
  'a(b).md',
)
const link = fc
  .tuple(fc.constantFrom('', '!'), words, targets)
  .map(([mark, text, target]) => `${mark}[${text}](${target})`)
const piece = fc.oneof(
  { weight: 3, arbitrary: words },
  { weight: 2, arbitrary: link },
  fc.constantFrom('[', ']', '[[x](y.md)](z.md)', '[x][y]', '<https://example.vn>', '\n'),
)
const block = fc
  .tuple(
    fc.constantFrom('', '- ', '## ', '> ', '| ', '1. ', '  ', '    ', '```\n'),
    fc.array(piece, { minLength: 1, maxLength: 8 }),
  )
  .map(([start, pieces]) => start + pieces.join(' '))
const body = fc.array(block, { minLength: 1, maxLength: 6 }).map((blocks) => blocks.join('\n\n'))

/** A block of indented code at the end makes the whole body go through the parser at once. */
const throughTheParser = (text: string) => referencesOf(`${text}\n\n    [x`)

const essence = (text: string, find: (text: string) => ReturnType<typeof referencesOf>) =>
  find(text).map(({ type, target, text: words, at }) => ({ type, target, words, line: at.line }))

test('the quick ways to find links find what the parser finds', () => {
  fc.assert(
    fc.property(body, (text) => {
      expect(essence(text, referencesOf)).toEqual(essence(text, throughTheParser))
    }),
    { numRuns: 2000 },
  )
})
