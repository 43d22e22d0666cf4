import { type Html, html } from '../../templates/html.ts'
import type { Cell } from '../tables/table.ts'
import { cellInWords, columnInWords, integerInWords, isNumber } from '../tables/words.ts'
import { cellHtml, className } from './html-table.ts'
import { addressOf, type IndexedPaper, nameOf, type Opening } from './index-paper.ts'
import type { Catalogue, Item } from './paper.ts'

/** So many items are one part of the list, which the browser lays out when it comes into view. */
const PART = 250

/**
 * The items, and before them a line for every figure that opens to them. A figure leads to its line; while the address of the page
 * names it, the style sheet shows its items alone. No script, and one list however many figures there are.
 */
export function catalogueHtml({ paper, openings }: IndexedPaper): Html | undefined {
  const { title, items } = paper.catalogue
  if (items.length === 0) return undefined
  const classes = classesOf(openings, items.length)
  const parts = Array.from({ length: Math.ceil(items.length / PART) }, (_, index) => index * PART)
  const head = headHtml(paper.catalogue)
  return html`<section id="danh-muc" aria-labelledby="danh-muc-ten">
<h2 id="danh-muc-ten">${title}</h2>
<div class="openings">
${openings.map(openingHtml)}<p class="all">Tất cả ${integerInWords(items.length)} mục. Bấm vào một con số trong bảng để chỉ xem các mục của con số ấy.</p>
</div>
<div class="stacked items">
${parts.map(
  (from) => html`<div class="part${from + PART >= items.length && ' last'}"><table>
<thead>${head}</thead>
<tbody>
${items.slice(from, from + PART).map((item, index) => itemHtml(item, from + index, classes))}</tbody>
</table></div>
`,
)}</div>
</section>`
}

const headHtml = ({ label, columns }: Catalogue): Html =>
  html`<tr><th scope="col">Mục</th><th scope="col">${label}</th>${columns.map(
    (column) => html`<th scope="col"${className(isNumber(column.type) && 'n')}>${columnInWords(column)}</th>`,
  )}</tr>`

function itemHtml(item: Item, index: number, classes: readonly string[]): Html {
  const address = addressOf(item)
  const name = address === undefined ? nameOf(item) : html`<a href="${address}">${nameOf(item)}</a>`
  const cells = item.cells.map(
    (cell) => html`<td${className(isNumber(cell.type) && 'n')}>${cellHtml(cell)}</td>`,
  )
  return html`<tr${className(classes[index] as string)}><th scope="row">${index + 1}</th><td>${name}</td>${cells}</tr>
`
}

/** The widths of the columns by what stands in them: parts of the list are tables of their own, and stand below each other. */
export function itemStyle({ columns, items }: Catalogue): string {
  const longest = (at: number) =>
    items.reduce((most, { cells }) => Math.max(most, cellInWords(cells[at] as Cell).length), 0)
  const weights = [
    NUMBER,
    TITLE,
    // A text of twice the length breaks into more lines, and its column need not be twice as wide.
    ...columns.map(
      ({ type }, at) => WEIGHTS[type] ?? Math.min(16, Math.max(7, 2.2 * Math.sqrt(longest(at)))),
    ),
  ]
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const rules = weights.map(
    (weight, index) => `.items th:nth-child(${index + 1}){width:${((weight / sum) * 100).toFixed(1)}%}`,
  )
  return `@media print,(min-width:40rem){${rules.join('')}}`
}

const NUMBER = 6
const TITLE = 24
const WEIGHTS: Partial<Record<Cell['type'], number>> = {
  integer: 6,
  decimal: 6,
  share: 7,
  day: 12,
  instant: 12,
}

const openingHtml = ({ number, place, value, items }: Opening): Html =>
  html`<p class="opening" id="m${number}"><b>${place}: ${value}</b> (${integerInWords(items.length)} mục). <span class="back"><a href="#so-${number}">Về bảng</a> · <a href="#danh-muc">Xem tất cả</a></span></p>
`

/** The classes of each item: the figures that it was counted in. */
function classesOf(openings: readonly Opening[], count: number): string[] {
  const classes: string[] = Array.from({ length: count }, () => '')
  for (const { number, items } of openings)
    for (const item of items) classes[item - 1] += `${classes[item - 1] === '' ? '' : ' '}f${number}`
  return classes
}

/** One rule a figure: while the address names it, its items are shown. */
export const openingStyle = (openings: readonly Opening[], shown: string): string =>
  openings
    .map(({ number }) => `.openings:has(>#m${number}:target)~.items .f${number}{display:${shown}}`)
    .join('\n')
