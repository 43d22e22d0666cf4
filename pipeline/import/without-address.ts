import type { Element, ElementContent } from 'hast'
import { isElement, text, wordsOf } from './tree.ts'
import type { WordDocument } from './word-document.ts'

/** Stands in the place of the mailbox of whoever sent a text. */
const MASK = '[…]'

/** A document in which the mailbox of its sender stands nowhere: not in words, not behind a link, not cut in pieces by bold letters. */
export function withoutAddress(document: WordDocument, address: string | undefined): WordDocument {
  if (!address) return document
  const pattern = new RegExp(address.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'gi')
  const masked = (words: string): string => words.replace(pattern, MASK)
  const shows = (node: ElementContent): boolean => wordsOf(node).search(pattern) >= 0
  const clean = (node: ElementContent): ElementContent[] => {
    if (node.type === 'text') return [text(masked(node.value))]
    if (!isElement(node)) return [node]
    const cleaned = node.children.flatMap(clean)
    if (isElement(node, 'a') && decoded(String(node.properties.href ?? '')).search(pattern) >= 0)
      return cleaned
    const properties = Object.fromEntries(
      Object.entries(node.properties).map(([key, value]) => [
        key,
        typeof value === 'string' ? masked(value) : value,
      ]),
    )
    const whole = { ...node, properties, children: cleaned }
    return shows(whole) ? [{ ...whole, children: [text(masked(wordsOf(whole)))] }] : [whole]
  }
  return { ...document, blocks: document.blocks.flatMap((each) => clean(each) as Element[]) }
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href)
  } catch {
    return href
  }
}
