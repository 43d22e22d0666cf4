import { type Html, html } from '../html.ts'
import type { PageContext } from '../page.ts'
import type { Card } from '../view.ts'
import { languageOf } from './card.ts'
import { label } from './label.ts'
import { dayTime } from './time.ts'

/** Questions with how they stand: `note` is the status in words. */
export const questionList = (
  cards: readonly Card[],
  context: PageContext,
): Html => html`<ul class="questions">
${cards.map((view) => question(view, context))}
</ul>`

const question = (view: Card, { to }: PageContext): Html => html`<li>
<p class="question-title"><a href="${to(view.url)}"${languageOf(view)}>${label(view.label)}${view.title}</a></p>
<p class="card-meta">${view.note && html`<span class="status">${view.note}</span> `}${dayTime(view.published)}${view.linhVuc && ` · ${view.linhVuc.title}`}</p>
</li>`
