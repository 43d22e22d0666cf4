import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findLike } from '../../pipeline/likeness/find-like.ts'
import { EMPTY_INDEX, freshIndex, readIndex, writeIndex } from '../../pipeline/likeness/index-file.ts'
import { sharedShare, shinglesOf } from '../../pipeline/likeness/shingles.ts'
import { sketchOf, WIDTH } from '../../pipeline/likeness/sketch.ts'
import { article, createRepository } from '../support/repository.ts'

const SYLLABLES =
  'phường xã dân nhà văn hóa môi trường họp bàn ruộng lúa vụ đông xuân trạm bơm đường ngõ cây xanh quà hộ nghèo khám bệnh trẻ em học sinh trường lớp lễ hội tổ khu phố chợ an toàn giao thông thuế đất sổ đỏ'.split(
    ' ',
  )
/** A text of so many syllables that is the same for the same seed. */
function textOf(seed: number, syllables: number): string {
  let state = seed * 2654435761 + 1
  const words = Array.from({ length: syllables }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return SYLLABLES[(state >>> 8) % SYLLABLES.length]
  })
  return words.join(' ')
}
const indexOf = (texts: Readonly<Record<string, string>>) =>
  freshIndex(
    EMPTY_INDEX,
    Object.keys(texts),
    (missing) => new Map(missing.map((oid) => [oid, texts[oid] ?? ''])),
  )
const likes = (texts: Readonly<Record<string, string>>, text: string) =>
  findLike(indexOf(texts), text, (oid) => texts[oid] ?? '').map(({ oid }) => oid)

describe('what is like another text', () => {
  const one = textOf(1, 300)
  // biome-ignore format: a table
  const cases: readonly (readonly [because: string, text: string, found: readonly string[]])[] = [
    ['the same',                                   one, ['one']],
    ['with capitals, marks and line breaks',       one.toUpperCase().replaceAll(' ', ',\n'), ['one']],
    ['with a new beginning and a new end',         `${textOf(8, 60)} ${one} ${textOf(9, 60)}`, ['one']],
    ['two thirds of it',                           `${one.split(' ').slice(0, 200).join(' ')} ${textOf(7, 100)}`, ['one']],
    ['its halves exchanged',                       `${one.split(' ').slice(150).join(' ')} ${one.split(' ').slice(0, 150).join(' ')}`, ['one']],
    ['a paragraph quoted in a longer text',        `${one.split(' ').slice(0, 60).join(' ')} ${textOf(6, 300)}`, []],
    ['other words about the same',                 textOf(5, 300), []],
    ['a short notice',                             one.split(' ').slice(0, 40).join(' '), []],
    ['nothing',                                    '', []],
  ]
  test.each(cases)('%s', (_, text, expected) => {
    expect(likes({ one, two: textOf(2, 300), three: textOf(3, 300) }, text)).toEqual(expected)
  })
})

test('two sketches agree in about as many places as the texts share shingles', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 0, max: 300 }), (seed, kept) => {
      const words = textOf(seed, 300).split(' ')
      const [one, other] = [words, [...words.slice(0, kept), ...textOf(seed + 1, 300 - kept).split(' ')]].map(
        (each) => shinglesOf(each.join(' ')),
      ) as [Set<number>, Set<number>]
      const union = new Set([...one, ...other]).size
      const resemblance = (sharedShare(one, other) * one.size) / union
      const [a, b] = [sketchOf(one), sketchOf(other)]
      const equal = a.filter((number, place) => number === b[place]).length / WIDTH
      expect(Math.abs(equal - resemblance)).toBeLessThan(0.33)
    }),
    { numRuns: 60, seed: 2026 },
  )
})

describe('the index', () => {
  const texts = { a: textOf(1, 100), bb: textOf(2, 100), ccc: textOf(3, 100) }
  test('is read as it was written; what is broken or of another kind is made anew', () => {
    const index = indexOf(texts)
    expect(readIndex(writeIndex(index))).toEqual(index)
    const bytes = writeIndex(index)
    for (const broken of [
      undefined,
      Buffer.from('x'),
      bytes.subarray(0, bytes.length - 4),
      bytes.subarray(0, bytes.length - 3),
    ])
      expect(readIndex(broken)).toEqual(EMPTY_INDEX)
  })
  test('makes only what is missing, and drops what is gone', () => {
    const asked: string[] = []
    const next = freshIndex(indexOf(texts), ['ccc', 'd', 'a'], (missing) => {
      asked.push(...missing)
      return new Map([['d', textOf(4, 100)]])
    })
    expect(asked).toEqual(['d'])
    expect(next).toEqual(indexOf({ ccc: texts.ccc, d: textOf(4, 100), a: texts.a }))
  })
  test('of 50,000 articles answers within a second', { timeout: 60_000 }, () => {
    const row = new Uint32Array(50_000 * WIDTH).map((_, at) => Math.imul(at + 1, 0x9e3779b1))
    const mine = textOf(1, 500)
    row.set(sketchOf(shinglesOf(mine)), 49_999 * WIDTH)
    const bytes = writeIndex({
      oids: Array.from({ length: 50_000 }, (_, at) => `${at}`.padStart(40, '0')),
      row,
    })
    const before = performance.now()
    const found = findLike(readIndex(bytes), mine, () => mine)
    const took = performance.now() - before
    expect(found.map(({ share }) => share)).toEqual([1])
    expect(took).toBeLessThan(1000)
  })
})

describe('congbo check of a change', { timeout: 120_000 }, () => {
  const DATE = '2026-11-19T09:00:00+07:00'
  const at = (portal: string, folder: string, slug: string) =>
    `content/${portal}/tin-bai/${folder}/2026/${slug}.md`
  const OLD = at('thanh-dong', 'xa-hoi', 'bai-cu')
  const NEW = at('thanh-dong', 'xa-hoi', 'bai-moi')
  const body = `${textOf(1, 300)}.\n`
  const withOld = () => {
    const repository = createRepository()
    repository.init()
    repository.write(OLD, article({ title: '"Bài cũ: của phường"' }, body))
    repository.commit(DATE)
    return repository
  }
  const told = async (repository: ReturnType<typeof withOld>, ...args: string[]) =>
    JSON.parse((await repository.congbo(['check', ...args, '--json'])).stdout).diagnostics.filter(
      ({ rule }: { rule: string }) => rule === 'near-duplicate',
    )

  test('another article is named with its title and the share; its own former text is not', async () => {
    const repository = withOld()
    repository.write(NEW, article({}, `Mở đầu mới. ${body}`))
    repository.edit(OLD, 'Bài cũ', 'Bài đã sửa')
    const found = await told(repository, '--since', 'HEAD')
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ file: NEW, severity: 'warning' })
    expect(found[0].problem).toMatch(/^Trùng \d\d% với «Bài cũ: của phường» \(content\/thanh-dong\//)
    repository.git('add', '--all')
    expect(await told(repository, '--staged')).toEqual(found)
    expect(await told(repository)).toEqual([])
  })

  test('an article that moved is no copy of itself', async () => {
    const repository = withOld()
    repository.move(OLD, at('thanh-dong', 'kinh-te', 'bai-cu'))
    expect(await told(repository, '--since', 'HEAD')).toEqual([])
  })

  test('another portal of the repository, with the clause of the one that copies', async () => {
    const repository = withOld()
    repository.addPortal('kep')
    repository.write(at('kep', 'xa-hoi', 'bai-chep'), article({}, body))
    const found = await told(repository, at('kep', 'xa-hoi', 'bai-chep'))
    expect(found[0]).toMatchObject({
      problem: expect.stringContaining(OLD),
      law: expect.stringContaining('Điều 8'),
    })
  })
})
