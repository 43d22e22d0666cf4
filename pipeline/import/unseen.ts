import { type Letters, shadeOf } from './word-letters.ts'
import { isGround, type WordStyles } from './word-styles.ts'
import { around, lettersOf, paragraphOf, styleOf } from './word-tree.ts'
import { attribute, below, child, childrenOf } from './word-xml.ts'

/** Why nobody who reads the paper sees some words. */
export type Unseen = 'hidden' | 'pale' | 'covered' | 'tiny'

/** Letters of two points are a line on paper. In half points. */
const TINY = 4
/** In half points, where nothing says otherwise. */
const USUAL = 20

/** The first run that cannot be seen, for every reason. */
export function unseenIn(part: Element, styles: WordStyles): ReadonlyMap<Unseen, Element> {
  const found = new Map<Unseen, Element>()
  for (const run of below(part, 'r')) {
    const why = reasonOf(run, styles)
    if (why && !found.has(why)) found.set(why, run)
  }
  return found
}

const hasWords = (run: Element): boolean =>
  childrenOf(run).some((each) => each.localName === 't' && /[\p{L}\p{N}]/u.test(each.textContent ?? ''))

function reasonOf(run: Element, styles: WordStyles): Unseen | undefined {
  const words = hasWords(run)
  if (!words && below(run, 'blip').length === 0) return undefined
  const paragraph = paragraphOf(run)
  const letters = lettersOf(run, paragraph, styles)
  if (letters.hidden) return 'hidden'
  if (!words) return undefined
  if ((letters.size ?? USUAL) <= TINY) return 'tiny'
  const ground = groundBehind(run, paragraph, letters, styles)
  const ink = inkOf(letters)
  if (ground !== undefined) return ink !== undefined && isNear(ink, ground) ? 'covered' : undefined
  return ink !== undefined && isNear(ink, PAPER) && !isPaintedElsewhere(run, styles) ? 'pale' : undefined
}

const PAPER = 'FFFFFF'
/** The markers of Word that can cover letters. */
const MARKERS: Readonly<Record<string, string>> = { black: '000000', white: PAPER }

/** Letters without a colour turn white on a dark ground, so that they are read; on a marker they stay black. */
const inkOf = ({ color = 'auto', ground = '' }: Letters): string | undefined =>
  color !== 'auto' ? color : ground in MARKERS ? '000000' : undefined

/** The nearest colour behind a run: its own, its paragraph's, its cell's. */
function groundBehind(
  run: Element,
  paragraph: Element | undefined,
  { ground }: Letters,
  styles: WordStyles,
): string | undefined {
  const own = MARKERS[ground ?? ''] ?? ground
  const written = child(child(paragraph, 'pPr'), 'shd')
  const cell = child(child(around(run, 'tc'), 'tcPr'), 'shd')
  return [own, shadeOf(written) ?? styles.paragraph(styleOf(paragraph)).ground, shadeOf(cell)].find(isColour)
}

const isColour = (word: string | undefined): word is string => /^[0-9a-f]{6}$/i.test(word ?? '')

/** Whether two colours can hardly be told apart. */
const isNear = (one: string, other: string): boolean =>
  isColour(one) &&
  isColour(other) &&
  [0, 2, 4].every((at) => Math.abs(partOf(one, at) - partOf(other, at)) <= NEAR)

const partOf = (colour: string, at: number): number => Number.parseInt(colour.slice(at, at + 2), 16)

/** Of 255. */
const NEAR = 24

/** A page, a table by its style, or a box that is painted: which colour it has is not told here. */
function isPaintedElsewhere(run: Element, styles: WordStyles): boolean {
  const page = child(run.ownerDocument.documentElement, 'background')
  const table = around(run, 'tbl')
  const style = attribute(child(child(table, 'tblPr'), 'tblStyle'), 'val')
  return isGround(attribute(page, 'color')) || styles.hasGround(style) || isInFilledBox(run)
}

/** A text box that is painted, in either of the two ways in which Word draws one. */
function isInFilledBox(run: Element): boolean {
  const box = around(run, 'txbxContent')
  const shape = box && around(box, 'wsp', 'shape', 'rect', 'roundrect')
  if (!shape) return false
  const properties = child(shape, 'spPr')
  const isPainted = ['solidFill', 'gradFill', 'pattFill', 'blipFill'].some((name) => child(properties, name))
  const byStyle = !child(properties, 'noFill') && child(child(shape, 'style'), 'fillRef') !== undefined
  return isPainted || (properties !== undefined && byStyle) || attribute(shape, 'fillcolor') !== undefined
}
