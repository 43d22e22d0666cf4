import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createScenario, type Scenario, TEAMS } from '../support/gate-scenario.ts'
import { article, temporaryFolder } from '../support/repository.ts'

const PATH = 'content/thanh-dong/tin-bai/xa-hoi/2026/ra-quan.md'
const news = (fields: Record<string, string> = {}, body?: string) =>
  article(
    {
      kind: 'tin-su-kien',
      linhVuc: 'xa-hoi',
      section: 'tin-tuc-su-kien',
      eventDate: '2026-11-20T08:00:00+07:00',
      ...fields,
    },
    body,
  )
const quiet = ['--quiet-forge']

let scenario: Scenario
let number: number
beforeAll(async () => {
  scenario = await createScenario()
  const { forge } = scenario
  await forge.as('lan').push('bai', { [PATH]: news() }, { message: 'Bài' })
  number = await forge.as('lan').openPullRequest('bai', { title: 'Bài' })
  await forge.as('hoa').approve(number)
  await forge.as('pho').approve(number)
})
afterEach(() => {
  scenario.forge.heal()
  scenario.forge.setTeam('vh-xh', [...TEAMS['vh-xh']])
})
afterAll(() => scenario.forge.close())

describe('a forge that answers badly', () => {
  test('all is well: open', async () => {
    expect((await scenario.gate(number, { args: quiet })).code).toBe(0)
  })

  test('a passing 5xx is tried again', async () => {
    scenario.forge.fail({ method: 'GET', path: /\/reviews/, status: 502, times: 2 })
    expect((await scenario.gate(number, { args: quiet })).code).toBe(0)
  })

  // biome-ignore format: a table
  const FAILURES: readonly (readonly [string, object, RegExp])[] = [
    // what,                                   fault,                                                             what is said
    ['a 5xx that stays',                       { method: 'GET', path: /\/reviews/, status: 503, times: 99 },      /GitHub đang trục trặc \(503\).*githubstatus/s],
    ['a rate limit far away',                  { method: 'GET', path: /\/reviews/, status: 403, times: 99, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '4000000000' } }, /quá nhiều yêu cầu.*chạy lại/s],
    ['commits that cannot be read',            { method: 'GET', path: /\/commits/, status: 500, times: 99 },      /đọc các commit/],
    ['pushes that cannot be read',             { method: 'GET', path: /\/activity/, status: 404, times: 99 },     /đẩy lên nhánh/],
    ['teams that cannot be read',              { method: 'GET', path: /\/teams\//, status: 500, times: 99 },      /xem ai ở trong nhóm/],
    ['a pull request that cannot be read',     { method: 'GET', path: /\/pulls\/\d+$/, status: 500, times: 99 },  /đọc yêu cầu gộp/],
  ]

  test.each(FAILURES)('%s keeps the gate closed: %j → %s', async (_, fault, words) => {
    scenario.forge.fail(fault as never)
    const { code, stdout, stderr } = await scenario.gate(number, { args: quiet })
    expect(code).toBe(2)
    expect(stdout + stderr).toMatch(words)
    expect(stdout + stderr).toMatch(/Cách sửa/)
    expect(stdout + stderr).not.toMatch(/\n\s+at /)
  })

  test('a team that was renamed', async () => {
    scenario.forge.setTeam('vh-xh', undefined)
    const { code, stdout } = await scenario.gate(number, { args: quiet })
    expect(code).toBe(2)
    expect(stdout).toContain('@phuong-thanh-dong/vh-xh')
    expect(stdout).toContain('đã đổi tên')
  })

  test('a token that may not see teams', async () => {
    const { code, stdout } = await scenario.gate(number, { args: quiet, env: { CONGBO_TOKEN: '' } })
    expect(code).toBe(2)
    expect(stdout).toContain('CONGBO_TOKEN')
  })

  test('no token at all, a number that is none, a repository that is none', async () => {
    const { gate } = scenario
    expect((await gate(number, { args: quiet, env: { GITHUB_TOKEN: '', CONGBO_TOKEN: '' } })).code).toBe(2)
    expect((await gate(999, { args: quiet })).stderr).toContain('#999')
    const odd = await gate(number, { env: { GITHUB_REPOSITORY: 'khong-phai' } })
    expect(odd.stderr).toContain('--repo chủ/kho')
  })
})

describe('what is written', () => {
  test('a pull request from a fork: the same text in the summary of the job, the verdict in the exit code', async () => {
    const { forge, gate } = scenario
    const guest = forge.as('khach')
    await guest.fork()
    await guest.push('tu-xa', { [PATH]: news() }, { message: 'Bài', fork: true })
    const other = await guest.openPullRequest('tu-xa', { title: 'Bài', fork: true })
    forge.grant('token-chi-doc', {
      login: 'github-actions[bot]',
      app: { id: 15368, slug: 'github-actions' },
      permissions: {
        contents: 'read',
        pull_requests: 'read',
        checks: 'read',
        issues: 'read',
        metadata: 'read',
      },
    } as never)
    const summary = join(temporaryFolder(), 'tom-tat.md')
    writeFileSync(summary, '')
    const { code, stderr, comment } = await gate(other, {
      env: { GITHUB_TOKEN: 'token-chi-doc', GITHUB_STEP_SUMMARY: summary },
    })
    expect(code).toBe(1)
    expect(comment).toBeUndefined()
    expect(stderr).toContain('tóm tắt')
    expect(readFileSync(summary, 'utf8')).toContain('còn chờ 2 phê duyệt')
  })

  test('more than 50 annotations go in batches', async () => {
    const { forge, gate } = scenario
    const files = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        PATH.replace('ra-quan', `bai-${index}`),
        news().replace(/^source: .*\n/m, ''),
      ]),
    )
    await forge.as('lan').push('nhieu-loi', files, { message: 'Nhiều bài' })
    const many = await forge.as('lan').openPullRequest('nhieu-loi', { title: 'Nhiều bài' })
    const { code, comment } = await gate(many)
    expect(code).toBe(1)
    expect(comment).toContain('còn 60 lỗi phải sửa')
    const run = [...forge.world.checkRuns].at(-1) as { annotations: unknown[] }
    expect(run.annotations).toHaveLength(60)
  })

  test('somebody else’s comment with our mark is left alone', async () => {
    const { forge, gate } = scenario
    await forge.as('lan').comment(number, '<!-- congbo:cua-duyet -->\n### ✅ Đủ phê duyệt')
    await gate(number)
    const own = [...forge.world.comments].filter(
      ({ pull, body }) => pull === number && body.startsWith('<!-- congbo:cua-duyet'),
    )
    expect(own.filter(({ body }) => body.includes('Đã xét bản'))).toHaveLength(1)
    expect(own).toHaveLength(2)
  })
})
