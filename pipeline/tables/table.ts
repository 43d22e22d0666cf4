import type { Day, Instant } from '../calendar/local-time.ts'

/** A value with its type, so that a date stays a date and a number a number in whatever it is written into. */
export type Cell =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'integer'; readonly value: number }
  /** Whole đồng. */
  | { readonly type: 'dong'; readonly value: number }
  /** A coefficient or a score: a decimal number. */
  | { readonly type: 'decimal'; readonly value: number }
  /** Shown in percent of the whole; a whole of 0 has no share. */
  | { readonly type: 'share'; readonly part: number; readonly whole: number }
  | { readonly type: 'day'; readonly day: Day }
  | { readonly type: 'instant'; readonly at: Instant }
  /** A length of time, in whole minutes. */
  | { readonly type: 'minutes'; readonly minutes: number }
  | { readonly type: 'none' }

/** What stands in a place of a row: a value, and the items that it was counted from, by their ids. */
export type Figure = { readonly cell: Cell; readonly items?: readonly string[] }

export type Column = {
  readonly id: string
  readonly label: string
  readonly type: Cell['type']
}

export type Row = { readonly id: string; readonly figures: readonly Figure[] }

/** Rows of figures under columns, ready for any format. */
export type Table = {
  readonly id: string
  readonly title: string
  /** The clauses that ask for it, in words. */
  readonly ground?: string
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  /** The last line: sums of the rows. */
  readonly total?: Row
  readonly note?: string
  /** What a reader sees where there is no row. */
  readonly empty: string
}

export const text = (value: string): Figure => ({ cell: { type: 'text', text: value } })
export const none: Figure = { cell: { type: 'none' } }
export const integer = (value: number, items?: readonly string[]): Figure => ({
  cell: { type: 'integer', value },
  ...(items ? { items } : {}),
})
/** How many items there are, opening to them. */
export const count = (items: readonly string[]): Figure => integer(items.length, items)
export const dong = (value: number, items?: readonly string[]): Figure => ({
  cell: { type: 'dong', value },
  ...(items ? { items } : {}),
})
export const share = (part: number, whole: number): Figure => ({ cell: { type: 'share', part, whole } })
export const day = (value: Day | undefined): Figure =>
  value === undefined ? none : { cell: { type: 'day', day: value } }
export const instant = (at: Instant | undefined): Figure =>
  at === undefined ? none : { cell: { type: 'instant', at } }
export const minutes = (value: number | undefined): Figure =>
  value === undefined ? none : { cell: { type: 'minutes', minutes: value } }
