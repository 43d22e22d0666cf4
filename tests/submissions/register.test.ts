import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { submissions } from '../../pipeline/commands/submissions.ts'
import { expectRefusal } from '../support/civil.ts'
import { createForge, type Forge } from '../support/forge/forge.ts'
import { inProcess } from '../support/in-process.ts'
import { PORTALS, REPOSITORY } from '../support/portals.ts'
import { article, congbo, createRepository } from '../support/repository.ts'
import { filled } from './filled.ts'

const NOW = '2026-11-20T10:00:00+07:00'
const repository = createRepository({ portal: 'thanh-dong' })
const FOLDER = 'content/thanh-dong/tin-bai/xa-hoi/2026/'
const received = (day: string, more = '') => `intake:\n  received: ${day}\n${more}`
let forge: Forge

beforeAll(async () => {
  repository.init()
  const text = (title: string, intake: string) =>
    article({ title: `"${title}"` }).replace('\n---\n\n', `\n${intake.trimEnd()}\n---\n\n`)
  repository.write(`${FOLDER}da-dang.md`, text('Bài gửi đã đăng', received('2026-11-10', '  issue: 7\n')))
  repository.write(`${FOLDER}tu-viet.md`, text('Bài tự viết', ''))
  repository.commit('2026-11-11T08:00:00+07:00')
  repository.git('checkout', '--quiet', '-b', 'nhap')
  repository.write(`${FOLDER}chua-dang.md`, text('Bài gửi chưa đăng', received('2026-11-19T08:00:00+07:00')))
  repository.commit('2026-11-19T09:00:00+07:00')
  forge = await createForge({ organisation: 'phuong-thanh-dong', repository: 'cong', writers: ['lan'] })
})
afterAll(() => forge.close())

const list = (options: Parameters<typeof submissions>[2] = {}) =>
  inProcess(repository.root, (ports) =>
    submissions({ ...ports, environment: (name) => ENVIRONMENT()[name] }, undefined, {
      now: NOW,
      ...options,
    }),
  )
const ENVIRONMENT = (): Record<string, string> => ({
  GITHUB_API_URL: forge.apiUrl,
  GITHUB_TOKEN: 'token-lan',
})

describe('the register of what came in', () => {
  test('tells in order what came, from whom, and whether it is published; what nobody sent is not in it', async () => {
    const { stdout, code } = await list()
    expect(code).toBe(0)
    expect(stdout).toMatch(/2 bài đã nhận, 1 đã đăng, 0 bài từ chối\./)
    expect(stdout).toMatch(
      /10\/11\/2026 {2}Bài gửi đã đăng\n.*đã đăng 11\/11\/2026[\s\S]*19\/11\/2026 {2}Bài gửi chưa đăng\n.*chưa đăng/,
    )
    expect(stdout).not.toContain('Bài tự viết')
    expect(stdout).toContain('Căn cứ: Điều 1 khoản 4 Quy chế phường Thành Đông')
  })
  test('for machines', async () => {
    const { stdout } = await list({ json: true })
    expect(JSON.parse(stdout)).toMatchObject({
      portal: 'thanh-dong',
      received: [
        { file: `${FOLDER}da-dang.md`, issue: 7, published: '2026-11-11', channel: null },
        { file: `${FOLDER}chua-dang.md`, issue: null, published: null },
      ],
    })
  })
  test('with the forge also what still waits there', async () => {
    await forge.as('lan').octokit.rest.issues.create({
      owner: 'phuong-thanh-dong',
      repo: 'cong',
      title: 'Tin, bài: x',
      body: filled({ text: 'Chữ.' }),
    })
    await forge.as('lan').octokit.rest.issues.create({
      owner: 'phuong-thanh-dong',
      repo: 'cong',
      title: 'Việc khác',
      body: 'Không phải bài.',
    })
    const real = await congbo(['gui-bai', '--repo', forge.fullName, '--now', NOW], {
      cwd: repository.root,
      env: { ...ENVIRONMENT(), CONGBO_BACK_OFF: '5' },
    })
    expect(real.stdout, real.stderr).toContain('1 đang chờ trên kho')
    expect(real.stdout).toMatch(/đang chờ: việc #1\n/)
    expect(real.stdout).not.toContain('việc #2')
  })
  test.each(PORTALS)('of %s says what its regulation says of what is sent in', async (portal) => {
    const { stdout, code } = await congbo(['gui-bai', portal], { cwd: REPOSITORY })
    expect(code).toBe(0)
    expect(stdout).toMatch(/Căn cứ: .*(?:Điều|không có khoản nào)/)
  })
  test('a portal that is not there, an issue without a wish', async () => {
    const refused = await inProcess(repository.root, (ports) => submissions(ports, 'khong-co', {}))
    expectRefusal(refused, 2)
    const idle = await inProcess(repository.root, (ports) => submissions(ports, undefined, { issue: '3' }))
    expectRefusal(idle, 2)
    expect(idle.stderr).toContain('--check-only')
  })
})
