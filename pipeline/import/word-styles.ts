import { type Letters, lettersIn, shadeOf } from './word-letters.ts'
import { attribute, below, child, wordPart } from './word-xml.ts'

/** Where a paragraph is numbered: the numbering, and the level in it, from 0. */
export type ListPlace = { readonly numbering: string; readonly level: number | undefined }

/** What the styles of a Word file say of that which says nothing itself. */
export type WordStyles = {
  /** How letters look under a style of paragraphs and one of runs; a style that is not named is the usual one. */
  readonly letters: (paragraph: string | undefined, run: string | undefined) => Letters
  readonly paragraph: (id: string | undefined) => ParagraphStyle
  /** The numbering that a style of lists stands for. */
  readonly numbering: (id: string | undefined) => string | undefined
  /** Whether a style of tables has cells with a ground of their own. */
  readonly hasGround: (table: string | undefined) => boolean
}

type ParagraphStyle = {
  /** In small letters, as Word names it in every language: `heading 1`, `title`, `caption`. */
  readonly name: string
  /** 1 to 9, of headings. */
  readonly outline: number | undefined
  readonly place: ListPlace | undefined
  readonly ground: string | undefined
}

type Style = {
  readonly basedOn: string | undefined
  readonly type: string | undefined
  readonly name: string
  readonly letters: Letters
  readonly outline: number | undefined
  readonly place: ListPlace | undefined
  readonly ground: string | undefined
  readonly hasGround: boolean
}

/** A chain of styles that leads into itself ends here. */
const DEEPEST = 20

/** The styles of a Word file: an old paper has its .VnTime in the style `Normal`, and no run names it. */
export function wordStyles(bytes: Uint8Array): WordStyles {
  const root = wordPart(bytes, 'word/styles.xml')
  const elements = root ? below(root, 'style') : []
  const styles = new Map(elements.map((each) => [attribute(each, 'styleId') ?? '', styleOf(each)]))
  const usual = elements.find(
    (each) =>
      attribute(each, 'type') === 'paragraph' && ['1', 'true'].includes(attribute(each, 'default') ?? ''),
  )
  const usualId = attribute(usual, 'styleId')
  const defaults = lettersIn(child(child(child(root, 'docDefaults'), 'rPrDefault'), 'rPr'))
  const chain = (id: string | undefined): Style[] => {
    const all: Style[] = []
    let style = styles.get(id ?? '')
    while (style && all.length < DEEPEST) {
      all.push(style)
      style = styles.get(style.basedOn ?? '')
    }
    return all
  }
  const lettersOf = remembered((id) =>
    Object.assign({}, ...[...chain(id)].reverse().map(({ letters }) => letters)),
  )
  return {
    letters: (paragraph, run) => ({ ...defaults, ...lettersOf(paragraph ?? usualId), ...lettersOf(run) }),
    paragraph: remembered((id) => {
      const all = chain(id ?? usualId)
      const first = <T>(what: (style: Style) => T | undefined): T | undefined =>
        all.map(what).find((each) => each !== undefined)
      return {
        name: all[0]?.name ?? '',
        outline: first((each) => each.outline),
        place: first((each) => each.place),
        ground: first((each) => each.ground),
      }
    }),
    numbering: (id) => styles.get(id ?? '')?.place?.numbering,
    hasGround: (id) => chain(id).some((each) => each.hasGround),
  }
}

/** The same question is asked of every paragraph. */
function remembered<T>(answer: (id: string | undefined) => T): (id: string | undefined) => T {
  const known = new Map<string | undefined, T>()
  return (id) => {
    if (!known.has(id)) known.set(id, answer(id))
    return known.get(id) as T
  }
}

function styleOf(element: Element): Style {
  const properties = child(element, 'pPr')
  const name = (attribute(child(element, 'name'), 'val') ?? '').toLowerCase()
  const level = Number(attribute(child(properties, 'outlineLvl'), 'val') ?? Number.NaN)
  const named = /^(?:heading|tiêu đề) ([1-9])$/.exec(name)?.[1]
  const letters = lettersIn(child(element, 'rPr'))
  return {
    basedOn: attribute(child(element, 'basedOn'), 'val'),
    type: attribute(element, 'type'),
    name,
    // Files without the usual styles name these two and define nothing.
    letters: {
      ...(name === 'strong' ? { bold: true } : {}),
      ...(name === 'emphasis' ? { italic: true } : {}),
      ...letters,
    },
    outline: named === undefined ? (level >= 0 && level <= 8 ? level + 1 : undefined) : Number(named),
    place: placeIn(properties),
    ground: shadeOf(child(properties, 'shd')),
    hasGround: below(element, 'shd').some((each) => isGround(shadeOf(each))),
  }
}

/** Where the properties of a paragraph or of its style number it; numbering `0` takes a numbering away. */
export function placeIn(properties: Element | undefined): ListPlace | undefined {
  const marks = child(properties, 'numPr')
  const numbering = attribute(child(marks, 'numId'), 'val')
  const level = attribute(child(marks, 'ilvl'), 'val')
  if (!marks || (numbering === undefined && level === undefined)) return undefined
  return { numbering: numbering ?? '', level: level === undefined ? undefined : Number(level) }
}

/** Whether a fill is a colour of its own and not that of paper. */
export const isGround = (fill: string | undefined): boolean =>
  fill !== undefined && /^[0-9a-f]{6}$/i.test(fill) && !/^f{6}$/i.test(fill)
