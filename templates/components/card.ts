import { type Html, html } from '../html.ts'
import type { PageContext } from '../page.ts'
import type { Card } from '../view.ts'
import { label } from './label.ts'
import { picture } from './picture.ts'
import { dayTime } from './time.ts'

export type CardOptions = { readonly level: 2 | 3; readonly lead?: boolean }

/** A document in a list: the whole title is the link, the picture only shows. */
export function card(view: Card, { to }: PageContext, { level, lead = false }: CardOptions): Html {
  const title = html`<a href="${to(view.url)}">${label(view.label)}${view.title}</a>`
  const heading =
    level === 2 ? html`<h2 class="card-title">${title}</h2>` : html`<h3 class="card-title">${title}</h3>`
  return html`<article class="card${lead && ' card-lead'}"${languageOf(view)}>
${image(view, to, lead)}
<div class="card-text">
${heading}
<p class="card-meta" lang="vi">${dayTime(view.published)}${place(view)}</p>
${view.summary && html`<p>${view.summary}</p>`}
</div>
</article>`
}

export const languageOf = ({ language }: Pick<Card, 'language'>): Html =>
  html`${language !== 'vi' && html` lang="${language}"`}`

const place = (view: Card): Html =>
  html` · ${view.section?.title ?? view.kindName}${view.note && ` · ${view.note}`}${view.media && ` · ${view.media}`}`

const image = ({ image: shown }: Card, to: PageContext['to'], lead: boolean): Html =>
  html`${shown && picture(shown, to, { sizes: lead ? LEAD_SIZES : CARD_SIZES, eager: lead, className: 'card-image' })}`

/** Beside its text on a wide screen, above it on a narrow one. */
const CARD_SIZES = '(min-width: 40rem) 14rem, 100vw'
const LEAD_SIZES = '(min-width: 60rem) 40rem, 100vw'
