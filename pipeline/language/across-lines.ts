import { onlyProse } from './prose.ts'
import type { Note } from './remark.ts'
import { NEVER_DOUBLED } from './word-lists.ts'

/** The last word of a line, and the first of the next where the paragraph goes on. */
const ACROSS = /(?<![\p{L}\d])(\p{L}+)[ \t]*\n[ \t]*(\p{Ll}+)(?![\p{L}\d])/gu
/** Somewhere a line goes on with the next: most texts have a line a paragraph, and the rest is spared. */
const MAY_GO_ON = /[^\n]\n[^\n]/

/** A word of those that never are doubled on purpose, at the end of one line and again at the beginning of the next. */
export function doubledAcrossLines(body: string): Note[] {
  if (!MAY_GO_ON.test(body)) return []
  const found = [...body.matchAll(ACROSS)].filter(
    ([, last = '', first = '']) => last.toLowerCase() === first && NEVER_DOUBLED.has(first),
  )
  if (found.length === 0) return []
  const prose = onlyProse(body)
  return found
    .map((match) => ({ first: match[2] as string, end: match.index + match[0].length }))
    .filter(({ first, end }) => prose.slice(end - first.length, end) === first)
    .map(({ first, end }) => ({
      start: end - first.length,
      written: body[end] === ' ' ? `${first} ` : first,
      problem: `Từ «${first}» viết hai lần liền, ở cuối dòng trên và đầu dòng này`,
      fix: 'bỏ một lần',
      ...(body[end] === ' ' ? { instead: '' } : {}),
    }))
}
