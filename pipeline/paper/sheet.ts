import { startOf } from '../calendar/local-time.ts'
import type { Cell } from '../tables/table.ts'
import { cellInWords, durationInWords, isNumber, NOTHING } from '../tables/words.ts'

/** What a cell of a sheet looks like, in the words of write-excel-file. */
export type SheetStyle = {
  readonly fontWeight?: 'bold'
  readonly fontStyle?: 'italic'
  readonly fontSize?: number
  readonly textColor?: string
  readonly backgroundColor?: string
  readonly align?: 'left' | 'center' | 'right'
  readonly alignVertical?: 'top' | 'center'
  readonly wrap?: boolean
  readonly borderStyle?: 'thin'
  readonly borderColor?: string
  readonly columnSpan?: number
  readonly height?: number
}

/** A cell of a sheet: a value with its type, so that nothing is guessed from how a text begins. */
export type SheetCell =
  | (SheetStyle & { readonly value: string; readonly type: StringConstructor })
  | (SheetStyle & { readonly value: number; readonly type: NumberConstructor; readonly format: string })
  | (SheetStyle & { readonly value: Date; readonly type: DateConstructor; readonly format: string })
  | null

export type SheetRow = readonly SheetCell[]

/** A picture of a sheet, below its table; sizes in pixels. */
export type SheetPicture = {
  readonly png: Uint8Array
  readonly title: string
  readonly width: number
  readonly height: number
}

/** A sheet before it is written. */
export type Sheet = {
  readonly name: string
  readonly rows: readonly SheetRow[]
  /** In characters. */
  readonly widths: readonly number[]
  /** Rows at the top that stay in sight. */
  readonly frozen: number
  /** `A5:F20`: the rows with the names of the columns and what can be sifted below them. */
  readonly filter?: string
  /** Cells that lead to a place of the workbook. */
  readonly links: readonly { readonly cell: string; readonly to: string }[]
  readonly pictures: readonly SheetPicture[]
}

/** Separators follow the language of the reader's machine: in Vietnamese `1.234` and `83,3 %`. */
const FORMATS = {
  integer: '#,##0',
  dong: '#,##0',
  decimal: '#,##0.####',
  day: 'dd/mm/yyyy',
  instant: 'hh:mm dd/mm/yyyy',
  minutes: '[h]" giờ "mm" phút"',
} as const

const DAY = 24 * 60
const MS = 86_400_000

/** Excel has no number before this day; an earlier one stays text. */
const FIRST_DAY = -25_508

/** A value as a sheet keeps it: real numbers, dates and lengths of time, everything else text. */
export function sheetCell(cell: Cell, style: SheetStyle = {}): SheetCell {
  switch (cell.type) {
    case 'integer':
    case 'dong':
      return { ...style, value: cell.value, type: Number, format: FORMATS[cell.type] }
    case 'decimal':
      return { ...style, value: cell.value, type: Number, format: decimalFormat(cell.value) }
    case 'share':
      if (cell.whole === 0) return { ...style, ...words(NOTHING), align: 'right' }
      return { ...style, value: cell.part / cell.whole, type: Number, format: '0.0%' }
    case 'minutes':
      if (cell.minutes < 0) return { ...style, ...words(durationInWords(cell.minutes)) }
      return { ...style, value: cell.minutes / DAY, type: Number, format: FORMATS.minutes }
    case 'day':
      return dated(cell, cell.day * MS, FORMATS.day, style)
    case 'instant':
      // A sheet knows no zones: the clock on the wall in Vietnam.
      return dated(cell, cell.at - startOf(0), FORMATS.instant, style)
    case 'none':
      return { ...style, ...words(NOTHING) }
    case 'text':
      return { ...style, ...words(cell.text) }
  }
}

/** `#,##0.####` would leave the comma of a whole number standing. */
const decimalFormat = (value: number): string => (Number.isInteger(value) ? FORMATS.integer : FORMATS.decimal)

function dated(cell: Cell, ms: number, format: string, style: SheetStyle): SheetCell {
  if (ms / MS < FIRST_DAY) return { ...style, ...words(cellInWords(cell)) }
  return { ...style, value: new Date(ms), type: Date, format, align: 'center' }
}

/** The most that a cell of Excel holds, in UTF-16 units. */
export const LONGEST_TEXT = 32_767

/**
 * A text cell. write-excel-file 4.1.1 looks texts up in an object that inherits: `constructor` and its like would make a
 * sheet that cannot be opened, so they get a blank behind them. An empty text is a cell that only has its style.
 */
const words = (text: string): { value: string; type: StringConstructor } => ({
  value: text in Object.prototype ? `${text} ` : text.slice(0, LONGEST_TEXT),
  type: String,
})

export const textCell = (text: string, style: SheetStyle = {}): SheetCell => ({ ...style, ...words(text) })

/** Column 0 is `A`, row 0 is `1`. */
export const cellName = (row: number, column: number): string => `${columnName(column)}${row + 1}`

const columnName = (column: number): string =>
  column < 26 ? LETTERS.charAt(column) : columnName(Math.floor(column / 26) - 1) + LETTERS.charAt(column % 26)

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** A place in another sheet, as links name it. */
export const placeIn = (sheet: string, from: string, to?: string): string =>
  `'${sheet.replaceAll("'", "''")}'!${from}${to === undefined ? '' : `:${to}`}`

/** How wide a column should be, in characters, by its name and the kind of its values. */
export const widthFor = (type: Cell['type'], label: string, longest: number): number =>
  isNumber(type) || type === 'day' || type === 'instant'
    ? Math.max(type === 'instant' || type === 'minutes' ? 18 : 12, Math.min(label.length, 16) + 2)
    : Math.min(60, Math.max(14, longest + 2, Math.min(label.length, 24) + 2))
