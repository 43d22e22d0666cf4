import { type Html, html, type Part } from '../html.ts'
import type { PageContext } from '../page.ts'
import type { Card } from '../view.ts'
import { languageOf } from './card.ts'
import { dataTable } from './data-table.ts'
import { label } from './label.ts'
import { dayTime } from './time.ts'

/** Legal and administrative documents: what an official looks for first stands first. */
export const documentTable = (cards: readonly Card[], context: PageContext, caption: string): Html =>
  dataTable({
    caption,
    columns: ['Số, ký hiệu', 'Trích yếu', 'Cơ quan ban hành', 'Ngày ban hành', 'Hiệu lực'],
    rows: cards.map((view) => row(view, context)),
  })

const row = (view: Card, context: PageContext): readonly Part[] => [
  view.act ? html`<span class="act-number">${view.act.number}</span>` : view.kindName,
  html`${view.act && html`<span class="act-type">${view.act.type}</span> `}${abstract(view, context)}`,
  view.act?.issuer ?? '',
  dayTime(view.act?.dated ?? view.published),
  view.effect ? html`<span class="effect effect-${view.effect.state}">${view.effect.text}</span>` : '',
]

const abstract = (view: Card, { to }: PageContext): Html =>
  html`<a href="${to(view.url)}"${languageOf(view)}>${label(view.label)}${view.title}</a>`
