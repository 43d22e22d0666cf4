import type { Element, ElementContent, Root } from 'hast'
import { superscript, tidyInline, trimmed } from './inline.ts'
import { unfoldTable } from './tables.ts'
import { element, find, hasClass, isElement, text, wordsOf } from './tree.ts'

/** The blocks of a document in order: paragraphs, headings, lists, tables, pictures in a paragraph of their own. */
export type Blocks = {
  readonly blocks: readonly Element[]
  readonly notes: Element | undefined
  /** Whether a table had merged cells. */
  readonly merged: boolean
}

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']

/** What mammoth makes of a Word file, cleaned and in flat order; the notes at its end apart. */
export function blocksOf(root: Root): Blocks {
  const numbered = numberNotes(root)
  const all = root.children.filter((each) => isElement(each)) as Element[]
  const isNotes = (each: Element) =>
    each.tagName === 'ol' && each.children.some((item) => isElement(item, 'li') && isNote(item))
  const notes = all.filter(isNotes).flatMap(({ children }) => children as Element[])
  const found = all.filter((each) => !isNotes(each)).flatMap(blockOf)
  const merged = all.some((each) => isElement(each, 'table') && unfoldTable(each).merged)
  const kept = notes.filter(({ properties }) => numbered.has(String(properties.id)))
  return {
    blocks: captioned(found),
    notes: kept.length > 0 ? element('ol', kept.map(noteItem)) : undefined,
    merged,
  }
}

/** A block of the flow as it is kept; the cells of a layout table one after the other. */
export function blockOf(node: ElementContent): Element[] {
  if (!isElement(node)) return []
  if (node.tagName === 'table')
    return unfoldTable(node).blocks.flatMap((each) =>
      isElement(each, 'table') ? [tidyTable(each)] : blockOf(each),
    )
  if (node.tagName === 'ul' || node.tagName === 'ol') return [tidyList(node)]
  if (node.tagName !== 'p' && !HEADINGS.includes(node.tagName)) return node.children.flatMap(blockOf)
  const sides = sidesOf(node)
  if (sides) return sides
  const inline = tidyInline(node.children)
  const pictures = find(element('p', inline), 'img')
  const words = trimmed(tidyInline(withoutPictures(inline)))
  return [
    ...(wordsOf(element('p', words)).trim() === '' ? [] : [{ ...node, children: words }]),
    ...pictures.map((each) => element('p', [each])),
  ]
}

/** A line that only the letterhead of a paper has. */
const HEAD_SIDE =
  /^(?:cộng h[oò][àa] xã hội chủ nghĩa việt nam|độc lập\s*[-–—]\s*tự do\s*[-–—]\s*hạnh phúc|(?:.+,\s*)?ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})$/iu

/** A letterhead that was set with tabs, without a table: both sides as paragraphs. */
function sidesOf(node: Element): Element[] | undefined {
  const words = wordsOf(node).normalize('NFC')
  if (!words.includes('\t')) return undefined
  const sides = words.split('\t').map((each) => each.replace(/\s+/gu, ' ').trim())
  if (!sides.some((each) => HEAD_SIDE.test(each))) return undefined
  return sides.filter(Boolean).map((each) => element('p', [text(each)]))
}

const withoutPictures = (nodes: readonly ElementContent[]): ElementContent[] =>
  nodes.flatMap((each): ElementContent[] => {
    if (isElement(each, 'img')) return []
    return isElement(each) ? [{ ...each, children: withoutPictures(each.children) }] : [each]
  })

const tidyTable = (table: Element): Element => ({
  ...table,
  children: table.children.map((each) => {
    if (!isElement(each)) return each
    return isElement(each, 'th', 'td')
      ? { ...each, children: trimmed(tidyInline(each.children)) }
      : tidyTable(each)
  }),
})

/** Items hold words and then lists, and nothing else. */
function tidyList(list: Element): Element {
  const items = list.children.filter((each) => isElement(each, 'li')) as Element[]
  const number = /^\uE000(\d+)\uE001/u.exec(items[0] ? wordsOf(items[0]) : '')?.[1]
  return {
    ...list,
    properties:
      list.tagName === 'ol' && number !== undefined && number !== '1' ? { start: Number(number) } : {},
    children: items.map((item) => {
      const lists = item.children.filter((each) => isElement(each, 'ul', 'ol')) as Element[]
      const rest = item.children.filter((each) => !isElement(each, 'ul', 'ol'))
      return element('li', [...trimmed(tidyInline(rest)), ...lists.map(tidyList)])
    }),
  }
}

const isNote = (item: Element): boolean => /^(?:foot|end)note-/.test(String(item.properties.id ?? ''))

/** Gives each reference in the text its raised number, in the order in which they are met; the ids of the notes that are met. */
function numberNotes(root: Root): ReadonlySet<string> {
  const references = find(root, 'sup').filter((each) =>
    find(each, 'a').some(({ properties }) => /^#(?:foot|end)note-/.test(String(properties.href ?? ''))),
  )
  const ids = references.map((each) => String(find(each, 'a')[0]?.properties.href ?? '').slice(1))
  const order = [...new Set(ids)]
  references.forEach((each, index) => {
    each.tagName = 'span'
    each.children = [text(superscript(String(order.indexOf(ids[index] ?? '') + 1)))]
  })
  return new Set(order)
}

/** The text of a note, without the arrow that leads back. */
function noteItem(item: Element): Element {
  const isArrow = (each: ElementContent) =>
    isElement(each, 'a') && /^#(?:foot|end)note-ref-/.test(String(each.properties.href ?? ''))
  const paragraphs = item.children.filter((each) => isElement(each, 'p')) as Element[]
  const lines = paragraphs.map((each) => trimmed(tidyInline(each.children.filter((one) => !isArrow(one)))))
  return element('li', trimmed(lines.flatMap((line, index) => (index === 0 ? line : [text(' '), ...line]))))
}

/** A paragraph in the style of captions that follows a picture is its caption. */
function captioned(blocks: readonly Element[]): Element[] {
  const all: Element[] = []
  for (const block of blocks) {
    const [picture] = all.at(-1)?.children ?? []
    if (hasClass(block, 'chu-thich') && isElement(picture, 'img') && picture.properties.title === undefined)
      picture.properties.title = wordsOf(block).replace(/\s+/g, ' ').trim()
    else all.push(block)
  }
  return all
}
