import { describe, expect, test } from 'vitest'
import { schemaProblems } from '../pipeline/contract/schema-problems.ts'
import { formatText } from '../pipeline/diagnostics/format-text.ts'
import { parseDocument } from '../pipeline/documents/parse-document.ts'
import { contract } from './support/portals.ts'
import { article } from './support/repository.ts'

const PATH = 'tin-bai/xa-hoi/2026/a.md'
const read = (text: string) => parseDocument(PATH, new TextEncoder().encode(text), contract)

describe('values that mean harm', () => {
  test('many unknown fields are told as a few', () => {
    const fields = Array.from({ length: 150 }, (_, number) => `k${number}: 1`)
    expect(read(`---\nkind: bai-viet\n${fields.join('\n')}\n---\n`).findings.length).toBeLessThanOrEqual(50)
  })
  test('a line break in a name or a value begins no line of the report: a runner would take it for a command', () => {
    const told = {
      file: 'content/a\n::error::b.md',
      line: 1,
      column: 1,
      rule: 'slug',
      severity: 'error',
      problem: 'Không có thể loại `\u001b[2J\n::add-mask::x`',
      fix: 'sửa',
    } as const
    expect(formatText(told).match(/^::|\u001b/gm)).toBeNull()
  })
  test('an invisible sign that is written as an escape is found like one that is written as itself', () => {
    expect(read(article({ title: '"Tin \\u202e\\u0007 của phường"' })).findings).not.toEqual([])
  })
  test('an inherited name is an unknown key, and not one that lost its indentation', () => {
    const told = schemaProblems(contract.errors('cong', { constructor: 1 }), 'constructor: 1\n')
    expect(told.find(({ problem }) => problem.includes('`constructor`'))?.problem).toContain(
      'Không có trường',
    )
  })
})
