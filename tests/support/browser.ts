import AxeBuilder from '@axe-core/playwright'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { serve } from '../../pipeline/adapters/http-server.ts'
import { findChromium } from './chromium.ts'

/** Whether this machine can run the browser tests: tests/run.ts says so, and .ci/run takes a skip for a failure. */
export const hasBrowser = findChromium() !== undefined

/** A folder of sites served on this machine, and a browser that visits it. */
export type Visitor = {
  readonly address: string
  /** A page of its own; its context is closed by the caller. */
  readonly visit: (path: string, options?: BrowserContextOptions) => Promise<Page>
  readonly close: () => Promise<void>
}

/** No look-ups of its own: only what the pages ask for is seen. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
]

/** @param answer the working copy, for the form of the editors */
export async function openBrowser(folder: string, answer?: Parameters<typeof serve>[2]): Promise<Visitor> {
  const served = await serve(folder, 0, answer)
  if (!served.ok) throw new Error(served.why)
  const browser: Browser = await chromium.launch({
    executablePath: findChromium() as string,
    args: ARGUMENTS,
  })
  return {
    address: served.address,
    visit: async (path, options = {}) => {
      const page = await (await browser.newContext({ locale: 'vi-VN', ...options })).newPage()
      await page.goto(served.address + path)
      return page
    },
    close: async () => {
      await browser.close()
      await served.close()
    },
  }
}

/** WCAG 2.2, levels A and AA, and what the makers of axe call best practice. */
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The accessibility faults of a page, each with the element that has it; only those of some rules where they are named. */
export async function faultsOf(page: Page, rules?: readonly string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page })
  const { violations } = await (rules ? axe.withRules([...rules]) : axe.withTags(STANDARDS)).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}

/** How far a page can be scrolled sideways, in CSS pixels; zero where it fits. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
