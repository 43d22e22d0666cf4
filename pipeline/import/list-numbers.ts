import { placeIn, type WordStyles } from './word-styles.ts'
import { attribute, below, child, isOn, wordPart } from './word-xml.ts'

/** The number of a paragraph. */
export type ListMark = {
  readonly number: number
  /** From 0. */
  readonly level: number
  /** What Word writes in front: `1.`, `Điều 1.`, `1.1`, `a)`; empty for a bullet. */
  readonly label: string
  /** A bullet, a plain number, or something that Markdown has no list for. */
  readonly kind: 'bullet' | 'number' | 'other'
  readonly bold: boolean
  /** The numbering as the file names it. */
  readonly numbering: string
  /** The same for all paragraphs that count together. */
  readonly list: string
}

/**
 * Counts the numbered paragraphs of a body as Word does: a list goes on behind what stands between its items, and the number in a paper is
 * cited by others. Source: ECMA-376 part 1, 17.9.
 */
export function listCounter(
  bytes: Uint8Array,
  styles: WordStyles,
): (paragraph: Element) => ListMark | undefined {
  const numbering = wordPart(bytes, 'word/numbering.xml')
  const lists = numbering ? listsIn(numbering, styles) : new Map<string, List>()
  const counters = new Map<string, Counter>()
  const begun = new Set<string>()
  return (paragraph) => {
    const place = placeOf(paragraph, lists, styles)
    const here = place?.list.levels[place.level]
    if (!place || !here) return undefined
    const { list, level, numbering: id } = place
    const counter = counters.get(list.id) ?? []
    counters.set(list.id, counter)
    const isFirst = !begun.has(`${id}/${level}`)
    begun.add(`${id}/${level}`)
    countOn(counter, list, level, isFirst ? here.restart : undefined)
    return markOf(id, list, level, here, counter)
  }
}

/** The last number of every level. */
type Counter = (number | undefined)[]

/** The list and the level of a paragraph by its own word or by its style. */
function placeOf(paragraph: Element, lists: ReadonlyMap<string, List>, styles: WordStyles) {
  const properties = child(paragraph, 'pPr')
  const style = attribute(child(properties, 'pStyle'), 'val')
  const [own, styled] = [placeIn(properties), styles.paragraph(style).place]
  const numbering = own?.numbering || styled?.numbering || '0'
  const list = lists.get(numbering)
  if (numbering === '0' || !list) return undefined
  const linked = list.levels.findIndex((each) => style !== undefined && each?.style === style)
  const level = own?.level ?? (linked >= 0 ? linked : (styled?.level ?? 0))
  return { list, level, numbering }
}

/** @param anew the number to begin with again, whatever was counted before */
function countOn(counter: Counter, list: List, level: number, anew: number | undefined): void {
  const former = counter[level]
  counter[level] = anew ?? (former === undefined ? list.levels[level]?.start : former + 1)
  for (let deeper = level + 1; deeper < counter.length; deeper += 1)
    if (!list.levels[deeper]?.goesOn) counter[deeper] = undefined
}

function markOf(
  numbering: string,
  list: List,
  level: number,
  here: Level,
  counter: Readonly<Counter>,
): ListMark {
  const number = counter[level] as number
  const label = here.words.replace(/%([1-9])/g, (_, digit: string) => {
    const place = Number(digit) - 1
    const { start = 1, format = 'decimal' } = list.levels[place] ?? {}
    return inFormat(counter[place] ?? start, here.legal ? 'decimal' : format)
  })
  const isPlain = here.format === 'decimal' && new RegExp(`^%${level + 1}[.)]?$`).test(here.words.trim())
  const kind = here.format === 'bullet' ? 'bullet' : isPlain ? 'number' : 'other'
  return {
    number,
    level,
    label:
      here.format === 'bullet' || here.format === 'none'
        ? here.words.replace(/%\d/g, '').trim()
        : label.trim(),
    kind,
    bold: here.bold,
    numbering,
    list: list.id,
  }
}

type Level = {
  readonly format: string
  readonly words: string
  readonly start: number
  /** The number that the first paragraph of this very numbering begins with. */
  readonly restart: number | undefined
  /** Whether it is counted on below the next greater number, as the articles of a law are. */
  readonly goesOn: boolean
  readonly legal: boolean
  readonly bold: boolean
  readonly style: string | undefined
}

type List = { readonly id: string; readonly levels: readonly (Level | undefined)[] }

function listsIn(numbering: Element, styles: WordStyles): ReadonlyMap<string, List> {
  const abstracts = new Map(
    below(numbering, 'abstractNum').map((each) => [attribute(each, 'abstractNumId') ?? '', each]),
  )
  const all = below(numbering, 'num').map((each) => [attribute(each, 'numId') ?? '', each] as const)
  const abstractIdOf = new Map(
    all.map(([id, each]) => [id, attribute(child(each, 'abstractNumId'), 'val') ?? '']),
  )
  return new Map(
    all.flatMap(([id, own]): [string, List][] => {
      const named = abstractIdOf.get(id) as string
      // A list may only say the name of a style, which has the true one.
      const link = attribute(child(abstracts.get(named), 'numStyleLink'), 'val')
      const abstractId = abstractIdOf.get(styles.numbering(link) ?? '') ?? named
      const abstract = abstracts.get(abstractId)
      return abstract ? [[id, { id: abstractId, levels: levelsOf(abstract, own) }]] : []
    }),
  )
}

const MOST_LEVELS = 9

function levelsOf(abstract: Element, own: Element): (Level | undefined)[] {
  const [usual, overrides] = [byLevel(abstract, 'lvl'), byLevel(own, 'lvlOverride')]
  return Array.from({ length: MOST_LEVELS }, (_, level) => {
    const override = overrides.get(level)
    const element = child(override, 'lvl') ?? usual.get(level)
    return element && levelIn(element, valueIn(override, 'startOverride'))
  })
}

const byLevel = (element: Element, name: string): ReadonlyMap<number, Element> =>
  new Map(below(element, name).map((each) => [Number(attribute(each, 'ilvl') ?? 0), each]))

function levelIn(element: Element, restart: number | undefined): Level {
  const properties = child(element, 'rPr')
  return {
    format: attribute(child(element, 'numFmt'), 'val') ?? 'decimal',
    words: attribute(child(element, 'lvlText'), 'val') ?? '',
    start: valueIn(element, 'start') ?? 1,
    restart,
    goesOn: attribute(child(element, 'lvlRestart'), 'val') === '0',
    legal: isOn(child(element, 'isLgl')),
    bold: isOn(child(properties, 'b')),
    style: attribute(child(element, 'pStyle'), 'val'),
  }
}

function valueIn(element: Element | undefined, name: string): number | undefined {
  const value = Number(attribute(child(element, name), 'val') ?? Number.NaN)
  return Number.isInteger(value) ? value : undefined
}

const ROMAN: readonly (readonly [worth: number, sign: string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

/** No list counts further; letters would be repeated without end. */
const HIGHEST = 5000

function inFormat(number: number, format: string): string {
  if (number < 1 || number > HIGHEST) return String(number)
  if (/^(?:upper|lower)Roman$/.test(format)) {
    let [left, written] = [number, '']
    for (const [worth, sign] of ROMAN) for (; left >= worth; left -= worth) written += sign
    return format === 'lowerRoman' ? written.toLowerCase() : written
  }
  if (/^(?:upper|lower)Letter$/.test(format)) {
    // Word goes on behind z with aa, bb, cc.
    const letter = String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26))
    return format === 'lowerLetter' ? letter : letter.toUpperCase()
  }
  return format === 'decimalZero' && number < 10 ? `0${number}` : String(number)
}
