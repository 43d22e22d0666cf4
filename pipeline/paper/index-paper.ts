import { vietnameseInstant } from '../calendar/local-time.ts'
import type { Cell, Column, Figure, Row, Table } from '../tables/table.ts'
import { cellInWords, columnInWords } from '../tables/words.ts'
import { clean } from './clean.ts'
import type { Block, Catalogue, Chart, Item, Paper } from './paper.ts'

/** A figure that opens to items: the place where it stands, in words, and the numbers of its items in the catalogue. */
export type Opening = {
  /** Counted through the paper, from 1. */
  readonly number: number
  /** «Bảng 2, Kinh tế – Số tin, bài», and its two halves. */
  readonly place: string
  readonly line: string
  readonly column: string
  readonly value: string
  /** Ascending, each once. */
  readonly items: readonly number[]
}

/** A row with what its figures open to, place for place. */
export type OpenRow = { readonly row: Row; readonly openings: readonly (Opening | undefined)[] }

export type NumberedTable = {
  /** Counted through the paper, from 1. */
  readonly number: number
  readonly table: Table
  readonly rows: readonly OpenRow[]
  readonly total: OpenRow | undefined
  readonly signed: boolean
}

export type NumberedChart = { readonly number: number; readonly chart: Chart; readonly source: NumberedTable }

/** A block with its number in words («I», «1», «a») or among its kind. */
export type NumberedBlock =
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3; readonly mark: string; readonly text: string }
  | Extract<Block, { type: 'paragraph' | 'list' }>
  | ({ readonly type: 'table' } & NumberedTable)
  | ({ readonly type: 'chart' } & NumberedChart)

/** A paper whose headings, tables, charts, items and figures have their numbers. */
export type IndexedPaper = {
  readonly paper: Paper
  readonly blocks: readonly NumberedBlock[]
  readonly tables: readonly NumberedTable[]
  readonly openings: readonly Opening[]
}

/**
 * Numbers a paper, and makes its text fit for every format. Throws where the paper contradicts itself, which is a fault of the code
 * that computed it.
 */
export function indexPaper(asComputed: Paper): IndexedPaper {
  const paper = clean(asComputed)
  const itemNumbers = numbersOfItems(paper.catalogue)
  const openings: Opening[] = []
  const openRow = (number: number, { columns }: Table, row: Row): OpenRow => ({
    row,
    openings: row.figures.map(({ cell, items = [] }, index) => {
      if (items.length === 0) return undefined
      const opening = {
        number: openings.length + 1,
        ...placeOf(number, row, columns[index] as Column),
        value: cellInWords(cell),
        items: numbersOf(items, itemNumbers),
      }
      openings.push(opening)
      return opening
    }),
  })
  const tables = paper.blocks
    .filter((block) => block.type === 'table')
    .map(({ table, signed = false }, index): NumberedTable => {
      const number = index + 1
      assertWhole(table)
      const rows = table.rows.map((row) => openRow(number, table, row))
      const total = table.total && openRow(number, table, table.total)
      return { number, table, rows, total, signed }
    })
  return { paper, blocks: numberBlocks(paper.blocks, tables), tables, openings }
}

function numberBlocks(blocks: readonly Block[], tables: readonly NumberedTable[]): NumberedBlock[] {
  const counts = [0, 0, 0]
  let [tableCount, chartCount] = [0, 0]
  return blocks.flatMap((block): NumberedBlock[] => {
    switch (block.type) {
      case 'heading': {
        const at = block.level - 1
        counts[at] = (counts[at] as number) + 1
        counts.fill(0, block.level)
        return [{ ...block, mark: MARKS[block.level](counts[at] as number) }]
      }
      case 'table':
        tableCount += 1
        return [{ type: 'table', ...(tables[tableCount - 1] as NumberedTable) }]
      case 'chart': {
        const source = sourceOf(block.chart, tables)
        if (source.table.rows.length === 0) return []
        chartCount += 1
        return [{ type: 'chart', number: chartCount, chart: block.chart, source }]
      }
      default:
        return [block]
    }
  })
}

function sourceOf(chart: Chart, tables: readonly NumberedTable[]): NumberedTable {
  const source = tables.find(({ table }) => table.id === chart.table)
  const unknown = chart.columns.filter((id) => !source?.table.columns.some((column) => column.id === id))
  if (!source || unknown.length > 0)
    throw new Error(`chart ${chart.id}: no table ${chart.table} with columns ${chart.columns}`)
  return source
}

const ROMAN: readonly (readonly [number, string])[] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function roman(number: number): string {
  const [value, sign] = ROMAN.find(([each]) => each <= number) ?? [0, '']
  return value === 0 ? '' : sign + roman(number - value)
}

/** The letters that points are named by; Vietnamese has no f, j, w, z. */
const POINTS = 'abcdđeghiklmnopqrstuvxy'

const MARKS: Record<1 | 2 | 3, (count: number) => string> = {
  1: (count) => `${roman(count)}.`,
  2: (count) => `${count}.`,
  3: (count) => `${POINTS[count - 1] ?? count})`,
}

function placeOf(table: number, { figures }: Row, of: Column): Pick<Opening, 'place' | 'line' | 'column'> {
  const line = `Bảng ${table}, ${cellInWords((figures[0] as Figure).cell)}`
  const column = columnInWords(of)
  return { place: `${line} – ${column}`, line, column }
}

function numbersOf(ids: readonly string[], known: ReadonlyMap<string, number>): number[] {
  const numbers = ids.map((id) => {
    const number = known.get(id)
    if (number === undefined) throw new Error(`a figure names the item ${id}, which the paper does not hold`)
    return number
  })
  return [...new Set(numbers)].sort((a, b) => a - b)
}

function numbersOfItems({ items, columns }: Catalogue): ReadonlyMap<string, number> {
  const numbers = new Map(items.map(({ id }, index) => [id, index + 1]))
  if (numbers.size !== items.length) throw new Error('two items have one id')
  const odd = items.find(({ cells }) => cells.length !== columns.length)
  if (odd) throw new Error(`item ${odd.id}: ${odd.cells.length} cells, ${columns.length} columns`)
  return numbers
}

function assertWhole({ id, columns, rows, total }: Table): void {
  for (const row of total ? [...rows, total] : rows) {
    if (row.figures.length !== columns.length)
      throw new Error(`table ${id}, row ${row.id}: ${row.figures.length} figures, ${columns.length} columns`)
    const odd = row.figures.find(({ cell }) => numbersIn(cell).some((number) => !Number.isFinite(number)))
    if (odd) throw new Error(`table ${id}, row ${row.id}: a figure is no number`)
  }
}

function numbersIn(cell: Cell): number[] {
  if (cell.type === 'share') return [cell.part, cell.whole]
  if (cell.type === 'minutes') return [cell.minutes]
  return 'value' in cell ? [cell.value] : []
}

/** `[1, 2, 3, 7]` → `[[1, 3], [7, 7]]`: ascending numbers as stretches without a gap. */
export function stretchesOf(numbers: readonly number[]): (readonly [from: number, to: number])[] {
  const stretches: [number, number][] = []
  for (const number of numbers) {
    const last = stretches.at(-1)
    if (last && number === last[1] + 1) last[1] = number
    else stretches.push([number, number])
  }
  return stretches
}

/** `1–3, 7`. */
export const numbersInWords = (numbers: readonly number[]): string =>
  stretchesOf(numbers)
    .map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`))
    .join(', ')

/** What an item is called: its title, or its id where it has none. */
export const nameOf = ({ title, id }: Item): string => (title.trim() === '' ? id : title)

/** Where an item can be read, if that is an address of the web: nothing else becomes a link. */
export const addressOf = ({ address }: Item): string | undefined =>
  address !== undefined && /^https?:\/\//.test(address) ? address : undefined

/** «Số liệu tính đến 17:00 ngày 30/11/2026.» */
export const asOfInWords = ({ asOf }: Paper): string => `Số liệu tính đến ${vietnameseInstant(asOf)}.`

/** What every format of a sample portal's paper says first. */
export const SAMPLE_WORDS = 'Số liệu minh họa từ tin, bài giả định của cổng mẫu; không phải số liệu thật.'
