import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { enterToken, reachForge } from './editor-on-github.ts'
import { createForge, type Forge } from './forge/forge.ts'
import { REPOSITORY, repositoryFiles } from './portals.ts'
import { NOW, ORGANISATION, portalFiles, TEAMS } from './thanh-dong.ts'

/** Articles on their way, as the form sends them: branch, place, who writes, and how far they are. */
const ON_THEIR_WAY = [
  ['lan', 'an-thuong-thu-rau-vu-dong-som', 'Nông dân An Thượng thu rau vụ đông sớm', 'draft'],
  ['hoa', 'don-sach-bo-song-thai-binh', 'Ra quân dọn sạch bờ sông Thái Bình đợt hai', 'draft'],
  ['thu-ky', 'gap-mat-nha-giao-nghi-huu', 'Gặp mặt nhà giáo nghỉ hưu nhân ngày 20/11', 'pending_review'],
] as const

const WHERE = 'content/thanh-dong/tin-bai/xa-hoi/2026/'

/** An article of a sample portal under another name: what the picture shows is what an office would see. */
function textOf(slug: string, title: string): string {
  const found = repositoryFiles
    .list('content/thanh-dong/tin-bai')
    .map(({ path }) => path)
    .find((path) => path.endsWith(`/${slug}.md`))
  if (found === undefined) throw new Error(`no sample article ${slug}`)
  const text = readFileSync(`${REPOSITORY}${found}`, 'utf8')
  return text.replace(/^title: .*$/m, `title: ${title}`).replace(/^image:\n(?: .*\n)+/m, '')
}

/** A forge with articles on their way. */
async function picturedForge(): Promise<Forge> {
  const forge = await createForge({
    organisation: ORGANISATION,
    repository: 'cong',
    teams: TEAMS as never,
    files: portalFiles(),
    now: NOW,
  })
  const home = { owner: ORGANISATION, repo: 'cong' }
  for (const [login, slug, title, state] of ON_THEIR_WAY) {
    const person = forge.as(login)
    const branch = `cms/tin-su-kien/xa-hoi--2026--${slug}-moi`
    await person.push(branch, { [`${WHERE}${slug}-moi.md`]: textOf(slug, title) })
    const number = await person.openPullRequest(branch, { title, draft: state === 'draft' })
    await person.octokit.rest.issues.addLabels({
      ...home,
      issue_number: number,
      labels: [`bien-tap/${state}`],
    })
  }
  return forge
}

/** Windows and panes of the form glide into their places, for less than this, in milliseconds. */
const settled = (page: Page): Promise<void> => page.waitForTimeout(1500)

/** Takes the pictures of the form on GitHub: the window for a token, and the board. */
export async function takePicturesOnGithub(
  save: (file: string, bytes: Buffer) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'congbo-github-'))
  const args = ['build', '--together', '--no-search', '--portal', 'thanh-dong', '--out', folder]
  execFileSync(process.execPath, ['pipeline/congbo.js', ...args], {
    cwd: REPOSITORY,
    env: { ...process.env, GITHUB_REPOSITORY: `${ORGANISATION}/cong` },
    stdio: 'ignore',
  })
  const forge = await picturedForge()
  const visitor = await openBrowser(folder)
  const page = await visitor.visit('', { viewport: { width: 1080, height: 620 } })
  await reachForge(page.context(), forge)
  await page.goto(`${visitor.address}thanh-dong/bien-tap/`)
  await page.getByRole('button', { name: 'Đăng nhập bằng mã truy cập' }).click()
  await settled(page)
  await save('mau-soan-dang-nhap', await page.screenshot())
  await page.getByRole('button', { name: 'Hủy' }).click()
  await enterToken(page, 'token-lan')
  await page.getByText('Tạo mới').waitFor()
  await page.setViewportSize({ width: 1080, height: 420 })
  await page.evaluate("location.hash = '/workflow'")
  await page.getByText('Sẵn sàng', { exact: true }).waitFor()
  await settled(page)
  await save('mau-soan-bang', await page.screenshot())
  await visitor.close()
  await forge.close()
  rmSync(folder, { recursive: true, force: true })
}
