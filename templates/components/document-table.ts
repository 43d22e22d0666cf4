import { type Html, html } from '../html.ts'
import type { PageContext } from '../page.ts'
import type { Card } from '../view.ts'
import { languageOf } from './card.ts'
import { dataTable } from './data-table.ts'
import { label } from './label.ts'
import { dayTime } from './time.ts'

export const documentTable = (
  cards: readonly Card[],
  context: PageContext,
  caption = 'Danh sách văn bản',
): Html =>
  dataTable({
    caption,
    columns: ['Số, ký hiệu', 'Trích yếu', 'Ngày đăng'],
    rows: cards.map((view) => [view.note ?? view.kindName, abstract(view, context), dayTime(view.published)]),
  })

const abstract = (view: Card, { to }: PageContext): Html =>
  html`<a href="${to(view.url)}"${languageOf(view)}>${label(view.label)}${view.title}</a>`
