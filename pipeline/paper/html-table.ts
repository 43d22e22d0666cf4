import { type Html, html, type Part, raw } from '../../templates/html.ts'
import { formatDay, formatInstant } from '../calendar/local-time.ts'
import type { Cell } from '../tables/table.ts'
import { cellInWords, columnInWords, isNumber } from '../tables/words.ts'
import type { NumberedTable, OpenRow } from './index-paper.ts'

/** A table of the body; a figure that was counted from items leads to them. */
export function tableHtml({ number, table, rows, total }: NumberedTable): Html {
  const title = html`Bảng ${number}. ${table.title}`
  if (rows.length === 0) return html`<p><b>${title}</b></p><p class="empty">${table.empty}</p>`
  const heads = table.columns.map(
    (column) => html`<th scope="col"${className(isNumber(column.type) && 'n')}>${columnInWords(column)}</th>`,
  )
  return html`<section class="table stacked" tabindex="0" aria-label="Bảng ${number}. ${table.title}" id="bang-${number}">
<table>
<caption>${title}${table.ground !== undefined && html` <span>Theo ${table.ground}</span>`}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>
${rows.map((row) => rowHtml(row))}</tbody>
${total && html`<tfoot>${rowHtml(total)}</tfoot>`}
</table>
</section>
${table.note !== undefined && html`<p class="note">${table.note}</p>`}`
}

function rowHtml({ row, openings }: OpenRow): Html {
  const cells = row.figures.map(({ cell }, index) => {
    const opening = openings[index]
    const shown: Part = opening
      ? html`<a id="so-${opening.number}" href="#m${opening.number}" aria-label="${cellInWords(cell)}: xem các mục">${cellInWords(cell)}</a>`
      : cellHtml(cell)
    if (index === 0) return html`<th scope="row">${shown}</th>`
    return html`<td${className(isNumber(cell.type) && 'n')}>${shown}</td>`
  })
  return html`<tr>${cells}</tr>
`
}

/** A value; dates keep their form for machines. */
export function cellHtml(cell: Cell): Part {
  if (cell.type === 'day') return html`<time datetime="${formatDay(cell.day)}">${cellInWords(cell)}</time>`
  if (cell.type === 'instant')
    return html`<time datetime="${formatInstant(cell.at)}">${cellInWords(cell)}</time>`
  return cellInWords(cell)
}

export const className = (name: string | false): Part =>
  name !== false && name !== '' && html` class="${name}"`

/**
 * The style of a phone, where rows are stacked: each cell says the name of its column. The names stand in the style sheet once
 * and not in every cell.
 */
export function stackedStyle(selector: string, labels: readonly string[]): string {
  const rules = labels.map(
    (label, index) => `${selector} td:nth-child(${index + 2})::before{content:${cssString(`${label}: `)}}`,
  )
  return `@media screen and (max-width:39.99rem){${rules.join('')}}`
}

/** A string of CSS that cannot end itself, nor the element that holds the style. */
const cssString = (text: string): string =>
  `"${text.replaceAll(/[^\p{L}\p{N} :%().,-]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`

/** A style sheet as it stands in the page. */
export const styleHtml = (css: string): Html => raw(`<style>${css}</style>`)
