import { endLine, FOREIGN, forget, type Pass } from './pass.ts'
import { beginLine, readEnd, readMark } from './read-paragraph.ts'
import { CODE, isDigit, TRAIT } from './signs.ts'

const { LETTER, NO_SPACE_BEFORE } = TRAIT
const BEHIND_SPACES = LETTER | NO_SPACE_BEFORE | TRAIT.NO_SPACE_AFTER
const {
  LF,
  SPACE,
  OPEN,
  CLOSE,
  COMMA,
  POINT,
  SLASH,
  COLON,
  SEMICOLON,
  OPEN_SQUARE,
  CLOSE_SQUARE,
  PIPE,
  QUOTE,
} = CODE

/** Goes behind a sign, and tells whether there is something about it. */
export function readSign(pass: Pass, at: number): boolean {
  const { codes, traits } = pass
  const code = codes[at] as number
  pass.at = at + 1
  if (code === SPACE)
    return ((traits[codes[at + 1] as number] as number) & NO_SPACE_BEFORE) !== 0 && isSpaceSuspect(pass, at)
  forget(pass)
  if (code === OPEN_SQUARE) pass.bracketOpened = true
  else if (code === CLOSE_SQUARE) pass.proseFrom = behindTarget(pass, at)
  return traits[code] !== 0 && isSignSuspect(pass, at, code)
}

/** Spaces before a sign, or several before a word; not where they open a line or a cell of a table, nor where they pad one. */
function isSpaceSuspect(pass: Pass, at: number): boolean {
  const { codes, traits } = pass
  let next = at + 1
  while (codes[next] === SPACE) next += 1
  pass.at = next
  const before = at > 0 ? codes[at - 1] : LF
  if (before === LF || before === PIPE) return false
  const behind = codes[next] as number
  return behind === QUOTE || ((traits[behind] as number) & BEHIND_SPACES) !== 0
}

function isSignSuspect(pass: Pass, at: number, code: number): boolean {
  const trait = pass.traits[code] as number
  if ((trait & TRAIT.LIMIT) !== 0) {
    if (code === LF) {
      endLine(pass)
      beginLine(pass, at + 1)
    } else if (cutsWord(pass, at)) return true
  }
  if ((trait & TRAIT.FOREIGN) !== 0) {
    pass.line |= FOREIGN
    return true
  }
  if ((trait & TRAIT.WATCHED) !== 0) watchSign(pass, at, code)
  if ((trait & TRAIT.NO_PROSE) !== 0) pass.linksDoubtful = true
  if ((trait & TRAIT.ENDS) !== 0) readEnd(pass, at, code)
  if ((trait & TRAIT.PAIRED) !== 0) readMark(pass, code)
  return isSpacedWrong(pass, at, code)
}

/** A letter behind a mark that a space must follow, the mark twice, a space behind an opening bracket, none before it. */
function isSpacedWrong({ codes, traits }: Pass, at: number, code: number): boolean {
  const trait = traits[code] as number
  const next = codes[at + 1] as number
  if ((trait & TRAIT.LETTER_NEVER_AFTER) !== 0) {
    if (traits[next] === LETTER && !isDigit(next)) return true
    return next === code && (code === COMMA || code === POINT || code === SEMICOLON)
  }
  if ((trait & TRAIT.NO_SPACE_AFTER) === 0) return false
  return next === SPACE || (code === OPEN && at > 0 && traits[codes[at - 1] as number] === LETTER)
}

/**
 * Numbers of documents (`12/QĐ`) and addresses (`https://`) are no prose, and may begin inside what looks like one word: then the word
 * is another than the one that was read.
 */
function cutsWord({ codes, traits }: Pass, at: number): boolean {
  const code = codes[at]
  if (code === COLON && codes[at + 1] !== SLASH) return false
  let hasDigit = false
  for (let back = at - 1; back >= 0; back -= 1) {
    const before = codes[back] as number
    if (isDigit(before)) hasDigit = true
    else if (traits[before] !== LETTER) return false
    else if (code === SLASH ? hasDigit : before > 0x7f) return true
  }
  return false
}

function watchSign(pass: Pass, at: number, code: number): void {
  const { codes, text, watched } = pass
  pass.line |= watched.ofSign(at > 0 ? (codes[at - 1] as number) : LF, code, codes[at + 1] as number)
  for (const { bit, counts } of watched.places.get(code) ?? []) if (counts(text, at)) pass.line |= bit
}

/** Behind the target of a link, which is no prose, where it ends on the line. */
function behindTarget(pass: Pass, at: number): number {
  const { codes, traits } = pass
  if (codes[at + 1] !== OPEN || !pass.bracketOpened || pass.linksDoubtful) return at + 1
  for (let next = at + 2; ; next += 1) {
    const code = codes[next] as number
    if (code === CLOSE) return next + 1
    if (code === LF || code === 0 || ((traits[code] as number) & (TRAIT.NO_PROSE | TRAIT.FOREIGN)) !== 0)
      return at + 1
  }
}
