import { type House, judgeWord } from './judge-word.ts'
import { NEVER_DOUBLED } from './word-lists.ts'

/**
 * Where a part of a text may hold something to remark on, an offset on that line; -1 for nowhere. Never nowhere where there is
 * something, seldom somewhere where there is nothing.
 */
export type QuickScan = (text: string, start: number, end: number) => number

/** The signs that count end with the quotation marks of U+2018 to U+201F. */
const END = 0x2020
const LETTER = 1
const NO_SPACE_BEFORE = 2
const LETTER_NEVER_AFTER = 4
const NO_SPACE_AFTER = 8
const TRAITS = traits()

/** What is known of each sign; letters are all that words are made of, digits and marks among them. */
function traits(): Uint8Array {
  const table = new Uint8Array(END)
  for (let code = 0; code < END; code += 1)
    if (/[\p{L}\p{M}\p{Nd}]/u.test(String.fromCharCode(code))) table[code] = LETTER
  const add = (signs: string, trait: number) => {
    for (const sign of signs) table[sign.charCodeAt(0)] = (table[sign.charCodeAt(0)] as number) | trait
  }
  add(' ,.;:!?)”»', NO_SPACE_BEFORE)
  add(',.;:!?', LETTER_NEVER_AFTER)
  add('(“«', NO_SPACE_AFTER)
  return table
}

const SLOTS = 16_384
const MOST_WORDS = SLOTS / 2
const [LF, SPACE, OPEN, CLOSE, COMMA, DASH, POINT, SEMICOLON, CLOSE_SQUARE, PIPE] = [
  0x0a, 0x20, 0x28, 0x29, 0x2c, 0x2d, 0x2e, 0x3b, 0x5d, 0x7c,
]
const FAR_LETTER = 0x2e80

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39
const traitsOf = (code: number): number => (code < END ? (TRAITS[code] as number) : 0)
const isLetter = (code: number): boolean => code < END && TRAITS[code] === LETTER

/**
 * The words that were found right, each by two hashes of 32 bits, so that a word read again costs a few steps a letter and no
 * string. Two words with the same 64 bits would pass as one: the worst of it is a warning less.
 */
type Known = {
  readonly first: Int32Array
  readonly second: Int32Array
  readonly words: Int32Array
  count: number
  /** The hashes of the word that was walked through last. */
  one: number
  two: number
  readonly ids: Map<string, number>
  /** Those that never stand twice on purpose. */
  readonly doubtful: Set<number>
}

const nothingKnown = (): Known => ({
  first: new Int32Array(SLOTS),
  second: new Int32Array(SLOTS),
  words: new Int32Array(SLOTS),
  count: 0,
  one: 0,
  two: 0,
  ids: new Map(),
  doubtful: new Set(),
})

/** Walks through a word to its end, and keeps its hashes (FNV-1a, and a rotation). */
function walk(known: Known, text: string, from: number, end: number): number {
  let one = -2_128_831_035
  let two = 0
  let at = from
  for (; at < end; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= END || TRAITS[code] !== LETTER) break
    one = Math.imul(one ^ code, 16_777_619)
    two = (two << 5) ^ (two >>> 27) ^ code
  }
  known.one = one
  known.two = two
  return at
}

/** The slot of the word walked through last, or the empty one where it would go. */
function slotOf({ first, second, words, one, two }: Known): number {
  let slot = (one ^ (one >>> 16)) & (SLOTS - 1)
  while (words[slot] !== 0 && (first[slot] !== one || second[slot] !== two)) slot = (slot + 1) & (SLOTS - 1)
  return slot
}

function learn(known: Known, slot: number, word: string): number {
  const small = word.toLowerCase()
  const id = known.ids.get(small) ?? known.ids.size + 1
  if (known.count === MOST_WORDS) return known.ids.get(small) ?? 0
  known.ids.set(small, id)
  if (NEVER_DOUBLED.has(small)) known.doubtful.add(id)
  known.first[slot] = known.one
  known.second[slot] = known.two
  known.words[slot] = id
  known.count += 1
  return id
}

/**
 * A scan in one pass over the signs of a text. What it lets pass is not looked at again; where it finds anything, the full and
 * slower examination says what it is. Nearly all texts are spared that.
 */
export function createQuickScan(house: House): QuickScan {
  const known = nothingKnown()
  // The words before, to see one or three said twice: only spaces may stand between.
  const said = { one: 0, two: 0, three: 0, same: 0 }
  const forget = () => {
    said.one = said.two = said.three = said.same = 0
  }
  const saidBefore = (id: number): boolean => {
    const doubled = id !== 0 && id === said.one
    said.same = id !== 0 && id === said.three ? said.same + 1 : 0
    said.three = said.two
    said.two = said.one
    said.one = id
    return said.same === 3 || (doubled && known.doubtful.has(id))
  }
  const wordIsSuspect = (text: string, from: number, to: number): boolean => {
    const slot = slotOf(known)
    const id = known.words[slot] as number
    if (id !== 0) return saidBefore(id)
    if (isNumber(text, from, to)) return saidBefore(0) || isFigure(text, to)
    const word = text.slice(from, to)
    return judgeWord(word, house) !== undefined || saidBefore(learn(known, slot, word))
  }
  const isSuspect = (text: string, at: number, code: number): boolean => {
    if (code !== SPACE) forget()
    return isSignSuspect(text, at, code)
  }
  return (text, start, end) => {
    forget()
    for (let at = start; at < end; ) {
      const code = text.charCodeAt(at)
      const isWord = isLetter(code)
      const to = isWord ? walk(known, text, at, end) : behindSign(text, at, code)
      if (isWord ? wordIsSuspect(text, at, to) : isSuspect(text, at, code)) return at
      at = to
    }
    return -1
  }
}

/** A space before another or before a sign, unless it opens a line or a cell of a table. */
function isSpaceSuspect(text: string, at: number): boolean {
  if ((traitsOf(text.charCodeAt(at + 1)) & NO_SPACE_BEFORE) === 0) return false
  const before = at > 0 ? text.charCodeAt(at - 1) : LF
  return before !== LF && before !== SPACE && before !== PIPE
}

function isSignSuspect(text: string, at: number, code: number): boolean {
  if (code === SPACE) return isSpaceSuspect(text, at)
  const traits = traitsOf(code)
  if ((traits & LETTER_NEVER_AFTER) !== 0) {
    const next = text.charCodeAt(at + 1)
    if ((isLetter(next) && !isDigit(next)) || next >= FAR_LETTER) return true
    return next === code && (code === COMMA || code === POINT || code === SEMICOLON)
  }
  if ((traits & NO_SPACE_AFTER) === 0) return false
  if (text.charCodeAt(at + 1) === SPACE) return true
  return code === OPEN && at > 0 && isLetter(text.charCodeAt(at - 1))
}

function isNumber(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (!isDigit(text.charCodeAt(at))) return false
  return true
}

/** A number may go on as a date with dashes or points, or as thousands with commas. */
function isFigure(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (!isDigit(text.charCodeAt(at + 1))) return false
  if (code === DASH) return true
  if (code === POINT) return isDigit(text.charCodeAt(at + 4))
  return code === COMMA && text.charCodeAt(at + 4) === COMMA
}

/** Behind the sign, or behind the target of a link, which is no prose, where it ends on the line. */
function behindSign(text: string, at: number, code: number): number {
  if (code !== CLOSE_SQUARE || text.charCodeAt(at + 1) !== OPEN) return at + 1
  for (let next = at + 2; next < text.length; next += 1) {
    const code = text.charCodeAt(next)
    if (code === CLOSE) return next + 1
    if (code === LF) break
  }
  return at + 1
}
