import AxeBuilder from '@axe-core/playwright'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serve } from '../pipeline/adapters/http-server.ts'
import { findChromium } from './support/chromium.ts'
import { type BuiltSite, buildSamples } from './support/site.ts'

const executablePath = findChromium()

/** The pages of a citizen's visit. */
const PAGES = [
  'thanh-dong/',
  'thanh-dong/tin-moi/',
  'thanh-dong/van-ban/',
  'thanh-dong/hoi-dap/',
  'thanh-dong/quy-che/',
  'thanh-dong/tin-bai/2026/don-sach-bo-song-thai-binh/',
  'thanh-dong/van-ban/2026/ke-hoach-ngay-van-hoa-viet-nam/',
  'kon-ray/trang/introduction/',
  'dong-viet/chuyen-muc/tin-tham-khao/',
  'kep/nowhere/at/all/',
]

// Without a browser there is nothing to run: tests/run.ts says so, and .ci/run takes a skip for a failure.
describe.skipIf(executablePath === undefined)('in a browser', () => {
  let site: BuiltSite
  let browser: Browser
  let address: string
  let close: () => Promise<void>

  beforeAll(async () => {
    site = await buildSamples(['thanh-dong', 'kon-ray', 'dong-viet', 'kep'])
    const served = await serve(site.folder, 0)
    if (!served.ok) throw new Error(served.why)
    address = served.address
    close = served.close
    browser = await chromium.launch({
      executablePath: executablePath as string,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
      ],
    })
  })
  afterAll(async () => {
    await browser?.close()
    await close?.()
    site?.remove()
  })

  const visit = async (path: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> => {
    const context = await browser.newContext({ locale: 'vi-VN', ...options })
    const page = await context.newPage()
    await page.goto(address + path)
    return page
  }

  describe.each(PAGES)('%s', (path) => {
    test('has no accessibility fault, by day and by night', async () => {
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await visit(path, { colorScheme })
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'])
          .analyze()
        expect(violations.map(({ id, nodes }) => `${colorScheme}: ${id} ${nodes[0]?.html}`)).toEqual([])
        await page.context().close()
      }
    })
    test('fits a phone of 320 pixels, without sideways scrolling', async () => {
      const page = await visit(path, { viewport: { width: 320, height: 640 } })
      const width = await page.evaluate('document.documentElement.scrollWidth')
      expect(width).toBeLessThanOrEqual(320)
      await page.context().close()
    })
  })

  test('a citizen without JavaScript reads from the home page to an article and back', async () => {
    const page = await visit('thanh-dong/', {
      javaScriptEnabled: false,
      viewport: { width: 390, height: 800 },
    })
    await page.locator('main article a').first().click()
    await expect(page.locator('h1').textContent()).resolves.toBeTruthy()
    await page.locator('summary').first().click()
    await page.locator('nav a').first().click()
    expect(page.url()).toBe(`${address}thanh-dong/`)
    await page.context().close()
  })

  test('loads nothing from elsewhere and breaks no policy', async () => {
    const page = await (await browser.newContext()).newPage()
    const foreign: string[] = []
    const complaints: string[] = []
    page.on('request', (request) => request.url().startsWith(address) || foreign.push(request.url()))
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    for (const path of PAGES.slice(0, 7)) await page.goto(address + path)
    expect({ foreign, complaints }).toEqual({ foreign: [], complaints: [] })
    await page.context().close()
  })

  test('a page that does not exist answers 404 in the portal’s own dress', async () => {
    const page = await visit('kep/nowhere/at/all/')
    expect((await page.request.get(`${address}kep/nowhere/at/all/`)).status()).toBe(404)
    expect(await page.locator('link[rel=stylesheet]').count()).toBeGreaterThan(0)
    const style = await page.evaluate("getComputedStyle(document.querySelector('header')).backgroundColor")
    expect(style).not.toBe('rgba(0, 0, 0, 0)')
    await page.context().close()
  })
})
