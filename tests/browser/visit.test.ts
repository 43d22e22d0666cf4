import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser, openBrowser, type Visitor } from '../support/browser.ts'
import { pagesByType } from '../support/page-types.ts'
import { type BuiltSite, buildSamples } from '../support/site.ts'

const PHONE = { width: 360, height: 740 }
const ARTICLE = 'thanh-dong/tin-bai/2026/don-sach-bo-song-thai-binh/'
const DOCUMENT = 'thanh-dong/van-ban/2026/ke-hoach-ngay-van-hoa-viet-nam/'
/** An article without a picture. */
const PLAIN = 'thanh-dong/tin-bai/2026/doi-thoai-ho-kinh-doanh/'

describe.skipIf(!hasBrowser)('a citizen’s visit', () => {
  let site: BuiltSite
  let visitor: Visitor
  beforeAll(async () => {
    site = await buildSamples(['thanh-dong', 'kon-ray', 'kep'], { search: true })
    visitor = await openBrowser(site.folder)
  })
  afterAll(async () => {
    await visitor?.close()
    site?.remove()
  })

  test('without JavaScript leads from the home page to an article and back', async () => {
    const page = await visitor.visit('thanh-dong/', { javaScriptEnabled: false, viewport: PHONE })
    await page.locator('main article a').first().click()
    await expect(page.locator('h1').textContent()).resolves.toBeTruthy()
    await page.locator('summary').first().click()
    await page.locator('nav a').first().click()
    expect(page.url()).toBe(`${visitor.address}thanh-dong/`)
    await page.context().close()
  })

  test('without JavaScript finds a document by its type, and says on the search page how to look instead', async () => {
    const page = await visitor.visit('thanh-dong/van-ban/', { javaScriptEnabled: false, viewport: PHONE })
    await page.locator('.facets > summary').click()
    await page.getByRole('link', { name: 'Thông báo', exact: true }).click()
    await page.locator('main table a').first().click()
    expect(await page.locator('h1').textContent()).toContain('Thông báo')
    await page.goto(`${visitor.address}thanh-dong/tim-kiem/`)
    expect(await page.locator('noscript').count()).toBeGreaterThan(0)
    await page.context().close()
  })

  test('finds a document by its number from the list of documents', async () => {
    const page = await visitor.visit('thanh-dong/van-ban/')
    await page.getByLabel('Tìm theo số, ký hiệu hoặc trích yếu').fill('312 kh ubnd')
    await page.getByRole('button', { name: 'Tìm văn bản' }).click()
    await page.locator('#tim-ket-qua a').first().waitFor()
    expect(await page.locator('#tim-ket-qua a').first().textContent()).toContain('Ngày Văn hóa Việt Nam')
    await page.context().close()
  })

  test('loads nothing from elsewhere and breaks no policy', async () => {
    const page = await visitor.visit('thanh-dong/')
    const foreign: string[] = []
    const complaints: string[] = []
    page.on('request', (request) => request.url().startsWith(visitor.address) || foreign.push(request.url()))
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    for (const { path, type } of pagesByType('thanh-dong', site.files.keys()))
      if (type !== 'not found') await page.goto(visitor.address + path)
    expect({ foreign, complaints }).toEqual({ foreign: [], complaints: [] })
    await page.context().close()
  })

  test('to a page that does not exist ends in the portal’s own dress, with status 404', async () => {
    const page = await visitor.visit('kep/nowhere/at/all/')
    expect((await page.request.get(`${visitor.address}kep/nowhere/at/all/`)).status()).toBe(404)
    const style = await page.evaluate("getComputedStyle(document.querySelector('header')).backgroundColor")
    expect(style).not.toBe('rgba(0, 0, 0, 0)')
    await page.context().close()
  })

  describe('by keyboard alone', () => {
    test('reaches the content at once, and every link and field in the order of reading, each with a ring', async () => {
      const page = await visitor.visit('thanh-dong/')
      await page.keyboard.press('Tab')
      expect(await focused(page)).toMatchObject({ text: 'Đến nội dung chính', ring: true })
      await page.keyboard.press('Enter')
      expect(await page.evaluate('document.activeElement.tagName')).toBe('MAIN')
      await page.goto(`${visitor.address}thanh-dong/`)
      const seen: Focused[] = []
      for (let press = 0; press < 200; press += 1) {
        await page.keyboard.press('Tab')
        const at = await focused(page)
        if (at.tag === 'BODY') break
        seen.push(at)
      }
      const wanted = await page.evaluate(FOCUSABLE)
      expect(seen.length).toBe(wanted)
      expect(seen.filter(({ ring }) => !ring).map(({ text }) => text)).toEqual([])
      expect(seen.map(({ order }) => order)).toEqual(seen.map(({ order }) => order).toSorted((a, b) => a - b))
      await page.context().close()
    })
    test('searches from the field at the top', async () => {
      const page = await visitor.visit(ARTICLE)
      await page.locator('#o_tim').focus()
      await page.keyboard.type('bờ sông')
      await page.keyboard.press('Enter')
      await page.waitForURL(/tim-kiem\/\?q=/)
      await page.context().close()
    })
    test('opens the settings, chooses high contrast, and closes them with Escape where they were opened', async () => {
      const page = await visitor.visit(ARTICLE)
      await page.locator('.display summary').focus()
      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      await page.keyboard.press('ArrowUp')
      expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('contrast')
      await page.keyboard.press('Escape')
      expect((await focused(page)).text).toBe('Hiển thị')
      await page.reload()
      expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('contrast')
      await page.context().close()
    })
  })

  test('with larger letters has larger letters, on the next page too', async () => {
    const page = await visitor.visit(ARTICLE)
    const size = () =>
      page.evaluate("parseFloat(getComputedStyle(document.querySelector('.body p')).fontSize)")
    const before = (await size()) as number
    await page.locator('.display summary').click()
    await page.getByLabel('Rất lớn').check()
    await page.goto(visitor.address + PLAIN)
    expect((await size()) as number).toBeGreaterThan(before * 1.3)
    await page.context().close()
  })

  test('at the wish of the system is by night, and by day where the reader chose the day', async () => {
    const page = await visitor.visit(ARTICLE, { colorScheme: 'dark' })
    const ground = () => page.evaluate('getComputedStyle(document.body).backgroundColor')
    expect(await ground()).toBe('rgb(21, 23, 28)')
    await page.locator('.display summary').click()
    await page.getByLabel('Sáng').check()
    expect(await ground()).toBe('rgb(251, 248, 242)')
    await page.context().close()
  })

  test('on paper keeps title, text, source, address and code, and leaves menus at home', async () => {
    const page = await visitor.visit(DOCUMENT)
    await page.waitForSelector('[data-qr] svg', { state: 'attached' })
    await page.emulateMedia({ media: 'print' })
    const shown = (selector: string) => page.locator(selector).first().isVisible()
    expect({
      title: await shown('h1'),
      source: await shown('.provenance'),
      address: await shown('.print-address'),
      code: await shown('[data-qr] svg'),
      menu: await shown('.site-nav'),
      search: await shown('.site-search'),
      footer: await shown('.site-footer'),
    }).toEqual({
      title: true,
      source: true,
      address: true,
      code: true,
      menu: false,
      search: false,
      footer: false,
    })
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    await page.context().close()
  })

  test('moves nothing while a page is loading', async () => {
    for (const path of ['thanh-dong/', ARTICLE, PLAIN, 'thanh-dong/van-ban/']) {
      const page = await visitor.visit('kep/404.html', { viewport: PHONE })
      await page.addInitScript(RECORD_SHIFTS)
      await page.goto(visitor.address + path)
      await page.waitForTimeout(300)
      expect(await page.evaluate('window.shifted'), path).toBeLessThan(0.02)
      await page.context().close()
    }
  })

  test('to an article without pictures costs at most 60 kB as servers send it, typeface and mark included', async () => {
    const page = await visitor.visit('kep/404.html', { viewport: PHONE, hasTouch: true, isMobile: true })
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url().slice(visitor.address.length)))
    await page.goto(visitor.address + PLAIN)
    await page.waitForLoadState('networkidle')
    const weights = asked.map((path) => [path, sentBytes(site, path)] as const)
    expect(weights.every(([, bytes]) => bytes > 0)).toBe(true)
    expect(weights.reduce((sum, [, bytes]) => sum + bytes, 0)).toBeLessThanOrEqual(60 * 1024)
    await page.context().close()
  })

  test('in English finds an English frame, and the way between the two languages', async () => {
    const page = await visitor.visit('kon-ray/trang/introduction/')
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await page.locator('nav.site-nav').getAttribute('aria-label')).toBe('Main menu')
    expect(await page.locator('link[hreflang="vi"]').count()).toBe(1)
    await page.locator('.translation a').click()
    expect(await page.locator('html').getAttribute('lang')).toBe('vi')
    expect(await page.locator('link[hreflang="en"]').count()).toBe(1)
    await page.context().close()
  })
})

type Focused = {
  readonly tag: string
  readonly text: string
  readonly ring: boolean
  readonly order: number
}

const focused = (page: { evaluate: (script: string) => Promise<unknown> }): Promise<Focused> =>
  page.evaluate(`(() => {
    const at = document.activeElement
    return {
      tag: at.tagName,
      text: (at.textContent || at.getAttribute('placeholder') || '').trim(),
      ring: getComputedStyle(at).outlineStyle !== 'none' && parseFloat(getComputedStyle(at).outlineWidth) >= 2,
      order: [...document.querySelectorAll('*')].indexOf(at),
    }
  })()`) as Promise<Focused>

/** How many elements of the page can be reached with Tab. */
const FOCUSABLE = `[...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
  .filter((each) => each.checkVisibility({ visibilityProperty: true }) && each.getClientRects().length > 0).length`

/** What a web server sends: texts are compressed, typeface and pictures are already. */
function sentBytes(site: BuiltSite, path: string): number {
  const bytes = site.files.get(/\/$/.test(path) ? `${path}index.html` : path) ?? Buffer.alloc(0)
  return /\.(?:woff2|png|webp|avif|jpg)$/.test(path) ? bytes.length : gzipSync(bytes).length
}

const RECORD_SHIFTS = `window.shifted = 0
new PerformanceObserver((list) => { for (const each of list.getEntries()) if (!each.hadRecentInput) window.shifted += each.value })
  .observe({ type: 'layout-shift', buffered: true })`
