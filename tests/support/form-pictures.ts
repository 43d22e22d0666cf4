import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { portsOfProcess } from '../../pipeline/adapters/ports-of-process.ts'
import { workingCopy } from '../../pipeline/commands/working-copy.ts'
import { answerForm } from '../../pipeline/editor/working-copy.ts'
import { openWorkspace } from '../../pipeline/portal/workspace.ts'
import { openBrowser } from './browser.ts'
import { signIn } from './editor-form.ts'
import { photo } from './made-files.ts'
import { REPOSITORY } from './portals.ts'

const PICTURE = 'cho-trung-tam.jpg'
const DESK = { width: 1080, height: 1180 }
const PHONE = { width: 390, height: 844 }

/** Takes the pictures of the form, on a copy of a sample portal that may be written to. */
export async function takeFormPictures(save: (file: string, bytes: Buffer) => Promise<void>): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'congbo-form-'))
  cpSync(`${REPOSITORY}content`, join(root, 'content'), { recursive: true })
  writeFileSync(join(root, PICTURE), await photo({ position: true, width: 2400, height: 1600 }))
  const congbo = join(REPOSITORY, 'pipeline/congbo.js')
  const args = ['build', '--portal', 'thanh-dong', '--together', '--no-search']
  execFileSync(process.execPath, [congbo, ...args], { cwd: root, stdio: 'ignore' })
  const ports = portsOfProcess(root)
  const copy = workingCopy(ports, (await openWorkspace(ports, {})).portals)
  const visitor = await openBrowser(join(root, '_site'), (asked) => answerForm(copy, asked))
  const open = async (viewport: typeof DESK): Promise<Page> => {
    const page = await visitor.visit('', { viewport, deviceScaleFactor: viewport.width < 500 ? 1.5 : 1 })
    await page.goto(`${visitor.address}thanh-dong/bien-tap/`)
    await page.getByRole('button', { name: 'Soạn trên máy này' }).waitFor()
    return page
  }

  const desk = await open(DESK)
  await save('mau-dang-nhap', await desk.screenshot({ clip: { x: 0, y: 240, width: 1080, height: 700 } }))
  const editor = await signIn(desk)
  await desk.getByRole('button', { name: 'Nhập tệp Word, PDF…' }).click()
  await save('mau-nhap-word', await desk.getByRole('dialog').screenshot())
  await desk.keyboard.press('Escape')
  await editor.begin('tin-su-kien')
  await editor.type('Tiêu đề', 'Ra quân dọn vệ sinh khu chợ trung tâm')
  await editor.choose('Lĩnh vực', 'Xã hội')
  await editor.choose('Chuyên mục', 'Tin tức, sự kiện')
  await editor.type('Tác giả', 'Ban biên tập')
  await editor.type('Nguồn', 'Ủy ban Mặt trận Tổ quốc phường')
  await desk.mouse.move(0, 0)
  await save('mau-soan-bai', await desk.screenshot())
  await desk.setViewportSize({ ...DESK, height: 3000 })
  await editor.type('Tóm tắt', 'Hơn 60 người dân dọn sạch khu chợ trung tâm trong một buổi sáng.')
  await editor.addPicture(join(root, PICTURE), 'Người dân quét sân chợ, thu gom rác.')
  await editor.write([
    'Hơn 60 người dân dọn vệ sinh khu chợ , cả tổ hoà giải cùng làm. Gọi chị Hoa, số 0912 345 678.',
  ])
  const review = desk.locator('.congbo-box', { hasText: 'Có điều không được lưu' })
  await review.waitFor()
  await save('mau-soat-chu', await review.screenshot())
  await editor.rewrite('Hơn 60 người dân dọn vệ sinh khu chợ , cả tổ hoà giải cùng làm.')
  await desk.getByRole('checkbox', { name: /^Khi lưu, sửa giúp/ }).check()
  await editor.save()
  await editor.verdict()
  await desk.setViewportSize({ ...DESK, height: 700 })
  await save('mau-ket-qua', await desk.screenshot())
  await desk.context().close()

  const phone = await open(PHONE)
  const there = await signIn(phone)
  await there.begin('tin-su-kien')
  await there.type('Tiêu đề', 'Ra quân dọn vệ sinh khu chợ trung tâm')
  await save('mau-dien-thoai', await phone.screenshot())
  await visitor.close()
  rmSync(root, { recursive: true, force: true })
}
