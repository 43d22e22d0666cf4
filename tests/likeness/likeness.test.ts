import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findLike, LEAST_EQUAL } from '../../pipeline/likeness/find-like.ts'
import { EMPTY_INDEX, freshIndex, readIndex, writeIndex } from '../../pipeline/likeness/index-file.ts'
import { mixed, sharedShare, shinglesOf } from '../../pipeline/likeness/shingles.ts'
import { likeOnes, sketchOf, WIDTH } from '../../pipeline/likeness/sketch.ts'
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

// biome-ignore format: a table
const LENGTHS: readonly (readonly [shingles: number, because: string])[] = [
  [40,  'the shortest that is compared: half of the 64 places are borrowed'],
  [64,  'as many as there are places'],
  [300, 'an ordinary article'],
]
test.each(LENGTHS)('of texts of %i runs that share half hardly one is lost: %s', (count) => {
  const runs = (from: number) => Array.from({ length: count / 2 }, (_, at) => mixed(from * 1000 + at))
  const lost = Array.from({ length: 2000 }, (_, each) => {
    const [shared, one, other] = [runs(each * 3), runs(each * 3 + 1), runs(each * 3 + 2)]
    return likeOnes(sketchOf([...shared, ...one]), sketchOf([...shared, ...other]), LEAST_EQUAL)
  }).filter((found) => found.length === 0)
  expect(lost.length).toBeLessThan(20)
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
    expect(next).toEqual(indexOf({ ccc: texts.ccc, a: texts.a, d: textOf(4, 100) }))
  })
  test('asks for many texts in parts, and keeps each at its name', () => {
    const many = Object.fromEntries(Array.from({ length: 5003 }, (_, at) => [`${at}`, textOf(at, 12)]))
    const asked: number[] = []
    const index = freshIndex(EMPTY_INDEX, Object.keys(many), (missing) => {
      asked.push(missing.length)
      return new Map(missing.map((oid) => [oid, many[oid] ?? '']))
    })
    expect(asked).toEqual([5000, 3])
    expect(index.oids).toEqual(Object.keys(many))
    for (const at of [0, 4999, 5000, 5002])
      expect(index.row.subarray(at * WIDTH, (at + 1) * WIDTH)).toEqual(sketchOf(shinglesOf(textOf(at, 12))))
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

  test('a build makes the index ready, and the next check leaves it as it is', async () => {
    const repository = withOld()
    const built = await repository.congbo(['build', '--now', DATE])
    expect(built.code).toBe(0)
    const file = repository.at('.congbo/cache/giong/ch/chi-muc')
    const { ino } = statSync(file)
    expect(readIndex(readFileSync(file)).oids).toEqual([repository.git('rev-parse', `HEAD:${OLD}`).trim()])
    repository.write(NEW, article({}, body))
    expect(await told(repository, NEW)).toHaveLength(1)
    expect(statSync(file).ino).toBe(ino)
  })

  describe('the list of articles that is kept', () => {
    const LIST = '.congbo/cache/giong/da/danh-sach'
    const listOf = (repository: ReturnType<typeof withOld>) => {
      const { tree, articles } = JSON.parse(readFileSync(repository.at(LIST), 'utf8'))
      return { tree, articles: articles.sort() }
    }
    const listAfter = async (repository: ReturnType<typeof withOld>) => {
      await told(repository, at('thanh-dong', 'xa-hoi', 'bai-xet'))
      return listOf(repository)
    }
    const afterChanges = async () => {
      const repository = withOld()
      const path = (slug: string) => at('thanh-dong', 'xa-hoi', slug)
      repository.write(path('bai-xet'), article({}, `${textOf(3, 300)}.\n`))
      for (const slug of ['bai-sua', 'bai-bo', 'bai-doi'])
        repository.write(path(slug), article({ title: slug }, `${textOf(slug.length, 300)}.\n`))
      repository.commit(DATE)
      const first = await listAfter(repository)
      repository.edit(path('bai-sua'), 'bai-sua', 'Bài sửa')
      rmSync(repository.at(path('bai-bo')))
      repository.move(path('bai-doi'), at('thanh-dong', 'kinh-te', 'bai-doi'))
      repository.write(path('bai-ban-sao'), readFileSync(repository.at(OLD), 'utf8'))
      repository.write(
        'content/thanh-dong/trang/lien-he.md',
        article({ title: 'Trang' }, 'Không phải bài.\n'),
      )
      repository.commit(DATE)
      return { repository, first }
    }

    test('takes over what changed, as if all were listed anew', async () => {
      const { repository, first } = await afterChanges()
      const grown = await listAfter(repository)
      expect(grown.tree).not.toBe(first.tree)
      rmSync(repository.at('.congbo/cache/giong'), { recursive: true })
      expect(grown).toEqual(await listAfter(repository))
      expect(grown.articles).toContainEqual([
        expect.any(String),
        [at('thanh-dong', 'xa-hoi', 'bai-ban-sao'), OLD],
      ])
    })

    // biome-ignore format: a table
    const foreign: readonly (readonly [text: string, because: string])[] = [
      [JSON.stringify({ tree: 'a'.repeat(40), articles: [['b'.repeat(40), [NEW]]] }), 'of another clone'],
      [JSON.stringify({ tree: '--output=x', articles: [] }),                         'no name of a tree'],
      ['{',                                                                          'broken'],
    ]
    test.each(foreign)('%s is made anew: %s', async (text) => {
      const { repository } = await afterChanges()
      const whole = await listAfter(repository)
      writeFileSync(repository.at(LIST), text)
      expect(await listAfter(repository)).toEqual(whole)
      expect(existsSync(repository.at('x'))).toBe(false)
    })
  })
})
