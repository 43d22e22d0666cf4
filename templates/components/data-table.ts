import { type Html, html, type Part } from '../html.ts'

export type DataTable = {
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Part[])[]
}

/** A table that scrolls inside its own region. The first cell of a row is its heading. */
export const dataTable = ({
  caption,
  columns,
  rows,
}: DataTable): Html => html`<section class="table" tabindex="0" aria-label="${caption}">
<table class="data">
<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => dataRow(row, columns))}
</tbody>
</table>
</section>`

/** `data-name` is the column's name, which the style sheet shows where rows are stacked. */
function dataRow(cells: readonly Part[], columns: readonly string[]): Html {
  const [first, ...others] = cells
  return html`<tr><th scope="row">${first}</th>${others.map((cell, index) => html`<td data-name="${columns[index + 1]}">${cell}</td>`)}</tr>`
}
