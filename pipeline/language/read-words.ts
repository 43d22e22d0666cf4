import { isImpossibleDay } from './figures.ts'
import { judgeWord } from './judge-word.ts'
import {
  BITS,
  entryOf,
  FIRST,
  FIRST_EXACT,
  ID,
  learn,
  NUMBER,
  OTHER_HASH,
  placeOf,
  SECOND,
  SECOND_EXACT,
} from './known-words.ts'
import { DOUBT, meaningOf, type Pass } from './pass.ts'
import { CODE, isDigit, TRAIT } from './signs.ts'
import type { NumberWatch } from './watch.ts'
import { NEVER_DOUBLED } from './word-lists.ts'

const { LETTER } = TRAIT
const { SPACE, OPEN, CLOSE, PLUS, COMMA, DASH, POINT, SLASH } = CODE
/** A word that never stands twice on purpose. */
const DOUBTFUL = 1 << 28

/** Goes behind words with one space between them, or behind the first about which there is something, and tells which it was. */
export function readWords(pass: Pass, end: number): boolean {
  const { codes, traits } = pass
  const { slots } = pass.known
  let { at, from, line, pairs, begun, begunExact, one, two, three, same } = pass
  let isDoubt = false
  for (let isWord = true; isWord && !isDoubt; ) {
    let hash = -2_128_831_035
    let other = 0
    from = at
    // FNV-1a, and a rotation.
    for (let code = codes[at] as number; traits[code] === LETTER; code = codes[at] as number) {
      hash = Math.imul(hash ^ code, 16_777_619)
      other = (other << 5) ^ (other >>> 27) ^ code
      at += 1
    }
    // Nearly every word is known, and stands where its hash leads.
    let entry = placeOf(hash)
    if (!isWordAt(slots, entry, hash, other)) entry = find(pass, hash, other, from, at)
    const bits = slots[entry + BITS] as number
    const id = slots[entry + ID] as number
    line |= bits & ~DOUBT
    pairs |= begun & (slots[entry + SECOND] as number)
    begun = slots[entry + FIRST] as number
    line |= exactPair(pass, begunExact & (slots[entry + SECOND_EXACT] as number), from, at)
    begunExact = slots[entry + FIRST_EXACT] as number
    same = id === three ? same + 1 : 0
    isDoubt = same === 3 || (bits & (id === one ? DOUBT | DOUBTFUL : DOUBT)) !== 0
    three = two
    two = one
    one = id
    isWord = codes[at] === SPACE && at + 1 < end && traits[codes[at + 1] as number] === LETTER
    if (isWord && !isDoubt) at += 1
  }
  pass.at = at
  pass.from = from
  pass.line = line
  pass.pairs = pairs
  pass.begun = begun
  pass.begunExact = begunExact
  pass.one = one
  pass.two = two
  pass.three = three
  pass.same = same
  return isDoubt
}

const isWordAt = (slots: Int32Array, entry: number, hash: number, other: number): boolean =>
  slots[entry] === hash && slots[entry + OTHER_HASH] === other && slots[entry + ID] !== 0

/** The bits of the watches that wait for a word and the one before it: nearly no two share a group. */
const exactPair = (pass: Pass, shared: number, from: number, to: number): number =>
  shared === 0 ? 0 : ofTwoWords(pass, from, to)

function ofTwoWords({ text, codes, traits, watched }: Pass, from: number, to: number): number {
  const [first = ''] = text.slice(startOfWordBefore(codes, traits, from), from).split(' ')
  return watched.ofExact(first, text.slice(from, to))
}

/** Nothing but spaces stands between two words of a pair. */
function startOfWordBefore(codes: Uint16Array, traits: Uint16Array, from: number): number {
  let start = from
  while (codes[start - 1] === SPACE) start -= 1
  while (start > 0 && traits[codes[start - 1] as number] === LETTER) start -= 1
  return start
}

/** The entry of a word, or of any number: these are not kept. */
function find(pass: Pass, hash: number, other: number, from: number, to: number): number {
  const { slots } = pass.known
  if (isNumber(pass.codes, from, to)) {
    slots[NUMBER + BITS] = ofNumber(pass, from, to)
    return NUMBER
  }
  const entry = entryOf(slots, hash, other)
  return slots[entry + ID] === 0 ? meet(pass, entry, hash, other, from, to) : entry
}

/** The entry of a word that was not met before. */
function meet(pass: Pass, entry: number, hash: number, other: number, from: number, to: number): number {
  const { known, house, watched } = pass
  const word = pass.text.slice(from, to)
  const misspelt = judgeWord(word, house) === undefined ? 0 : DOUBT
  const doubtful = NEVER_DOUBLED.has(word.toLowerCase()) ? DOUBTFUL : 0
  return learn(known, entry, [hash, other], word, meaningOf(watched, word, misspelt | doubtful))
}

/** Signs that may stand inside a number in groups. */
const joins = (code: number): boolean =>
  code === SPACE || code === POINT || code === DASH || code === OPEN || code === CLOSE || code === PLUS

function isNumber(codes: Uint16Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (!isDigit(codes[at] as number)) return false
  return true
}

/** What a number says: with the groups before it to the watches, and to the reader where it goes on as a date or as thousands. */
function ofNumber(pass: Pass, from: number, to: number): number {
  const { codes, digits, watched } = pass
  let bits = isFigure(codes, from, to) ? DOUBT : 0
  const linked = pass.linkedTo === from
  let next = to
  while (joins(codes[next] as number)) next += 1
  pass.linkedTo = isDigit(codes[next] as number) ? next : -1
  // «250 hộ»: too short alone, and nothing to go with it.
  if (!linked && pass.linkedTo < 0 && to - from < watched.leastDigits) return bits
  const number = pass.text.slice(from, to)
  for (let index = 0; index < digits.length; index += 1) {
    const { bit, least, begins } = watched.numbers[index] as NumberWatch
    const before = linked ? (digits[index] as number) : 0
    const count = before > 0 || begins.test(number) ? before + to - from : 0
    digits[index] = count
    if (count >= least) bits |= bit
  }
  return bits
}

/**
 * A number goes on as a date with dashes or points, as thousands with commas, as a day that no calendar has, or as parts behind a point:
 * 20-11-2026, 2026-11-20, 1,250,000, 31/11/2026, 97.5%, 1.5 ha.
 */
function isFigure(codes: Uint16Array, from: number, to: number): boolean {
  const sign = codes[to]
  if (sign !== DASH && sign !== POINT && sign !== COMMA && sign !== SLASH) return false
  const second = digitsFrom(codes, to + 1)
  const next = to + 1 + second
  if (sign === POINT && isMeasured(codes, second, next)) return true
  const third = digitsFrom(codes, next + 1)
  if (sign === COMMA) return second === 3 && codes[next] === COMMA && third === 3
  if (sign === SLASH)
    return (
      codes[next] === SLASH &&
      third === 4 &&
      isImpossibleDay(
        figureOf(codes, from, to),
        figureOf(codes, to + 1, next),
        figureOf(codes, next + 1, next + 5),
      )
    )
  if (codes[next] !== DASH && codes[next] !== POINT) return false
  return to - from <= 2 ? third === 4 && second <= 2 : to - from === 4 && second === 2 && third === 2
}

/** One or two digits behind a point, and a unit: a sign, or a letter that one begins with. */
function isMeasured(codes: Uint16Array, digits: number, next: number): boolean {
  if (digits < 1 || digits > 2) return false
  const unit = codes[next] as number
  const behind = codes[isSpace(unit) ? next + 1 : next] as number
  return behind === PERCENT || (unit === SPACE && UNITS.has(behind))
}

const isSpace = (code: number): boolean => code === SPACE || code === 0xa0
const PERCENT = 0x25
const UNITS: ReadonlySet<number> = new Set([...'thk'].map((letter) => letter.charCodeAt(0)))

function figureOf(codes: Uint16Array, from: number, to: number): number {
  let value = 0
  for (let at = from; at < to; at += 1) value = 10 * value + (codes[at] as number) - 0x30
  return value
}

function digitsFrom(codes: Uint16Array, at: number): number {
  let end = at
  while (isDigit(codes[end] as number)) end += 1
  return end - at
}
