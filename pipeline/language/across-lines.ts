import { onlyProse } from './prose.ts'
import type { Note } from './remark.ts'
import { NEVER_DOUBLED } from './word-lists.ts'

const WORD_HERE = /\p{Ll}+(?![\p{L}\d])/uy
const ENDS_IN_WORD = /(?<![\p{L}\d])\p{L}+$/u
const LF = 0x0a

/** A word of those that never are doubled on purpose, at the end of one line and again at the beginning of the next. */
export function doubledAcrossLines(body: string): Note[] {
  const found: Note[] = []
  for (let end = body.indexOf('\n'); end >= 0; end = body.indexOf('\n', end + 1)) {
    // Most texts have a line a paragraph, with an empty one behind it.
    if (body.charCodeAt(end + 1) === LF) end += 1
    else {
      const note = doubledAt(body, end)
      if (note) found.push(note)
    }
  }
  if (found.length === 0) return found
  const prose = onlyProse(body)
  return found.filter(({ start, written }) => prose.startsWith(written, start))
}

/** @param end where a line ends */
function doubledAt(body: string, end: number): Note | undefined {
  WORD_HERE.lastIndex = end + 1
  const word = WORD_HERE.exec(body)?.[0] ?? ''
  if (!NEVER_DOUBLED.has(word)) return undefined
  const before = ENDS_IN_WORD.exec(body.slice(Math.max(0, end - 12), end).trimEnd())?.[0] ?? ''
  if (before.toLowerCase() !== word) return undefined
  const start = end + 1
  const isFollowed = body[start + word.length] === ' '
  return {
    start,
    written: isFollowed ? `${word} ` : word,
    problem: `Từ «${word}» viết hai lần liền, ở cuối dòng trên và đầu dòng này`,
    fix: 'bỏ một lần',
    ...(isFollowed ? { instead: '' } : {}),
  }
}
