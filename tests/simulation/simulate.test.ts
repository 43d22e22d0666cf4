import { beforeAll, describe, expect, test } from 'vitest'
import { parseDay, parseInstant, startOf } from '../../pipeline/calendar/local-time.ts'
import { type PolicyOptions, policy } from '../../pipeline/commands/policy.ts'
import type { FrontMatter } from '../../pipeline/contract/types.ts'
import { outcomeUnder } from '../../pipeline/simulation/outcome.ts'
import { simulate } from '../../pipeline/simulation/simulate.ts'
import { inProcess } from '../support/in-process.ts'
import { portalOf } from '../support/portals.ts'
import { article, createRepository } from '../support/repository.ts'

const NOW = '2026-09-30T09:00:00+07:00'
const repository = createRepository()
const at = (path: string) => `${repository.folder}/${path}`
const LAW = at('quy-che.yaml')
const ROSTER = at('ban-bien-tap.yaml')

const news = (eventDate: string, more = {}) =>
  article({ kind: 'tin-su-kien', section: 'tin-tuc-su-kien', eventDate, ...more })
const MORNING = 'tin-bai/xa-hoi/2026/buoi-sang.md'
const EVENING = 'tin-bai/xa-hoi/2026/het-gio.md'
const LATE = 'tin-bai/xa-hoi/2026/muon.md'
const SATURDAY = 'tin-bai/xa-hoi/2026/lam-bu.md'
const ESSAY = 'tin-bai/xa-hoi/2026/hoc-tap.md'
const RIVER = 'tin-bai/moi-truong/2026/bo-song.md'
const DECISION = 'van-ban/2026/quyet-dinh.md'
const QUESTION = 'hoi-dap/2026/cau-hoi.md'
const PAGE = 'trang/gioi-thieu.md'
const ALL = [MORNING, EVENING, LATE, SATURDAY, ESSAY, RIVER, DECISION, QUESTION, PAGE]

/** What the portal has published, each by a commit of its own on the main branch. */
const HISTORY: readonly (readonly [published: string, path: string, text: string])[] = [
  // 8 office hours from 08:00 on Monday end on Tuesday at 08:00.
  ['2026-06-01T16:00:00+07:00', MORNING, news('2026-06-01T08:00:00+07:00')],
  // 8 office hours from 17:15 end on the next day at 17:15.
  ['2026-06-09T17:10:00+07:00', EVENING, news('2026-06-08T17:15:00+07:00')],
  [
    '2026-06-12T09:00:00+07:00',
    LATE,
    news('2026-06-10T08:00:00+07:00', { lateReason: 'Mất điện cả phường ngày 10 và 11/6/2026' }),
  ],
  ['2026-06-15T09:00:00+07:00', ESSAY, article()],
  [
    '2026-06-16T09:00:00+07:00',
    RIVER,
    article({ linhVuc: 'moi-truong', section: 'tin-tuc-su-kien', submittedBy: 'trung-tam-dvsnc' }),
  ],
  [
    '2026-06-18T09:00:00+07:00',
    DECISION,
    article({
      kind: 'van-ban',
      section: 'van-ban',
      number: '15/QĐ-UBND',
      documentType: 'Quyết định',
      issuer: 'UBND phường Thành Đông',
      promulgatedDate: '2026-06-15',
    }),
  ],
  [
    '2026-06-19T09:00:00+07:00',
    QUESTION,
    article({
      kind: 'hoi-dap',
      section: 'trao-doi-hoi-dap',
      question: 'Lịch tiếp công dân của phường tháng 7 thế nào?',
      askedBy: 'Người dân khu Một',
      receivedDate: '2026-06-19T08:00:00+07:00',
      answeredDate: '2026-06-30T08:00:00+07:00',
      answeredBy: 'van-phong',
    }),
  ],
  [
    '2026-06-22T09:00:00+07:00',
    PAGE,
    '---\ntitle: Giới thiệu phường\nkind: trang\nauthor: Ban Biên tập\nsubmittedBy: vh-xh\nsource: UBND phường Thành Đông\nsummary: Một câu tóm tắt đủ dài để hiện ở danh sách.\n---\n\nNội dung.\n',
  ],
  // From 16:30 on Friday to 16:30 on a Saturday that was worked.
  ['2026-08-24T09:00:00+07:00', SATURDAY, news('2026-08-21T16:30:00+07:00')],
]

beforeAll(() => {
  repository.init()
  repository.commit('2026-05-01T09:00:00+07:00')
  for (const [published, path, text] of HISTORY) {
    repository.write(at(path), text)
    repository.commit(published)
  }
  // A proposal on a branch is not published, though its file lies in the work tree.
  repository.git('checkout', '--quiet', '-b', 'sua-quy-che')
  repository.write(at('tin-bai/xa-hoi/2026/cho-duyet.md'), news('2026-07-01T08:00:00+07:00'))
  repository.commit('2026-07-01T09:00:00+07:00')
})

type Said = {
  readonly file: string
  readonly aspects: readonly string[]
  readonly before: Side
  readonly after: Side
}
type Side = {
  readonly verdict: string
  readonly due: string | null
  readonly clauses: readonly string[]
  readonly approvals: readonly {
    stage: string
    approvers: readonly { id: string; accounts: readonly string[] }[]
  }[]
  readonly unknown: readonly { field: string; name: string }[]
}

const ask = (options: PolicyOptions = {}) =>
  inProcess(repository.root, (ports) => policy(ports, 'simulate', { now: NOW, json: true, ...options }))

/** Makes a change in the work tree, asks, and takes it back. */
async function afterChange(change: () => void, options: PolicyOptions = {}) {
  change()
  const outcome = await ask(options).finally(() => repository.git('checkout', '--quiet', '--', '.'))
  expect(outcome.code, outcome.stderr).toBe(0)
  const [portal] = JSON.parse(outcome.stdout).portals as [
    { judged: number; totals: Record<string, number>; documents: readonly Said[] },
  ]
  return portal
}

const inLaw = (from: string | RegExp, to: string) => () => repository.edit(LAW, from, to)
const inRoster = (from: string | RegExp, to: string) => () => repository.edit(ROSTER, from, to)
const SUMMER = `periods:
  - validFrom: "2000-01-01"
    season: { from: "04-01", to: "10-31" }
    sessions: [{ from: "07:00", to: "11:30" }, { from: "13:30", to: "17:00" }]
  - validFrom: "2000-01-01"
    season: { from: "11-01", to: "03-31" }
    sessions: [{ from: "07:30", to: "12:00" }, { from: "13:00", to: "16:30" }]
`
const HOLIDAY = `off:
  - { date: "2026-06-16", name: "Nghỉ thử", reason: statutory, status: announced, document: bo-luat-lao-dong-2019 }
`
const NEW_STAGE = `    - id: ra-soat
      label: Văn phòng rà soát trước
      kinds: [trang]
      approvers: [van-phong]
      basis: D12.K2
    - id: truong-ban
      label: Trưởng ban hoặc`

const APPROVERS = ['approvers']
const NEWS = [MORNING, EVENING, LATE, SATURDAY]

const CHANGES: readonly (readonly [
  name: string,
  change: () => void,
  expected: Readonly<Record<string, readonly string[]>>,
  because: string,
])[] = [
  ['nothing', () => undefined, {}, 'the same law says the same'],
  [
    'only words',
    inLaw('label: Xã hội', 'label: Xã hội và đời sống'),
    {},
    'another label judges nobody otherwise',
  ],
  [
    'another clause of the same deadline',
    inLaw(/(unit: officeHour\n {4}duty: publish\n {4}basis:) D7.K1/, '$1 D7.K2'),
    {},
    'where a number stands does not move it',
  ],
  [
    '8 → 4 office hours',
    inLaw('amount: 8\n', 'amount: 4\n'),
    { [MORNING]: ['verdict', 'due'], [EVENING]: ['verdict', 'due'], [LATE]: ['due'], [SATURDAY]: ['due'] },
    'half the time: two that were on time are late, two that were late stay so',
  ],
  [
    '8 → 24 office hours',
    inLaw('amount: 8\n', 'amount: 24\n'),
    { [MORNING]: ['due'], [EVENING]: ['due'], [LATE]: ['verdict', 'due'], [SATURDAY]: ['verdict', 'due'] },
    'three times as long: those that were late no longer are',
  ],
  [
    'seasonal office hours',
    () => repository.edit('content/gio-hanh-chinh/mac-dinh.yaml', /^periods:\n(?: .*\n?)+/m, SUMMER),
    { [EVENING]: ['verdict', 'due'] },
    'with offices closed at 17:00 the count begins at 07:00 and ends at 17:00; the others end at the same minute',
  ],
  [
    'another table of office hours',
    inLaw('officeHours: mac-dinh', 'officeHours: hai-duong'),
    { [EVENING]: ['verdict', 'due'] },
    'the same hours under another name',
  ],
  [
    'a holiday more',
    () => repository.edit('content/lich-nghi/2026.yaml', /^off:\n/m, HOLIDAY),
    { [DECISION]: ['verdict', 'due'] },
    'two working days from 15/6 without 16/6 end on 18/6, when it was published',
  ],
  [
    'the other reading of make-up days',
    inLaw(
      'choice: working\n    alternatives:\n      - "off"',
      'choice: "off"\n    alternatives:\n      - working',
    ),
    { [SATURDAY]: ['verdict', 'due'] },
    'a Saturday that does not count moves the end to Monday',
  ],
  [
    'in force later',
    inLaw('date: "2025-12-15"', 'date: "2026-06-09"'),
    { [MORNING]: ['verdict', 'due'], [EVENING]: ['verdict', 'due'] },
    'what happened before the first day of force is not judged',
  ],
  [
    'a lĩnh vực for another approver',
    inLaw(/(id: xa-hoi\n {4}label: Xã hội\n {4}approver:) vh-xh/, '$1 van-phong'),
    Object.fromEntries([...NEWS, DECISION, QUESTION].map((path) => [path, APPROVERS])),
    'all of the lĩnh vực but the essay, whose section has an approver of its own',
  ],
  [
    'a section without its own approver',
    inLaw(/(mandatory: true\n) {4}approver: xay-dung-dang\n/, '$1'),
    { [ESSAY]: APPROVERS },
    'then the lĩnh vực decides',
  ],
  [
    'a stage more',
    inLaw('    - id: truong-ban\n      label: Trưởng ban hoặc', NEW_STAGE),
    { [PAGE]: APPROVERS },
    'it is for pages only',
  ],
  [
    'a kind removed',
    () => {
      repository.edit(LAW, /^ {2}- id: bai-viet\n {4}label:.*\n {4}basis:\n(?: {6}- .*\n)+/m, '')
      repository.edit(LAW, '      - bai-viet\n      - trang\n    limit:', '      - trang\n    limit:')
    },
    { [ESSAY]: ['unknown'], [RIVER]: ['unknown'] },
    'both are essays, which the law no longer has; no deadline bound them before either',
  ],
  [
    'a lĩnh vực removed',
    inLaw(/^ {2}- id: moi-truong\n(?: {4}.*\n)+/m, ''),
    { [RIVER]: ['approvers', 'unknown'] },
    'nobody of the lĩnh vực would approve it',
  ],
  [
    'a unit removed',
    () => {
      repository.edit(ROSTER, /^ {2}- id: trung-tam-dvsnc\n(?: {4}.*\n)+/m, '')
      repository.edit(ROSTER, /^ {2}- id: su-nghiep-cong\n(?: {4}.*\n)+/m, '')
    },
    { [RIVER]: ['unknown'] },
    'the unit that sent it is no longer there',
  ],
  [
    'another account behind a unit',
    inRoster('"@phuong-thanh-dong/xay-dung-dang"', '"@phuong-thanh-dong/ban-xay-dung-dang"'),
    { [ESSAY]: APPROVERS },
    'the office is the same and the people are others',
  ],
]

describe('what a change of the law would have changed', () => {
  test.each(CHANGES)('%s', async (_name, change, expected) => {
    const { judged, documents, totals } = await afterChange(change)
    expect(judged).toBe(ALL.length)
    const found = Object.fromEntries(documents.map(({ file, aspects }) => [file, aspects]))
    expect(found).toEqual(
      Object.fromEntries(Object.entries(expected).map(([path, aspects]) => [at(path), aspects])),
    )
    for (const [aspect, total] of Object.entries(totals))
      expect(total).toBe(Object.values(expected).filter((aspects) => aspects.includes(aspect)).length)
  })

  test('both sides of a difference carry their instant and their clause', async () => {
    const { documents } = await afterChange(() => {
      repository.edit(LAW, 'amount: 8\n', 'amount: 4\n')
      repository.edit(LAW, /(unit: officeHour\n {4}duty: publish\n {4}basis:) D7.K1/, '$1 D7.K2')
    })
    const morning = documents.find(({ file }) => file === at(MORNING))
    expect(morning).toMatchObject({
      before: { verdict: 'on-time', due: '2026-06-02T08:00:00+07:00', clauses: ['D7.K1'] },
      after: { verdict: 'overdue', due: '2026-06-01T14:00:00+07:00', clauses: ['D7.K2'] },
    })
  })

  test('both sides name who approves, and by which clause', async () => {
    const { documents } = await afterChange(
      inLaw(/(label: Xã hội\n {4}approver:) vh-xh\n {4}basis: D13.K11/, '$1 van-phong\n    basis: D12.K5'),
    )
    const steps = ({ approvals }: Side) =>
      approvals.map(({ approvers }) => approvers.map(({ id }) => id).join('|'))
    const [first] = documents as [Said]
    expect(steps(first.before)).toEqual(['vh-xh', 'truong-ban|pho-truong-ban'])
    expect(steps(first.after)).toEqual(['van-phong', 'truong-ban|pho-truong-ban'])
    expect(first.before.approvals[0]).toMatchObject({ clauses: expect.arrayContaining(['D13.K11']) })
    expect(first.after.approvals[0]).toMatchObject({ clauses: expect.arrayContaining(['D12.K5']) })
  })

  test('a changed verdict stands before a name that is gone, and that before the rest', async () => {
    const { documents } = await afterChange(() => {
      repository.edit(LAW, 'amount: 8\n', 'amount: 24\n')
      repository.edit(LAW, /^ {2}- id: moi-truong\n(?: {4}.*\n)+/m, '')
      repository.edit(LAW, '    - id: truong-ban\n      label: Trưởng ban hoặc', NEW_STAGE)
    })
    expect(documents.map(({ file }) => file)).toEqual([SATURDAY, LATE, RIVER, PAGE, EVENING, MORNING].map(at))
  })
})

describe('a delegation holds from its first day to its last', () => {
  const portal = portalOf('kon-ray')
  const front = { title: 'Trang', kind: 'trang' } as FrontMatter
  const hands = (day: string) => {
    const published = { path: 'trang/a.md', front, at: startOf(parseDay(day) as number) }
    return outcomeUnder(portal, published, published.at).approvals.flatMap(({ approvers }) =>
      approvers.flatMap(({ accounts }) => accounts),
    )
  }
  const [own, both] = [['@huyen-kon-ray/truong-ban'], ['@huyen-kon-ray/pho-ban', '@huyen-kon-ray/truong-ban']]
  test.each([
    ['2025-03-09', own, 'the day before'],
    ['2025-03-10', both, 'the first day'],
    ['2025-03-28', both, 'the last day is within'],
    ['2025-03-29', own, 'the day after'],
  ])('%s: %j, %s', (day, accounts) => {
    expect(hands(day)).toEqual(accounts)
  })
})

test('equal differences stand in the order of their paths, and changing places turns them round', () => {
  const [before, after] = [
    portalOf('thanh-dong'),
    portalOf('thanh-dong', { choices: new Map([['td-saturday', 'off']]) }),
  ]
  const front = {
    title: 'Tin',
    kind: 'tin-su-kien',
    linhVuc: 'xa-hoi',
    section: 'tin-tuc-su-kien',
    eventDate: '2026-08-21T16:30:00+07:00',
  } as FrontMatter
  const documents = ['b', 'a'].map((name) => ({
    path: `tin-bai/xa-hoi/2026/${name}.md`,
    front,
    at: parseInstant('2026-08-24T09:00:00+07:00') as number,
  }))
  const now = parseInstant(NOW) as number
  const found = simulate(before, after, Object.freeze(documents), now)
  expect(found.turns).toEqual([{ from: 'overdue', to: 'on-time', documents: 2 }])
  expect(found.differences.map(({ document }) => document.path)).toEqual([
    'tin-bai/xa-hoi/2026/a.md',
    'tin-bai/xa-hoi/2026/b.md',
  ])
  // The other way round everything is turned.
  expect(simulate(after, before, documents, now).turns).toEqual([
    { from: 'on-time', to: 'overdue', documents: 2 },
  ])
})
