import { card } from '../components/card.ts'
import { documentTable } from '../components/document-table.ts'
import { facets } from '../components/facets.ts'
import { finder } from '../components/finder.ts'
import { headlines } from '../components/headlines.ts'
import { pagination } from '../components/pagination.ts'
import { questionList } from '../components/question-list.ts'
import { type Html, html } from '../html.ts'
import { basePage } from '../layouts/base.ts'
import type { PageContext, PageTemplate } from '../page.ts'
import { pageNode } from '../structured/structured-data.ts'
import type { ListPage } from '../view.ts'

export const listPage: PageTemplate<ListPage> = (view, context) =>
  basePage({
    title: view.pageName ? `${view.title}, ${view.pageName.toLowerCase()}` : view.title,
    description: view.description,
    language: 'vi',
    nodes: [
      pageNode(
        'CollectionPage',
        { title: view.title, description: view.description, language: 'vi' },
        context,
      ),
    ],
    card: sectionOf(view),
    main: html`<h1>${view.title}${view.pageName && html` <small>${view.pageName}</small>`}</h1>
${view.description && !view.pageName && html`<p class="lead">${view.description}</p>`}
${view.layout === 'documents' && !view.pageName && finder(DOCUMENTS, context)}
${facets(view.facets, context)}
${items(view, context)}
${pagination(view, context)}`,
    context,
    path: [
      ...(view.parent ? [view.parent] : []),
      ...(view.pageName ? [{ title: view.title, url: view.root }] : []),
    ],
    current: view.parent?.url ?? view.root,
    feed: sectionOf(view) && view.root,
  })

/** The id of the section whose list this is. */
const sectionOf = ({ root }: ListPage): string | undefined => /^chuyen-muc\/([^/]+)\/$/.exec(root)?.[1]

const DOCUMENTS = {
  label: 'Tìm theo số, ký hiệu hoặc trích yếu',
  hint: 'Ví dụ: 849/QĐ-UBND',
}

function items({ layout, cards, title }: ListPage, context: PageContext): Html {
  if (cards.length === 0) return html`<p>Chưa có nội dung nào ở mục này.</p>`
  switch (layout) {
    case 'documents':
      return documentTable(cards, context, title)
    case 'questions':
      return questionList(cards, context)
    case 'lines':
      return headlines(cards, context)
    default:
      return html`<div class="cards cards-list">
${cards.map((view) => card(view, context, { level: 2 }))}
</div>`
  }
}
