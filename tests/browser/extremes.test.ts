import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultsOf, hasBrowser, openBrowser, overflowOf, type Visitor } from '../support/browser.ts'
import { article, createRepository, type Repository } from '../support/repository.ts'

const NOW = '2026-11-20T09:00:00+07:00'
const PUBLISHED = '2026-11-19T09:00:00+07:00'
const WORDS = 'Ủy ban nhân dân phường Thành Đông tổ chức hội nghị triển khai nhiệm vụ phòng, chống thiên tai '

/** 300 letters, the longest that a title may be. */
const LONG_TITLE = WORDS.repeat(4).slice(0, 300).replace(/ $/, 'i')
const WIDE_TABLE = `| ${Array.from({ length: 12 }, (_, column) => `Chỉ tiêu thứ ${column + 1}`).join(' | ')} |
| ${'--- | '.repeat(12)}
| ${Array.from({ length: 12 }, (_, column) => `${column}.250.000.000 đồng`).join(' | ')} |`
/** Some 200 pages of paper: 80,000 words under 200 headings. */
const LONG_TEXT = Array.from(
  { length: 200 },
  (_, page) => `## Phần ${page + 1}\n\n${`${WORDS.repeat(2).trim()}.\n\n`.repeat(13)}`,
).join('\n')
/** One word that no line can hold. */
const UNBREAKABLE = 'https://'.concat('mot-dia-chi-rat-dai-khong-co-cho-ngat-'.repeat(6), '.example.vn')
const MANY = 5_000

const path = (slug: string) => `content/thanh-dong/tin-bai/xa-hoi/2026/${slug}.md`

/** A real repository, because what Git published is what is shown. */
function writeExtremes(repository: Repository): void {
  repository.init()
  repository.write(
    path('tieu-de-dai'),
    article({ title: LONG_TITLE, summary: WORDS.repeat(5).slice(0, 490).trim() }),
  )
  repository.write(path('bang-rong'), article({ title: 'Bảng mười hai cột' }, `${WIDE_TABLE}\n`))
  repository.write(path('dai-hai-tram-trang'), article({ title: 'Văn bản dài hai trăm trang' }, LONG_TEXT))
  repository.write(
    path('chu-khong-ngat'),
    article({ title: 'Một chữ không ngắt được' }, `\`${UNBREAKABLE}\` và ${UNBREAKABLE}\n`),
  )
  for (let index = 0; index < MANY; index += 1)
    repository.write(path(`bai-${index}`), article({ title: `Tin số ${index} của phường trong năm` }))
  repository.commit(PUBLISHED)
}

describe.skipIf(!hasBrowser)('what is out of the ordinary still looks right', () => {
  let visitor: Visitor
  let repository: Repository
  beforeAll(async () => {
    repository = createRepository()
    writeExtremes(repository)
    // A second portal without a single document.
    repository.addPortal('kep')
    const { code, stderr } = await repository.congbo(['build', '--together', '--no-search', '--now', NOW], {
      seconds: 120,
    })
    if (code !== 0) throw new Error(stderr)
    visitor = await openBrowser(repository.at('_site'))
  }, 180_000)
  afterAll(() => visitor?.close())

  // biome-ignore format: a table
  test.each([
    ['thanh-dong/tin-bai/2026/tieu-de-dai/',        'a title of 300 letters'],
    ['thanh-dong/tin-bai/2026/bang-rong/',          'a table of 12 columns scrolls inside itself'],
    ['thanh-dong/tin-bai/2026/dai-hai-tram-trang/', 'a document of 200 pages'],
    ['thanh-dong/tin-bai/2026/chu-khong-ngat/',     'a word longer than the line'],
    ['thanh-dong/',                                 'a home page that leads with the long title'],
    ['thanh-dong/chuyen-muc/hoc-tap-lam-theo-hcm/', 'a section of 5,000 articles'],
    ['thanh-dong/thang/2026-11/',                   'a month of 5,000 articles'],
    ['thanh-dong/so-do-trang/',                     'the map of a portal that holds so much'],
    ['kep/',                                        'a home page with nothing to show'],
    ['kep/tin-moi/',                                'an empty list'],
    ['kep/van-ban/',                                'no document yet'],
    ['kep/chuyen-muc/',                             'sections that are all empty'],
    ['kep/so-do-trang/',                            'a map of an empty portal'],
  ])('%s: %s', async (address, _because) => {
    const page = await visitor.visit(address, { viewport: { width: 320, height: 640 } })
    expect(await overflowOf(page)).toBe(0)
    await page.setViewportSize({ width: 1280, height: 900 })
    expect(await overflowOf(page)).toBe(0)
    // The length of a text changes nothing in it: axe would take minutes for 200 pages.
    if (!address.includes('tram-trang')) expect(await faultsOf(page)).toEqual([])
    await page.context().close()
  }, 60_000)

  test('the section is cut into pages that lead on, and none is too long', async () => {
    const page = await visitor.visit('thanh-dong/chuyen-muc/hoc-tap-lam-theo-hcm/')
    expect(await page.locator('main article').count()).toBeLessThan(40)
    await page.locator('.pagination .older').click()
    expect(await page.locator('h1 small').textContent()).toMatch(/Trang \d+/)
    await page.context().close()
  })

  test('a long text has its table of contents, folded, whose lines lead to their headings', async () => {
    const page = await visitor.visit('thanh-dong/tin-bai/2026/dai-hai-tram-trang/')
    await page.locator('.contents-of-text > summary').click()
    expect(await page.locator('.contents-of-text a').count()).toBe(200)
    await page.getByRole('link', { name: 'Phần 150' }).click()
    expect(await page.locator('#phan-150').isVisible()).toBe(true)
    expect(page.url()).toMatch(/#phan-150$/)
    await page.context().close()
  })

  test('an empty portal says that it is empty, and where to look', async () => {
    const page = await visitor.visit('kep/')
    expect(await page.locator('main').textContent()).toContain('Chưa có tin bài nào')
    expect(await page.locator('main a').count()).toBeGreaterThan(0)
    await page.context().close()
  })
})
