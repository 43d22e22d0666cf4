import { type Html, html } from '../html.ts'
import type { PageContext } from '../page.ts'
import { FRAME_WORDS, type Language } from './frame-words.ts'
import { initials } from './initials.ts'
import { nameIn } from './portal-name.ts'

export function siteHeader({ portal, to }: PageContext, language: Language): Html {
  const name = nameIn(portal, language)
  return html`<header class="site-header" lang="${language}">
<div class="frame">
<a class="brand" href="${to(name.home)}">
${portal.emblem ? html`<img class="brand-emblem" src="${to(portal.emblem)}" alt="" width="68" height="68">` : html`<span class="brand-mark" aria-hidden="true">${initials(name.unit)}</span>`}
<span class="brand-name"><span class="brand-kind">${name.kind}</span> <span class="brand-unit">${name.unit}</span></span>
</a>
${search(to, language)}
</div>
</header>`
}

/** Ids with an underscore are never those of a heading in an article. */
function search(to: PageContext['to'], language: Language): Html {
  const words = FRAME_WORDS[language]
  return html`<search class="site-search-place">
<form class="site-search" action="${to('tim-kiem/')}" method="get">
<label class="visually-hidden" for="o_tim">${words.search}</label>
<input id="o_tim" type="search" name="q" placeholder="${words.searchHint}" maxlength="200">
<button type="submit">${words.searchButton}</button>
</form>
</search>`
}
