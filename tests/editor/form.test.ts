import { existsSync, readdirSync } from 'node:fs'
import { HeadingLevel } from 'docx'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { portsOfProcess } from '../../pipeline/adapters/ports-of-process.ts'
import { build } from '../../pipeline/commands/build.ts'
import { check } from '../../pipeline/commands/check.ts'
import { workingCopy } from '../../pipeline/commands/working-copy.ts'
import { answerForm } from '../../pipeline/editor/working-copy.ts'
import { openWorkspace } from '../../pipeline/portal/workspace.ts'
import { heading, p, pack } from '../import/word-files.ts'
import { faultsOf, hasBrowser, openBrowser, type Visitor } from '../support/browser.ts'
import { type Editor, signIn } from '../support/editor-form.ts'
import { inProcess } from '../support/in-process.ts'
import { photo } from '../support/made-files.ts'
import { PORTALS } from '../support/portals.ts'
import { createRepository } from '../support/repository.ts'

/** One repository with all five portals, each at the instant of its sample. */
const repository = createRepository({ sample: true })
for (const id of PORTALS) if (id !== 'thanh-dong') repository.addPortal(id)
const picture = repository.at('Ảnh chụp điện thoại.jpg')

/** The documents of a portal, and what lies beside them. */
const made = (id: string): string[] =>
  readdirSync(repository.at(`content/${id}`), { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile() && !each.name.endsWith('.yaml'))
    .map((each) => `${each.parentPath}/${each.name}`.slice(repository.root.length + 1))

describe.skipIf(!hasBrowser)('an editor at the form, on the working copy of this machine', () => {
  let visitor: Visitor
  beforeAll(async () => {
    repository.write('Ảnh chụp điện thoại.jpg', await photo({ position: true, width: 2400, height: 1600 }))
    const built = await inProcess(repository.root, (ports) => build(ports, { together: true, search: false }))
    expect(built).toMatchObject({ code: 0 })
    const ports = portsOfProcess(repository.root)
    const copy = workingCopy(ports, (await openWorkspace(ports, {})).portals)
    visitor = await openBrowser(repository.at('_site'), (asked) => answerForm(copy, asked))
  }, 120_000)
  afterAll(() => visitor?.close())

  /** What the page asked of anybody else, and what it complained of. */
  const watched = (page: Page): string[] => {
    const seen: string[] = []
    page.on('request', (request) => {
      if (!/^(?:http:\/\/localhost:|blob:|data:)/.test(request.url())) seen.push(`asked ${request.url()}`)
    })
    page.on('pageerror', (error) => seen.push(error.message))
    page.on('console', (message) => message.type() === 'error' && seen.push(message.text()))
    return seen
  }

  /** High enough for the whole form: it makes fields when they come into view. */
  const VIEW = { viewport: { width: 1280, height: 5000 } }

  const atTheForm = async (
    id: string,
    options: object = VIEW,
  ): Promise<Editor & { readonly seen: string[] }> => {
    const page = await visitor.visit('', options)
    const seen = watched(page)
    await page.locator(`a[href="${id}/bien-tap/"]`).click()
    return { ...(await signIn(page)), seen }
  }

  /** What each portal asks for beyond title, author, source, summary and text. */
  // biome-ignore format: a table
  const NEWS: readonly (readonly [id: string, linhVuc: string, section: string, more: (editor: Editor) => Promise<void>])[] = [
    ['kep',        'Kinh tế',                    'Tin tức sự kiện',             async ({ page }) => page.getByRole('switch', { name: 'Bài tự viết' }).click()],
    ['dong-viet',  'Kinh tế - xã hội',           'Kinh tế - xã hội, an ninh – quốc phòng', async () => undefined],
    ['kon-ray',    'Kinh tế, hạ tầng',           'Thông tin chỉ đạo, điều hành', async ({ choose }) => {
      await choose('Đơn vị gửi', 'Thư ký Ban biên tập')
      await choose('Loại nguồn', 'Phòng, đơn vị trực thuộc')
    }],
    ['thach-linh', 'Tin tức, sự kiện, chuyên đề', 'Tin tức – sự kiện', async ({ choose }) => choose('Đơn vị gửi', 'Thường trực Ban biên tập')],
    ['thanh-dong', 'Xã hội',                     'Tin tức, sự kiện',            async () => undefined],
  ]

  test.each(NEWS)(
    '%s: a news item with a picture is written, checked and right',
    async (id, linhVuc, section, more) => {
      const editor = await atTheForm(id)
      await editor.begin('tin-su-kien')
      await editor.type('Tiêu đề', 'Ra quân dọn vệ sinh khu chợ trung tâm')
      await editor.choose('Lĩnh vực', linhVuc)
      await editor.choose('Chuyên mục', section)
      await more(editor)
      await editor.type('Tác giả', 'Ban biên tập')
      await editor.type('Nguồn', 'Ủy ban Mặt trận Tổ quốc')
      await editor.type('Tóm tắt', 'Hơn 60 người dân dọn sạch khu chợ trung tâm trong một buổi sáng.')
      await editor.addPicture(picture, 'Người dân quét sân chợ, thu gom rác.')
      await editor.write(['Hơn 60 người dân dọn vệ sinh khu chợ.', 'Buổi dọn kết thúc trước 10 giờ.'])
      await editor.save()
      expect(await editor.verdict()).toMatch(/Đã ghi content\/.*Kiểm tra không thấy lỗi|Không có lỗi/)
      expect(editor.seen).toEqual([])
      await editor.page.context().close()

      const article = made(id).find((path) => path.endsWith('.md')) as string
      const text = repository.read(article)
      expect(text).toContain('title: Ra quân dọn vệ sinh khu chợ trung tâm\nkind: tin-su-kien\n')
      expect(text).toContain(
        'image:\n  file: anh-chup-dien-thoai.webp\n  alt: Người dân quét sân chợ, thu gom rác.\n',
      )
      expect(text).toMatch(
        /\n---\n\nHơn 60 người dân dọn vệ sinh khu chợ\.\n\nBuổi dọn kết thúc trước 10 giờ\.\n$/,
      )
      expect(text).not.toMatch(/false|hanDang|null|''/)
      const kept = await sharp(
        repository.at(article.replace(/[^/]+$/, 'anh-chup-dien-thoai.webp')),
      ).metadata()
      expect({ width: kept.width, exif: kept.exif }).toEqual({ width: 1920, exif: undefined })
      const checked = await inProcess(repository.root, (ports) => check(ports, [article], {}))
      expect(checked).toMatchObject({ code: 0 })
    },
    90_000,
  )

  test('the deadline and its clause follow the date that is typed', async () => {
    const editor = await atTheForm('thanh-dong')
    await editor.begin('tin-su-kien')
    const deadline = editor.page.locator('output').first()
    await editor.when('Thời điểm diễn ra', '2026-11-19T14:00')
    await expect
      .poll(() => deadline.innerText())
      .toMatch(/trước \d\d:\d\d ngày 20\/11\/2026.*Điều 7 khoản 1 Quy chế phường Thành Đông/)
    await editor.when('Thời điểm diễn ra', '2026-11-10T14:00')
    await expect.poll(() => deadline.innerText()).toMatch(/^Đã quá hạn .*Lý do quá hạn/)
    await editor.page.context().close()
  }, 60_000)

  test('what is wrong is said in Vietnamese, and nothing is written', async () => {
    const editor = await atTheForm('thanh-dong')
    await editor.begin('bai-viet')
    await editor.type('Tiêu đề', 'Chợ')
    await editor.save()
    const alerts = editor.page.getByRole('alert')
    await expect
      .poll(() => alerts.allInnerTexts())
      .toContainEqual(expect.stringContaining('Trường bắt buộc.'))
    const said = (await alerts.allInnerTexts()).join('\n')
    expect(said).toContain('Bạn phải nhập ít nhất 5 ký tự.')
    expect(said).toMatch(/Có \d+ trường bị lỗi/)
    expect(made('thanh-dong').filter((path) => path.endsWith('/cho.md'))).toEqual([])
    await editor.page.context().close()
  }, 60_000)

  test('words are read while they are typed: one click mends, and what may not be kept is not saved', async () => {
    const editor = await atTheForm('thanh-dong')
    await editor.begin('tin-su-kien')
    await editor.type('Tiêu đề', 'Tổ hoà giải số 4 giúp hai gia đình')
    await editor.choose('Lĩnh vực', 'Xã hội')
    await editor.choose('Chuyên mục', 'Tin tức, sự kiện')
    await editor.type('Tác giả', 'Ban biên tập')
    await editor.type('Nguồn', 'Ủy ban Mặt trận Tổ quốc')
    await editor.type('Tóm tắt', 'Hai gia đình bắt tay nhau sau buổi gặp.')
    await editor.write(['Hai nhà bắt tay , ai cũng vui. Gọi chị Hoa, số 0912 345 678.'])
    const review = editor.page.locator('.congbo-box', { hasText: 'Khi lưu, sửa giúp' })
    await expect.poll(() => review.innerText()).toContain('Có điều không được lưu vào kho')
    expect(await review.innerText()).toMatch(/Lỗi, Nội dung, đoạn 1: Có số điện thoại của một người.*Điều/s)
    await editor.save()
    await expect
      .poll(() => editor.page.getByRole('alert').allInnerTexts())
      .toContainEqual(expect.stringContaining('Chưa lưu được: có số điện thoại của một người'))
    expect(
      made('thanh-dong').filter((path) => path.endsWith('/to-hoa-giai-so-4-giup-hai-gia-dinh.md')),
    ).toEqual([])

    await editor.rewrite('Hai nhà bắt tay , ai cũng vui.')
    await review.getByRole('checkbox', { name: /^Khi lưu, sửa giúp 2 chỗ/ }).check()
    await editor.save()
    expect(await editor.verdict()).toContain('Kiểm tra không thấy lỗi')
    expect(editor.seen).toEqual([])
    await editor.page.context().close()
    const path = made('thanh-dong').find((each) =>
      each.endsWith('/to-hoa-giai-so-4-giup-hai-gia-dinh.md'),
    ) as string
    expect(repository.read(path)).toContain('title: Tổ hòa giải số 4 giúp hai gia đình\n')
    expect(repository.read(path)).toMatch(/\n---\n\nHai nhà bắt tay, ai cũng vui\.\n$/)
    expect(repository.read(path)).not.toContain('soatChu')
  }, 90_000)

  test('a Word file becomes an article that is opened in the form; what cannot be taken is explained', async () => {
    const word = repository.at('Tin chợ.docx')
    repository.write(
      'Tin chợ.docx',
      Buffer.from(
        await pack({
          sections: [
            {
              children: [
                heading('Chợ trung tâm có mái che mới', HeadingLevel.TITLE),
                p('Mái che dài 40 mét.'),
              ],
            },
          ],
        }),
      ),
    )
    const editor = await atTheForm('thanh-dong', { viewport: { width: 1280, height: 1400 } })
    const dialog = editor.page.getByRole('dialog')
    await editor.page.getByRole('button', { name: 'Nhập tệp Word, PDF…' }).click()
    await dialog.getByLabel('Tệp trên máy').setInputFiles(picture)
    await dialog.getByRole('button', { name: 'Nhập', exact: true }).click()
    await expect.poll(() => dialog.innerText()).toMatch(/^Chưa nhập được\n(?:.|\n)*Cách sửa/)
    await dialog.getByRole('button', { name: 'Đóng' }).click()

    await editor.page.getByRole('button', { name: 'Nhập tệp Word, PDF…' }).click()
    await dialog.getByLabel('Tệp trên máy').setInputFiles(word)
    await dialog.getByLabel('Thể loại').selectOption({ label: 'Tin tức, sự kiện' })
    await dialog.getByLabel('Lĩnh vực').selectOption({ label: 'Xã hội' })
    await dialog.getByRole('button', { name: 'Nhập', exact: true }).click()
    await expect
      .poll(() => dialog.innerText())
      .toMatch(/^Đã tạo content\/thanh-dong\/tin-bai\/xa-hoi\/2026\//)
    expect(
      await faultsOf(editor.page, ['color-contrast', 'label', 'aria-dialog-name', 'button-name']),
    ).toEqual([])
    await dialog.getByRole('button', { name: 'Mở bài để xem lại' }).click()
    const again = await signIn(editor.page)
    await expect
      .poll(() => again.page.getByRole('textbox', { name: 'Tiêu đề', exact: true }).inputValue())
      .toBe('Chợ trung tâm có mái che mới')
    expect(editor.seen).toEqual([])
    await editor.page.context().close()
  }, 90_000)

  test('an article that was written by hand is opened, changed and stays what it was', async () => {
    const path = 'content/thanh-dong/tin-bai/xa-hoi/2026/bai-cu.md'
    repository.write(path, OLD)
    const editor = await atTheForm('thanh-dong')
    await editor.page.getByText('Bài viết, phóng sự').first().click()
    await editor.page.getByText('Người giữ nghề dệt chiếu').click()
    await editor.type('Tiêu đề', 'Người giữ nghề dệt chiếu làng Vạc')
    await editor.save()
    expect(await editor.verdict()).toContain(`Đã ghi ${path}`)
    await editor.page.context().close()
    expect(repository.read(path)).toBe(OLD.replace('dệt chiếu\n', 'dệt chiếu làng Vạc\n'))
  }, 60_000)

  test('can be used by everybody: sign-in, list and form, with what was found', async () => {
    // Of the program's own frame: best practice, no demand of WCAG.
    const ownFrame = /^(?:region|page-has-heading-one):/
    const faults = async (page: Page) => (await faultsOf(page)).filter((fault) => !ownFrame.test(fault))
    repository.write(
      'content/thanh-dong/tin-bai/xa-hoi/2026/cho-phien.md',
      OLD.replace('Người giữ nghề dệt chiếu', 'Chợ phiên họp sớm').replace('bai-viet', 'tin-su-kien'),
    )
    const page = await visitor.visit('thanh-dong/bien-tap/', VIEW)
    await page.getByRole('button', { name: 'Soạn trên máy này' }).waitFor()
    // The page of the sign-in comes into view bit by bit.
    await expect.poll(() => faults(page), { timeout: 15_000, interval: 500 }).toEqual([])
    const editor = await signIn(page)
    // A table without rows yet is no table.
    await page.getByText('Chợ phiên họp sớm').first().waitFor()
    expect(await faults(page)).toEqual([])
    await editor.begin('tin-su-kien')
    await editor.write(['Gọi chị Hoa, số 0912 345 678. Hai , ba.'])
    expect(await faults(page)).toEqual([])
    await page.context().close()
  }, 90_000)

  test('speaks Vietnamese in a browser of another language, whatever was chosen before', async () => {
    const page = await visitor.visit('thanh-dong/bien-tap/', { locale: 'en-US' })
    await page.getByRole('button', { name: 'Soạn trên máy này' }).waitFor()
    await page.evaluate(`localStorage.setItem('sveltia-cms.prefs', '{"locale":"fr"}')`)
    await page.reload()
    const editor = await signIn(page)
    await editor.begin('tin-su-kien')
    expect(await page.getByRole('button', { name: 'Lưu', exact: true }).isVisible()).toBe(true)
    expect(await page.locator('body').innerText()).not.toMatch(/English|Language|Later/)
    await page.context().close()
  }, 60_000)

  test('a phone has room for it', async () => {
    const editor = await atTheForm('kep', {
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
    })
    await editor.begin('tin-su-kien')
    expect(await editor.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    await editor.page.context().close()
  }, 60_000)
})

const OLD = `---
title: Người giữ nghề dệt chiếu
kind: bai-viet
linhVuc: xa-hoi
section: tin-tuc-su-kien
author: Tổ Thư ký
source: Ủy ban MTTQ phường
summary: Một gia đình ở làng Vạc còn giữ nghề dệt chiếu cói.
updates:
  - date: 2026-11-18
    note: Sửa tên làng ở đoạn hai.
---

Nghề có từ **hơn một trăm năm**.

## Người giữ nghề

- Dệt tay, không dùng máy.
- Cói trồng ở bãi sông.

| Loại chiếu | Giá |
| --- | --- |
| Chiếu trơn | 200.000 đồng |
`

test('the form goes with a site only where articles are still taken', async () => {
  const archived = createRepository({ portal: 'dong-viet' })
  const outcome = await inProcess(archived.root, (ports) =>
    build(ports, { search: false, now: '2026-11-20T09:00:00+07:00' }),
  )
  expect(outcome).toMatchObject({ code: 0 })
  expect(existsSync(archived.at('_site/dong-viet/index.html'))).toBe(true)
  expect(existsSync(archived.at('_site/dong-viet/bien-tap'))).toBe(false)
})
