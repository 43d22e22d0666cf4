import { type Html, html } from '../html.ts'

/** Stands inside the heading or link, so that who hears only the title hears it too. */
export const label = (text: string | undefined): Html =>
  html`${text && html`<strong class="label">${text}</strong> `}`
