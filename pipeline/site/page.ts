import type { PageContext, PageTemplate } from '../../templates/page.ts'
import type { PortalView } from '../../templates/view.ts'

/** A page of the site: its address, the names of what it is made of, and the text that comes of it. */
export type Page = {
  readonly url: string
  /**
   * `doc:<path>` for a document, `list:<root>` for the order of a list, `changes` for any change of any document, `portal` and
   * `regulation` for what every page shows.
   */
  readonly dependsOn: readonly string[]
  readonly render: () => string
}

/** Pages made by one template. */
export type PageGroup = {
  readonly template: string
  readonly pages: readonly Page[]
  /** Text that may be large: written file by file, because Eleventy would hold all of it at once. */
  readonly large?: true
}

/** A relative address, so that the site works under any path: the portal's root is as many steps up as the page is deep. */
export function relativeTo(pageUrl: string): PageContext['to'] {
  const root = '../'.repeat(pageUrl.split('/').length - 1)
  return (url) => root + url || './'
}

/** A page that a template makes. */
export const page = <View>(
  template: PageTemplate<View>,
  url: string,
  view: () => View,
  portal: PortalView,
  dependsOn: readonly string[],
): Page => ({
  url,
  dependsOn: ['portal', ...dependsOn],
  render: () => template(view(), { portal, url, to: relativeTo(url) }),
})
