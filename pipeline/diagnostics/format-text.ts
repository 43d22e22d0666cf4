import type { Diagnostic, Severity } from './diagnostic.ts'

/** Colours a text for a terminal; the identity where there is none. */
export type Paint = (style: 'red' | 'yellow' | 'blue' | 'green' | 'bold' | 'dim', text: string) => string

export const plain: Paint = (_, text) => text

const WORD: Record<Severity, string> = { error: 'lỗi', warning: 'cảnh báo', info: 'lưu ý' }
const COLOUR = { error: 'red', warning: 'yellow', info: 'blue' } as const

/** What would break a line of the report, or speak to the terminal. */
const UNPRINTABLE = /[\0-\x1F\x7F-\x9F\u2028-\u202E\u2066-\u2069]/g

/** A text from a file as it may be shown: nothing in it begins a line, or colours one. */
export const printable = (text: string): string =>
  text.replace(UNPRINTABLE, (sign) => `\\u${(sign.codePointAt(0) as number).toString(16).padStart(4, '0')}`)

/** One diagnostic as a person reads it: where, what, which law, how to get out. */
export function formatText(diagnostic: Diagnostic, paint: Paint = plain): string {
  const { line, column, rule, severity } = diagnostic
  const [file, problem, fix] = [diagnostic.file, diagnostic.problem, diagnostic.fix].map(printable)
  const law = diagnostic.law && printable(diagnostic.law)
  const head = `${paint('bold', `${file}:${line}:${column}`)}  ${paint(COLOUR[severity], WORD[severity])}  ${problem}  ${paint('dim', `[${rule}]`)}`
  return [head, ...(law ? [`    căn cứ    ${law}`] : []), `    cách sửa  ${fix}`].join('\n')
}

/** The counts of a run in one line: `3 lỗi, 1 cảnh báo`. */
export function countInWords(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Severity) => diagnostics.filter((each) => each.severity === severity).length
  const parts = (['error', 'warning', 'info'] as const)
    .filter((severity) => count(severity) > 0)
    .map((severity) => `${count(severity)} ${WORD[severity]}`)
  return parts.length > 0 ? parts.join(', ') : 'không có lỗi'
}
