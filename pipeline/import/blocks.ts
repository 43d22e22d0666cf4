import type { Element, ElementContent, Root } from 'hast'
import { withoutColumns } from './columns.ts'
import { superscript, tidyInline, trimmed } from './inline.ts'
import { openList } from './labelled-lists.ts'
import { withoutHardLines, withoutSoftLines } from './soft-lines.ts'
import { unfoldTable } from './tables.ts'
import { element, find, hasClass, isElement, text, withoutPictures, wordsOf } from './tree.ts'

/** The blocks of a document in order: paragraphs, headings, lists, tables, pictures in a paragraph of their own. */
export type Blocks = {
  readonly blocks: readonly Element[]
  readonly notes: Element | undefined
  /** Whether a table had merged cells, or tables in its cells. */
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
  const found = withoutColumns(all.filter((each) => !isNotes(each))).flatMap(blockOf)
  const merged = all.some((each) => isElement(each, 'table') && unfoldTable(each).merged)
  const kept = notes.filter(({ properties }) => numbered.has(String(properties.id)))
  return {
    blocks: captioned(withoutHardLines(found)),
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
  if (node.tagName === 'ul' || node.tagName === 'ol') return openList(node)
  if (node.tagName !== 'p' && !HEADINGS.includes(node.tagName)) return node.children.flatMap(blockOf)
  const paragraphs = node.tagName === 'p' ? withoutSoftLines(node) : [node]
  return paragraphs.flatMap(paragraphOf)
}

/** The words of a paragraph, and its pictures behind it. */
function paragraphOf(node: Element): Element[] {
  const inline = tidyInline(node.children)
  const pictures = find(element('p', inline), 'img')
  const words = trimmed(tidyInline(withoutPictures(inline)))
  return [
    ...(wordsOf(element('p', words)).trim() === '' ? [] : [{ ...node, children: words }]),
    ...pictures.map((each) => element('p', [each])),
  ]
}

const tidyTable = (table: Element): Element => ({
  ...table,
  children: table.children.map((each) => {
    if (!isElement(each)) return each
    return isElement(each, 'th', 'td')
      ? { ...each, children: trimmed(tidyInline(each.children)) }
      : tidyTable(each)
  }),
})

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

/** A line below a picture that says so, or is short and in italics as a whole. */
const CAPTION = /^\(?(?:Ảnh|Hình|Hình ảnh|Trong ảnh)(?:\s*\d+)?\s*[:.–-]/iu
const LONGEST_CAPTION = 160

function isCaption(block: Element): boolean {
  if (hasClass(block, 'chu-thich')) return true
  const words = wordsOf(block).trim()
  if (block.tagName !== 'p' || words === '' || words.length > LONGEST_CAPTION) return false
  return (
    CAPTION.test(words) ||
    block.children.every((each) => isElement(each, 'em') || wordsOf(each).trim() === '')
  )
}

/** A caption that follows a picture is its own. */
function captioned(blocks: readonly Element[]): Element[] {
  const all: Element[] = []
  for (const block of blocks) {
    const [picture] = all.at(-1)?.children ?? []
    if (isElement(picture, 'img') && isCaption(block) && picture.properties.title === undefined)
      picture.properties.title = wordsOf(block).replace(/\s+/g, ' ').trim()
    else all.push(block)
  }
  return all
}
