import { card } from '../components/card.ts'
import { documentTable } from '../components/document-table.ts'
import { questionList } from '../components/question-list.ts'
import { type Html, html } from '../html.ts'
import { basePage } from '../layouts/base.ts'
import type { PageContext, PageTemplate } from '../page.ts'
import type { HomeView, ListLink } from '../view.ts'

export const homePage: PageTemplate<HomeView> = (view, context) =>
  basePage({
    title: context.portal.name,
    description: `${context.portal.name}: tin tức, văn bản, hỏi đáp và thông tin chính thức của ${context.portal.owner}.`,
    language: 'vi',
    main: html`<h1 class="visually-hidden">${context.portal.name}</h1>
${news(view, context)}
${documents(view, context)}
${questions(view, context)}
${tiles('Chuyên mục', view.sections, context)}
${tiles('Lĩnh vực', context.portal.linhVuc, context)}`,
    context,
  })

const more = (title: string, url: string, { to }: PageContext): Html =>
  html`<p class="more"><a href="${to(url)}">${title}</a></p>`

const news = ({ news: cards }: HomeView, context: PageContext): Html => html`<section class="block">
<h2>Tin mới</h2>
${cards.length === 0 && html`<p>Chưa có tin bài nào.</p>`}
<div class="cards cards-home">
${cards.map((view, index) => card(view, context, { level: 3, lead: index === 0 }))}
</div>
${cards.length > 0 && more('Tất cả tin bài', 'tin-moi/', context)}
</section>`

const documents = ({ documents: cards }: HomeView, context: PageContext): Html =>
  html`${
    cards.length > 0 &&
    html`<section class="block">
<h2>Văn bản mới</h2>
${documentTable(cards, context, 'Văn bản mới')}
${more('Tất cả văn bản', 'van-ban/', context)}
</section>`
  }`

const questions = ({ questions: cards }: HomeView, context: PageContext): Html =>
  html`${
    cards.length > 0 &&
    html`<section class="block">
<h2>Hỏi đáp</h2>
${questionList(cards, context)}
${more('Tất cả câu hỏi', 'hoi-dap/', context)}
</section>`
  }`

const tiles = (title: string, links: readonly ListLink[], { to }: PageContext): Html =>
  html`${
    links.length > 0 &&
    html`<section class="block">
<h2>${title}</h2>
<ul class="tiles">
${links.map(({ title: name, url, count }) => html`<li><a href="${to(url)}">${name} <span class="count">${count} bài</span></a></li>`)}
</ul>
</section>`
  }`
