import { codesOf } from './codes.ts'
import type { House } from './judge-word.ts'
import { type KnownWords, type Meaning, NUMBER, noWords, write } from './known-words.ts'
import { signTraits } from './signs.ts'
import type { Watched } from './watch.ts'

/** Something to remark on in the language of the text. */
export const DOUBT = 1 << 30
/** A sign that is neither usual punctuation nor a Latin letter in one piece: whatever depends on signs has to look for itself. */
export const FOREIGN = 1 << 29

/** What is being read, and what was read just before. */
export type Pass = {
  text: string
  codes: Uint16Array
  at: number
  /** Where the word or the sign begins that was read last. */
  from: number
  /** Before it lies the target of a link: what is watched may stand there, prose does not. */
  proseFrom: number
  readonly traits: Uint16Array
  readonly known: KnownWords
  readonly house: House
  readonly watched: Watched
  /** Bits of the line so far, and of the lines before it. */
  line: number
  seen: number
  /** The words before, to see one or three said twice: only spaces may stand between. */
  one: number
  two: number
  three: number
  same: number
  /** Pairs that the word before may begin, exact ones apart, and those that were met. */
  begun: number
  begunExact: number
  pairs: number
  /** Where the number begins that goes on with the one before, if any does, and how many digits each watch has counted so far. */
  linkedTo: number
  readonly digits: number[]
  /** A bracket was opened on this line; and code or a tag was met: what looks like the target of a link may be none. */
  bracketOpened: boolean
  linksDoubtful: boolean
  /** Marks that stand open in the paragraph, as bits; and whether one was left open, opened twice, or closed before it was opened. */
  open: number
  unclosed: boolean
  /** Where the signs begin that no mark which may end a sentence has parted yet, and how many there were at most in a paragraph. */
  stretchFrom: number
  stretch: number
  /** Whether a line begins with a word behind one that is not empty. */
  wrapped: boolean
}

/** What the watches say of a word, and more bits of it. */
export const meaningOf = (all: Watched, word: string, bits: number): Meaning => ({
  bits: all.ofWord(word) | bits,
  first: all.first(word),
  second: all.second(word),
  firstExact: all.firstExact(word),
  secondExact: all.secondExact(word),
})

export function newPass(house: House, all: Watched): Pass {
  const known = noWords()
  write(known.slots, NUMBER, 0, meaningOf(all, '1', 0))
  return {
    text: '',
    codes: codesOf(''),
    traits: signTraits(all.signs),
    known,
    house,
    watched: all,
    at: 0,
    from: 0,
    proseFrom: 0,
    line: 0,
    seen: 0,
    one: 0,
    two: 0,
    three: 0,
    same: 0,
    begun: 0,
    begunExact: 0,
    pairs: 0,
    linkedTo: -1,
    digits: all.numbers.map(() => 0),
    bracketOpened: false,
    linksDoubtful: false,
    open: 0,
    unclosed: false,
    stretchFrom: 0,
    stretch: 0,
    wrapped: false,
  }
}

export function begin(pass: Pass, text: string): void {
  pass.text = text
  pass.codes = codesOf(text)
  forget(pass)
  pass.line = pass.seen = pass.pairs = 0
  pass.linkedTo = -1
  pass.bracketOpened = pass.linksDoubtful = pass.unclosed = pass.wrapped = false
  pass.open = pass.stretch = 0
}

export function forget(pass: Pass): void {
  pass.one = pass.two = pass.three = pass.same = pass.begun = pass.begunExact = 0
}

/** Whatever a watch waits for on a line is told where the line has nothing that spares it. */
export function endLine(pass: Pass): void {
  for (const { bit, spared } of pass.watched.lines) if ((pass.line & spared) !== 0) pass.line &= ~bit
  pass.seen |= pass.line
  pass.line = 0
  pass.bracketOpened = false
}
