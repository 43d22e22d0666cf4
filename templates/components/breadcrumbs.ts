import { type Html, html } from '../html.ts'
import type { PageContext } from '../page.ts'
import type { Link } from '../view.ts'
import { FRAME_WORDS, type Language } from './frame-words.ts'

/** The way from the home page to here; `places` are the steps between. */
export const breadcrumbs = (
  places: readonly Link[],
  { to }: PageContext,
  language: Language,
): Html => html`<nav class="breadcrumbs" aria-label="${FRAME_WORDS[language].path}" lang="${language}">
<ol>
${[{ title: FRAME_WORDS[language].home, url: '' }, ...places].map(
  ({ title, url }) => html`<li><a href="${to(url)}">${title}</a></li>`,
)}
</ol>
</nav>`
