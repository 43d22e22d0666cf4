import type { Element, ElementContent } from 'hast'
import { trimmed } from './inline.ts'
import { element, isBold, isElement, text, wordsOf } from './tree.ts'

/** A paragraph that somebody made a list item by hand: `- thu gom`, `+ phân loại`, `2. kiểm tra`. */
type Typed = {
  readonly list: 'ul' | 'ol'
  /** The sign, or `1` for numbers. */
  readonly mark: string
  readonly start: number
  readonly length: number
}

/** Signs that mean the same depth. */
const SIGNS = ['-–—', '•●▪■◆♦❖➢➤⮚►▶', '*', '+'] as const

function typedIn(block: Element): Typed | undefined {
  if (block.tagName !== 'p') return undefined
  const words = firstText(block)
  if (words === undefined) return undefined
  const bullet = /^([-–—•●▪■◆♦❖➢➤⮚►▶*+])\s+(?=\S)/u.exec(words)
  if (bullet) {
    const mark = SIGNS.find((each) => each.includes(bullet[1] ?? '')) ?? '-'
    return { list: 'ul', mark, start: 1, length: bullet[0].length }
  }
  const number = /^(\d{1,3})\.\s+(?=\S)/u.exec(words)
  return number && block.children[0]?.type === 'text' && !isBold(block)
    ? { list: 'ol', mark: '1', start: Number(number[1]), length: number[0].length }
    : undefined
}

/** The text that a block begins with, also where it is bold. */
function firstText(node: Element): string | undefined {
  const [first] = node.children
  if (first?.type === 'text') return first.value
  return isElement(first, 'strong', 'em') ? firstText(first) : undefined
}

/** A list that the next item may join. */
type Open = { readonly list: Element; readonly mark: string; next: number }

/** Paragraphs that were made list items by hand, as lists; an item with another sign than those above it belongs to the last of them. */
export function typedLists(blocks: readonly Element[]): Element[] {
  const all: Element[] = []
  const typed = blocks.map(typedIn)
  // The lists that are open, each below an item of the one before; a block between ends them.
  let open: Open[] = []
  blocks.forEach((block, index) => {
    const own = typed[index]
    if (!own) {
      open = []
      all.push(block)
      return
    }
    const at = open.findLastIndex(
      ({ mark, next }) => mark === own.mark && (own.list === 'ul' || next === own.start),
    )
    const item = element('li', withoutMark(block.children, own.length))
    const joins = open[at]
    if (joins) {
      joins.list.children.push(item)
      joins.next += 1
      open = open.slice(0, at + 1)
      return
    }
    const list = element(own.list, [item], own.start === 1 ? {} : { start: own.start })
    const above = open.at(-1)
    const last = above?.list.children.at(-1)
    if (above && isElement(last) && goesBelow(own, above, last, typed.slice(index + 1)))
      last.children.push(list)
    else {
      open = []
      all.push(list)
    }
    open.push({ list, mark: own.mark, next: own.start + 1 })
  })
  return all
}

/** Whether an item belongs below another one, and is not the first of a list beside it. */
function goesBelow(own: Typed, above: Open, last: Element, rest: readonly (Typed | undefined)[]): boolean {
  const announced = wordsOf(last).trimEnd().endsWith(':')
  if (own.list === 'ol') return own.start === 1 && announced
  if (above.mark !== '1' || own.mark === '+' || announced) return true
  // The numbers go on behind it.
  const next = rest.find((each) => each?.list !== 'ul')
  return next?.start === above.next
}

function withoutMark([first, ...rest]: readonly ElementContent[], length: number): ElementContent[] {
  if (isElement(first))
    return trimmed([{ ...first, children: withoutMark(first.children, length) } as Element, ...rest])
  const words = first?.type === 'text' ? first.value.slice(length) : ''
  return trimmed([text(words), ...rest])
}
