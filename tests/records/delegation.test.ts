import { expect, test } from 'vitest'
import type { PullRequest, Review } from '../../pipeline/adapters/forge.ts'
import { parseDay, parseInstant } from '../../pipeline/calendar/local-time.ts'
import { decide } from '../../pipeline/gate/decide.ts'
import type { Need } from '../../pipeline/gate/need.ts'
import { remarksOn } from '../../pipeline/records/check-record.ts'
import { keysOf } from '../../pipeline/records/keys.ts'
import { statementOf } from '../../pipeline/records/make-record.ts'
import { pathOfRecord, type Statement } from '../../pipeline/records/record.ts'
import type { Facts } from '../../pipeline/records/record-facts.ts'
import { recordText } from '../../pipeline/records/write-record.ts'
import { keyPair, signed } from './example.ts'

/* A deputy approves by a paper that holds from 16/11 to 20/11/2026, as the gate decides, as the record says it, and as it is verified. */

const KEY = keyPair('khoa-1', { validFrom: '2026-11-01' })
const FOLDER = 'content/xa/'
const PATH = `${FOLDER}tin-bai/xa-hoi/2026/bai.md`
const [HEAD, MERGE, BASE, BLOB] = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(40)) as [
  string,
  string,
  string,
  string,
]
const at = (text: string) => parseInstant(text) as number
const day = (text: string) => parseDay(text) as number
const PAPER = 'Giấy ủy quyền số 05/GUQ-BBT'

const NEED: Need = {
  key: 'x',
  portal: 'xa',
  stage: 'truong-ban',
  label: 'Phê duyệt',
  approvers: [
    {
      id: 'truong-ban',
      label: 'Trưởng ban',
      accounts: ['@xa/truong'],
      delegates: [
        {
          id: 'pho-ban',
          label: 'Phó ban',
          accounts: ['@xa/pho'],
          from: day('2026-11-16'),
          to: day('2026-11-20'),
          document: PAPER,
        },
      ],
    },
  ],
  escalateTo: undefined,
  ground: 'Điều 7',
  clauses: ['D7'],
  covers: [PATH],
}
const people = (account: string) => new Set(account === '@xa/pho' ? ['pho'] : ['truong'])
const change = { commit: MERGE, parent: BASE, at: at('2026-11-21T08:00:00+07:00'), files: [], law: new Map() }
const files = [{ path: PATH, before: undefined, after: BLOB }]

function statement(approved: string): Statement {
  const pull = {
    number: 5,
    openedAt: at('2026-11-16T08:00:00+07:00'),
    head: { sha: HEAD },
    merge: { at: change.at, commit: MERGE, by: 'Truong' },
  } as PullRequest & { merge: NonNullable<PullRequest['merge']> }
  const review: Review = { id: 1, account: 'Pho', state: 'approved', commit: HEAD, at: at(approved) }
  const writers = new Set(['lan'])
  const evidence = { reviews: [review], writers, people, head: MERGE, unchangedSince: () => true }
  const states = decide([NEED], evidence)
  return statementOf({
    portal: 'xa',
    folder: FOLDER,
    pull,
    change,
    files,
    states,
    reviews: [review],
    people,
    writers,
    deployed: undefined,
    strangers: false,
  })
}

const remarks = (said: Statement, facts: Partial<Facts> = {}) => {
  const record = signed(said, KEY)
  const below = pathOfRecord(record)
  return remarksOn(
    { file: FOLDER + below, below, text: recordText(record), record },
    {
      folder: FOLDER,
      portal: 'xa',
      keys: keysOf({ portal: 'xa', keys: [KEY.line] }),
      entered: at('2026-11-21T23:00:00+07:00'),
      change,
      files,
      merged: HEAD,
      needs: [NEED],
      contentAt: () => ({ state: 'known', blob: BLOB }),
      ...facts,
    },
  ).map(({ weight, problem }) => `${weight}: ${problem}`)
}

test('within its days the record names the paper, and is verified', () => {
  const said = statement('2026-11-20T23:59:00+07:00')
  expect(said).toMatchObject({
    mergedBy: 'truong',
    approvals: [
      { account: 'pho', member: 'truong-ban', delegate: 'pho-ban', delegation: PAPER, clauses: ['D7'] },
    ],
    verdict: 'sufficient',
  })
  expect(remarks(said)).toEqual([])
})

test('a day later there is no approval', () => {
  const said = statement('2026-11-21T00:00:00+07:00')
  expect(said).toMatchObject({ approvals: [], verdict: 'insufficient' })
  expect(remarks(said)).toEqual(['problem: Thiếu phê duyệt của Trưởng ban: Phê duyệt (Điều 7)'])
})

test.each<[edit: object, words: string, why: string]>([
  [{ at: '2026-11-21T00:00:00+07:00' }, `không có ủy quyền «${PAPER}»`, 'a day outside the paper'],
  [{ delegation: 'Giấy ủy quyền số 06' }, 'không có ủy quyền «Giấy ủy quyền số 06»', 'another paper'],
  [{ delegate: 'thu-ky' }, `không có ủy quyền «${PAPER}» cho \`thu-ky\``, 'another deputy'],
])('a record that claims %j is found out', (edit, words) => {
  const said = statement('2026-11-20T10:00:00+07:00')
  const [only] = said.approvals
  expect(
    remarks({ ...said, approvals: [{ ...only, ...edit } as Statement['approvals'][number]] }).join(),
  ).toContain(words)
})

test('a law that cannot be read today is said, and holds nobody guilty', () => {
  const said = statement('2026-11-20T10:00:00+07:00')
  expect(remarks(said, { needs: undefined }).join()).toMatch(
    /^note: Quy chế, ban biên tập ở commit cccccccccc không đọc được/,
  )
})

test('one approval of two that a law asks for is not enough', () => {
  const other = { ...NEED, key: 'y', stage: 'linh-vuc', label: 'Kiểm duyệt' }
  expect(remarks(statement('2026-11-20T10:00:00+07:00'), { needs: [NEED, other] }).join()).toMatch(
    /^problem: Thiếu phê duyệt của Trưởng ban: Kiểm duyệt/,
  )
})
