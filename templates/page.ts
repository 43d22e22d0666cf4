import type { PortalView } from './view.ts'

/** What a page template gets beside its own view. */
export type PageContext = {
  readonly portal: PortalView
  /** Address of this page below the portal's root: ``, `van-ban/`, `tin-bai/2026/ten-bai/`, `404.html`. */
  readonly url: string
  /** A relative address from this page to another place of the portal, so that the site works wherever it is mounted. */
  readonly to: (url: string) => string
}

/** A page template: pure, from a view to the text of the file. */
export type PageTemplate<View> = (view: View, context: PageContext) => string
