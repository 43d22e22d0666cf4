import type { Element, ElementContent } from 'hast'
import { isElement, text } from './tree.ts'
import type { WordDocument } from './word-document.ts'

/** Stands in the place of the mailbox of whoever sent a text. */
const MASK = '[…]'

/** A document in which the mailbox of its sender stands nowhere, neither in words nor behind a link. */
export function withoutAddress(document: WordDocument, address: string | undefined): WordDocument {
  if (!address) return document
  const pattern = new RegExp(address.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'gi')
  const clean = (node: ElementContent): ElementContent[] => {
    if (node.type === 'text') return [text(node.value.replace(pattern, MASK))]
    if (!isElement(node)) return [node]
    const children = node.children.flatMap(clean)
    const leads = isElement(node, 'a') && decoded(String(node.properties.href ?? '')).search(pattern) >= 0
    const properties = Object.fromEntries(
      Object.entries(node.properties).map(([key, value]) => [
        key,
        typeof value === 'string' ? value.replace(pattern, MASK) : value,
      ]),
    )
    return leads ? children : [{ ...node, properties, children }]
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
