import { type Html, html } from '../html.ts'

/** A number must not break over two lines. */
export const phoneLink = (phone: string | undefined): Html =>
  html`${phone && html`<a href="tel:${phone.replaceAll(/[^\d+]/g, '')}">${phone.replaceAll(' ', '\u00A0')}</a>`}`

export const mailLink = (email: string | undefined): Html =>
  html`${email && html`<a href="mailto:${email}">${email}</a>`}`
