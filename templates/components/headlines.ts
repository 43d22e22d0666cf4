import { type Html, html } from '../html.ts'
import type { PageContext } from '../page.ts'
import type { Card } from '../view.ts'
import { languageOf } from './card.ts'
import { label } from './label.ts'
import { dayTime } from './time.ts'

/** Titles with when and where, without summaries. */
export const headlines = (
  cards: readonly Card[],
  context: PageContext,
  options: HeadlineOptions = {},
): Html => html`<ul class="headlines">
${cards.map((view) => headline(view, context, options))}
</ul>`

/** Below the heading of a section its name is not said again. */
type HeadlineOptions = { readonly inSection?: boolean }

const headline = (view: Card, { to }: PageContext, { inSection = false }: HeadlineOptions): Html => html`<li>
<p class="headline-title"><a href="${to(view.url)}"${languageOf(view)}>${label(view.label)}${view.title}</a></p>
<p class="card-meta">${dayTime(view.published)}${(!inSection || view.note) && place(view)}</p>
</li>`

const place = ({ section, kindName, note }: Card): Html => html` · ${note ?? section?.title ?? kindName}`
