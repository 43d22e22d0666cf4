import type { Element } from 'hast'
import { DOCUMENT_TYPES } from '../documents/document-number.ts'
import { find, isElement, wordsOf } from './tree.ts'

/** The lines of a block; of a table those of its cells one after the other. */
export function linesOf(block: Element): string[] {
  const parts = isElement(block, 'table', 'ul', 'ol') ? find(block, 'p', 'li') : [block]
  return parts
    .flatMap((each) => wordsOf(each).split('\n'))
    .map(cleanLine)
    .filter(Boolean)
}

const cleanLine = (line: string): string =>
  line
    .normalize('NFC')
    .replace(/[\s\u00A0]+/gu, ' ')
    .trim()

/** Whether a line is written in capitals. */
export const isCapitals = (line: string): boolean => line === line.toUpperCase() && /\p{Lu}{2}/u.test(line)

/** The name that stands above every paper: of the nation, or of the Party above its own (Hướng dẫn 36-HD/VPTW). */
export const NATION = /^(?:cộng h[oò][àa] xã hội chủ nghĩa|đảng cộng sản) việt nam$/iu

/** Whether a line is drawn with signs and says nothing: `-----`, `_____`, `***`, `---o0o---`. */
export const isDrawn = (line: string): boolean =>
  /^[-–—_=*~·•oO0.…\u2500-\u257F\s]{3,}$/u.test(line) && /(?:[-–—_=*~\u2500-\u257F]\s?){2}/u.test(line)

/** Whether a block is nothing but a drawn line. */
export const isRule = (block: Element): boolean => isDrawn(wordsOf(block).trim())

/** What is read out or sent to everybody, and is no type of administrative papers. */
const OTHERS = [
  'Thư ngỏ',
  'Thư kêu gọi',
  'Lời kêu gọi',
  'Thể lệ',
  'Thư chúc mừng',
  'Thư chúc Tết',
  'Thư khen',
]
const TYPES = new Set([...Object.values(DOCUMENT_TYPES), ...OTHERS].map((each) => each.toLowerCase()))

/** What may be said of a type behind its name: of several authorities, of how many others, in short. */
const OF_TYPE = / (?:phối hợp|liên tịch|liên ngành|tổng hợp|tóm tắt|nhanh|giải trình)$/u

/** Whether a line is the name of a type of papers, as it stands below the letterhead: `KẾ HOẠCH`, `KẾ HOẠCH PHỐI HỢP`. */
export const isTypeName = (line: string): boolean => {
  const small = line.toLowerCase()
  return line === line.toUpperCase() && (TYPES.has(small) || TYPES.has(small.replace(OF_TYPE, '')))
}
