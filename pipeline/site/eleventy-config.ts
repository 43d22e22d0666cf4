import type { WritablePage } from '../adapters/ports.ts'
import { inBunches } from './bunches.ts'

/** The part of Eleventy's configuration that we use; its package brings no types. */
export type EleventyConfig = {
  addTemplate: (path: string, template: unknown, data?: object) => void
  addGlobalData: (name: string, value: unknown) => void
  setDataFileSuffixes: (suffixes: readonly string[]) => void
  setTemplateFormats: (formats: readonly string[]) => void
  setUseGitIgnore: (use: boolean) => void
  setFrontMatterParsingOptions: (options: object) => void
  setQuietMode: (quiet: boolean) => void
  setFreezeReservedData: (freeze: boolean) => void
  setUseTemplateCache: (use: boolean) => void
  addExtension: (extension: string, language: object) => void
  addWatchTarget: (path: string) => void
  on: (event: string, listener: (...args: never[]) => unknown) => void
}

/** The template language of the product has one sentence: a page makes itself. None of Eleventy's own languages is on. */
const LANGUAGE = 'page'

const refuse = () => {
  throw new Error('front matter of templates is off')
}

/**
 * Eleventy over the model: content is data. Each of our templates becomes a virtual template that paginates over its pages; no
 * file of the repository is a template, a data file or a layout, so nothing that an author writes is ever run or chosen by it.
 * The engines and data files that Eleventy would take from the disk are switched off as a second fence.
 */
export function configureEleventy(
  config: EleventyConfig,
  templates: readonly string[],
  pagesOf: (template: string) => readonly WritablePage[],
): void {
  config.setQuietMode(true)
  config.setTemplateFormats([LANGUAGE])
  const pages = new Map<string, WritablePage>()
  config.addExtension(LANGUAGE, {
    compile:
      () =>
      ({ permalink }: Addressed) =>
        pages.get(permalink)?.render(),
    useLayouts: false,
  })
  // There is nothing to keep of such a template, and whether it may be kept is asked for every page.
  config.setUseTemplateCache(false)
  config.setDataFileSuffixes([])
  // The guard is for data that authors write; ours has two keys, and the guard costs a proxy a page.
  config.setFreezeReservedData(false)
  config.setUseGitIgnore(false)
  config.setFrontMatterParsingOptions({
    engines: { js: refuse, javascript: refuse, node: refuse, json: refuse },
  })
  for (const template of templates) {
    const name = `pages_${template.replaceAll('-', '_')}`
    config.addGlobalData(name, () => {
      const addressed = inBunches(pagesOf(template)).map((page) => [outputPath(page.url), page] as const)
      for (const [address, page] of addressed) pages.set(address, page)
      return addressed.map(([address]) => address)
    })
    config.addTemplate(`${template}.${LANGUAGE}`, '', {
      // Each address is the permalink as it stands, and need not be asked for page by page.
      pagination: { data: name, size: 1, alias: 'permalink', addAllPagesToCollections: false },
      permalink: true,
      dynamicPermalink: false,
      eleventyExcludeFromCollections: true,
      // `_headers` has none.
      eleventyAllowMissingExtension: true,
    })
  }
}

type Addressed = { readonly permalink: string }

const outputPath = (url: string): string =>
  url === '' || url.endsWith('/') ? `/${url}index.html` : `/${url}`
