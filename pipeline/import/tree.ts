import type { Element, ElementContent, Root, RootContent } from 'hast'

export type Node = Root | RootContent | ElementContent

export const element = (
  tagName: string,
  children: readonly ElementContent[],
  properties: Element['properties'] = {},
): Element => ({ type: 'element', tagName, properties, children: [...children] })

export const text = (value: string): ElementContent => ({ type: 'text', value })

export const isElement = <Name extends string>(
  node: Node | undefined,
  ...names: readonly Name[]
): node is Element & { tagName: Name } =>
  node?.type === 'element' && (names.length === 0 || names.includes(node.tagName as Name))

export const childrenOf = (node: Node): readonly ElementContent[] =>
  'children' in node ? (node.children as ElementContent[]) : []

/** The words of a node; a line break is a break. */
export function wordsOf(node: Node): string {
  if (node.type === 'text') return node.value
  if (isElement(node, 'br')) return '\n'
  return childrenOf(node).map(wordsOf).join('')
}

/** All elements of some names below a node, in order. */
export const find = (node: Node, ...names: readonly string[]): Element[] =>
  childrenOf(node).flatMap((each) => [...(isElement(each, ...names) ? [each] : []), ...find(each, ...names)])

export const hasClass = (node: Element, name: string): boolean =>
  Array.isArray(node.properties.className) && node.properties.className.includes(name)

/** Whether all words of a node are bold. */
export const isBold = (node: Node): boolean =>
  wordsOf(node).trim() !== '' &&
  childrenOf(node).every(
    (each) =>
      isElement(each, 'strong', 'br', 'img') ||
      wordsOf(each).trim() === '' ||
      (isElement(each, 'em', 'a') && isBold(each)),
  )

/** The same words without bold. */
export const withoutBold = (nodes: readonly ElementContent[]): ElementContent[] =>
  nodes.flatMap((each) => {
    if (isElement(each, 'strong')) return withoutBold(each.children)
    return isElement(each) ? [{ ...each, children: withoutBold(each.children) }] : [each]
  })

export const withoutPictures = (nodes: readonly ElementContent[]): ElementContent[] =>
  nodes.flatMap((each): ElementContent[] => {
    if (isElement(each, 'img')) return []
    return isElement(each) ? [{ ...each, children: withoutPictures(each.children) }] : [each]
  })
