import { type Html, html } from '../html.ts'
import type { Moment } from '../view.ts'

/** The day alone, for lists: the hour is on the document's own page. */
export const dayTime = ({ iso, day }: Moment): Html => html`<time datetime="${iso}">${day}</time>`

export const time = (moment: Moment): Html => html`<time datetime="${moment.iso}">${moment.text}</time>`
