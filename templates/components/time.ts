import { type Html, html } from '../html.ts'
import type { Moment } from '../view.ts'

export const time = (moment: Moment): Html => html`<time datetime="${moment.iso}">${moment.text}</time>`
