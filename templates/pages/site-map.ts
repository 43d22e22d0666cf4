import { type Html, html } from '../html.ts'
import { basePage } from '../layouts/base.ts'
import type { PageContext, PageTemplate } from '../page.ts'
import type { Link, ListLink, SiteMapView } from '../view.ts'

/** Every place of the portal on one page. */
export const siteMapPage: PageTemplate<SiteMapView> = ({ groups }, context) => {
  const { portal } = context
  return basePage({
    title: 'Sơ đồ trang',
    description: `Mọi mục của ${portal.name}: trang cố định, chuyên mục, văn bản, lĩnh vực, đơn vị, tháng.`,
    language: 'vi',
    main: html`<h1>Sơ đồ trang</h1>
${places('Mục chính', portal.menu, context)}
${places('Trang cố định', portal.fixedPages, context)}
${places('Về cổng', portal.aboutLinks, context)}
${groups.map(({ title, links }) => places(title, links, context))}`,
    context,
    path: [],
  })
}

const places = (title: string, links: readonly (Link | ListLink)[], { to }: PageContext): Html =>
  html`${
    links.length > 0 &&
    html`<section class="block">
<h2>${title}</h2>
<ul class="index-columns">
${links.map(
  (each) =>
    html`<li><a href="${to(each.url)}">${each.title}</a>${'count' in each && html` <span class="count">(${each.count})</span>`}</li>`,
)}
</ul>
</section>`
  }`
