import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { rules } from '../pipeline/rules/index.ts'
import { RULE_IDS } from '../pipeline/rules/rule-ids.ts'
import { judge, type Mark, readAnnotated } from './support/annotated.ts'

const FOLDER = new URL('./rules/', import.meta.url)
const inOrder = (marks: readonly Mark[]) =>
  marks.map(({ line, rule, severity }) => `${line} ${rule} ${severity}`).sort()

/** Rules that look at bytes, folders or the portal's own files; their documents are tables in other tests. */
const ELSEWHERE = new Set([
  'duty-mark',
  'refusal',
  'takedown',
  'file',
  'file-content',
  'near-duplicate',
  'encoding',
  'portal',
  'regulation',
  'calendar',
  'record',
  'royalties',
])

for (const rule of readdirSync(FOLDER).sort()) {
  const documents = readAnnotated(new URL(`./${rule}/`, FOLDER))
  describe(`rule ${rule}`, () => {
    test.each(documents)('$name', (document) => {
      expect(inOrder(judge(document))).toEqual(inOrder(document.expected))
    })
    test('has documents that pass and that fail', () => {
      expect(documents.some(({ expected }) => expected.some((mark) => mark.rule === rule))).toBe(true)
      expect(documents.some(({ expected }) => !expected.some((mark) => mark.rule === rule))).toBe(true)
    })
  })
}

describe('the list of rules', () => {
  test('the ids are those of rule-ids.ts, in their order', () => {
    expect([...RULE_IDS].sort()).toEqual(rules.map(({ id }) => id).sort())
  })
  test.each(rules.filter(({ id }) => !ELSEWHERE.has(id)))('$id has annotated documents', ({ id }) => {
    expect(existsSync(new URL(`./${id}/`, FOLDER))).toBe(true)
  })
})
