import type { SealedEntry, SealedMonth } from './statement.ts'

/** A closed line that nothing has taken back, and the month whose book holds it. */
export type LiveEntry = { readonly book: string; readonly entry: SealedEntry }

/** The payments that stand: neither reversing entries, nor what they reversed. */
export function liveEntries(sealed: readonly SealedMonth[]): LiveEntry[] {
  const reversed = new Set(
    sealed.flatMap(({ entries }) => entries.flatMap(({ reverses }) => (reverses ? [pointer(reverses)] : []))),
  )
  return sealed.flatMap(({ month, entries }) =>
    entries
      .filter((entry) => entry.reverses === undefined && !reversed.has(pointer({ month, line: entry.line })))
      .map((entry) => ({ book: month, entry })),
  )
}

/** One closed line among all. */
export const pointer = ({ month, line }: { readonly month: string; readonly line: number }): string =>
  `${month}#${line}`
