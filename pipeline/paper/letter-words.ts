import { dayOf, formatDay } from '../calendar/local-time.ts'
import type { Letter, Paper } from './paper.ts'

/** `Số: 12/BC-BBT`, or a blank for the number that the register will give. */
export const numberInWords = ({ number, symbol }: Letter): string => `Số: ${number ?? '       '}/${symbol}`

/**
 * `Thành Đông, ngày 02 tháng 12 năm 2026`: days below 10 and the months 1 and 2 have a nought before them (Nghị định 30/2020/NĐ-CP,
 * Phụ lục I, phần I, mục II, khoản 4). Without a date there are blanks, and the year of the figures.
 */
export function dateInWords({ letter, asOf }: Paper): string {
  const [year = '', month = '', day = ''] = formatDay(letter.date ?? dayOf(asOf)).split('-')
  if (letter.date === undefined) return `${letter.place}, ngày      tháng      năm ${year}`
  return `${letter.place}, ngày ${day} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`
}

/** The number and the date in one line; nothing for a paper that is no letter and is not sent. */
export const registered = (paper: Paper): readonly string[] =>
  paper.letter.symbol === '' ? [] : [numberInWords(paper.letter), dateInWords(paper)]

/** The form of a letter without its mark at the end, which the lists put themselves. */
export const withoutMark = (text: string): string => text.trim().replace(/[.;,]+$/, '')
