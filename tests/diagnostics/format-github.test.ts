import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatGitHub } from '../../pipeline/diagnostics/format-github.ts'

const diagnostic = {
  file: 'content/a.md',
  line: 3,
  column: 1,
  rule: 'link',
  severity: 'error',
  problem: 'Sai',
  fix: 'sửa',
} as const

test('an annotation names file, line, column and rule', () => {
  expect(formatGitHub(diagnostic)).toBe(
    '::error file=content/a.md,line=3,col=1,title=link::Sai%0ACách sửa: sửa',
  )
})

test('nothing in a document or a file name can begin a second command', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (file, problem) => {
      const text = formatGitHub({
        ...diagnostic,
        file: `${file}\n::warning::x`,
        problem: `${problem}\r\n::set-output name=x::y`,
      })
      expect(text).not.toMatch(/[\r\n]/)
      expect(text.slice(0, text.indexOf('::', 2))).not.toMatch(/,(?!line=|col=|title=)/)
    }),
  )
})
