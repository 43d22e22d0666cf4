import { type Html, html, type Part } from '../html.ts'
import type { PageContext } from '../page.ts'
import type { Link } from '../view.ts'

/** A part of a page under its heading, which leads to all of it. */
export function block(
  {
    title,
    content,
    more,
    place = more?.url,
  }: { title: string; content: Part; more?: Link; place?: string | undefined },
  { to }: PageContext,
): Html {
  return html`<section class="block">
<div class="block-head">
<h2>${place === undefined ? title : html`<a href="${to(place)}">${title}</a>`}</h2>
</div>
${content}
${more && html`<p class="more"><a href="${to(more.url)}">${more.title}</a></p>`}
</section>`
}
