import {
  AlignmentType,
  type Bookmark,
  BorderStyle,
  InternalHyperlink,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  type TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { Cell, Column } from '../tables/table.ts'
import { cellInWords, columnInWords, isNumber } from '../tables/words.ts'
import { run, SIZE } from './docx-text.ts'
import type { NumberedTable, Opening, OpenRow } from './index-paper.ts'

/** Which line of the appendix a figure leads to; undefined where the letter has no appendix. */
export type LinkTo = ((opening: Opening) => string) | undefined

/** A table of the body with its title above. A figure leads to its line in the appendix. */
export function tableBlocks(
  { number, table, rows, total }: NumberedTable,
  width: number,
  { linkTo, keepNext }: { readonly linkTo: LinkTo; readonly keepNext: boolean },
): (Paragraph | Table)[] {
  const title = new Paragraph({
    keepNext: true,
    spacing: { before: 160, after: 60 },
    children: [
      run(`Bảng ${number}. ${table.title}`, { bold: true, size: SIZE.head }),
      ...(table.ground === undefined
        ? []
        : [run(` (theo ${table.ground})`, { italics: true, size: SIZE.table })]),
    ],
  })
  if (rows.length === 0) return [title, note(table.empty, keepNext)]
  const texts = [...rows, ...(total ? [total] : [])].map(({ row }) =>
    row.figures.map(({ cell }) => cellInWords(cell)),
  )
  return [
    title,
    grid(table.columns, widthsOf(table.columns, texts, width), [
      ...rows.map((row, index) =>
        bodyRow(row, table.columns, {
          linkTo,
          // The sum does not stand alone on a page, nor does the signature where the last table is short.
          keepNext:
            (total !== undefined && index === rows.length - 1) || (keepNext && rows.length <= SHORT_TABLE),
        }),
      ),
      ...(total ? [bodyRow(total, table.columns, { linkTo, keepNext, bold: true })] : []),
    ]),
    note(table.note ?? '', keepNext),
  ]
}

/** So many rows are kept together with what follows. */
const SHORT_TABLE = 6

type RowStyle = { readonly linkTo: LinkTo; readonly keepNext: boolean; readonly bold?: boolean }

const note = (text: string, keepNext: boolean): Paragraph =>
  new Paragraph({
    keepNext,
    spacing: { before: 60, after: 160 },
    children: [run(text, { italics: true, size: SIZE.table })],
  })

/** A table with ruled cells whose head stands on every page. */
export function grid(
  columns: readonly Pick<Column, 'label' | 'type'>[],
  widths: readonly number[],
  rows: readonly TableRow[],
): Table {
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      (column) =>
        new TableCell({
          verticalAlign: VerticalAlign.CENTER,
          shading: { type: ShadingType.CLEAR, fill: 'EFEFEF' },
          children: [
            new Paragraph({
              alignment: AlignmentType.CENTER,
              keepNext: true,
              children: [run(columnInWords(column as Column), { bold: true, size: SIZE.table })],
            }),
          ],
        }),
    ),
  })
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    borders: BORDERS,
    margins: { left: 80, right: 80, top: 20, bottom: 20 },
    rows: [head, ...rows],
  })
}

const RULE = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const BORDERS = {
  top: RULE,
  bottom: RULE,
  left: RULE,
  right: RULE,
  insideHorizontal: RULE,
  insideVertical: RULE,
}

function bodyRow(
  { row, openings }: OpenRow,
  columns: readonly Column[],
  { linkTo, keepNext, bold = false }: RowStyle,
): TableRow {
  const children = row.figures.map(({ cell }, index) => {
    const opening = openings[index]
    const words = run(cellInWords(cell), { bold, size: SIZE.table })
    const shown =
      opening && linkTo ? new InternalHyperlink({ anchor: linkTo(opening), children: [words] }) : words
    return gridCell(cell.type === 'none' ? (columns[index]?.type ?? 'text') : cell.type, [shown], keepNext)
  })
  return new TableRow({ cantSplit: true, children })
}

/** A cell: quantities stand at the right, days in the middle, everything else at the left. */
export const gridCell = (
  type: Cell['type'],
  children: readonly (TextRun | InternalHyperlink | Bookmark)[],
  keepNext = false,
): TableCell =>
  new TableCell({
    verticalAlign: VerticalAlign.TOP,
    children: [new Paragraph({ alignment: sideOf(type), keepNext, children: [...children] })],
  })

const sideOf = (type: Cell['type']) => {
  if (isNumber(type)) return AlignmentType.RIGHT
  return type === 'day' || type === 'instant' ? AlignmentType.CENTER : AlignmentType.LEFT
}

/** No column of text asks for more than so many letters: longer texts break. */
const WIDEST = 40
/** A column of so few letters gets them all, before the others share what is left. */
const SHORT = 12
/** What columns of few letters may take of a table together. */
const MOST_OF_SHORT = 0.7
/** The margins of a cell, in twips. */
const ROOM = 190

/**
 * The widths of columns, in twips, by what stands in them: numbers and days are not broken, texts share the rest.
 *
 * @param size of the letters, in half points
 */
export function widthsOf(
  columns: readonly Pick<Column, 'label' | 'type'>[],
  texts: readonly (readonly string[])[],
  width: number,
  size: number = SIZE.table,
): number[] {
  const letter = size * 5.6
  const needs = columns.map((column, index) => {
    const word = Math.max(
      ...columnInWords(column as Column)
        .split(/\s/)
        .map((each) => each.length),
    )
    const longest = texts.reduce((most, row) => Math.max(most, row[index]?.length ?? 0), 0)
    // Hour and day may stand below each other.
    const asked = column.type === 'instant' ? Math.min(longest, DAY_LETTERS) : longest
    return Math.min(WIDEST, Math.max(asked, word, 4))
  })
  const isShort = (need: number) => need <= SHORT
  const short = needs.reduce((sum, need) => sum + (isShort(need) ? need * letter + ROOM : 0), 0)
  const shared = needs.some((need) => !isShort(need)) && short <= width * MOST_OF_SHORT
  const sum = needs.reduce((total, need) => total + (shared && isShort(need) ? 0 : need), 0)
  const left = shared ? width - short : width
  const widths = needs.map((need) =>
    Math.floor(shared && isShort(need) ? need * letter + ROOM : (left * need) / sum),
  )
  const over = widths.reduce((total, each) => total + each, 0) - width
  const widest = widths.indexOf(Math.max(...widths))
  return widths.map((each, index) => (index === widest ? each - over : each))
}

const DAY_LETTERS = 10
