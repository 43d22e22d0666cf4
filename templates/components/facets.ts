import { type Html, html } from '../html.ts'
import type { PageContext } from '../page.ts'
import type { Facet } from '../view.ts'

/** Ways to narrow a list: links to pages that exist, so they work without a script. */
export function facets(all: readonly Facet[], { to }: PageContext): Html {
  const known = all.filter(({ links }) => links.length > 1 || links.some(({ current }) => current))
  if (known.length === 0) return html``
  return html`<details class="facets"${known.some(({ links }) => links.some(({ current }) => current)) && html` open`}>
<summary>Lọc danh sách</summary>
${known.map(
  ({ title, links }) => html`<div class="facet">
<h2>${title}</h2>
<ul>
${links.map(
  ({ title: name, url, count, current }) =>
    html`<li><a href="${to(url)}"${current && html` aria-current="page"`}>${name}</a> <span class="count">(${count})</span></li>`,
)}
</ul>
</div>`,
)}
</details>`
}
