import { type Html, html } from '../html.ts'
import type { PageContext } from '../page.ts'
import type { Link, PortalView } from '../view.ts'
import { mailLink, phoneLink } from './contact-links.ts'
import { factList } from './fact-list.ts'

export const siteFooter = (context: PageContext): Html => html`<footer class="site-footer" lang="vi">
<div class="frame">
<div class="footer-columns">
<section>
<h2>${context.portal.name}</h2>
${imprint(context.portal)}
</section>
<nav aria-label="Về trang này">
<h2>Về trang này</h2>
<ul>
${ownLinks(context).map(({ title, url }) => item(title, context.to(url)))}
</ul>
</nav>
${outward(context.portal)}
</div>
${
  context.portal.attribution &&
  html`<p class="attribution">Khi sử dụng lại thông tin, đề nghị ghi nguồn: ${context.portal.attribution}.</p>`
}
</div>
</footer>`

const imprint = (portal: PortalView): Html =>
  factList(
    [
      { name: 'Cơ quan chủ quản', value: portal.owner },
      { name: 'Chịu trách nhiệm nội dung', value: portal.responsible },
      { name: 'Địa chỉ', value: portal.address },
      { name: 'Điện thoại', value: portal.phone && phoneLink(portal.phone) },
      { name: 'Thư điện tử', value: portal.email && mailLink(portal.email) },
    ],
    'imprint',
  )

const ownLinks = ({ portal }: PageContext): readonly Link[] => [
  ...portal.fixedPages,
  { title: portal.regulationName, url: 'quy-che/' },
  { title: 'Nguồn tin (Atom)', url: 'feed.xml' },
]

function outward({ links, parentPortal }: PortalView): Html {
  const known = links.some(({ url }) => url === parentPortal)
  const all =
    parentPortal && !known
      ? [{ title: 'Cổng thông tin điện tử cấp trên', url: parentPortal }, ...links]
      : links
  if (all.length === 0) return html``
  return html`<nav aria-label="Liên kết">
<h2>Liên kết</h2>
<ul>
${all.map(({ title, url }) => item(title, url))}
</ul>
</nav>`
}

const item = (title: string, url: string): Html => html`<li><a href="${url}">${title}</a></li>`
