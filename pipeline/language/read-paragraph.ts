import type { Pass } from './pass.ts'
import { mayEndSentence } from './sentences.ts'
import { CODE, MARKS, TRAIT } from './signs.ts'

const { LF } = CODE

/** What a mark does: `opens` and `closes` are bits. */
type Doing = { readonly opens: number; readonly closes: number }

const DOING: ReadonlyMap<number, Doing> = new Map(
  MARKS.flatMap(({ open, close }, index): [number, Doing][] => [
    [open.charCodeAt(0), { opens: 1 << index, closes: 0 }],
    [close.charCodeAt(0), { opens: 0, closes: 1 << index }],
  ]),
)

/** Takes in a mark that opens or closes. In nearly all texts each is closed in its paragraph before the next of its kind opens. */
export function readMark(pass: Pass, code: number): void {
  const { opens, closes } = DOING.get(code) as Doing
  if ((pass.open & opens) !== 0 || (pass.open & closes) !== closes) pass.unclosed = true
  pass.open = (pass.open | opens) & ~closes
}

/** Takes in a sign that may end a sentence. */
export function readEnd(pass: Pass, at: number, code: number): void {
  if (mayEndSentence(code, pass.codes[at + 1] as number)) endStretch(pass, at)
}

/** Most lines are a paragraph, an item, a row or a heading; words that go on from line to line stand where people break lines. */
export function beginLine(pass: Pass, at: number): void {
  const { codes, traits } = pass
  const code = codes[at] as number
  if (code === LF) endParagraph(pass, at - 1)
  // Behind one blank line a paragraph begins.
  else if (traits[code] === TRAIT.LETTER && (codes[at - 2] !== LF || codes[at - 3] === LF))
    pass.wrapped = true
}

/** A paragraph ends at a blank line, and so does whatever stands open in it. */
export function endParagraph(pass: Pass, at: number): void {
  if (pass.open !== 0) pass.unclosed = true
  pass.open = 0
  endStretch(pass, at)
}

function endStretch(pass: Pass, at: number): void {
  if (at - pass.stretchFrom > pass.stretch) pass.stretch = at - pass.stretchFrom
  pass.stretchFrom = at + 1
}
