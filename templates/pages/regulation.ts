import { type RegulationPart, regulationParts } from '../components/regulation-parts.ts'
import { type Html, html } from '../html.ts'
import { basePage } from '../layouts/base.ts'
import type { PageTemplate } from '../page.ts'
import type { RegulationView } from '../view.ts'

export const regulationPage: PageTemplate<RegulationView> = (view, context) => {
  const parts = regulationParts(view)
  return basePage({
    title: view.title,
    description: `${view.title}: thời hạn, thẩm quyền duyệt, từng điều khoản và cách thực hiện.`,
    language: 'vi',
    main: html`<article class="regulation">
<header class="document-header">
<p class="kicker">${view.issuer}</p>
<h1>${view.title}</h1>
<p class="byline">Áp dụng từ: ${view.effective}</p>
</header>
${contents(parts)}
<div class="document-text">
${parts.map(section)}
</div>
</article>`,
    context,
    path: [],
  })
}

const section = ({ id, title, content }: RegulationPart): Html => html`<section>
<h2 id="${id}">${title}</h2>
${content}
</section>`

const contents = (
  parts: readonly RegulationPart[],
): Html => html`<nav class="contents" aria-labelledby="muc-luc">
<h2 id="muc-luc">Mục lục</h2>
<ol>
${parts.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}
</ol>
</nav>`
