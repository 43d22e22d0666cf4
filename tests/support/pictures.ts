/**
 * `npm run pictures`: takes the pictures of the guides and of README.md from the sample portals as they are built today, so that what is
 * shown is what is there. Needs Chromium. `npm run pictures -- mau-soan` keeps only those whose names begin so. Pictures of the command
 * line and of the gate's comment are not made here.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { openBrowser } from './browser.ts'
import { takeFormPictures } from './form-pictures.ts'
import { takePicturesOnGithub } from './github-pictures.ts'
import { REPOSITORY } from './portals.ts'

const FOLDER = `${REPOSITORY}docs/huong-dan/hinh/`
/** A phone of today, and a page that is wide enough for what stands beside the text. */
const PHONE = { width: 390, height: 844 }
const DESK = { width: 1080, height: 860 }

type Shot = {
  readonly file: string
  readonly path: string
  readonly size: { readonly width: number; readonly height: number }
  /** The command that makes the page as a file of its own; it is opened as such. */
  readonly made?: readonly string[]
  /** Only this part of the page. */
  readonly part?: string
  /** What a reader does before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>
}

const SHOTS: readonly Shot[] = [
  { file: 'trang-chu-dien-thoai', path: 'thanh-dong/', size: PHONE },
  {
    file: 'bai-viet',
    path: 'thanh-dong/tin-bai/2026/don-sach-bo-song-thai-binh/',
    size: { ...DESK, height: 1080 },
  },
  { file: 'trang-quy-che', path: 'thanh-dong/quy-che/', size: DESK },
  {
    file: 'ly-do-cong-khai',
    path: 'thanh-dong/tin-bai/2026/an-thuong-thu-rau-vu-dong-som/',
    size: { width: 820, height: 900 },
    part: '.provenance',
  },
  { file: 'hoi-dap-hen-ngay', path: 'thanh-dong/hoi-dap/2026/den-duong-de-an-thuong/', size: PHONE },
  {
    file: 'tin-tham-khao',
    path: 'dong-viet/tin-bai/2024/tham-khao-gia-lua-dau-vu/',
    size: { ...PHONE, height: 620 },
  },
  {
    file: 'xem-truoc',
    path: 'xem-truoc/thanh-dong/tin-bai/2026/gap-mat-nha-giao-nghi-huu/',
    size: { ...DESK, height: 520 },
  },
  { file: 'van-ban-loc', path: 'thanh-dong/van-ban/', size: DESK },
  { file: 'lich-cong-tac', path: 'thanh-dong/trang/lich-cong-tac/', size: PHONE },
  {
    file: 'tim-kiem',
    path: 'thanh-dong/tim-kiem/?q=ke+hoach+van+hoa',
    size: PHONE,
    act: (page) => page.locator('#tim-ket-qua li').first().waitFor(),
  },
  { file: 'bang-theo-doi', path: '', size: PHONE, made: ['dashboard', 'thanh-dong'] },
  {
    file: 'bao-cao-thang',
    path: '',
    size: DESK,
    made: ['report', 'thanh-dong', '--period', '2026-11', '--format', 'html'],
  },
]

/** The sites, and beside them the preview of one. */
function build(): string {
  const folder = mkdtempSync(join(tmpdir(), 'congbo-pictures-'))
  const run = (...args: string[]) =>
    execFileSync(process.execPath, ['pipeline/congbo.js', 'build', '--together', ...args], {
      cwd: REPOSITORY,
      stdio: 'ignore',
    })
  run('--out', folder)
  run(
    '--out',
    join(folder, 'xem-truoc'),
    '--portal',
    'thanh-dong',
    '--preview',
    '--base-path',
    '/xem-truoc',
    '--no-search',
  )
  return folder
}

function make(args: readonly string[], out: string): string {
  execFileSync(process.execPath, ['pipeline/congbo.js', ...args, '--out', out], {
    cwd: REPOSITORY,
    stdio: 'ignore',
  })
  return out
}

const [only = ''] = process.argv.slice(2)

async function save(file: string, bytes: Buffer): Promise<void> {
  if (!file.startsWith(only)) return
  await sharp(bytes).png({ palette: true, colours: 128, compressionLevel: 9 }).toFile(`${FOLDER}${file}.png`)
  process.stdout.write(`${file}.png\n`)
}

async function main(): Promise<void> {
  const folder = build()
  const visitor = await openBrowser(folder)
  for (const { file, path, size, made, part, act } of SHOTS.filter((shot) => shot.file.startsWith(only))) {
    const page = await visitor.visit(path, { viewport: size, deviceScaleFactor: size.width < 500 ? 1.5 : 1 })
    if (made) await page.goto(pathToFileURL(make(made, join(folder, `${file}.html`))).href)
    await act?.(page)
    await save(file, await (part ? page.locator(part).screenshot() : page.screenshot()))
    await page.context().close()
  }
  await visitor.close()
  await takeFormPictures(save)
  await takePicturesOnGithub(save)
  rmSync(folder, { recursive: true, force: true })
}

await main()
