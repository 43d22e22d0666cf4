import { type Html, html } from '../html.ts'
import type { PageContext } from '../page.ts'

/**
 * The menu. A `details`, so that it folds on a phone without a script; the style sheet keeps it open where there is room.
 * `current` is the list that the page belongs to.
 */
export const siteNav = (
  { portal, url, to }: PageContext,
  current: string | undefined,
): Html => html`<nav class="site-nav" aria-label="Danh mục chính" lang="vi">
<details class="frame">
<summary>Danh mục</summary>
<ul>
${portal.menu.map(
  (link) => html`<li><a href="${to(link.url)}"${mark(link.url, url, current)}>${link.title}</a></li>`,
)}
</ul>
</details>
</nav>`

function mark(link: string, page: string, current: string | undefined): Html {
  if (link === page) return html` aria-current="page"`
  return html`${link === current && html` aria-current="true"`}`
}
