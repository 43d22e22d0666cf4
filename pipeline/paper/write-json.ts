import { formatDay, formatInstant } from '../calendar/local-time.ts'
import type { Cell, Column, Row, Table } from '../tables/table.ts'
import type { IndexedPaper, NumberedBlock } from './index-paper.ts'
import type { Item, Letter } from './paper.ts'

type Json = null | string | number | boolean | readonly Json[] | { readonly [key: string]: Json | undefined }

/**
 * The paper for machines: the same paper gives the same bytes. Instants are ISO 8601 with +07:00, days `YYYY-MM-DD`, money whole đồng,
 * lengths of time whole minutes, a share its part and whole; figures name their items by id. Keys stand in the order given here.
 */
export const writeJson = ({ paper, blocks }: IndexedPaper): string =>
  `${JSON.stringify(
    {
      format: 'congbo-paper-1',
      portal: { id: paper.portal.id, name: paper.portal.name },
      genre: paper.genre,
      title: paper.title,
      period: paper.period,
      asOf: formatInstant(paper.asOf),
      sample: paper.sample,
      letter: letterJson(paper.letter),
      blocks: blocks.map(blockJson),
      catalogue: {
        title: paper.catalogue.title,
        label: paper.catalogue.label,
        columns: paper.catalogue.columns.map(columnJson),
        items: paper.catalogue.items.map(itemJson(paper.catalogue.columns)),
      },
    } satisfies Json,
    undefined,
    1,
  )}\n`

const letterJson = (letter: Letter): Json => ({
  authorityAbove: letter.authorityAbove,
  authority: letter.authority,
  number: letter.number,
  symbol: letter.symbol,
  place: letter.place,
  date: letter.date === undefined ? null : formatDay(letter.date),
  recipients: letter.recipients,
  grounds: letter.grounds,
  signers: letter.signers.map(({ capacity, office }) => ({ capacity, office })),
  copies: letter.copies,
})

function blockJson(block: NumberedBlock): Json {
  switch (block.type) {
    case 'heading':
      return { type: 'heading', level: block.level, mark: block.mark, text: block.text }
    case 'paragraph':
      return { type: 'paragraph', text: block.text }
    case 'list':
      return { type: 'list', entries: block.entries }
    case 'table':
      return { type: 'table', number: block.number, ...tableJson(block.table) }
    case 'chart': {
      const { id, title, kind, table, columns } = block.chart
      return { type: 'chart', number: block.number, id, title, kind, table, columns }
    }
  }
}

const tableJson = ({ id, title, ground, columns, rows, total, note, empty }: Table) => ({
  id,
  title,
  ground,
  columns: columns.map(columnJson),
  rows: rows.map(rowJson(columns)),
  total: total && rowJson(columns)(total),
  note,
  empty,
})

const columnJson = ({ id, label, type }: Column): Json => ({ id, label, type })

const rowJson =
  (columns: readonly Column[]) =>
  ({ id, figures }: Row): Json => ({
    id,
    figures: figures.map(({ cell, items }, index) => ({ ...cellJson(cell, columns[index]), items })),
  })

const itemJson =
  (columns: readonly Column[]) =>
  ({ id, title, address, cells }: Item): Json => ({
    id,
    title,
    address,
    cells: cells.map((cell, index) => cellJson(cell, columns[index])),
  })

/** A value; its type is named where it is not that of its column. */
function cellJson(cell: Cell, column: Column | undefined): { type: string | undefined; value: Json } {
  const type = cell.type === column?.type || cell.type === 'none' ? undefined : cell.type
  return { type, value: valueJson(cell) }
}

function valueJson(cell: Cell): Json {
  switch (cell.type) {
    case 'text':
      return cell.text
    case 'share':
      return { part: cell.part, whole: cell.whole }
    case 'day':
      return formatDay(cell.day)
    case 'instant':
      return formatInstant(cell.at)
    case 'minutes':
      return cell.minutes
    case 'none':
      return null
    default:
      return cell.value
  }
}
