import { type Html, html } from '../html.ts'
import type { PageContext } from '../page.ts'
import type { Link, PortalView } from '../view.ts'
import { mailLink, phoneLink } from './contact-links.ts'
import { factList } from './fact-list.ts'
import { FRAME_WORDS, type Language } from './frame-words.ts'
import { nameIn } from './portal-name.ts'

export function siteFooter(context: PageContext, language: Language): Html {
  const { portal, to } = context
  const words = FRAME_WORDS[language]
  return html`<footer class="site-footer" lang="${language}">
<div class="frame">
<div class="footer-columns">
<section>
<h2>${language === 'vi' ? portal.name : nameIn(portal, language).unit}</h2>
${imprint(portal, language)}
</section>
<nav aria-label="${words.about}">
<h2>${words.about}</h2>
<ul>
${ownLinks(portal, language).map(({ title, url }) => item(title, to(url)))}
</ul>
</nav>
${outward(portal, words)}
</div>
${language === 'vi' && portal.attribution && html`<p class="attribution">Khi sử dụng lại thông tin, đề nghị ghi nguồn: ${portal.attribution}.</p>`}
</div>
</footer>`
}

function imprint(portal: PortalView, language: Language): Html {
  const words = FRAME_WORDS[language]
  const name = nameIn(portal, language)
  return factList(
    [
      { name: words.owner, value: name.owner },
      { name: words.responsible, value: language === 'vi' && portal.responsible },
      { name: words.address, value: name.address },
      { name: words.phone, value: portal.phone && phoneLink(portal.phone) },
      { name: words.email, value: portal.email && mailLink(portal.email) },
    ],
    'imprint',
  )
}

/** Fixed pages are in the menu of their language; at the foot of an English page the Vietnamese ones would only be in the way. */
const ownLinks = (portal: PortalView, language: Language): readonly Link[] =>
  language === 'en' ? portal.englishMenu : [...portal.fixedPages, ...portal.aboutLinks]

function outward({ links, parentPortal }: PortalView, words: (typeof FRAME_WORDS)[Language]): Html {
  const known = links.some(({ url }) => url === parentPortal)
  const all = parentPortal && !known ? [{ title: words.parent, url: parentPortal }, ...links] : links
  if (all.length === 0) return html``
  return html`<nav aria-label="${words.links}">
<h2>${words.links}</h2>
<ul lang="vi">
${all.map(({ title, url }) => item(title, url))}
</ul>
</nav>`
}

const item = (title: string, url: string): Html => html`<li><a href="${url}">${title}</a></li>`
