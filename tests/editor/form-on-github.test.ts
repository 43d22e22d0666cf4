import { execFileSync } from 'node:child_process'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { build } from '../../pipeline/commands/build.ts'
import { hasBrowser, openBrowser, type Visitor } from '../support/browser.ts'
import { type Editor, editorAt } from '../support/editor-form.ts'
import { enterToken, reachForge } from '../support/editor-on-github.ts'
import type { Forge } from '../support/forge/forge.ts'
import { createScenario, type Scenario } from '../support/gate-scenario.ts'
import { inProcess } from '../support/in-process.ts'
import { photo } from '../support/made-files.ts'
import { article, congbo, createRepository, temporaryFolder } from '../support/repository.ts'
import { NOW, ORGANISATION } from '../support/thanh-dong.ts'

/** The content of a portal whose form sends articles to the forge; one article is public. */
const PUBLIC = 'content/thanh-dong/tin-bai/xa-hoi/2026/nghe-det-chieu.md'
const repository = createRepository()
repository.edit(
  'content/thanh-dong/cong.yaml',
  /^lifecycle:$/m,
  `editor:\n  repository: ${ORGANISATION}/cong\nlifecycle:`,
)
repository.write(PUBLIC, article({ title: 'Người giữ nghề dệt chiếu' }, 'Nghề có từ **lâu đời**.\n'))
repository.init()
repository.commit('2026-11-19T08:00:00+07:00')
const FILES = Object.fromEntries(
  repository
    .git('ls-files', '-z')
    .split('\0')
    .filter(Boolean)
    .map((path) => [path, repository.read(path)]),
)
const picture = `${temporaryFolder()}/Ảnh chụp điện thoại.jpg`
/** In milliseconds. */
const PATIENCE = { timeout: 15_000 }
const TITLE = 'Ra quân dọn vệ sinh khu chợ trung tâm'
const PLACE = 'content/thanh-dong/tin-bai/xa-hoi/2026/'
const NEWS = `${PLACE}ra-quan-don-ve-sinh-khu-cho-trung-tam.md`
const BRANCH = 'cms/tin-su-kien/xa-hoi--2026--ra-quan-don-ve-sinh-khu-cho-trung-tam'

describe.skipIf(!hasBrowser)('an editor at the form, on GitHub', () => {
  let visitor: Visitor
  let scenario: Scenario
  const complaints: string[] = []
  const open = (): Forge => scenario.forge

  beforeAll(async () => {
    const built = await inProcess(repository.root, (ports) =>
      build(ports, { together: true, search: false, now: NOW }),
    )
    expect(built).toMatchObject({ code: 0 })
    execFileSync('sh', ['-c', 'cat > "$0"', picture], {
      input: await photo({ position: true, width: 2400, height: 1600 }),
    })
    visitor = await openBrowser(repository.at('_site'))
  }, 120_000)
  afterAll(() => visitor?.close())

  const begin = async (): Promise<Forge> => {
    scenario = await createScenario(FILES)
    for (const login of ['lan', 'hoa'])
      scenario.forge.grant(`token-${login}`, { login, permissions: EDITOR_TOKEN })
    return scenario.forge
  }
  afterEach(async () => {
    expect(complaints.splice(0)).toEqual([])
    expect(scenario.forge.world.unknown).toEqual([])
    // An error where the form asked for what GitHub does not have, or got what it does not answer.
    await scenario.forge.close()
  })

  /** High enough for the whole form: it makes fields when they come into view. */
  const VIEW = { viewport: { width: 1280, height: 5000 }, timezoneId: 'Asia/Ho_Chi_Minh' }

  const atTheForm = async (token: string): Promise<Page> => {
    const page = await visitor.visit('', VIEW)
    await page.clock.setSystemTime(new Date(NOW))
    await reachForge(page.context(), open())
    page.on('pageerror', ({ message }) => complaints.push(message))
    page.on('console', (message) => {
      if (/Content Security Policy|Refused/.test(message.text())) complaints.push(message.text())
    })
    await page.goto(`${visitor.address}thanh-dong/bien-tap/`)
    await enterToken(page, token)
    return page
  }

  const signedIn = async (login: string): Promise<Editor> => {
    const page = await atTheForm(`token-${login}`)
    await page.getByText('Tạo mới').waitFor()
    return editorAt(page)
  }

  const writeNews = async (editor: Editor, title = TITLE): Promise<void> => {
    await editor.begin('tin-su-kien')
    await editor.type('Tiêu đề', title)
    await editor.choose('Lĩnh vực', 'Xã hội')
    await editor.choose('Chuyên mục', 'Tin tức, sự kiện')
    await editor.when('Thời điểm diễn ra', '2026-11-20T08:00')
    await editor.type('Tác giả', 'Ban biên tập')
    await editor.type('Nguồn', 'Ủy ban Mặt trận Tổ quốc')
    await editor.type('Tóm tắt', 'Hơn 60 người dân dọn sạch khu chợ trung tâm trong một buổi sáng.')
    await editor.write(['Hơn 60 người dân dọn vệ sinh khu chợ.'])
  }

  const saved = async ({ page, save }: Editor, next: 'Để sau' | 'Gửi duyệt' = 'Để sau'): Promise<void> => {
    const said = page.getByText('Đã lưu bài viết.')
    await said.waitFor({ state: 'hidden' })
    await save()
    await said.waitFor()
    // An article that is complete can be handed over at once.
    await page.getByRole('button', { name: next, exact: true }).click()
    await page.getByText('Tạo mới').waitFor()
  }

  const atTheBoard = async ({ page }: Editor): Promise<string> => {
    await page.evaluate("location.hash = '/workflow'")
    await page.getByText('Sẵn sàng', { exact: true }).waitFor()
    return (await page.locator('body').innerText()).replace(/\s*\n\s*/g, ' | ')
  }

  const openCard = async (editor: Editor, title: string): Promise<void> => {
    await atTheBoard(editor)
    await editor.page.getByText(title, { exact: true }).click()
    await editor.page.getByRole('textbox', { name: 'Tiêu đề', exact: true }).waitFor()
  }

  const openPublic = async ({ page }: Editor): Promise<void> => {
    await page.getByText('Bài viết, phóng sự').first().click()
    await page.getByText('Người giữ nghề dệt chiếu').click()
    await page.getByRole('textbox', { name: 'Tiêu đề', exact: true }).waitFor()
  }

  const changed = (number: number): string[] => {
    const pull = open().world.pulls.find((each) => each.number === number)
    return execFileSync(
      'git',
      ['-C', open().path, 'diff', '--name-status', 'main', pull?.head.ref as string],
      { encoding: 'utf8' },
    )
      .trim()
      .split('\n')
  }

  test('a news item: one draft pull request, changed, handed to review, approved and merged', async () => {
    const forge = await begin()
    const editor = await signedIn('lan')
    await writeNews(editor)
    await editor.addPicture(picture, 'Người dân quét sân chợ, thu gom rác.')
    await saved(editor)

    // One draft with exactly the article and its picture, in words that an approver reads.
    expect(forge.world.pulls).toHaveLength(1)
    expect(forge.world.pulls[0]).toMatchObject({
      author: 'lan',
      title: `Thêm bài: ${TITLE}`,
      body: expect.stringContaining('Bài soạn bằng mẫu «Soạn bài» của cổng.'),
      draft: true,
      labels: ['bien-tap/draft'],
      head: { ref: BRANCH },
    })
    expect(changed(1)).toEqual([`A\t${PLACE}anh-chup-dien-thoai.webp`, `A\t${NEWS}`])
    expect(forge.read(NEWS, BRANCH)).toContain(`title: ${TITLE}\nkind: tin-su-kien\n`)
    const kept = execFileSync('git', ['-C', forge.path, 'show', `${BRANCH}:${PLACE}anh-chup-dien-thoai.webp`])
    expect(await sharp(kept).metadata()).toMatchObject({ format: 'webp', width: 1920 })
    expect((await sharp(kept).metadata()).exif).toBeUndefined()

    // What the workflows would say of it.
    const checkout = temporaryFolder()
    execFileSync('git', ['clone', '--quiet', '--branch', BRANCH, forge.path, checkout])
    const checked = await congbo(['check', '--now', NOW], { cwd: checkout })
    expect(checked).toMatchObject({ code: 0 })
    expect((await scenario.gate(1)).stdout).toContain('còn chờ 2 phê duyệt')

    expect(await atTheBoard(editor)).toMatch(
      /Bản nháp \| Tin tức, sự kiện \| Ra quân dọn vệ sinh khu chợ trung tâm \| .* \| Đang duyệt \| Không có bài viết nào\. \| Sẵn sàng/,
    )

    // Changed: the same branch, the same place, one more commit.
    await openCard(editor, TITLE)
    await editor.type('Tiêu đề', 'Hơn 60 người dân dọn vệ sinh khu chợ')
    await saved(editor)
    expect(forge.world.pulls).toHaveLength(1)
    expect(changed(1)).toEqual([`A\t${PLACE}anh-chup-dien-thoai.webp`, `A\t${NEWS}`])
    expect(forge.read(NEWS, BRANCH)).toContain('title: Hơn 60 người dân dọn vệ sinh khu chợ\n')
    const count = execFileSync('git', ['-C', forge.path, 'rev-list', '--count', `main..${BRANCH}`])
    expect(Number(count)).toBe(2)

    // Handed over: what an approver is asked about is no draft any more, and the gate opens and shuts as for any other.
    await openCard(editor, 'Hơn 60 người dân dọn vệ sinh khu chợ')
    await editor.page.getByRole('button', { name: 'Trạng thái' }).click()
    await editor.page.getByRole('menuitemradio', { name: 'Đang duyệt' }).click()
    await expect
      .poll(() => forge.world.pulls[0], PATIENCE)
      .toMatchObject({ draft: false, labels: ['bien-tap/pending_review'] })
    expect(await atTheBoard(editor)).toMatch(/Đang duyệt \| Tin tức, sự kiện \| Hơn 60 người dân/)
    await forge.as('hoa').approve(1)
    await forge.as('pho').approve(1)
    expect(await scenario.gate(1)).toMatchObject({ code: 0 })
    await forge.as('pho').merge(1)
    expect(forge.read(NEWS)).toContain('title: Hơn 60 người dân dọn vệ sinh khu chợ\n')
    await editor.page.context().close()
  }, 180_000)

  test('an article that is public: one pull request that changes its file and nothing else', async () => {
    const forge = await begin()
    const editor = await signedIn('lan')
    await openPublic(editor)
    await editor.type('Tiêu đề', 'Người giữ nghề dệt chiếu làng Vạc')
    await saved(editor, 'Gửi duyệt')
    await expect
      .poll(() => forge.world.pulls, PATIENCE)
      .toMatchObject([{ title: 'Sửa bài: Người giữ nghề dệt chiếu làng Vạc', draft: false }])
    expect(changed(1)).toEqual([`M\t${PUBLIC}`])
    const branch = forge.world.pulls[0]?.head.ref as string
    expect(forge.read(PUBLIC, branch)).toBe(FILES[PUBLIC]?.replace('dệt chiếu\n', 'dệt chiếu làng Vạc\n'))
    await editor.page.context().close()
  }, 90_000)

  test('an article that changed on main while it was edited: the editor is asked, and nothing is sent', async () => {
    const forge = await begin()
    const editor = await signedIn('lan')
    await openPublic(editor)
    await editor.type('Tiêu đề', 'Người giữ nghề dệt chiếu làng Vạc')
    const theirs = FILES[PUBLIC]?.replace('lâu đời', 'hơn trăm năm') as string
    await forge.as('quan-tri').push('main', { [PUBLIC]: theirs })
    await editor.save()
    const asked = editor.page.getByText('Người khác vừa sửa bài này')
    await asked.waitFor()
    expect(await editor.page.getByText('Nếu lưu bây giờ, phần người kia sửa sẽ mất.').count()).toBe(1)
    expect(forge.world.pulls).toEqual([])
    await editor.page.context().close()
  }, 90_000)

  test('an article on its way that somebody else changed: nothing is written over, and the words say what to do', async () => {
    const forge = await begin()
    const editor = await signedIn('lan')
    await writeNews(editor)
    await saved(editor)
    await openCard(editor, TITLE)
    await editor.type('Tiêu đề', 'Dọn chợ')
    const theirs = forge.read(NEWS, BRANCH)?.replace('Hơn 60', 'Gần 60') as string
    await forge.as('hoa').push(BRANCH, { [NEWS]: theirs })
    await editor.save()
    await editor.page.getByText('Người khác vừa sửa bài này trên kho, sau khi bạn mở. Chưa lưu gì.').waitFor()
    expect(forge.read(NEWS, BRANCH)).toBe(theirs)

    // Loaded again, the article is theirs, and can be changed further.
    await editor.page.goto('about:blank')
    await editor.page.goto(`${visitor.address}thanh-dong/bien-tap/#/workflow`)
    await editor.page.getByText(TITLE, { exact: true }).click()
    await editor.type('Nguồn', 'Ủy ban Mặt trận Tổ quốc phường')
    await saved(editor)
    expect(forge.read(NEWS, BRANCH)).toBe(theirs.replace('Tổ quốc\n', 'Tổ quốc phường\n'))
    await editor.page.context().close()
  }, 120_000)

  test('two articles of one title: two pull requests, two addresses', async () => {
    const forge = await begin()
    const editor = await signedIn('lan')
    await writeNews(editor)
    await saved(editor)
    await writeNews(editor)
    await saved(editor)
    expect(forge.world.pulls.map(({ head }) => head.ref)).toEqual([BRANCH, `${BRANCH}-1`])
    expect([changed(1), changed(2)]).toEqual([[`A\t${NEWS}`], [`A\t${NEWS.replace('.md', '-1.md')}`]])
    await editor.page.context().close()
  }, 120_000)

  test('two editors who take one address: the second is told, and the first is not written over', async () => {
    const forge = await begin()
    const [lan, hoa] = [await signedIn('lan'), await signedIn('hoa')]
    await writeNews(lan)
    await saved(lan)
    const first = forge.head(BRANCH)
    await writeNews(hoa)
    await hoa.save()
    await hoa.page.getByText(/bài cùng địa chỉ, đang có yêu cầu gộp khác còn mở\. Chưa lưu gì\./).waitFor()
    expect(forge.world.pulls).toHaveLength(1)
    expect(forge.head(BRANCH)).toBe(first)
    await lan.page.context().close()
    await hoa.page.context().close()
  }, 120_000)

  test('the library of files writes nothing to main, whether or not main is protected', async () => {
    const forge = await begin()
    const before = forge.head()
    const { page } = await signedIn('lan')
    await page.evaluate("location.hash = '/assets'")
    await page.getByText('Trang cố định').click()
    await page.getByText('Tải lên', { exact: true }).click()
    const choosing = page.waitForEvent('filechooser')
    await page.getByText('Chọn tệp', { exact: true }).click()
    await (await choosing).setFiles(picture)
    await page.getByText('Tải lên', { exact: true }).last().click()
    await page.getByText('Ảnh và tệp thì thêm ngay trong bài dùng đến chúng').waitFor()
    expect(forge.head()).toBe(before)
    await page.context().close()
  }, 60_000)

  // biome-ignore format: a table
  test.each<[who: string, token: string, words: RegExp, why: string]>([
    ['a collaborator who may only read',  'token-doc',   /không được ghi vào kho/, 'her team reads'],
    ['somebody from outside',             'token-khach', /không được ghi vào kho/, 'all may read the repository, few may write'],
    ['a token that GitHub does not know', 'token-sai',   /Mã truy cập được cung cấp không hợp lệ/, 'mistyped, or taken back'],
  ])('%s is refused in words at the door (%s)', async (_who, token, words) => {
    const forge = await begin()
    forge.setTeam('nguoi-doc', { members: ['doc'], access: 'read' })
    forge.grant('token-doc', { login: 'doc' })
    forge.grant('token-khach', { login: 'khach' })
    const page = await atTheForm(token)
    await page.getByText(words).waitFor()
    await page.context().close()
  }, 60_000)

  test('a token without the permission for pull requests: the words say which, and a better token goes on', async () => {
    const forge = await begin()
    forge.grant('token-lan', { login: 'lan', permissions: { contents: 'write', metadata: 'read' } })
    const editor = await signedIn('lan')
    await writeNews(editor)
    await editor.save()
    await editor.page.getByText(/Mã truy cập thiếu quyền.*«Contents» và «Pull requests»/).waitFor()
    expect(forge.world.pulls).toEqual([])
    forge.grant('token-lan', { login: 'lan', permissions: EDITOR_TOKEN })
    await editor.page.getByRole('button', { name: 'Đồng ý' }).click()
    await saved(editor, 'Gửi duyệt')
    await expect
      .poll(() => forge.world.pulls, PATIENCE)
      .toMatchObject([{ draft: false, head: { ref: BRANCH } }])
    expect(changed(1)).toEqual([`A\t${NEWS}`])
    await editor.page.context().close()
  }, 90_000)
})

/** What the guide has the administrator give a token. */
const EDITOR_TOKEN = { contents: 'write', pull_requests: 'write', metadata: 'read' } as const
