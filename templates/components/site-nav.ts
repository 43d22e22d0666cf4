import { type Html, html } from '../html.ts'
import type { PageContext } from '../page.ts'
import type { Link } from '../view.ts'
import { FRAME_WORDS, type Language } from './frame-words.ts'

/**
 * The menu. A `details`, so that it folds on a phone without a script; the style sheet keeps it open where there is room.
 * `current` is the list that the page belongs to.
 */
export function siteNav(context: PageContext, current: string | undefined, language: Language): Html {
  const words = FRAME_WORDS[language]
  return html`<nav class="site-nav" aria-label="${words.mainMenu}" lang="${language}">
<div class="frame">
<details class="site-menu">
<summary>${words.menu}</summary>
<ul>
${menuOf(context, language).map((link) => item(link, context, current))}
${otherLanguage(context, language)}
</ul>
</details>
</div>
</nav>`
}

const menuOf = ({ portal }: PageContext, language: Language): readonly Link[] =>
  language === 'en' ? portal.englishMenu : portal.menu

const item = (link: Link, { to, url }: PageContext, current: string | undefined): Html =>
  html`<li><a href="${to(link.url)}"${mark(link.url, url, current)}>${link.title}</a></li>`

/** From Vietnamese to the English pages, where there are any, and back; the link speaks the language that it leads to. */
function otherLanguage({ portal, to }: PageContext, language: Language): Html {
  const [english] = portal.englishMenu
  if (!english) return html``
  const [other, url] = language === 'en' ? (['vi', ''] as const) : (['en', english.url] as const)
  return html`<li><a href="${to(url)}" lang="${other}" hreflang="${other}">${FRAME_WORDS[language].other}</a></li>`
}

function mark(link: string, page: string, current: string | undefined): Html {
  if (link === page) return html` aria-current="page"`
  return html`${link === current && html` aria-current="true"`}`
}
