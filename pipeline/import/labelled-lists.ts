import type { Element, ElementContent } from 'hast'
import { tidyInline, trimmed } from './inline.ts'
import { element, find, isElement, withoutPictures, wordsOf } from './tree.ts'

/** Stands in front of the words of an item: its number in a list, or what it is called where Markdown has no list for it, `a)`, `Điều 1.` */
const NUMBER = /^\uE000(\d+)\uE001/u
const LABEL = /^\uE002[^\uE003]*\uE003/u

/** A list as Markdown can hold it: items that are called otherwise than 1, 2, 3 are paragraphs with their name in front. */
export function openList(list: Element): Element[] {
  const blocks: Element[] = []
  let next = 0
  for (const item of itemsOf(list)) {
    const { words, own, below } = contentOf(item)
    const isNothing = wordsOf(element('p', own)).trim() === ''
    if (isNothing) blocks.push(...below)
    else if (LABEL.test(words)) blocks.push(element('p', own), ...below)
    else {
      const number = Number(NUMBER.exec(words)?.[1] ?? next)
      addItem(blocks, list.tagName, itemOf(own, below), number, next)
      next = number + 1
    }
  }
  return blocks
}

const itemOf = (own: readonly ElementContent[], below: readonly Element[]): Element =>
  element('li', [...(below.some((each) => each.tagName === 'p') ? [element('p', own)] : own), ...below])

/** An item goes on in the list before it where its number does. */
function addItem(blocks: Element[], list: string, item: Element, number: number, next: number): void {
  const last = blocks.at(-1)
  if (isElement(last, list) && (list === 'ul' || number === next)) last.children.push(item)
  else blocks.push(element(list, [item], list === 'ul' || number <= 1 ? {} : { start: number }))
}

/** The words of an item, its pictures and what is listed below it. */
function contentOf(item: Element): { words: string; own: ElementContent[]; below: Element[] } {
  const isList = (each: ElementContent) => isElement(each, 'ul', 'ol')
  const rest = item.children.filter((each) => !isList(each))
  const pictures = find(element('p', rest), 'img').map((each) => element('p', [each]))
  return {
    words: rest.map(wordsOf).join(''),
    own: trimmed(tidyInline(withoutPictures(rest))),
    below: [...pictures, ...item.children.flatMap((each) => (isList(each) ? openList(each as Element) : []))],
  }
}

const itemsOf = (list: Element): Element[] =>
  list.children.filter((each) => isElement(each, 'li')) as Element[]
