import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verify } from '../../pipeline/commands/verify.ts'
import type { ApprovalRecord, Statement } from '../../pipeline/records/record.ts'
import { recordText } from '../../pipeline/records/write-record.ts'
import { parseYaml } from '../../pipeline/yaml/parse-yaml.ts'
import { createScenario, type Scenario } from '../support/gate-scenario.ts'
import { inProcess } from '../support/in-process.ts'
import { article, ENVIRONMENT, temporaryFolder } from '../support/repository.ts'
import { keyPair, keysText, signed } from './example.ts'

/*
 * Two articles on their way through a real Git server and the forge of the tests, as their records tell it; then everything that
 * somebody might do to a record, or without one.
 */

const FOLDER = 'content/thanh-dong/'
const BOOK = `${FOLDER}ho-so/2026/`
const SOCIETY = `${FOLDER}tin-bai/xa-hoi/2026/ra-quan.md`
const ECONOMY = `${FOLDER}tin-bai/kinh-te/2026/cho-moi.md`
const KEY = keyPair('khoa-1', { validFrom: '2026-11-21' })
const OLD = keyPair('khoa-0', { validFrom: '2026-11-21', validTo: '2026-11-21' })
const STRANGE = keyPair('khoa-la', { validFrom: '2026-11-21' })

const news = (linhVuc: string, body?: string) =>
  article(
    {
      title: 'Ra quân tổng vệ sinh',
      kind: 'tin-su-kien',
      linhVuc,
      section: 'tin-tuc-su-kien',
      eventDate: '2026-11-21T08:00:00+07:00',
    },
    body,
  )

let scenario: Scenario
let first: number
let second: number
const SIGNING = { CONGBO_RECORD_KEY: KEY.pem }
const at = (time: string) => scenario.forge.setNow(`2026-11-21T${time}:00+07:00`)
let records: { readonly first: ApprovalRecord; readonly second: ApprovalRecord }
const inCheckout = (path: string) => join(scenario.checkout, path)
const textOf = (number: number) => readFileSync(inCheckout(`${BOOK}pr-${number}.yaml`), 'utf8')
const without = ({ signature: _, ...statement }: ApprovalRecord): Statement => statement

const PROPOSER = { contents: 'write', pull_requests: 'write', metadata: 'read' } as const

type Judged = {
  readonly verdict: string
  readonly diagnostics: readonly { readonly rule: string; readonly problem: string }[]
  readonly needs: readonly { readonly label: string }[]
}

async function judged(number: number): Promise<Judged> {
  const { stdout, stderr } = await scenario.gate(number, {
    args: ['--quiet-forge', '--json'],
    now: '2026-11-21T18:20:00+07:00',
  })
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout) as Judged
}
const parsed = (text: string) => (parseYaml(text) as { value: ApprovalRecord }).value

beforeAll(async () => {
  scenario = await createScenario({ [`${FOLDER}ho-so/khoa.yaml`]: keysText('thanh-dong', KEY, OLD) })
  const { forge } = scenario
  at('09:00')
  await forge.as('lan').push('ra-quan', { [SOCIETY]: news('xa-hoi') })
  first = await forge.as('lan').openPullRequest('ra-quan', { title: 'a: "b"' })
  at('09:10')
  await forge.as('hoa').requestChanges(first, 'Thiếu số liệu')
  at('09:20')
  await forge.as('lan').push('ra-quan', { [SOCIETY]: news('xa-hoi', 'Có số liệu: 120 người.\n') })
  at('09:30')
  await forge.as('hoa').approve(first)
  await forge.as('minh').approve(first)
  at('09:40')
  await forge.as('pho').approve(first)
  at('09:50')
  await forge.as('pho').merge(first)
  at('09:52')
  forge.deploy(forge.head(), 'failure')
  at('09:55')
  forge.deploy(forge.head())
  at('09:58')
  forge.deploy(forge.head())
  at('10:00')
  await forge.as('lan').push('hai-linh-vuc', {
    [ECONOMY]: news('kinh-te'),
    [SOCIETY]: news('xa-hoi', 'Đã sửa.\n'),
  })
  second = await forge.as('lan').openPullRequest('hai-linh-vuc')
  for (const login of ['hoa', 'minh', 'pho']) await forge.as(login).approve(second)
  at('10:10')
  await forge.as('minh').merge(second)
})
afterAll(() => scenario.forge.close())

const NOW = ['--now', '2026-11-21T18:00:00+07:00']

describe('congbo record', () => {
  test.each<[env: Record<string, string>, args: string[], words: RegExp, why: string]>([
    [{}, [], /Không có khóa riêng để ký.*CONGBO_RECORD_KEY/, 'no key'],
    [{ CONGBO_RECORD_KEY: 'abc' }, [], /không phải là khóa riêng Ed25519/, 'no key at all'],
    [
      { CONGBO_RECORD_KEY: STRANGE.pem },
      [],
      /không khớp khóa nào trong .*khoa\.yaml/,
      'a key that the portal does not list',
    ],
    [SIGNING, ['--pr', '99'], /không cho thấy thứ cần để đọc yêu cầu gộp #99/, 'a number that is none'],
    [SIGNING, ['--pr', '1', '--since', '2026-11-01'], /Chọn một trong hai/, 'one question at a time'],
    [SIGNING, ['--since', '31/11/2026'], /không phải là ngày có thật/, 'no such day'],
  ])('refuses: %#', async (env, args, words) => {
    const outcome = await scenario.job(['record', ...NOW, ...args], env)
    expect(outcome.code).toBe(2)
    expect(outcome.stderr).toMatch(words)
    expect(outcome.stderr + outcome.stdout).not.toContain('PRIVATE')
    expect(existsSync(inCheckout(BOOK))).toBe(false)
  })

  test('writes nothing where the forge fails half way, or where only a look was asked for', async () => {
    scenario.forge.fail({ path: new RegExp(`/pulls/${second}/reviews`), status: 403 })
    const failed = await scenario.job(['record', ...NOW], SIGNING)
    scenario.forge.heal()
    expect(failed.code).toBe(2)
    expect(failed.stderr).toMatch(/không đủ quyền để đọc phê duyệt .*chưa ghi hồ sơ nào/)
    const looked = await scenario.job(['record', '--dry-run', ...NOW])
    expect(looked).toMatchObject({ code: 0, stderr: '' })
    expect(looked.stdout).toMatch(/Sẽ lập 2 hồ sơ \(chỉ xem, chưa ghi gì\)/)
    expect(existsSync(inCheckout(BOOK))).toBe(false)
  })

  test('a token that may not see deployments leaves that instant out, and nothing else', async () => {
    scenario.forge.fail({ path: /\/deployments/, status: 403 })
    const outcome = await scenario.job(['record', ...NOW], SIGNING)
    scenario.forge.heal()
    expect(outcome).toMatchObject({ code: 0, stderr: '' })
    const { deployed, merged } = parsed(textOf(first))
    expect([deployed, merged]).toEqual([undefined, '2026-11-21T09:50:00+07:00'])
    rmSync(inCheckout(BOOK), { recursive: true })
  })

  test('writes what the forge and Git tell, and nothing that somebody worded', async () => {
    const outcome = await scenario.job(['record', ...NOW], SIGNING)
    expect(outcome).toMatchObject({ code: 0, stderr: '' })
    expect(outcome.stdout).toContain('Đã ghi 2 hồ sơ.')
    const { signature, ...statement } = parsed(textOf(first))
    const { git } = scenario
    const head = git('rev-parse', `${statement.merge}^2`)
    expect(statement).toEqual({
      portal: 'thanh-dong',
      pull: first,
      opened: '2026-11-21T09:00:00+07:00',
      head,
      merge: git('log', '--first-parent', '--format=%H', '-1', '--skip=1'),
      base: git('rev-list', '--max-parents=0', 'HEAD'),
      merged: '2026-11-21T09:50:00+07:00',
      mergedBy: 'pho',
      // The first deployment that succeeded, not the one that failed.
      deployed: '2026-11-21T09:55:00+07:00',
      writers: ['lan'],
      documents: [
        { path: SOCIETY.slice(FOLDER.length), blob: git('rev-parse', `${statement.merge}:${SOCIETY}`) },
      ],
      approvals: [
        {
          account: 'hoa',
          member: 'vh-xh',
          stage: 'linh-vuc',
          at: '2026-11-21T09:30:00+07:00',
          revision: head,
          clauses: ['D13.K11', 'D12.K2', 'D12.K5', 'D14.K1', 'D14.K2'],
        },
        {
          account: 'pho',
          member: 'pho-truong-ban',
          stage: 'truong-ban',
          at: '2026-11-21T09:40:00+07:00',
          revision: head,
          clauses: ['D6.K5', 'D11.K2#1.a', 'D11.K3.b'],
        },
      ],
      returns: [{ account: 'hoa', member: 'vh-xh', at: '2026-11-21T09:10:00+07:00' }],
      verdict: 'sufficient',
    })
    expect(signature.key).toBe('khoa-1')
    expect(parsed(textOf(second)).deployed).toBeUndefined()
  })

  test('says of which article an approval is, where it is not of all', () => {
    const { approvals } = parsed(textOf(second))
    expect(approvals.map(({ account, paths }) => [account, paths])).toEqual([
      ['hoa', [SOCIETY.slice(FOLDER.length)]],
      ['minh', [ECONOMY.slice(FOLDER.length)]],
      ['pho', undefined],
    ])
  })

  test('rewrites nothing, and writes the same bytes again', async () => {
    const before = textOf(first)
    const again = await scenario.job(['record', ...NOW], SIGNING)
    expect(again.stdout).toMatch(/Không có hồ sơ mới nào[\s\S]*2 hồ sơ đã có/)
    rmSync(inCheckout(`${BOOK}pr-${first}.yaml`))
    const one = await scenario.job(
      ['record', '--pr', String(first), '--now', '2026-11-22T08:00:00+07:00'],
      SIGNING,
    )
    expect(one.stdout).toContain('Đã ghi 1 hồ sơ.')
    expect(textOf(first)).toBe(before)
    records = { first: parsed(before), second: parsed(textOf(second)) }
    rmSync(inCheckout(`${FOLDER}ho-so/2026`), { recursive: true })
  })
})

describe('congbo record --propose', () => {
  let proposal: number

  test('where the forge lets no robot open a pull request: the branch, and where a person opens it', async () => {
    const outcome = await scenario.job(['record', '--propose', ...NOW], SIGNING)
    expect(outcome.code).toBe(1)
    expect(outcome.stdout).toMatch(
      /máy không được mở yêu cầu gộp[\s\S]*compare\/main\.\.\.ho-so-duyet\?expand=1/,
    )
    expect(scenario.forge.read(`${BOOK}pr-${first}.yaml`, 'ho-so-duyet')).toBe(recordText(records.first))
    expect(existsSync(inCheckout(BOOK))).toBe(false)
  })

  test('with a token of its own: one pull request, which is left alone as long as there is nothing new', async () => {
    scenario.forge.grant('token-ho-so', { login: 'may-ho-so', permissions: PROPOSER })
    scenario.forge.world.writers.add('may-ho-so')
    const env = { ...SIGNING, CONGBO_RECORD_TOKEN: 'token-ho-so' }
    const opened = await scenario.job(['record', '--propose', ...NOW], env)
    expect(opened).toMatchObject({ code: 0, stderr: '' })
    proposal = Number(/Đã mở yêu cầu gộp #(\d+)/.exec(opened.stdout)?.[1])
    const head = scenario.forge.head('ho-so-duyet')
    const again = await scenario.job(['record', '--propose', '--now', '2026-11-21T20:00:00+07:00'], env)
    expect(again.stdout).toContain(`Không có gì mới ở yêu cầu gộp #${proposal}`)
    expect(scenario.forge.head('ho-so-duyet')).toBe(head)
  })

  test('goes through the gate: the head of the board takes records in', async () => {
    const waiting = await judged(proposal)
    expect(waiting).toMatchObject({ verdict: 'waiting', diagnostics: [] })
    expect(waiting.needs.map(({ label }) => label)).toEqual(['Nhận hồ sơ duyệt do máy lập'])
    await scenario.forge.as('truong').approve(proposal)
    expect((await judged(proposal)).verdict).toBe('open')
    at('18:30')
    await scenario.forge.as('truong').merge(proposal)
  })

  test('and then there is nothing left to record: no record of records', async () => {
    const outcome = await scenario.job(['record', '--propose', ...NOW], SIGNING)
    expect(outcome).toMatchObject({ code: 0, stderr: '' })
    expect(outcome.stdout).toBe('Không có hồ sơ mới nào phải lập.\n')
    const verified = await scenario.job(['verify'])
    expect(verified).toMatchObject({ code: 0, stderr: '' })
    expect(verified.stdout).toBe(
      'Cổng thanh-dong: đã kiểm 2 hồ sơ, mọi lần gộp từ 21/11/2026: không có lỗi.\n',
    )
  })
})

describe('the gate refuses', () => {
  let count = 0
  /** A pull request of somebody who may write, and which rules it breaks. */
  const problemsOf = async (files: Record<string, string | null>) => {
    const branch = `ho-so-gia-${++count}`
    await scenario.forge.as('lan').push(branch, files)
    const number = await scenario.forge.as('lan').openPullRequest(branch)
    await scenario.forge.as('truong').approve(number)
    const { verdict, diagnostics } = await judged(number)
    return [verdict, ...diagnostics.map(({ rule, problem }) => `${rule}: ${problem}`)]
  }
  const file = (number: number) => `${BOOK}pr-${number}.yaml`

  test('a change of a record, and its removal', async () => {
    const other = recordText(signed({ ...without(records.first), mergedBy: 'truong' }, KEY))
    expect(await problemsOf({ [file(first)]: other })).toEqual([
      'problems',
      'record: Hồ sơ duyệt đã có thì không sửa được: nó là bằng chứng ai đã duyệt',
    ])
    expect(await problemsOf({ [file(first)]: null })).toEqual([
      'problems',
      'record: Hồ sơ duyệt đã có thì không xóa được: nó là bằng chứng ai đã duyệt',
    ])
  })
  test('a record that a key of its own change has signed', async () => {
    const found = await problemsOf({
      [`${FOLDER}ho-so/khoa.yaml`]: keysText('thanh-dong', KEY, OLD, STRANGE),
      [file(77)]: recordText(signed({ ...without(records.first), pull: 77 }, STRANGE)),
    })
    expect(found[0]).toBe('problems')
    expect(found.join()).toContain('không có trong ho-so/khoa.yaml của nhánh chính')
  })
  test('a second record of the same merge, however well signed', async () => {
    const found = await problemsOf({
      [file(77)]: recordText(signed({ ...without(records.first), pull: 77 }, KEY)),
    })
    expect(found.join()).toMatch(/^problems,record: Commit gộp [0-9a-f]{10} đã có hồ sơ khác/)
  })
  test('what is no record', async () => {
    expect((await problemsOf({ [file(77)]: 'portal: thanh-dong\n' }))[0]).toBe('problems')
    expect((await problemsOf({ [`${BOOK}ghi-chu.yaml`]: 'a: b\n' })).join()).toContain(
      'file: Tệp không thuộc loại',
    )
  })
})

describe('congbo verify', () => {
  const root = temporaryFolder()
  let tip: string
  const git = (args: readonly string[], date?: string) =>
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.vn', ...args], {
      cwd: root,
      env: { ...ENVIRONMENT, ...(date ? { GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: date } : {}) },
      encoding: 'utf8',
    }).trim()
  beforeAll(() => {
    git(['clone', '--quiet', scenario.forge.path, '.'])
    // What is left is a copy on somebody's disk: no forge, no network.
    git(['remote', 'remove', 'origin'])
    tip = git(['rev-parse', 'HEAD'])
  })

  /** What verify says after somebody has put files straight onto the main branch. */
  async function pushed(files: Record<string, string | null>, date = '2026-11-22T08:00:00+07:00') {
    git(['reset', '--quiet', '--hard', tip])
    for (const [path, text] of Object.entries(files))
      if (text === null) rmSync(join(root, path))
      else writeFileSync(join(root, path), text)
    git(['add', '--all'])
    git(['commit', '--quiet', '--allow-empty', '-m', 'x'], date)
    return inProcess(root, (ports) => verify(ports, {}))
  }
  const file = (number: number) => `${BOOK}pr-${number}.yaml`
  /** Another record in the place of the second, as if it had come so: the copy is rewritten from before it came. */
  async function insteadOf(record: ApprovalRecord, date = '2026-11-22T08:00:00+07:00') {
    git(['reset', '--quiet', '--hard', `${tip}^`])
    writeRecord(record)
    writeRecord(records.first)
    git(['add', '--all'])
    git(['commit', '--quiet', '-m', 'x'], date)
    return inProcess(root, (ports) => verify(ports, {}))
  }
  const writeRecord = (record: ApprovalRecord) => {
    mkdirSync(join(root, BOOK), { recursive: true })
    writeFileSync(join(root, file(record.pull)), recordText(record))
  }
  const change = (edit: (statement: Statement) => Partial<Statement>, key = KEY): ApprovalRecord => {
    const statement = without(records.second)
    return signed({ ...statement, ...edit(statement) }, key)
  }
  const approvalsBut = (which: string, edit: Partial<ApprovalRecord['approvals'][number]>) =>
    change(({ approvals }) => ({
      approvals: approvals.map((each) => (each.account === which ? { ...each, ...edit } : each)),
    }))

  // biome-ignore format: a table
  test.each<[record: () => ApprovalRecord, words: RegExp, why: string]>([
    [() => ({ ...records.second, mergedBy: 'truong' }), /Chữ ký không khớp/, 'tampered with'],
    [() => change(() => ({}), STRANGE), /khóa `khoa-la` không có trong ho-so\/khoa\.yaml/, 'an unknown key'],
    [() => change(() => ({}), OLD), /Khóa `khoa-0` không còn .* được dùng vào ngày hồ sơ vào nhánh chính/, 'an expired key'],
    [() => change(() => ({ merge: 'f'.repeat(40) })), /Commit gộp ffffffffff .* không có trên nhánh chính/, 'a commit that is none'],
    [() => change(({ head }) => ({ merge: head })), /không có trên nhánh chính/, 'a commit beside the main line'],
    [() => change(() => ({ merge: records.first.merge })), /Hồ sơ ghi commit trước đó là/, 'a record for another commit'],
    [() => change(({ documents: [one, ...rest] }) => ({ documents: [{ path: one?.path as string, blob: 'e'.repeat(40) }, ...rest] })), /Nội dung của `tin-bai\/kinh-te.*` trong hồ sơ không phải/, 'blobs that differ'],
    [() => change(({ documents }) => ({ documents: documents.slice(1) })), /đổi `tin-bai\/kinh-te.*` mà hồ sơ không ghi/, 'a document that is not told of'],
    [() => change(({ documents }) => ({ documents: [...documents, { path: 'trang/x.md', removed: true }] })), /Hồ sơ ghi `trang\/x\.md` mà commit gộp .* không đổi/, 'a document that was not in it'],
    [() => change(() => ({ merged: '2026-11-21T08:00:00+07:00' })), /Hồ sơ ghi thời điểm gộp là/, 'a merge that was earlier'],
    [() => change(() => ({ head: records.first.head })), /Hồ sơ ghi bản được gộp là/, 'another head'],
    [() => change(({ approvals }) => ({ approvals: approvals.filter(({ account }) => account !== 'pho') })), /Thiếu phê duyệt của Trưởng Ban biên tập hoặc Phó Trưởng ban biên tập/, 'a stage without approval'],
    [() => change(({ writers }) => ({ writers: ['hoa', ...writers] })), /Thiếu phê duyệt của Phòng Văn hóa - Xã hội.*; hoa cũng là người viết nên không tính/, 'approved by its author'],
    [() => approvalsBut('minh', { member: 'vh-xh' }), /Thiếu phê duyệt của Văn phòng HĐND và UBND phường/, 'in the name of a unit that may not'],
    [() => approvalsBut('pho', { at: '2026-11-21T11:00:00+07:00' }), /pho duyệt sau khi đã gộp nên không tính/, 'after the merge'],
    [() => approvalsBut('pho', { revision: records.first.head }), /pho đã duyệt một bản khác nên không tính/, 'of another revision'],
    [() => approvalsBut('pho', { member: 'truong-ban', delegate: 'pho-truong-ban', delegation: 'Giấy viết tay' }), /không có ủy quyền «Giấy viết tay»/, 'by a delegation that is none'],
    [() => change(() => ({ verdict: 'insufficient' })), /Chính hồ sơ ghi rằng/, 'it says so itself'],
  ])('names a record that does not fit: %#', async (record, words) => {
    const outcome = await insteadOf(record())
    expect(outcome.code).toBe(1)
    expect(outcome.stdout).toMatch(words)
    expect(outcome.stdout).toContain(`${file(second)}:1:1`)
    expect(outcome.stdout).toMatch(/cách sửa {2}\S/)
    expect(outcome.stdout).not.toContain(`${file(first)}:1:1`)
  })

  test('takes the word of the record for a revision that Git has lost, and says so', async () => {
    const outcome = await insteadOf(approvalsBut('pho', { revision: 'd'.repeat(40) }))
    expect(outcome.code).toBe(0)
    expect(outcome.stdout).toMatch(/lưu ý {2}Git không còn giữ bản mà người duyệt đã đọc/)
  })

  test('names what came without a record: an article, a change of the law, a removal', async () => {
    const law = `${FOLDER}quy-che.yaml`
    const before = readFileSync(join(root, law), 'utf8')
    const outcome = await pushed({
      [`${FOLDER}tin-bai/xa-hoi/2026/lau.md`]: news('xa-hoi'),
      [law]: `${before}\n`,
      [ECONOMY]: null,
    })
    expect(outcome.code).toBe(1)
    expect(outcome.stdout).toMatch(
      /lau\.md:1:1 .*Bài đã lên cổng mà không có hồ sơ duyệt \(commit [0-9a-f]{10}, 22\/11\/2026\)/,
    )
    expect(outcome.stdout).toMatch(/quy-che\.yaml:1:1 .*Tệp trên nhánh chính đã đổi mà không có hồ sơ duyệt/)
    expect(outcome.stdout).toMatch(/cho-moi\.md:1:1 .*Bài đã bị gỡ khỏi cổng mà không có hồ sơ duyệt/)
    expect(outcome.stdout).toContain('3 lỗi')
  })

  test('a date before the first key helps nobody who pushed after it', async () => {
    const outcome = await pushed(
      { [`${FOLDER}tin-bai/xa-hoi/2026/lau.md`]: news('xa-hoi') },
      '2026-11-01T08:00:00+07:00',
    )
    expect(outcome.stdout).toContain('lau.md:1:1')
  })

  test('names a record that was changed or taken away later, and is content when it is back', async () => {
    expect((await pushed({ [file(first)]: `${recordText(records.first)}\n` })).stdout).toMatch(
      /Hồ sơ đã bị sửa sau khi vào nhánh chính/,
    )
    expect((await pushed({ [file(first)]: null })).stdout).toMatch(
      /Hồ sơ đã bị xóa sau khi vào nhánh chính[\s\S]*Bài đã lên cổng mà không có hồ sơ/,
    )
    writeFileSync(join(root, file(first)), recordText(records.first))
    git(['add', '--all'])
    git(['commit', '--quiet', '-m', 'x'], '2026-11-23T08:00:00+07:00')
    expect(await inProcess(root, (ports) => verify(ports, {}))).toMatchObject({ code: 0 })
  })

  test('speaks JSON', async () => {
    git(['reset', '--quiet', '--hard', tip])
    const { stdout, code } = await inProcess(root, (ports) => verify(ports, { json: true }))
    expect([code, JSON.parse(stdout)]).toEqual([
      0,
      { portals: [{ portal: 'thanh-dong', records: 2, since: '21/11/2026', diagnostics: [] }], samples: [] },
    ])
  })
})

test('a change that was merged without its approvals has a record that says so', async () => {
  const { forge } = scenario
  at('19:00')
  await forge.as('lan').push('len-lut', { [SOCIETY]: news('xa-hoi', 'Lén.\n') })
  const number = await forge.as('lan').openPullRequest('len-lut')
  await forge.as('hoa').approve(number)
  await forge.as('lan').merge(number)
  const outcome = await scenario.job(['record', ...NOW], SIGNING)
  expect(outcome.stdout).toContain('THIẾU PHÊ DUYỆT')
  expect(parsed(textOf(number))).toMatchObject({ verdict: 'insufficient', approvals: [{ account: 'hoa' }] })
})
