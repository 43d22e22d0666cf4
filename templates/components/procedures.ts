import { type Html, html } from '../html.ts'
import type { DocumentView, Procedure } from '../view.ts'
import { dataTable } from './data-table.ts'

const WORDS = {
  vi: {
    title: 'Danh mục thủ tục hành chính',
    columns: ['Thủ tục', 'Lĩnh vực', 'Mức độ trực tuyến', 'Thời hạn giải quyết', 'Phí, lệ phí', 'Nộp hồ sơ'],
    apply: 'Nộp trực tuyến',
    outside: 'trang ngoài',
  },
  en: {
    title: 'Administrative procedures',
    columns: ['Procedure', 'Field', 'Online level', 'Time limit', 'Fee', 'Apply'],
    apply: 'Apply online',
    outside: 'external site',
  },
} as const

type Words = (typeof WORDS)[keyof typeof WORDS]

/** The procedures of an office, each with the way to the portal of public services. A column that nobody filled is left out. */
export function procedures({ procedures: all, language }: DocumentView): Html {
  if (all.length === 0) return html``
  const words = WORDS[language]
  const rows = all.map((each) => cells(each, words))
  const filled = words.columns.map((_, index) => rows.some((row) => row[index]))
  return html`<section class="procedures">
<h2>${words.title}</h2>
${dataTable({
  caption: words.title,
  columns: words.columns.filter((_, index) => filled[index]),
  rows: rows.map((row) => row.filter((_, index) => filled[index])),
})}
</section>`
}

const cells = ({ name, field, level, timeLimit, fee, url }: Procedure, words: Words) => [
  name,
  field,
  level,
  timeLimit,
  fee,
  url && application(name, url, words),
]

/** Every link of the column says the same to the eye; who hears links one by one hears which procedure, too. */
const application = (name: string, url: string, { apply, outside }: Words): Html =>
  html`<a class="external" href="${url}" rel="noopener external">${apply}<span class="visually-hidden">: ${name} (${outside})</span></a>`
