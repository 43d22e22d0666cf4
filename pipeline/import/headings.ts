import type { Element } from 'hast'
import { element, hasClass, isBold, isElement, withoutBold, wordsOf } from './tree.ts'

/** Longer is no heading but a lead paragraph that stands out. */
const LONGEST = 150

/** How Vietnamese papers number their parts, the greater first. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II. */
const PARTS: readonly RegExp[] = [
  /^Phần\s+(?:thứ\s+)?\S+/iu,
  /^Chương\s+[IVXLC\d]+/iu,
  /^Mục\s+[IVXLC\d]+/iu,
  /^Điều\s+\d+/iu,
  /^[IVXLC]+\s*[.)/-]/u,
  /^\d+\s*[.)/-](?!\d)/u,
  /^\d+\.\d+/u,
  /^[a-zđ]\s*[.)]/u,
]

/** Greater parts have the smaller rank; styles of Word come before bold lines. */
const BOLD = 10

function rankOf(block: Element, next: Element | undefined): number | undefined {
  const level = /^h([1-6])$/.exec(block.tagName)?.[1]
  if (level !== undefined) return Number(level)
  if (block.tagName !== 'p' || next === undefined || hasClass(block, 'ten-bang') || !isBold(block))
    return undefined
  const words = plainWords(block)
  const part = PARTS.findIndex((each) => each.test(words))
  if (!/\p{L}/u.test(words) || words.length > LONGEST) return undefined
  if (part < 0 && /[.;,…!?]$/u.test(words)) return undefined
  return BOLD + (part < 0 ? 4 : part)
}

export const plainWords = (block: Element): string => wordsOf(block).replace(/\s+/g, ' ').trim()

/** Headings from the second level down without a gap, the first being the title of the page; a paragraph that is bold as a whole is one. */
export function withHeadings(blocks: readonly Element[]): Element[] {
  const ranks = blocks.map((block, index) => rankOf(block, blocks[index + 1]))
  const order = [...new Set(ranks.flatMap((each) => each ?? []))].sort((a, b) => a - b)
  let former = 1
  return blocks.map((block, index) => {
    const rank = ranks[index]
    if (rank === undefined) return block
    former = Math.min(order.indexOf(rank) + 2, former + 1, 6)
    return element(`h${former}`, inOneLine(block))
  })
}

const inOneLine = (block: Element): Element['children'] =>
  withoutBold(block.children).map((each) => (isElement(each, 'br') ? { type: 'text', value: ' ' } : each))

/** The title that the text begins with, and the rest: a title by its style wherever it stands, else a heading or a bold line at the top. */
export function takeTitle(blocks: readonly Element[]): {
  title: string | undefined
  rest: readonly Element[]
} {
  const styled = blocks.findIndex((each) => hasClass(each, 'tieu-de'))
  const top = blocks.findIndex((each) => plainWords(each) !== '')
  const first = blocks[top]
  const isTitle = first && rankOf(first, blocks[top + 1]) !== undefined
  const at = styled >= 0 ? styled : isTitle ? top : -1
  const block = blocks[at]
  return block
    ? { title: plainWords(block), rest: blocks.filter((_, index) => index !== at) }
    : { title: undefined, rest: blocks }
}
