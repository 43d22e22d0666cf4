import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { check } from '../../pipeline/commands/check.ts'
import { inProcess } from '../support/in-process.ts'
import { REPOSITORY } from '../support/portals.ts'
import { damage, GAP_DAMAGE, randomOf, WORD_DAMAGE } from './damage.ts'
import { FIRST_HALF, SECOND_HALF, type Seen } from './held-out.ts'
import { readAsArticle, TEXT_RULES } from './read-as-article.ts'

const UNSEEN = new URL('./unseen/', import.meta.url)
const articles = readdirSync(UNSEEN).flatMap((file) =>
  readFileSync(new URL(file, UNSEEN), 'utf8')
    .split(/\n(?=# )/)
    .map((text) => [text.slice(0, text.indexOf('\n')), text] as const),
)

describe('articles in many styles that were written before the rules were run on them', () => {
  test.each(articles)('%s', (_, text) => {
    expect(readAsArticle(text)).toEqual([])
  })
})

const recall = (half: readonly Seen[]): number =>
  half.filter(([text, wrong]) => {
    const start = text.indexOf(wrong)
    return readAsArticle(text).some(({ at }) => at >= start - 2 && at < start + wrong.length)
  }).length / half.length

test('errors as communes make them: what is found of each half', () => {
  expect(recall(FIRST_HALF)).toBeGreaterThanOrEqual(0.75)
  expect(recall(SECOND_HALF)).toBeGreaterThanOrEqual(0.75)
})

describe('right text with an error put in by chance', () => {
  // biome-ignore format: a table
  const LEAST: readonly (readonly [kind: string, share: number, because: string])[] = [
    ['all keys of Telex',         0.6,  'one key alone may be a word of another language'],
    ['a tone key of Telex',       0.5,  'the same'],
    ['all keys of VNI',           0.4,  'a digit alone may be a label'],
    ['a tone key of VNI',         0.4,  'the same'],
    ['a tone elsewhere',          0.99, 'each syllable has one place for it'],
    ['a letter twice',            0.95, 'no syllable has one twice, but oo'],
    ['two letters swapped',       0.75, 'some give another syllable'],
    ['two words joined',          0.7,  'some give another syllable'],
    ['a space before a comma',    0.99, 'no comma stands so'],
    ['no space behind a comma',   0.95, 'no comma stands so between words'],
    ['the space before instead',  0.99, 'no comma stands so'],
    ['no space behind a point',   0.9,  'short forms are spared'],
    ['two spaces',                0.99, 'never inside a line'],
    ['a letter dropped',          0.1,  'most give another syllable, which only a reader sees'],
    ['hỏi for ngã',               0,    'both are syllables: only pairs of a list are found'],
  ]
  test('each kind is measured', () => {
    expect(LEAST.map(([kind]) => kind).toSorted()).toEqual(
      [...Object.keys(WORD_DAMAGE), ...Object.keys(GAP_DAMAGE)].toSorted(),
    )
  })
  const paragraphs = articles
    .flatMap(([, text]) => text.split('\n\n').slice(1))
    .filter((each) => each.length > 80)
  test.each(LEAST)('%s: at least %d, because %s', (kind, share) => {
    const random = randomOf(7)
    const made = Array.from({ length: 100 }, () =>
      damage(paragraphs[Math.floor(random() * paragraphs.length)] as string, kind, random),
    ).filter((each) => each !== undefined)
    const found = made.filter(({ text, start, length }) =>
      readAsArticle(text).some(({ at }) => at >= start - 2 && at < start + length),
    )
    expect(made.length).toBeGreaterThan(40)
    expect(found.length / made.length).toBeGreaterThanOrEqual(share)
  })
})

test('the samples of all portals pass every rule of text', async () => {
  const { stdout } = await inProcess(REPOSITORY, (ports) => check(ports, [], { json: true }))
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { rule: string }[] }
  expect(diagnostics.filter(({ rule }) => TEXT_RULES.has(rule))).toEqual([])
})

test('the guides and the pages of the rules pass what a page of a portal must', () => {
  const texts = readdirSync(`${REPOSITORY}docs/huong-dan`)
    .filter((file) => file.endsWith('.md'))
    .map((file) => readFileSync(`${REPOSITORY}docs/huong-dan/${file}`, 'utf8'))
  expect(texts.length).toBeGreaterThan(3)
  expect(texts.flatMap(readAsArticle)).toEqual([])
})
