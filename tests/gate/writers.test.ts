import { expect, test } from 'vitest'
import type { ForgeCommit, PullRequest } from '../../pipeline/adapters/forge.ts'
import { writersOf } from '../../pipeline/gate/writers.ts'

const pull = { author: 'Lan' } as PullRequest
const commit = (fields: Partial<ForgeCommit>): ForgeCommit => ({
  sha: 'a',
  author: 'lan',
  committer: 'web-flow',
  authorEmail: 'lan@xa.gov.vn',
  committerEmail: 'noreply@github.com',
  message: 'Thêm bài',
  ...fields,
})

// biome-ignore format: a table
const CASES: readonly (readonly [ForgeCommit, string | undefined, readonly string[], readonly string[], string])[] = [
  // commit,                                                          pushed by,        writers,                  unknown, because
  [commit({}),                                                        'lan',            ['lan'],                  [], 'accounts are the same in any case'],
  [commit({}),                                                        'minh',           ['lan', 'minh'],          [], 'who pushed last has had a hand in it'],
  [commit({}),                                                        undefined,        ['lan'],                  [], 'where the forge does not tell, the gate closes elsewhere'],
  [commit({ author: 'minh', authorEmail: 'm@xa.gov.vn' }),            'lan',            ['lan', 'minh'],          [], 'the author of a commit is not always the one who opened it'],
  [commit({ committer: 'hoa', committerEmail: 'h@xa.gov.vn' }),       'lan',            ['hoa', 'lan'],           [], 'a committer may have rewritten it'],
  [commit({ message: 'Bài\n\nCo-authored-by: Hoa <12+Hoa@users.noreply.github.com>' }), 'lan',   ['hoa', 'lan'], [], 'a co-author by the address that the forge gives'],
  [commit({ message: 'Bài\n\nCO-AUTHORED-BY:Hoa <hoa@users.noreply.ghe.xa.gov.vn>' }),  'lan',   ['hoa', 'lan'], [], 'in any case, and on a server of its own'],
  [commit({ message: 'Bài\n\nCo-authored-by: L <LAN@xa.gov.vn>' }),   'lan',            ['lan'],                  [], 'an address that another commit ties to an account'],
  [commit({ message: 'Bài\n\nCo-authored-by: Ai Đó <ai@do.vn>' }),    'lan',            ['lan'],                  ['ai@do.vn'], 'a co-author whom nobody knows might be any approver'],
  [commit({ author: undefined, authorEmail: 'la@la.vn' }),            'lan',            ['lan'],                  ['la@la.vn'], 'so might an author without an account'],
  [commit({ author: undefined, authorEmail: '7+hoa@users.noreply.github.com' }), 'lan',   ['hoa', 'lan'],        [], 'the address itself names the account'],
]

test.each(CASES)('%j, pushed by %s → %j, unknown %j: %s', (one, pusher, accounts, unknown) => {
  const writers = writersOf(pull, [one], pusher)
  expect([...writers.accounts].sort()).toEqual([...accounts])
  expect(writers.unknown).toEqual(unknown)
})
