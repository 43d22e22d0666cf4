import { type Html, html } from '../html.ts'
import type { PageContext } from '../page.ts'
import type { Link } from '../view.ts'

/** The way from the home page to here; `places` are the steps between. */
export const breadcrumbs = (
  places: readonly Link[],
  { to }: PageContext,
): Html => html`<nav class="breadcrumbs" aria-label="Đường dẫn" lang="vi">
<ol>
${[{ title: 'Trang chủ', url: '' }, ...places].map(
  ({ title, url }) => html`<li><a href="${to(url)}">${title}</a></li>`,
)}
</ol>
</nav>`
