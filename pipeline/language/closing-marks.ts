import { MASK, onlyProse } from './prose.ts'
import type { Note } from './remark.ts'
import { MARKS } from './signs.ts'

type Pair = { readonly open: string; readonly close: string; readonly either: RegExp }
const PAIRS = MARKS.map(
  ({ open, close }): Pair => ({ open, close, either: new RegExp(`[${open}${close}]`, 'g') }),
)

/** `a)`, `12)` at the head of an item, `:)`, the end of an address with brackets: a bracket that closes nothing. */
const OF_ITEM = new RegExp(
  `(?:(?<![\\p{L}\\d])(?:\\p{L}|\\d{1,3}|[ivx]{1,4})(?:\\.\\d{1,2})*|[:;]-?\\s?|${MASK})$`,
  'u',
)

/** `“)”`: a sign that is only named. */
const NAMED = /^(?:“[^“”]”|"[^"]"|'[^']'|«[^«»]»)$/

const NOTHING: readonly Note[] = []

/** Each sign opens before the next one closes: what nearly all texts do, and one look is enough. */
function isBalanced(body: string, { open, close, either }: Pair): boolean {
  // A pattern finds U+201C sooner than indexOf, which stops at every space on the way.
  if (body.search(either) < 0) return true
  for (let at = 0; ; ) {
    const opens = body.indexOf(open, at)
    const closes = body.indexOf(close, at)
    if (opens < 0 && closes < 0) return true
    if (opens < 0 || closes < opens) return false
    const blank = body.indexOf('\n\n', opens)
    if (blank >= 0 && blank < closes) return false
    at = closes + 1
    const again = body.indexOf(open, opens + 1)
    if (again >= 0 && again < closes) return false
  }
}

type Alone = { readonly sign: 'open' | 'close'; readonly at: number }

/**
 * A quotation mark or bracket that opens and never closes, or closes what nothing opened: at most one of each kind in a text, because
 * of two nobody but a reader can say whether they belong together.
 */
export function unclosedMarks(body: string): Note[] {
  return PAIRS.flatMap((pair) => {
    if (isBalanced(body, pair)) return NOTHING
    const [only, ...others] = alone(onlyProse(body), pair)
    return only && others.length === 0 && !isPairedIn(body, only, pair) ? [toNote(only, pair)] : []
  })
}

/** The signs without a fellow in their paragraph. A quotation over several paragraphs opens each of them again, and closes the last. */
function alone(prose: string, { open, either }: Pair): Alone[] {
  const found: Alone[] = []
  for (const { index: start, 0: paragraph } of prose.matchAll(PARAGRAPH)) {
    const opened: number[] = []
    for (const { index, 0: sign } of signsIn(paragraph, either)) {
      if (sign === open) opened.push(start + index)
      else if (opened.pop() === undefined && !OF_ITEM.test(paragraph.slice(Math.max(0, index - 8), index)))
        found.push({ sign: 'close', at: start + index })
    }
    const end = start + paragraph.length
    const goesOn = open !== '(' && prose.slice(end).trimStart().startsWith(open)
    if (!goesOn) found.push(...opened.map((at): Alone => ({ sign: 'open', at })))
  }
  return found
}

const signsIn = (paragraph: string, either: RegExp): RegExpExecArray[] =>
  [...paragraph.matchAll(either)].filter(
    ({ index }) => !NAMED.test(paragraph.slice(Math.max(0, index - 1), index + 2)),
  )

/** Counted with addresses and code too: «(xem https://…)» ends in an address that takes the bracket with it. */
function isPairedIn(body: string, { at }: Alone, { open, close }: Pair): boolean {
  const end = body.indexOf('\n\n', at)
  const paragraph = body.slice(body.lastIndexOf('\n\n', at) + 1, end < 0 ? body.length : end)
  return paragraph.split(open).length === paragraph.split(close).length
}

const PARAGRAPH = /[^\n]+(?:\n[ \t]*\S[^\n]*)*/g

const toNote = ({ sign, at }: Alone, { open, close }: Pair): Note => ({
  start: at,
  written: sign === 'open' ? open : close,
  problem:
    sign === 'open'
      ? `Dấu ${open} mở ra mà trong đoạn không có dấu ${close} khép lại`
      : `Dấu ${close} khép lại mà trong đoạn không có dấu ${open} mở ra`,
  fix: 'thêm dấu còn thiếu, hoặc bỏ dấu thừa',
})
