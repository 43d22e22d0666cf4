import type { Cut, Role } from './statement.ts'

/** What a payee has done, in a sentence and in a column. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  author: 'tác giả',
  photographer: 'người chụp',
  editor: 'người biên tập',
  collector: 'người sưu tầm',
  approver: 'người duyệt',
}

export const CEILING_WORDS: Readonly<Record<Cut['ceiling'], string>> = {
  genre: 'mức trần của thể loại',
  work: 'mức trần một bài',
  personMonth: 'mức trần một người một tháng',
  month: 'mức trần cả tháng',
}

/** `1.234.567`, as sums are written in Vietnam. */
export const dongInDigits = (amount: number): string =>
  `${amount < 0 ? '−' : ''}${String(Math.abs(amount)).replace(/\B(?=(?:\d{3})+$)/g, '.')}`

/** `12/2026` of `2026-12`. */
export const monthInWords = (month: string): string => `${month.slice(5)}/${month.slice(0, 4)}`

/** `20/11/2026` of `2026-11-20`. */
export const dayInWords = (day: string): string => day.split('-').reverse().join('/')

export const decimalInWords = (number: number): string => String(number).replace('.', ',')

/** `dòng 3 sổ tháng 10/2026`. */
export const lineInWords = ({ month, line }: { readonly month: string; readonly line: number }): string =>
  `dòng ${line} sổ tháng ${monthInWords(month)}`
