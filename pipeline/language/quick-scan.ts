import { type House, judgeWord } from './judge-word.ts'
import { SMALL_LETTERS } from './letters.ts'
import { NEVER_DOUBLED } from './word-lists.ts'

/**
 * Where a part of a text may hold something to remark on, an offset on that line; -1 for nowhere. Never nowhere where there is
 * something, seldom somewhere where there is nothing.
 */
export type QuickScan = (text: string, start: number, end: number) => number

const END = 0x1f00
const OTHER_LETTER = 255
const CLASSES = classes()

/** Each letter and digit of words that a text in Vietnamese may hold, as a number; 0 for what stands between words. */
function classes(): Uint8Array {
  const table = new Uint8Array(END)
  for (let code = 0; code < END; code += 1)
    if (/[\p{L}\p{M}\p{Nd}]/u.test(String.fromCharCode(code))) table[code] = OTHER_LETTER
  const known = [...'0123456789', ...SMALL_LETTERS, ...SMALL_LETTERS.map((letter) => letter.toUpperCase())]
  for (const [index, sign] of known.entries()) table[sign.charCodeAt(0)] = index + 1
  return table
}

const WIDTH = 256
const MOST_NODES = 16_384
const [LF, SPACE, OPEN, CLOSE, COMMA, DASH, POINT, SEMICOLON, CLOSE_SQUARE, PIPE] = [
  0x0a, 0x20, 0x28, 0x29, 0x2c, 0x2d, 0x2e, 0x3b, 0x5d, 0x7c,
]
const FAR_LETTER = 0x2e80

const signs = (text: string): ReadonlySet<number> => new Set([...text].map((sign) => sign.charCodeAt(0)))
const NO_SPACE_BEFORE = signs(' ,.;:!?)”»')
const LETTER_NEVER_AFTER = signs(',.;:!?')
const NO_SPACE_AFTER = signs('(“«')

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39
const classOf = (code: number): number => (code < END ? (CLASSES[code] as number) : 0)

/** The words that were found right, letter by letter, so that a word read again costs a step a letter and no string. */
type Known = {
  steps: Uint16Array
  readonly words: Int32Array
  nodes: number
  /** Where the last walk through a word ended. */
  node: number
  readonly ids: Map<string, number>
  /** Those that never stand twice on purpose. */
  readonly doubtful: Set<number>
}

function learn(known: Known, word: string): number {
  let node = 1
  for (let at = 0; at < word.length; at += 1) {
    const step = node * WIDTH + classOf(word.charCodeAt(at))
    if (step % WIDTH === OTHER_LETTER) return 0
    if (known.steps[step] === 0) {
      if (known.nodes === MOST_NODES) return 0
      if (known.nodes * WIDTH === known.steps.length) grow(known)
      known.steps[step] = known.nodes
      known.nodes += 1
    }
    node = known.steps[step] as number
  }
  const small = word.toLowerCase()
  const id = known.ids.get(small) ?? known.ids.size + 1
  known.ids.set(small, id)
  if (NEVER_DOUBLED.has(small)) known.doubtful.add(id)
  known.words[node] = id
  return id
}

function grow(known: Known): void {
  const steps = new Uint16Array(known.steps.length * 2)
  steps.set(known.steps)
  known.steps = steps
}

/**
 * A scan in one pass over the signs of a text. What it lets pass is not looked at again; where it finds anything, the full and
 * slower examination says what it is. Nearly all texts are spared that.
 */
export function createQuickScan(house: House): QuickScan {
  const known: Known = {
    steps: new Uint16Array(WIDTH * 512),
    words: new Int32Array(MOST_NODES),
    nodes: 2,
    node: 1,
    ids: new Map(),
    doubtful: new Set(),
  }
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
  const wordIsSuspect = (text: string, from: number, to: number, node: number): boolean => {
    const id = known.words[node] as number
    if (id !== 0) return saidBefore(id)
    if (isNumber(text, from, to)) return saidBefore(0) || isFigure(text, to)
    const word = text.slice(from, to)
    return judgeWord(word, house) !== undefined || saidBefore(learn(known, word))
  }
  const walk = (text: string, from: number, end: number): number => {
    const { steps } = known
    let node = 1
    let at = from
    while (at < end) {
      const code = text.charCodeAt(at)
      const kind = code < END ? (CLASSES[code] as number) : 0
      if (kind === 0) break
      node = steps[node * WIDTH + kind] as number
      at += 1
    }
    known.node = node
    return at
  }
  const isSuspect = (text: string, at: number, code: number): boolean => {
    if (code !== SPACE) forget()
    return isSignSuspect(text, at, code)
  }
  return (text, start, end) => {
    forget()
    for (let at = start; at < end; ) {
      const code = text.charCodeAt(at)
      const isWord = classOf(code) !== 0
      const to = isWord ? walk(text, at, end) : behindSign(text, at, code)
      if (isWord ? wordIsSuspect(text, at, to, known.node) : isSuspect(text, at, code)) return at
      at = to
    }
    return -1
  }
}

/** A space before another or before a sign, unless it opens a line or a cell of a table. */
function isSpaceSuspect(text: string, at: number): boolean {
  if (!NO_SPACE_BEFORE.has(text.charCodeAt(at + 1))) return false
  const before = at > 0 ? text.charCodeAt(at - 1) : LF
  return before !== LF && before !== SPACE && before !== PIPE
}

function isSignSuspect(text: string, at: number, code: number): boolean {
  if (code === SPACE) return isSpaceSuspect(text, at)
  if (LETTER_NEVER_AFTER.has(code)) {
    const next = text.charCodeAt(at + 1)
    if ((classOf(next) !== 0 && !isDigit(next)) || next >= FAR_LETTER) return true
    return next === code && (code === COMMA || code === POINT || code === SEMICOLON)
  }
  if (!NO_SPACE_AFTER.has(code)) return false
  if (text.charCodeAt(at + 1) === SPACE) return true
  return code === OPEN && at > 0 && classOf(text.charCodeAt(at - 1)) !== 0
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
