import { type Html, html } from '../html.ts'
import { basePage } from '../layouts/base.ts'
import type { PageContext, PageTemplate } from '../page.ts'
import type { SectionEntry, SectionsView } from '../view.ts'

/** All sections of the portal, as its regulation names them. */
export const sectionsPage: PageTemplate<SectionsView> = ({ regulationName, sections }, context) =>
  basePage({
    title: 'Chuyên mục',
    description: `Các chuyên mục của ${context.portal.name} theo ${regulationName}, đơn vị phụ trách và căn cứ.`,
    language: 'vi',
    main: html`<h1>Chuyên mục</h1>
<p class="lead">Nội dung của cổng được chia theo <a href="${context.to('quy-che/')}">${regulationName}</a>: mỗi chuyên mục nêu đơn vị phụ trách và điều khoản làm căn cứ.</p>
<ul class="tiles">
${sections.map((each) => tile(each, context))}
</ul>`,
    context,
    path: [],
    current: 'chuyen-muc/',
  })

const tile = (
  { title, url, description, count, keepers, ground }: SectionEntry,
  { to }: PageContext,
): Html => html`<li>
${url === undefined ? html`<strong>${title}</strong>` : html`<a href="${to(url)}">${title}</a>`}
${description && html`<p>${description}</p>`}
<p class="count">${count === 0 ? 'Chưa có nội dung' : `${count} tin, bài, văn bản, trang`}${keepers.length > 0 && ` · Phụ trách: ${keepers.join(', ')}`}</p>
<p class="count">${ground}</p>
</li>`
