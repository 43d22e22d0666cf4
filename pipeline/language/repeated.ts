import type { Remark } from './remark.ts'
import { NEVER_DOUBLED, SAID_TWICE } from './word-lists.ts'

const DOUBLED = /(?<![\p{L}\d'’-])(\p{L}+) +(\p{L}+)(?![\p{L}\d'’-])/gu
/** Three words, and the same three again. */
const TRIPLE = /(?<![\p{L}\d-])((\p{L}+) \p{L}+ \p{L}+) +(\p{L}+ \p{L}+ \p{L}+)(?![\p{L}\d-])/gu

/**
 * A word written twice, of those that never are on purpose, and three words written twice. Real reduplication (xanh xanh, ngày
 * ngày) is not told from an accident by its form, so only the words of a list are reported.
 */
export const repeatedRemarks = (prose: string): Remark[] => [...doubled(prose), ...tripled(prose)]

function doubled(prose: string): Remark[] {
  const remarks: Remark[] = []
  DOUBLED.lastIndex = 0
  for (let match = DOUBLED.exec(prose); match; match = DOUBLED.exec(prose)) {
    const [written, first = '', second = ''] = match
    const small = first.toLowerCase()
    DOUBLED.lastIndex = match.index + first.length
    // Inside a sentence a capital begins a name: «các Các-mác», «và Và A Sử».
    if (small !== second || !NEVER_DOUBLED.has(small)) continue
    remarks.push({
      kind: 'repeated-word',
      start: match.index,
      written,
      problem: `Từ «${small}» viết hai lần liền`,
      fix: 'bỏ một lần',
      instead: first,
    })
  }
  return remarks
}

function tripled(prose: string): Remark[] {
  const remarks: Remark[] = []
  TRIPLE.lastIndex = 0
  for (let match = TRIPLE.exec(prose); match; match = TRIPLE.exec(prose)) {
    const [written, phrase = '', first = '', again = ''] = match
    TRIPLE.lastIndex = match.index + first.length
    if (phrase.toLowerCase() !== again.toLowerCase() || SAID_TWICE.has(first.toLowerCase())) continue
    if (new Set(phrase.toLowerCase().split(' ')).size < 3) continue
    TRIPLE.lastIndex = match.index + written.length
    remarks.push({
      kind: 'repeated-word',
      start: match.index,
      written,
      problem: `Cụm từ «${phrase}» viết hai lần liền`,
      fix: 'đọc lại, bỏ một lần',
    })
  }
  return remarks
}
