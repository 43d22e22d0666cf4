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
import { MM, run, SIZE } from './docx-text.ts'
import type { NumberedTable, Opening, OpenRow } from './index-paper.ts'

/** Which line of the appendix a figure leads to; undefined where the letter has no appendix. */
export type LinkTo = ((opening: Opening) => string) | undefined

/** A table of the body with its title above. A figure leads to its line in the appendix. */
export function tableBlocks(
  { number, table, rows, total }: NumberedTable,
  width: number,
  linkTo: LinkTo,
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
  if (rows.length === 0) return [title, note(table.empty)]
  const texts = [...rows, ...(total ? [total] : [])].map(({ row }) =>
    row.figures.map(({ cell }) => cellInWords(cell)),
  )
  return [
    title,
    grid(table.columns, widthsOf(table.columns, texts, width), [
      ...rows.map((row) => bodyRow(row, table.columns, linkTo)),
      ...(total ? [bodyRow(total, table.columns, linkTo, true)] : []),
    ]),
    note(table.note ?? ''),
  ]
}

const note = (text: string): Paragraph =>
  new Paragraph({
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
  linkTo: LinkTo,
  bold = false,
): TableRow {
  const children = row.figures.map(({ cell }, index) => {
    const opening = openings[index]
    const words = run(cellInWords(cell), { bold, size: SIZE.table })
    const shown =
      opening && linkTo ? new InternalHyperlink({ anchor: linkTo(opening), children: [words] }) : words
    return gridCell(cell.type === 'none' ? (columns[index]?.type ?? 'text') : cell.type, [shown])
  })
  return new TableRow({ cantSplit: true, children })
}

/** A cell: quantities stand at the right, days in the middle, everything else at the left. */
export const gridCell = (
  type: Cell['type'],
  children: readonly (TextRun | InternalHyperlink | Bookmark)[],
): TableCell =>
  new TableCell({
    verticalAlign: VerticalAlign.TOP,
    children: [new Paragraph({ alignment: sideOf(type), children: [...children] })],
  })

const sideOf = (type: Cell['type']) => {
  if (isNumber(type)) return AlignmentType.RIGHT
  return type === 'day' || type === 'instant' ? AlignmentType.CENTER : AlignmentType.LEFT
}

/** No column takes more than so many letters into account: long texts break. */
const WIDEST = 34

/** The width of the text shared out by what stands in the columns; a word of a heading is not broken where it can be helped. */
export function widthsOf(
  columns: readonly Pick<Column, 'label' | 'type'>[],
  texts: readonly (readonly string[])[],
  width: number,
): number[] {
  const needs = columns.map((column, index) => {
    const word = Math.max(
      ...columnInWords(column as Column)
        .split(/\s/)
        .map((each) => each.length),
    )
    const longest = texts.reduce((most, row) => Math.max(most, row[index]?.length ?? 0), 0)
    return Math.min(WIDEST, Math.max(longest, word + 1, 5)) + 2
  })
  const sum = needs.reduce((total, need) => total + need, 0)
  const widths = needs.map((need) => Math.max(Math.floor((width * need) / sum), Math.round(12 * MM)))
  const over = widths.reduce((total, each) => total + each, 0) - width
  const widest = widths.indexOf(Math.max(...widths))
  return widths.map((each, index) => (index === widest ? each - over : each))
}
