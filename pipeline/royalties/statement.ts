import type { ChamNhuanBut, SoNhuanBut } from '../contract/types.ts'

/** A month that was closed, as its file holds it. */
export type SealedMonth = SoNhuanBut
export type SealedEntry = SoNhuanBut['entries'][number]
export type Score = ChamNhuanBut['scores'][number]
export type Role = SealedEntry['role']
export type Cut = NonNullable<SealedEntry['cuts']>[number]

/** One payment, in the form in which a closed month keeps it; its number and its mark come with the closing. */
export type Line = Omit<SealedEntry, 'line' | 'mark'>

/** Something that somebody must settle before the work can be paid. */
export type Question = {
  readonly path: string
  readonly title: string
  /** The month that it belongs to. */
  readonly month: string
  readonly why: string
  readonly fix: string
}

/** A work, or a share of it, that is not paid for, and why: told, so that nothing goes missing in silence. */
export type Unpaid = { readonly path: string; readonly title: string; readonly why: string }

/** What is owed for a month, before it is closed. */
export type Statement = {
  readonly month: string
  readonly lines: readonly Line[]
  readonly questions: readonly Question[]
  readonly unpaid: readonly Unpaid[]
  /** What a careful reader should look at; nothing waits for it. */
  readonly notices: readonly string[]
}

/** A score and the month whose file holds it. */
export type MonthScore = Score & { readonly month: string }

/** What the works of one month of publication come to by what is known today. */
export type Reckoning = {
  readonly lines: readonly Line[]
  readonly questions: readonly Question[]
  readonly unpaid: readonly Unpaid[]
}

/** Whole đồng of lines together. */
export const sumOf = (lines: readonly { readonly amount: number }[]): number =>
  lines.reduce((sum, { amount }) => sum + amount, 0)
