import type { Element, ElementContent } from 'hast'
import { trimmed } from './inline.ts'
import { element, isBold, isElement, text, wordsOf } from './tree.ts'

/** A paragraph that somebody made a list item by hand: `- thu gom`, `+ phân loại`, `2. kiểm tra`. */
type Typed = {
  readonly list: 'ul' | 'ol'
  readonly depth: 0 | 1
  readonly start: number
  readonly length: number
}

function typedIn(block: Element): Typed | undefined {
  if (block.tagName !== 'p') return undefined
  const [first] = block.children
  if (first?.type !== 'text') return undefined
  const bullet = /^([-–—•●▪*+])\s+(?=\S)/u.exec(first.value)
  if (bullet) return { list: 'ul', depth: bullet[1] === '+' ? 1 : 0, start: 1, length: bullet[0].length }
  const number = /^(\d{1,3})\.\s+(?=\S)/u.exec(first.value)
  return number && !isBold(block)
    ? { list: 'ol', depth: 0, start: Number(number[1]), length: number[0].length }
    : undefined
}

/** Paragraphs that were made list items by hand, as lists. */
export function typedLists(blocks: readonly Element[]): Element[] {
  const all: Element[] = []
  // The list that the next item may join; a block between ends it.
  let open: { list: Element; next: number } | undefined
  for (const block of blocks) {
    const typed = typedIn(block)
    if (!typed) {
      open = undefined
      all.push(block)
      continue
    }
    const item = element('li', withoutMark(block.children, typed.length))
    const last = open?.list.children.at(-1)
    if (open && typed.depth === 1 && isElement(last)) addBelow(last, item)
    else if (open && open.list.tagName === typed.list && (typed.list === 'ul' || open.next === typed.start)) {
      open.list.children.push(item)
      open.next += 1
    } else {
      const list = element(typed.list, [item], typed.start === 1 ? {} : { start: typed.start })
      open = { list, next: typed.start + 1 }
      all.push(list)
    }
  }
  return all
}

function addBelow(item: Element, child: Element): void {
  const last = item.children.at(-1)
  if (isElement(last, 'ul')) last.children.push(child)
  else item.children.push(element('ul', [child]))
}

function withoutMark([first, ...rest]: readonly ElementContent[], length: number): ElementContent[] {
  const words = first?.type === 'text' ? first.value.slice(length) : ''
  return trimmed([text(words), ...rest])
}

/** Whether a block is nothing but a line drawn with signs: `-----`, `_____`. */
export const isRule = (block: Element): boolean => /^[-–—_=*\s.]{3,}$/u.test(wordsOf(block).trim())
