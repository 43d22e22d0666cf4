import { formatDay } from '../calendar/local-time.ts'
import type { Cell, Figure } from '../tables/table.ts'
import type { PaymentList } from './payment-list.ts'

/** A cell of a spreadsheet, as the writer of spreadsheets takes it. */
export type SheetCell = {
  readonly value?: string | number | Date
  readonly type?: StringConstructor | NumberConstructor | DateConstructor
  readonly format?: string
  readonly fontWeight?: 'bold'
  readonly align?: 'left' | 'center' | 'right'
  readonly alignVertical?: 'top' | 'center'
  readonly wrap?: boolean
  readonly columnSpan?: number
  readonly borderStyle?: 'thin'
  readonly height?: number
} | null

export const SHEET_WIDTHS = [5, 24, 40, 22, 8, 14, 15, 12, 30, 16].map((width) => ({ width }))

/**
 * The list as rows of a spreadsheet: sums are numbers and days are dates, so that an accountant can go on reckoning. What editors
 * wrote is a text cell, whatever sign it begins with.
 */
export function paymentSheet(list: PaymentList): SheetCell[][] {
  const wide = SHEET_WIDTHS.length
  const across = (value: string, more: object = {}): SheetCell[] => [
    { value, type: String, columnSpan: wide, wrap: true, ...more },
    ...Array.from({ length: wide - 1 }, () => null),
  ]
  const { columns, rows, total } = list.table
  return [
    across(list.owner, { fontWeight: 'bold' }),
    across(list.title.toUpperCase(), { fontWeight: 'bold', align: 'center' }),
    ...list.grounds.map((ground) => across(ground)),
    [],
    columns.map(({ label }) => ({
      value: label,
      type: String,
      ...BOXED,
      fontWeight: 'bold',
      align: 'center',
    })),
    ...rows.map(({ figures }) => figures.map((figure) => boxed(figure, { height: 32 }))),
    ...(total
      ? [total.figures.map((figure) => boxed(figure, { fontWeight: 'bold' }))]
      : [across(list.table.empty)]),
    across(list.inWords, { fontWeight: 'bold' }),
    ...list.notes.map((note) => across(note)),
    [],
    signing(
      list.signers.map(([as]) => as),
      { fontWeight: 'bold' },
    ),
    signing(
      list.signers.map(([, office]) => office),
      {},
    ),
    signing(
      list.signers.map(() => '(Ký, ghi rõ họ tên)'),
      {},
    ),
  ]
}

const BOXED = { borderStyle: 'thin', wrap: true, alignVertical: 'top' } as const

const boxed = ({ cell }: Figure, more: object): SheetCell => ({ ...contentOf(cell), ...BOXED, ...more })

function contentOf(cell: Cell): object {
  if (cell.type === 'text') return { value: cell.text, type: String, format: '@' }
  if (cell.type === 'integer') return { value: cell.value, type: Number, align: 'center' }
  if (cell.type === 'dong') return { value: cell.value, type: Number, format: '#,##0' }
  if (cell.type === 'decimal') return { value: cell.value, type: Number, format: '0.##' }
  if (cell.type === 'day')
    return { value: new Date(`${formatDay(cell.day)}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' }
  return {}
}

/** Three places side by side under the list. */
function signing(texts: readonly string[], more: object): SheetCell[] {
  const [left, middle, right] = texts.map(
    (value): SheetCell => ({ value, type: String, columnSpan: 3, align: 'center', wrap: true, ...more }),
  )
  return [left ?? null, null, null, middle ?? null, null, null, null, right ?? null, null, null]
}
