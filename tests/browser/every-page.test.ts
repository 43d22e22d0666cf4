import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultsOf, hasBrowser, openBrowser, overflowOf, type Visitor } from '../support/browser.ts'
import { pagesByType } from '../support/page-types.ts'
import { PORTALS } from '../support/portals.ts'
import { type BuiltSite, buildSamples } from '../support/site.ts'

/** 1280 pixels at 400 %, and the narrowest phone (WCAG 2.2, 1.4.10). */
const NARROW = { width: 320, height: 640 }

/** How a reader may look at a page: each portal by day, and the other looks where the accents differ most. */
const LOOKS: Record<string, readonly Look[]> = {
  'dong-viet': ['day', 'contrast'],
  kep: ['day'],
  'kon-ray': ['day', 'night'],
  'thach-linh': ['day', 'large'],
  'thanh-dong': ['day', 'night'],
}
type Look = 'day' | 'night' | 'contrast' | 'large'

/** Another look of a page changes its colours and sizes, and nothing that a reader hears. */
const COLOURS = ['color-contrast', 'link-in-text-block']

const SETTINGS: Record<Look, readonly [name: string, value: string] | undefined> = {
  day: undefined,
  night: ['theme', 'dark'],
  contrast: ['theme', 'contrast'],
  large: ['size', 'larger'],
}

describe.skipIf(!hasBrowser)('every kind of page of every portal', () => {
  let site: BuiltSite
  let visitor: Visitor
  beforeAll(async () => {
    site = await buildSamples(PORTALS)
    visitor = await openBrowser(site.folder)
  })
  afterAll(async () => {
    await visitor?.close()
    site?.remove()
  })

  describe.each(PORTALS)('%s', (portal) => {
    test.each(LOOKS[portal] ?? [])(
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
})
