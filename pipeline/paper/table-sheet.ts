import type { Cell } from '../tables/table.ts'
import { cellInWords, columnInWords, isNumber } from '../tables/words.ts'
import type { IndexedPaper, NumberedTable, OpenRow } from './index-paper.ts'
import { dateInWords } from './letter-words.ts'
import type { Letter } from './paper.ts'
import {
  cellName,
  placeIn,
  type Sheet,
  type SheetPicture,
  type SheetRow,
  type SheetStyle,
  sheetCell,
  textCell,
  widthFor,
} from './sheet.ts'
import {
  ABOVE,
  BORDER,
  HEAD,
  headRows,
  LINK,
  OPENINGS_SHEET,
  QUIET,
  sheetName,
  TOTAL,
} from './sheet-parts.ts'

/** A sheet for each table, with the numbers of its rows and figures leading to what they were counted from. */
export function tableSheet(
  indexed: IndexedPaper,
  { number, table, rows, total, signed }: NumberedTable,
  pictures: readonly SheetPicture[],
): Sheet {
  const lines = total ? [...rows, total] : rows
  const body = lines.map(({ row, openings }) =>
    row.figures.map(({ cell }, column) =>
      sheetCell(cell, figureStyle(row === total?.row ? TOTAL : BORDER, cell, openings[column] !== undefined)),
    ),
  )
  const below: SheetRow[] = [
    ...(lines.length === 0 ? [[textCell(table.empty, QUIET)]] : []),
    ...(table.note === undefined ? [] : [[textCell(table.note, QUIET)]]),
    ...(signed ? signatureRows(indexed, table.columns.length) : []),
  ]
  return {
    name: sheetName(number, table),
    rows: [
      ...headRows(indexed, `Bảng ${number}. ${table.title}`, table.ground && `Theo ${table.ground}`),
      table.columns.map((column) => textCell(columnInWords(column), HEAD)),
      ...body,
      ...below,
    ],
    widths: table.columns.map((column, at) =>
      widthFor(column.type, columnInWords(column), longestIn(rows, at)),
    ),
    frozen: ABOVE + 1,
    links: lines.flatMap((line, row) => linksOf(line, row + ABOVE + 1)),
    pictures,
  }
}

const figureStyle = (style: SheetStyle, cell: Cell, opens: boolean): SheetStyle => ({
  ...style,
  ...(isNumber(cell.type) ? { align: 'right' as const } : { wrap: true }),
  ...(opens ? { textColor: LINK } : {}),
})

const linksOf = ({ openings }: OpenRow, row: number): Sheet['links'] =>
  openings.flatMap((opening, column) =>
    opening
      ? [{ cell: cellName(row, column), to: placeIn(OPENINGS_SHEET, cellName(ABOVE + opening.number, 0)) }]
      : [],
  )

const longestIn = (rows: readonly OpenRow[], at: number): number =>
  rows.reduce(
    (most, { row }) => Math.max(most, cellInWords(row.figures[at]?.cell ?? { type: 'none' }).length),
    0,
  )

/** Places for signatures below a list, spread over its columns. */
function signatureRows({ paper }: IndexedPaper, columns: number): SheetRow[] {
  const { signers } = paper.letter
  const across = (pick: (signer: Letter['signers'][number]) => string, style: SheetStyle): SheetRow => {
    const row: (ReturnType<typeof textCell> | null)[] = Array.from(
      { length: Math.max(columns, signers.length) },
      () => null,
    )
    signers.forEach((signer, index) => {
      const at =
        signers.length === 1 ? row.length - 1 : Math.round((index * (row.length - 1)) / (signers.length - 1))
      row[at] = textCell(pick(signer), { align: 'center', ...style })
    })
    return row
  }
  const date = Array.from({ length: columns }, (_, index) =>
    index === columns - 1 ? textCell(dateInWords(paper), { fontStyle: 'italic', align: 'right' }) : null,
  )
  return [
    [],
    date,
    across(({ capacity = '' }) => capacity.toUpperCase(), { fontWeight: 'bold' }),
    across(({ office }) => office.toUpperCase(), { fontWeight: 'bold' }),
    across(() => '(Ký, ghi rõ họ tên)', { fontStyle: 'italic', height: 72, alignVertical: 'top' }),
  ]
}
