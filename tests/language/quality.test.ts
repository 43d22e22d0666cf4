import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitFrontMatter } from '../../pipeline/documents/front-matter.ts'
import { createReader, remarksOn } from '../../pipeline/language/examine.ts'
import type { House } from '../../pipeline/language/judge-word.ts'
import { onlyProse } from '../../pipeline/language/prose.ts'
import type { Remark } from '../../pipeline/language/remark.ts'
import { houseOf } from '../../pipeline/rules/first-look.ts'
import { PORTALS, portalOf, REPOSITORY } from '../support/portals.ts'
import { ERRORS, NEAR_MISSES } from './labelled.ts'

const house: House = houseOf({ spelling: { words: ['Đăk Pne', 'Đrăng'] } })
const reader = createReader(house)
const hits = ([, kind, written, instead]: (typeof ERRORS)[number], remarks: readonly Remark[]) =>
  remarks.filter(
    (each) => each.kind === kind && each.written === written && (each.instead ?? null) === instead,
  )

describe('the labelled errors', () => {
  test.each(ERRORS)('%s', (...labelled) => {
    const remarks = reader.body(labelled[0])
    expect(hits(labelled, remarks), JSON.stringify(remarks)).not.toEqual([])
  })
})

describe('the near misses', () => {
  test.each(NEAR_MISSES)('%s (%s)', (text) => {
    expect(reader.body(text)).toEqual([])
  })
})

test('precision and recall on the labelled set', () => {
  const found = ERRORS.filter((each) => hits(each, reader.body(each[0])).length > 0).length
  const remarks = [...ERRORS.map(([sentence]) => sentence), ...NEAR_MISSES.map(([text]) => text)].reduce(
    (sum, text) => sum + reader.body(text).length,
    0,
  )
  // Three sentences hold more than one error: the second is a finding too, and no false alarm.
  const more = ERRORS.reduce(
    (sum, each) => sum + reader.body(each[0]).length - hits(each, reader.body(each[0])).length,
    0,
  )
  console.info(
    `labelled set: ${ERRORS.length} errors, ${NEAR_MISSES.length} near misses; recall ${((100 * found) / ERRORS.length).toFixed(1)}%, precision ${((100 * (found + more)) / remarks).toFixed(1)}%`,
  )
  expect(found).toBe(ERRORS.length)
  expect(remarks).toBe(found + more)
})

/** Every text in Vietnamese that the repository shows to people, as its own portal reads it. */
function wellEdited(): { file: string; remarks: readonly Remark[]; words: number }[] {
  const markdown = (folder: string) =>
    (readdirSync(REPOSITORY + folder, { recursive: true }) as string[])
      .filter((file) => file.endsWith('.md'))
      .map((file) => `${folder}/${file}`)
  const read = (file: string) => readFileSync(REPOSITORY + file, 'utf8')
  const count = (text: string) => onlyProse(text).match(/\p{L}+/gu)?.length ?? 0
  const guides = ['docs/huong-dan', 'docs/quy-tac'].flatMap(markdown)
  const ofGuides = guides
    // The pages of these rules show what is wrong.
    .filter(
      (file) => !/quy-tac\/(?:spelling|tone-placement|punctuation|repeated-word|number-form)\.md/.test(file),
    )
    .map((file) => ({ file, remarks: reader.body(read(file)), words: count(read(file)) }))
  const ofPortals = PORTALS.flatMap((id) => {
    const own = createReader(houseOf(portalOf(id).cong))
    return markdown(`content/${id}`).flatMap((file) => {
      const split = splitFrontMatter(read(file))
      if (!split.ok || split.value.data.language === 'en') return []
      const { yaml, body } = split.value
      return [{ file, remarks: [...own.frontMatter(yaml), ...own.body(body)], words: count(body) }]
    })
  })
  return [...ofGuides, ...ofPortals]
}

test('well-edited text: at most one false alarm in 10,000 words', () => {
  const texts = wellEdited()
  const words = texts.reduce((sum, each) => sum + each.words, 0)
  const alarms = texts.flatMap(({ file, remarks }) => remarks.map((each) => `${file}: ${each.problem}`))
  console.info(`well-edited text: ${words} words, ${alarms.length} alarms\n${alarms.join('\n')}`)
  expect(words).toBeGreaterThan(50_000)
  expect((alarms.length / words) * 10_000, alarms.join('\n')).toBeLessThanOrEqual(1)
})

test('the quick scan lets nothing pass that the full examination would remark on', () => {
  const pieces = [...ERRORS.map(([sentence]) => sentence), ...NEAR_MISSES.map(([text]) => text)].flatMap(
    (text) => (/[`<]/.test(text) ? [] : text.split(/(?<= )/)),
  )
  const sentence = fc
    .array(
      fc.oneof(fc.constantFrom(...pieces), fc.constantFrom(' ', ',', '.', ' ,', '(', ')', '\u0301', 'ç')),
      {
        minLength: 1,
        maxLength: 12,
      },
    )
    .map((parts) => parts.join('').replace(/[\n|]/g, ' ').trim())
  fc.assert(
    fc.property(sentence, (text) => {
      const full = remarksOn(onlyProse(text), house)
      const quick = createReader(house).body(text)
      expect(quick).toEqual(full)
    }),
    { numRuns: 300 },
  )
})

test('any text is read without an error, and every place lies in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      for (const { start, written } of [...reader.body(text), ...reader.frontMatter(`title: ${text}`)])
        expect(start >= 0 && written.length > 0).toBe(true)
      for (const { start, written } of reader.body(text))
        expect(text.slice(start, start + written.length)).toBe(written)
    }),
  )
})
