import type { Letters } from './word-letters.ts'
import { lettersIn } from './word-letters.ts'
import type { WordStyles } from './word-styles.ts'
import { attribute, below, child, childrenOf } from './word-xml.ts'

/** The namespace of WordprocessingML, ECMA-376 part 1. */
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main'

/** The next element around one that has a name. */
export function around(element: Element, ...names: readonly string[]): Element | undefined {
  let at = element.parentNode as Element | null
  while (at && !names.includes(at.localName)) at = at.parentNode as Element | null
  return at ?? undefined
}

export const paragraphOf = (element: Element): Element | undefined => around(element, 'p')

/** The runs of a paragraph, without those of text boxes that hang on it. */
export const runsOf = (paragraph: Element): Element[] =>
  below(paragraph, 'r').filter((run) => paragraphOf(run) === paragraph)

export const styleOf = (paragraph: Element | undefined): string | undefined =>
  attribute(child(child(paragraph, 'pPr'), 'pStyle'), 'val')

/** How the letters of a run look: by its own word, else by its styles. */
export function lettersOf(run: Element, paragraph: Element | undefined, styles: WordStyles): Letters {
  const properties = child(run, 'rPr')
  const style = attribute(child(properties, 'rStyle'), 'val')
  return { ...styles.letters(styleOf(paragraph), style), ...lettersIn(properties) }
}

/** A new element of Word beside or below another. */
export function made(
  near: Element,
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Element | string)[]
): Element {
  const space = near.namespaceURI === STRICT ? STRICT : WORD
  const element = near.ownerDocument.createElementNS(space, `w:${name}`)
  for (const [key, value] of Object.entries(attributes)) element.setAttributeNS(space, `w:${key}`, value)
  for (const each of children)
    element.appendChild(typeof each === 'string' ? near.ownerDocument.createTextNode(each) : each)
  return element
}

/** A run of words, or of elements. */
export const madeRun = (near: Element, words: string, { bold = false } = {}): Element =>
  made(near, 'r', {}, ...(bold ? [made(near, 'rPr', {}, made(near, 'b'))] : []), made(near, 't', {}, words))

export const removed = (element: Element): void => void element.parentNode?.removeChild(element)

/** Puts other nodes where an element stood. */
export function replaced(element: Element, nodes: readonly Node[]): void {
  for (const each of nodes) element.parentNode?.insertBefore(each, element)
  removed(element)
}

/** Takes the children of an element by name away. */
export function without(element: Element | undefined, ...names: readonly string[]): void {
  for (const each of element ? childrenOf(element) : []) if (names.includes(each.localName)) removed(each)
}

/** The properties of a paragraph or a run, which stand first in it. */
export function propertiesOf(element: Element, name: 'pPr' | 'rPr'): Element {
  const own = child(element, name)
  if (own) return own
  return element.insertBefore(made(element, name), element.firstChild)
}
