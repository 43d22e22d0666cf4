import AxeBuilder from '@axe-core/playwright'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serve } from '../../pipeline/adapters/http-server.ts'
import { findChromium } from '../support/chromium.ts'
import { type BuiltSite, buildSamples } from '../support/site.ts'

const executablePath = findChromium()

const GALLERY = 'thanh-dong/tin-bai/2026/ngay-hoi-dai-doan-ket-cam-thuong/'
const FILM = 'thanh-dong/tin-bai/2026/don-sach-bo-song-thai-binh/'
const RECORDING = 'kon-ray/tin-bai/2025/phong-chay-rung-mua-kho/'
const LIST = 'thanh-dong/anh-video/'

/** What moved on the page without anybody having touched it, as browsers count it. */
const SHIFT = `new Promise((done) => {
  let sum = 0
  new PerformanceObserver((list) => { for (const each of list.getEntries()) if (!each.hadRecentInput) sum += each.value }).observe({ type: 'layout-shift', buffered: true })
  setTimeout(() => done(sum), 300)
})`

describe.skipIf(executablePath === undefined)('pictures, films and recordings in a browser', () => {
  let site: BuiltSite
  let browser: Browser
  let address: string
  let close: () => Promise<void>

  beforeAll(async () => {
    site = await buildSamples(['thanh-dong', 'kon-ray'])
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

  const open = async (path: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> => {
    const page = await (await browser.newContext(options)).newPage()
    await page.goto(address + path)
    return page
  }

  describe.each([GALLERY, FILM, RECORDING, LIST])('%s', (path) => {
    test('has no accessibility fault, the texts unfolded', async () => {
      const page = await open(path)
      for (const summary of await page.locator('.transcript summary').all()) await summary.click()
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'])
        .analyze()
      expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
      await page.context().close()
    })
    test('fits a phone of 320 pixels', async () => {
      const page = await open(path, { viewport: { width: 320, height: 640 } })
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
      await page.context().close()
    })
  })

  test.each([
    [GALLERY, 390],
    [FILM, 390],
    [FILM, 1280],
  ])('nothing of %s moves on %i pixels while slow pictures come', async (path, width) => {
    const context = await browser.newContext({ viewport: { width, height: 900 } })
    const page = await context.newPage()
    await page.route(/\.(?:avif|webp|jpg|png|mp4)$/, async (route) => {
      await new Promise((go) => setTimeout(go, 400))
      await route.continue()
    })
    await page.goto(address + path)
    for (const image of await page.locator('main img').all()) await image.scrollIntoViewIfNeeded()
    await page.waitForLoadState('networkidle')
    const loaded = await page.evaluate(
      "[...document.querySelectorAll('main img')].map((each) => each.naturalWidth > 0)",
    )
    expect(loaded).not.toContain(false)
    expect(await page.evaluate(SHIFT)).toBe(0)
    await context.close()
  })

  test('a phone is sent the small picture in the best format, and nothing of the film', async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 1 })
    const page = await context.newPage()
    const sent: string[] = []
    page.on('request', (request) => sent.push(request.url().slice(address.length)))
    await page.goto(address + FILM, { waitUntil: 'networkidle' })
    expect(sent.filter((url) => /bo-song-thai-binh-\d/.test(url))).toEqual([
      `${FILM}bo-song-thai-binh-480.avif`,
    ])
    expect(sent.filter((url) => /\.(?:mp4|vtt)$/.test(url))).toEqual([])
    await context.close()
  })

  test('film and recording play', async () => {
    for (const [path, element] of [
      [FILM, 'video'],
      [RECORDING, 'audio'],
    ] as const) {
      const page = await open(path)
      const played = await page.evaluate(`(async () => {
        const each = document.querySelector('${element}')
        each.muted = true
        await each.play()
        while (each.currentTime < 0.2) await new Promise((go) => setTimeout(go, 50))
        return each.currentTime
      })()`)
      expect(played).toBeGreaterThan(0.2)
      await page.context().close()
    }
  })

  test('what is said is read without JavaScript', async () => {
    const page = await open(FILM, { javaScriptEnabled: false })
    await page.locator('.transcript summary').click()
    expect(await page.locator('.transcript-text').innerText()).toContain('Giấy, nhựa, kim loại')
    await page.context().close()
  })

  test('a picture of a gallery is reached by the keyboard and leads to itself', async () => {
    const page = await open(GALLERY)
    const link = page.locator('.gallery a').first()
    await link.focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/trao-giay-khen-1200\.png$/)
    await page.context().close()
  })
})
