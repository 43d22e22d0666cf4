import { type Html, html } from '../html.ts'
import type { DocumentView } from '../view.ts'
import { mailLink, phoneLink } from './contact-links.ts'
import { dataTable } from './data-table.ts'

const WORDS = {
  vi: {
    title: 'Danh bạ',
    columns: ['Họ và tên', 'Chức vụ', 'Điện thoại', 'Thư điện tử'],
  },
  en: { title: 'Directory', columns: ['Name', 'Position', 'Telephone', 'E-mail'] },
} as const

/** Officials by their unit: five things of each, as the regulations ask; the unit is the table's name. */
export function directory({ directory: units, language }: DocumentView): Html {
  if (units.length === 0) return html``
  const { title, columns } = WORDS[language]
  return html`<section class="directory">
<h2>${title}</h2>
${units.map(
  ({ unit, people }) => html`<h3>${unit}</h3>
${dataTable({
  caption: unit,
  columns,
  rows: people.map(({ name, position, phone, email }) => [name, position, phoneLink(phone), mailLink(email)]),
})}`,
)}
</section>`
}
