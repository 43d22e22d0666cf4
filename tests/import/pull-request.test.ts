import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectCivil, expectRefusal } from '../support/civil.ts'
import { createScenario, NOW, type Scenario } from '../support/gate-scenario.ts'
import { temporaryFolder } from '../support/repository.ts'
import { file, mail, plain } from './mail-files.ts'
import { photograph } from './word-files.ts'

let office: Scenario
const folder = temporaryFolder()
beforeAll(async () => {
  office = await createScenario()
})
afterAll(() => office.forge.close())

const NEWS = 'Sáng 20/11, hơn 300 đoàn viên ra quân dọn vệ sinh bãi sông.'
const letter = async (name: string, subject: string, words = NEWS) => {
  const path = join(folder, name)
  writeFileSync(path, mail([plain(words), file('a.jpg', await photograph(300, 200))], { subject }))
  return path
}
const run = (path: string, token: string, ...args: string[]) =>
  office.job(
    ['import', path, '--portal', 'thanh-dong', '--linh-vuc', 'xa-hoi', '--pr', '--now', NOW, ...args],
    {
      GITHUB_TOKEN: token,
    },
  )
const ARTICLE = 'content/thanh-dong/tin-bai/xa-hoi/2026/doan-phuong-don-bai-song'
const lan = (...args: string[]) => office.forge.as('lan').git(...args)

test('the article and its pictures are a pull request, and nothing is written here', async () => {
  const outcome = await run(await letter('mot.eml', 'Đoàn phường dọn bãi sông'), 'token-lan')
  expectCivil(outcome)
  expect(outcome.code, outcome.stderr).toBe(0)
  expect(outcome.stdout).toMatch(/Yêu cầu gộp: http/)
  await lan('fetch', '--quiet', 'origin')
  expect(await lan('diff', '--name-status', 'origin/main', 'origin/bai-doan-phuong-don-bai-song')).toBe(
    `A\t${ARTICLE}-anh-1.jpg\nA\t${ARTICLE}.md\n`,
  )
  expect(office.git('status', '--porcelain')).toBe('')
  const [pull] = office.forge.world.pulls
  expect(pull).toMatchObject({ author: 'lan', title: 'Bài nhập từ tệp (thanh-dong)' })
  expect(pull?.body).toContain('- [ ] viết lời mô tả cho ảnh')
  expect(pull?.body).not.toMatch(/Nguyễn Thị Lan|bãi sông/)
})

test('the same again is the same pull request; another article of that name is refused, and overwrites nothing', async () => {
  const again = await run(join(folder, 'mot.eml'), 'token-lan', '--json')
  expect(JSON.parse(again.stdout).proposed.state).toBe('open')
  const before = await lan('ls-remote', 'origin')
  const other = await run(
    await letter('hai.eml', 'Đoàn phường dọn bãi sông', `${NEWS} Bài khác.`),
    'token-lan',
  )
  expectRefusal(other, 2)
  expect(other.stderr).toContain('có người đang làm tiếp')
  expect(await lan('ls-remote', 'origin')).toBe(before)
  expect(office.forge.world.pulls).toHaveLength(1)
})

test('what is on the main branch already is not proposed', async () => {
  await office.forge.as('quan-tri').push('main', { [`${ARTICLE}-moi.md`]: 'x' })
  office.git('checkout', '--quiet', '--detach')
  const outcome = await run(await letter('ba.eml', 'Đoàn phường dọn bãi sông mới'), 'token-lan')
  office.git('checkout', '--quiet', 'main')
  expectRefusal(outcome, 2)
  expect(outcome.stderr).toContain(`${ARTICLE}-moi.md`)
})

test('where the token may open no pull request a person is told where', async () => {
  office.forge.grant('token-day', {
    login: 'lan',
    permissions: { contents: 'write', metadata: 'read', pull_requests: 'read' },
  })
  const outcome = await run(await letter('bon.eml', 'Trạm y tế khám cho người cao tuổi'), 'token-day')
  expect(outcome.code, outcome.stderr).toBe(0)
  expect(outcome.stdout).toMatch(
    /Mở yêu cầu gộp tại: .*compare\/main\.\.\.bai-tram-y-te-kham-cho-nguoi-cao-tuoi\?expand=1/,
  )
})

test('a number to call is not put where it stays for ever', async () => {
  const words = `${NEWS} Ai cần liên hệ anh Hùng số 0912 345 678.`
  const outcome = await run(await letter('nam.eml', 'Đoàn phường tìm người giúp', words), 'token-lan')
  expectRefusal(outcome, 1)
  expect(outcome.stderr).toMatch(/số điện thoại của một người \(Điều 16/)
  expect(outcome.stderr).not.toContain('0912')
  expect(await lan('ls-remote', 'origin')).not.toContain('tim-nguoi')
})

test('--out and --pr are two things', async () => {
  expectRefusal(await run(join(folder, 'mot.eml'), 'token-lan', '--out', 'xem'), 2)
})
