import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { goesOn, keepLives, keptLives } from '../../pipeline/publication/keep-lives.ts'
import { livesAfter, NO_LIVES } from '../../pipeline/publication/lives.ts'
import { type FileChange, type MainCommit, mainLine } from '../../pipeline/publication/main-line.ts'

const ID = (sign: string) => sign.repeat(40)
const header = (id: string, time: number, ...parents: string[]) => `\x01${id} ${time} ${parents.join(' ')}`
const line = (status: string, before: string, after: string) =>
  `:100644 100644 ${ID(before)} ${ID(after)} ${status}`

describe('the log of Git', () => {
  test('oldest first, with parents, merges, names before and after', () => {
    const log = [
      header(ID('c'), 30, ID('b'), ID('f')),
      `\n${line('R087', '1', '2')}`,
      'a.md',
      'b.md',
      line('D', '3', '0'),
      'c.md',
      header(ID('b'), 20, ID('a')),
      header(ID('a'), 10),
      `\n${line('A', '0', '1')}`,
      'a.md',
    ].join('\0')
    expect(mainLine(`${log}\0`)).toEqual([
      {
        id: ID('a'),
        at: 10_000,
        parent: undefined,
        merge: false,
        changes: [{ type: 'added', path: 'a.md', blob: ID('1') }],
      },
      { id: ID('b'), at: 20_000, parent: ID('a'), merge: false, changes: [] },
      {
        id: ID('c'),
        at: 30_000,
        parent: ID('b'),
        merge: true,
        changes: [
          { type: 'renamed', from: 'a.md', path: 'b.md', blob: ID('2'), same: false },
          { type: 'removed', path: 'c.md', blob: ID('3') },
        ],
      },
    ])
  })
  // biome-ignore format: a table
  test.each([
    [`\x01${ID('e')} 1 `,                'the line of a commit'],
    [`:100644 100644 ${ID('0')} ${ID('1')} A`, 'the line of a file'],
    ['\n:a\x01b.md',                     'signs of both'],
    ['-- một "tên" có dấu\t.md',         'anything else'],
  ])('a file named %j is a file: it is no %s', (name) => {
    const log = [header(ID('a'), 10), `\n${line('A', '0', '1')}`, name, line('A', '0', '2'), 'b.md', ''].join('\0')
    expect(mainLine(log)).toEqual([
      expect.objectContaining({
        id: ID('a'),
        changes: [
          { type: 'added', path: name, blob: ID('1') },
          { type: 'added', path: 'b.md', blob: ID('2') },
        ],
      }),
    ])
  })
})

const ownerOf = (path: string) => path.slice(0, path.indexOf('/') + 1)
const path = fc.constantFrom(
  'a/tin-bai/x/2026/mot.md',
  'a/tin-bai/y/2026/mot.md',
  'a/tin-bai/x/2026/hai.md',
  'b/tin-bai/x/2026/mot.md',
  'b/quy-che.yaml',
)
const blob = fc.constantFrom(ID('1'), ID('2'), ID('3'))
const change: fc.Arbitrary<FileChange> = fc.oneof(
  fc.record({ type: fc.constantFrom('added' as const, 'modified' as const, 'removed' as const), path, blob }),
  fc.record({ type: fc.constant('renamed' as const), from: path, path, blob, same: fc.boolean() }),
)
/** A line of commits, each on the one before; what they change need not make sense. */
const commits = fc
  .array(
    fc.record({
      at: fc.integer({ min: 0, max: 1000 }),
      merge: fc.boolean(),
      changes: fc.uniqueArray(change, { maxLength: 3, selector: (each) => each.path }),
    }),
    { maxLength: 8 },
  )
  .map((all) =>
    all.map(
      (each, index): MainCommit => ({
        ...each,
        id: String(index).padStart(40, '0'),
        parent: index === 0 ? undefined : String(index - 1).padStart(40, '0'),
      }),
    ),
  )

describe('lives', () => {
  test('read in two parts, with what was kept between them, they are what one reading gives', () => {
    fc.assert(
      fc.property(commits, fc.nat(8), (line, cut) => {
        const first = livesAfter(NO_LIVES, line.slice(0, cut), ownerOf)
        const kept = keptLives(keepLives(first))
        expect(kept).toEqual(first)
        const rest = line.slice(cut)
        if (rest.length > 0 && cut > 0) expect(goesOn(first, rest)).toBe(true)
        expect(livesAfter(kept ?? NO_LIVES, rest, ownerOf)).toEqual(livesAfter(NO_LIVES, line, ownerOf))
      }),
    )
  })
  test('no passage lies before the one below it, and every life is under one path', () => {
    fc.assert(
      fc.property(commits, (line) => {
        const { present, gone } = livesAfter(NO_LIVES, line, ownerOf)
        for (const [at, life] of present) expect((life.later.at(-1) ?? life.published).path).toBe(at)
        for (const { published, later } of [...present.values(), ...gone]) {
          const merged = [published, ...later].flatMap(({ merge, at }) => (merge ? [at] : []))
          expect(merged).toEqual([...merged].sort((a, b) => a - b))
        }
      }),
    )
  })
  test('two files that change places in one commit keep their lives', () => {
    const [x, y] = ['a/tin-bai/x/2026/mot.md', 'a/tin-bai/x/2026/hai.md']
    const add = (path: string, sign: string): FileChange => ({ type: 'added', path, blob: ID(sign) })
    const swap = (from: string, path: string, sign: string): FileChange => ({
      type: 'renamed',
      from,
      path,
      blob: ID(sign),
      same: true,
    })
    const { present } = livesAfter(
      NO_LIVES,
      [
        { id: ID('a'), at: 1, parent: undefined, merge: true, changes: [add(x, '1')] },
        { id: ID('b'), at: 2, parent: ID('a'), merge: true, changes: [add(y, '2')] },
        { id: ID('c'), at: 3, parent: ID('b'), merge: true, changes: [swap(x, y, '1'), swap(y, x, '2')] },
      ],
      ownerOf,
    )
    expect([present.get(y)?.published.at, present.get(x)?.published.at]).toEqual([1, 2])
  })
  test('a text that somebody has changed was never kept', () => {
    const kept = keepLives(NO_LIVES)
    for (let at = 0; at < kept.length; at += 7) {
      const changed = Uint8Array.from(kept)
      changed[at] = (changed[at] as number) ^ 1
      expect(keptLives(changed)).toBeUndefined()
    }
  })
})
