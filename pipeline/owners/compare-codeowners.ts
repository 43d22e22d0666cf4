import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { CODEOWNERS_FILE, lineErrors, ownersError, REWRITE } from './owners-error.ts'
import { readCodeowners } from './read-codeowners.ts'

/** A line of a file, from 1. */
export type FileLine = { readonly line: number; readonly text: string }

/** How a file differs from what it should be; the same only where every byte is. */
export type Drift = {
  readonly same: boolean
  /** Lines that should be there, numbered as they should be. */
  readonly missing: readonly FileLine[]
  /** Lines that should not be there, numbered as they are. */
  readonly extra: readonly FileLine[]
}

/** Compares two files by their lines; where none is missing and none too many, what differs is order, spaces or line ends. */
export const compareText = (wanted: string, found: string): Drift => ({
  same: wanted === found,
  missing: linesWithout(wanted, found),
  extra: linesWithout(found, wanted),
})

/** The lines of one text that the other does not have as often. Spaces that only align, and CRLF, make no other line. */
function linesWithout(text: string, other: string): FileLine[] {
  const left = new Map<string, number>()
  for (const line of linesOf(other)) left.set(line, (left.get(line) ?? 0) + 1)
  return linesOf(text).flatMap((line, index) => {
    const count = left.get(line) ?? 0
    left.set(line, count - 1)
    return count > 0 || line === '' ? [] : [{ line: index + 1, text: line }]
  })
}

const linesOf = (text: string): string[] =>
  text.split(/\r?\n/).map((line) => line.replace(/[ \t]+/g, ' ').replace(/^ | $/g, ''))

/** What is wrong with the file on the disk, for a person: lines that GitHub skips, then each line too few and too many. */
export function driftDiagnostics(found: string, { same, missing, extra }: Drift): Diagnostic[] {
  const skipped = lineErrors(readCodeowners(found))
  if (same) return skipped
  const tell =
    (word: string) =>
    ({ line, text }: FileLine) =>
      ownersError(CODEOWNERS_FILE, `${word}: ${text}`, REWRITE, { line, column: 1 })
  const lines = [...missing.map(tell('Thiếu dòng')), ...extra.map(tell('Thừa dòng'))]
  return [...skipped, ...(lines.length > 0 ? lines : [ownersError(CODEOWNERS_FILE, ONLY_FORM, REWRITE)])]
}

const ONLY_FORM =
  'Khác thứ tự dòng, khoảng trắng hoặc ký tự xuống dòng so với bản lập từ Quy chế và ban biên tập'
