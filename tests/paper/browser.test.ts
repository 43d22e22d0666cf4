import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultsOf, hasBrowser, overflowOf } from '../support/browser.ts'
import { findChromium } from '../support/chromium.ts'
import { examplePaper, hostilePaper } from './example.ts'
import { written } from './written.ts'

const PHONE = { viewport: { width: 360, height: 740 } }

describe.skipIf(!hasBrowser)('a report in the browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'congbo-paper-'))
  /** Opened from the disk, as one opens a file that came by mail: the portal's server would forbid its style. */
  const address = (name: string) => `file://${join(folder, name)}`
  let browser: Browser
  beforeAll(async () => {
    writeFileSync(join(folder, 'bao-cao.html'), await written(examplePaper(), 'html'))
    writeFileSync(join(folder, 'xau.html'), await written(hostilePaper(), 'html'))
    writeFileSync(join(folder, 'lon.html'), await written(examplePaper(20_000), 'html'))
    browser = await chromium.launch({
      executablePath: findChromium() as string,
      args: ['--no-sandbox', '--disable-gpu'],
    })
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const using = async <T>(name: string, options: BrowserContextOptions, look: (page: Page) => Promise<T>) => {
    const page = await (await browser.newContext(options)).newPage()
    try {
      await page.goto(address(name))
      return await look(page)
    } finally {
      await page.context().close()
    }
  }

  test.each(['bao-cao.html', 'xau.html'])('%s fits a phone, and paper', async (path) => {
    expect(await using(path, PHONE, overflowOf)).toBe(0)
    const pages = await using(path, {}, async (page) => {
      await page.emulateMedia({ media: 'print' })
      await page.setViewportSize({ width: 624, height: 900 })
      return overflowOf(page)
    })
    expect(pages).toBe(0)
  })

  test.each([{}, PHONE])('has no fault that axe finds (%j)', async (options) => {
    expect(await using('bao-cao.html', options, (page) => faultsOf(page))).toEqual([])
  })

  test('by night too', async () => {
    expect(
      await using('bao-cao.html', { colorScheme: 'dark' }, (page) => faultsOf(page, ['color-contrast'])),
    ).toEqual([])
  })

  test('runs nothing and asks for nothing, whatever stands in it', async () => {
    const asked: string[] = []
    const said: string[] = []
    await using('bao-cao.html', {}, async (page) => {
      page.on('request', (request) => asked.push(request.url()))
      page.on('console', (message) => said.push(message.text()))
      page.on('dialog', (dialog) => said.push(dialog.message()))
      await page.goto(address('xau.html'))
    })
    expect([asked, said]).toEqual([[address('xau.html')], []])
  })

  const visibleRows = (page: Page): Promise<number> =>
    page.evaluate(
      "[...document.querySelectorAll('.items tbody tr')].filter((row) => row.getClientRects().length > 0).length",
    )

  test('a figure shows its items alone, and the way back', async () => {
    await using('bao-cao.html', {}, async (page) => {
      expect(await visibleRows(page)).toBe(24)
      const figure = page.locator('#so-2')
      const count = Number(await figure.textContent())
      await figure.click()
      expect(await visibleRows(page)).toBe(count)
      expect(await page.locator('.opening:visible').textContent()).toContain('Bảng 1, Kinh tế – Đúng hạn')
      await page.getByRole('link', { name: 'Xem tất cả' }).and(page.locator(':visible')).click()
      expect(await visibleRows(page)).toBe(24)
    })
  })

  test('twenty thousand items can be used: a figure shows its own there too', async () => {
    await using('lon.html', {}, async (page) => {
      const count = await page.locator('.f3').count()
      await page.locator('#so-3').click()
      expect(count).toBeGreaterThan(800)
      expect(await visibleRows(page)).toBe(count)
    })
  })
})
