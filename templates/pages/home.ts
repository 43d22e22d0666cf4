import { block } from '../components/block.ts'
import { card } from '../components/card.ts'
import { headlines } from '../components/headlines.ts'
import { questionList } from '../components/question-list.ts'
import { hours } from '../components/schedule.ts'
import { time } from '../components/time.ts'
import { type Html, html } from '../html.ts'
import { basePage } from '../layouts/base.ts'
import type { PageContext, PageTemplate } from '../page.ts'
import { organisationNode, siteNode } from '../structured/organisation.ts'
import type { HomeView, PortalView } from '../view.ts'

export const homePage: PageTemplate<HomeView> = (view, context) =>
  basePage({
    title: context.portal.name,
    description: `${context.portal.name}: tin tức, văn bản, hỏi đáp và thông tin chính thức của ${context.portal.owner}.`,
    language: 'vi',
    style: 'home',
    nodes: [organisationNode(context), siteNode(context)],
    main: html`<h1 class="visually-hidden">${context.portal.name}</h1>
${front(view, context)}
${tasks(view, context)}
<div class="home-columns">
<div>
<div class="section-blocks">
${view.blocks.map((each) => sectionBlock(each, context))}
</div>
${documents(view, context)}
</div>
<div class="side">
${drafts(view, context)}
${schedule(view, context)}
${questions(view, context)}
</div>
</div>
${advertising(view, context)}
${outward(context.portal, context)}`,
    context,
  })

function front({ lead, headlines: others }: HomeView, context: PageContext): Html {
  if (!lead) return html`<p>Chưa có tin bài nào.</p>`
  return html`<section class="block">
<div class="block-head"><h2><a href="${context.to('tin-moi/')}">Tin mới</a></h2></div>
<div class="front">
${card(lead, context, { level: 3, lead: true })}
${others.length > 0 && headlines(others, context)}
</div>
<p class="more"><a href="${context.to('tin-moi/')}">Tất cả tin mới</a></p>
</section>`
}

const tasks = ({ tasks: all }: HomeView, { to }: PageContext): Html =>
  html`${
    all.length > 0 &&
    html`<nav aria-label="Việc hay làm">
<ul class="tasks">
${all.map(({ title, url, external }) => html`<li><a href="${external ? url : to(url)}"${external && html` rel="external"`}>${title}</a></li>`)}
</ul>
</nav>`
  }`

const sectionBlock = ({ title, url, cards }: HomeView['blocks'][number], context: PageContext): Html =>
  block({ title, content: headlines(cards, context, { inSection: true }), place: url }, context)

const documents = ({ documents: cards }: HomeView, context: PageContext): Html =>
  unlessEmpty(cards, 'Văn bản mới', headlines(cards, context), ['Tất cả văn bản', 'van-ban/'], context)

const drafts = ({ drafts: cards }: HomeView, context: PageContext): Html =>
  unlessEmpty(cards, 'Đang lấy ý kiến', headlines(cards, context), ['Tất cả dự thảo', 'lay-y-kien/'], context)

const questions = ({ questions: cards }: HomeView, context: PageContext): Html =>
  unlessEmpty(cards, 'Mới trả lời', questionList(cards, context), ['Tất cả câu hỏi', 'hoi-dap/'], context)

const schedule = ({ schedule: entries }: HomeView, context: PageContext): Html =>
  unlessEmpty(
    entries,
    'Lịch công tác',
    html`<ul class="headlines">
${entries.map(
  (each) => html`<li>
<p class="headline-title">${each.what}</p>
<p class="card-meta">${time(each.date)} · ${hours(each)} · ${each.where}</p>
</li>`,
)}
</ul>`,
    ['Toàn bộ lịch', entries[0]?.url ?? ''],
    context,
  )

/** A part of the page with the way to all of it, where there is anything to show. */
const unlessEmpty = (
  items: readonly unknown[],
  title: string,
  content: Html,
  [moreTitle, url]: readonly [title: string, url: string],
  context: PageContext,
): Html => (items.length === 0 ? html`` : block({ title, content, more: { title: moreTitle, url } }, context))

const advertising = ({ advertising: cards, advertisingLabel }: HomeView, context: PageContext): Html =>
  html`${
    cards.length > 0 &&
    html`<section class="advertising block">
<h2>${advertisingLabel}</h2>
${headlines(cards, context)}
</section>`
  }`

function outward({ links, parentPortal }: PortalView, context: PageContext): Html {
  const parent =
    parentPortal && !links.some(({ url }) => url === parentPortal)
      ? [{ title: 'Cổng thông tin điện tử cấp trên', url: parentPortal }]
      : []
  const all = [...parent, ...links]
  if (all.length === 0) return html``
  return block(
    {
      title: 'Liên kết',
      content: html`<ul class="outward">
${all.map(({ title, url }) => html`<li><a href="${url}" rel="external">${title}</a></li>`)}
</ul>`,
    },
    context,
  )
}
