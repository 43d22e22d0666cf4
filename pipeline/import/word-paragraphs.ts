import type { ListMark } from './list-numbers.ts'
import { unicodeRuns } from './old-fonts.ts'
import type { Letters } from './word-letters.ts'
import type { WordStyles } from './word-styles.ts'
import {
  around,
  lettersOf,
  made,
  madeRun,
  propertiesOf,
  replaced,
  runsOf,
  styleOf,
  without,
} from './word-tree.ts'
import { attribute, below, child } from './word-xml.ts'

/** Longer paragraphs are no headings, whatever level somebody gave them. */
const LONGEST_HEADING = 200

/** A paragraph with what is known of it before it is changed. */
export type Numbered = { readonly paragraph: Element; readonly mark: ListMark | undefined }

/** The level of a heading, 1 to 9, by its style, a style that stands on it, or its own word. */
function headingLevel(paragraph: Element, styles: WordStyles): number | undefined {
  const own = Number(attribute(child(child(paragraph, 'pPr'), 'outlineLvl'), 'val') ?? Number.NaN)
  const level = own >= 0 && own <= 9 ? own + 1 : styles.paragraph(styleOf(paragraph)).outline
  return level === undefined || level > 9 || wordsIn(paragraph).length > LONGEST_HEADING ? undefined : level
}

/** What the library makes of styles with these names needs no letters of its own. */
const NAMED = /^(?:title|subtitle|caption|toc \d|toc heading)$/

/** Words in Unicode, letters as they look, headings as headings. */
export function plainParagraph(paragraph: Element, styles: WordStyles, isPaper: boolean): void {
  const level = headingLevel(paragraph, styles)
  const named = NAMED.test(styles.paragraph(styleOf(paragraph)).name)
  if (level !== undefined && !named) {
    const properties = propertiesOf(paragraph, 'pPr')
    without(properties, 'pStyle')
    properties.insertBefore(
      made(paragraph, 'pStyle', { val: `congbo-${Math.min(level, 6)}` }),
      properties.firstChild,
    )
  }
  const runs = runsOf(paragraph).map((run) => ({ run, letters: lettersOf(run, paragraph, styles) }))
  for (const { run, letters } of runs) setLetters(run, level !== undefined || named ? {} : letters)
  const texts = runs.flatMap(({ run, letters }) => below(run, 't').map((element) => ({ element, letters })))
  const turned = unicodeRuns(
    texts.map(({ element, letters }) => ({ text: element.textContent ?? '', font: letters.font })),
  )
  texts.forEach(({ element, letters }, index) => {
    const words = turned[index] as string
    element.textContent = letters.caps && isPaper ? words.toUpperCase() : words
    openSymbols(element, letters.font)
  })
}

/** Bold and italic as they look; styles of letters have said all they had to say. */
function setLetters(run: Element, { bold = false, italic = false }: Letters): void {
  const properties = child(run, 'rPr')
  without(properties, 'rStyle', 'b', 'i')
  if (!bold && !italic) return
  const own = properties ?? propertiesOf(run, 'rPr')
  if (bold) own.appendChild(made(run, 'b'))
  if (italic) own.appendChild(made(run, 'i'))
}

const SYMBOLS = /^(?:wingdings|webdings|symbol$|zapf ?dingbats)/i
const PRIVATE = /[\uF020-\uF0FF]/u

/** Signs of a font of symbols, typed as letters, as the signs they show. */
function openSymbols(element: Element, font: string | undefined): void {
  const words = element.textContent ?? ''
  const isSymbol = SYMBOLS.test(font ?? '')
  if (!isSymbol && !PRIVATE.test(words)) return
  const sign = (letter: string): Element => {
    const code = letter.charCodeAt(0) & 0xff
    const isSign = PRIVATE.test(letter) || (isSymbol && /\S/u.test(letter))
    // Outside of its font such a sign is the bullet of Symbol, or comes from Wingdings.
    const from = isSymbol ? (font as string) : code === 0xb7 ? 'Symbol' : 'Wingdings'
    return isSign
      ? made(element, 'sym', { font: from, char: `F0${code.toString(16).toUpperCase().padStart(2, '0')}` })
      : made(element, 't', {}, letter)
  }
  replaced(element, [...words].map(sign))
}

export const wordsIn = (element: Element): string =>
  below(element, 't')
    .map(({ textContent }) => textContent ?? '')
    .join('')

/**
 * Writes the number of a paragraph into its words: Markdown knows bullets and 1, 2, 3, while “Điều 5”, “điểm a” are cited by others. A heading,
 * a cell and a bold line between paragraphs are no items of a list.
 */
export function writeNumber(all: readonly Numbered[], at: number, styles: WordStyles): void {
  const { paragraph, mark } = all[at] as Numbered
  if (!mark) return
  const isEmpty = wordsIn(paragraph).trim() === ''
  const inCell = around(paragraph, 'tc', 'txbxContent')?.localName === 'tc'
  const isItem = !inCell && !isEmpty && !isHeading(all, at, styles)
  setPlace(paragraph, isItem ? mark.numbering : '0', isItem ? mark.level : 0)
  const words = isItem ? signed(mark) : `${mark.label} `
  if (mark.label === '' || mark.kind === 'bullet' || (isEmpty && !inCell)) return
  const bold = (!isItem || mark.kind === 'other') && (mark.bold || isAllBold(paragraph, styles))
  const behind = child(paragraph, 'pPr')?.nextSibling ?? null
  paragraph.insertBefore(madeRun(paragraph, words, { bold }), behind)
}

/** The number of an item between signs of the private area, which labelled-lists.ts reads. */
const signed = ({ kind, number, label }: ListMark): string =>
  kind === 'number' ? `\uE000${number}\uE001` : `\uE002${label}\uE003`

const isHeading = (all: readonly Numbered[], at: number, styles: WordStyles): boolean => {
  const { paragraph, mark } = all[at] as Numbered
  return (
    headingLevel(paragraph, styles) !== undefined || (mark?.kind === 'number' && standsAlone(all, at, styles))
  )
}

/** A bold line with a number, and paragraphs below it: the heading of a part. */
function standsAlone(all: readonly Numbered[], at: number, styles: WordStyles): boolean {
  const { paragraph, mark } = all[at] as Numbered
  if (!isAllBold(paragraph, styles) || wordsIn(paragraph).length > LONGEST_HEADING) return false
  const isNeighbour = (each: Numbered | undefined) =>
    each?.mark?.list === mark?.list && each?.mark?.level === mark?.level
  return !isNeighbour(all[at - 1]) && !isNeighbour(all[at + 1])
}

function isAllBold(paragraph: Element, styles: WordStyles): boolean {
  const runs = runsOf(paragraph).filter((run) => /\S/u.test(wordsIn(run)))
  return runs.length > 0 && runs.every((run) => lettersOf(run, paragraph, styles).bold === true)
}

/** @param numbering `0` for none */
function setPlace(paragraph: Element, numbering: string, level: number): void {
  const properties = propertiesOf(paragraph, 'pPr')
  without(properties, 'numPr')
  const marks = [
    made(paragraph, 'ilvl', { val: String(level) }),
    made(paragraph, 'numId', { val: numbering }),
  ]
  properties.appendChild(made(paragraph, 'numPr', {}, ...marks))
}
