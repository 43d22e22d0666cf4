import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultsOf, hasBrowser, openBrowser, overflowOf, type Visitor } from './browser.ts'
import { pagesByType } from './page-types.ts'
import { type BuiltSite, buildSamples } from './site.ts'

/** 1280 pixels at 400 %, and the narrowest phone (WCAG 2.2, 1.4.10). */
const NARROW = { width: 320, height: 640 }

/** How a reader may look at a page. */
export type Look = 'day' | 'night' | 'contrast' | 'large'

/** Another look of a page changes its colours and sizes, and nothing that a reader hears. */
const COLOURS = ['color-contrast', 'link-in-text-block']

const SETTINGS: Record<Look, readonly [name: string, value: string] | undefined> = {
  day: undefined,
  night: ['theme', 'dark'],
  contrast: ['theme', 'contrast'],
  large: ['size', 'larger'],
}

/** Visits every kind of page of a portal. A file of tests a portal, so that they share the machine's cores. */
export function visitEveryPage(portal: string, looks: readonly Look[]): void {
  describe.skipIf(!hasBrowser)(`every kind of page of ${portal}`, () => {
    let site: BuiltSite
    let visitor: Visitor
    beforeAll(async () => {
      site = await buildSamples([portal])
      visitor = await openBrowser(site.folder)
    })
    afterAll(async () => {
      await visitor?.close()
      site?.remove()
    })

    test.each(looks)(
      'by %s: no accessibility fault, and no sideways scrolling at 400 %',
      async (look) => {
        const page = await visitor.visit(`${portal}/`)
        const setting = SETTINGS[look]
        if (setting) await page.evaluate(`localStorage.setItem('congbo-${setting[0]}', '${setting[1]}')`)
        const pages = pagesByType(portal, site.files.keys())
        const wrong: string[] = []
        for (const { type, path } of pages) {
          await page.setViewportSize({ width: 1280, height: 900 })
          await page.goto(visitor.address + path)
          for (const fault of await faultsOf(page, setting && COLOURS))
            wrong.push(`${type} ${path}: ${fault}`)
          await page.setViewportSize(NARROW)
          if ((await overflowOf(page)) > 0) wrong.push(`${type} ${path}: wider than ${NARROW.width} pixels`)
        }
        await page.context().close()
        expect(wrong).toEqual([])
        expect(pages.length).toBeGreaterThan(20)
      },
      180_000,
    )
  })
}
