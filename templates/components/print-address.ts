import { type Html, html } from '../html.ts'
import type { PageContext } from '../page.ts'
import type { DocumentView } from '../view.ts'
import { absoluteUrl } from './words.ts'

/** On paper only: where the page stands and when it was published; assets/js/print.js draws the code that leads there. */
export function printAddress(
  { published, language, pending }: DocumentView,
  { portal, url }: PageContext,
): Html {
  const address = absoluteUrl(portal, url)
  if (address === undefined || pending) return html``
  const words = WORDS[language]
  return html`<div class="print-only print-address" lang="${language}">
<div>
<p><strong>${words.address}:</strong> ${address}</p>
<p>${portal.name}. ${words.published} ${published.text}.</p>
</div>
<div data-qr="${address}"></div>
</div>`
}

/** Beside the title; without a script the browser's own menu prints as well. */
export const printButton = ({ language }: DocumentView): Html =>
  html`<button class="print-button needs-script" type="button">${WORDS[language].print}</button>`

const WORDS = {
  vi: { print: 'In trang', address: 'Địa chỉ bản điện tử', published: 'Đăng lúc' },
  en: { print: 'Print', address: 'Address of this page', published: 'Published' },
} as const
