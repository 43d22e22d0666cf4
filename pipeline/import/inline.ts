import type { Element, ElementContent } from 'hast'
import { linkType } from '../documents/markdown.ts'
import { element, isElement, text, wordsOf } from './tree.ts'

const SUPERSCRIPTS = new Map(
  [...'0123456789+-=()n'].map((sign, index) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ'][index] as string]),
)
const SUBSCRIPTS = new Map(
  [...'0123456789+-=()'].map((sign, index) => [sign, [...'₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'][index] as string]),
)

/** `12` → `¹²`. */
export const superscript = (words: string): string =>
  [...words].map((sign) => SUPERSCRIPTS.get(sign) ?? sign).join('')

/** What Word and its typists leave in a text: hard blanks, invisible signs, tabs, runs of blanks. Line breaks are elements here. */
export const tidyText = (words: string): string =>
  words
    .normalize('NFC')
    .replace(/\u{1F5F9}/gu, '☑')
    .replace(/\u{1F5F7}/gu, '☒')
    .replace(/\uE000\d+\uE001/gu, '')
    .replace(/\uE002([^\uE003]*)\uE003/gu, '$1 ')
    .replace(/[\u00AD\u200B-\u200F\u2028-\u202E\u2060\uFEFF]/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')

/** Inline content as a careful typist writes it: nothing empty, no blank at an edge of bold or italic, links that may be followed. */
export const tidyInline = (nodes: readonly ElementContent[]): ElementContent[] =>
  unglued(joined(nodes.flatMap(tidy)))

function tidy(node: ElementContent): ElementContent[] {
  if (node.type === 'text') return node.value === '' ? [] : [text(tidyText(node.value))]
  if (!isElement(node)) return []
  const inner = tidyInline(node.children)
  switch (node.tagName) {
    case 'br':
    case 'img':
      return [node]
    case 'strong':
    case 'em':
      return lifted(node.tagName, inner)
    case 's':
    case 'del':
      return lifted('del', inner)
    case 'input':
      return [text(node.properties.checked ? '☒ ' : '☐ ')]
    case 'a':
      return link(String(node.properties.href ?? ''), inner)
    case 'sup':
      return signs(inner, SUPERSCRIPTS)
    case 'sub':
      return signs(inner, SUBSCRIPTS)
    default:
      return inner
  }
}

/** Blanks and breaks at the edges go outside; pictures are never bold. */
function lifted(name: string, inner: readonly ElementContent[]): ElementContent[] {
  const isEdge = (each: ElementContent | undefined) =>
    isElement(each, 'br', 'img') || (each?.type === 'text' && each.value.trim() === '')
  let [from, to] = [0, inner.length]
  while (from < to && isEdge(inner[from])) from += 1
  while (to > from && isEdge(inner[to - 1])) to -= 1
  const core = inner.slice(from, to)
  if (core.length === 0) return [...inner]
  const [first, last] = [core[0], core.at(-1)]
  const before = first?.type === 'text' && /^\s/.test(first.value) ? [text(' ')] : []
  const after = last?.type === 'text' && /\s$/.test(last.value) ? [text(' ')] : []
  return [...inner.slice(0, from), ...before, element(name, trimmed(core)), ...after, ...inner.slice(to)]
}

function link(href: string, inner: ElementContent[]): ElementContent[] {
  const allowed = /^(?:https?|mailto):/i.test(href) && linkType(href) === 'external'
  return allowed && wordsOf(element('a', inner)).trim() !== ''
    ? lifted('a', inner).map((each) => (isElement(each, 'a') ? { ...each, properties: { href } } : each))
    : inner
}

/** `m<sup>2</sup>` → `m²`; what has no such sign stands as it is. */
function signs(inner: readonly ElementContent[], table: ReadonlyMap<string, string>): ElementContent[] {
  const words = wordsOf(element('sup', inner))
  return [...words].every((sign) => table.has(sign))
    ? [text([...words].map((sign) => table.get(sign)).join(''))]
    : [...inner]
}

/** Markdown cannot end bold between a sign and a letter, `**(1)**nhé`: signs at such an edge go outside. */
const unglued = (nodes: readonly ElementContent[]): ElementContent[] =>
  joined(
    nodes.flatMap((node, index) => {
      const opens = /[\p{L}\p{N}]$/u.test(wordsOf(nodes[index - 1] ?? text('')))
      const closes = /^[\p{L}\p{N}]/u.test(wordsOf(nodes[index + 1] ?? text('')))
      return isElement(node, 'strong', 'em', 'del') && (opens || closes) ? withSignsOutside(node) : [node]
    }),
  )

function withSignsOutside(node: Element): ElementContent[] {
  const [only, ...others] = node.children
  if (only?.type !== 'text' || others.length > 0) return [node]
  const [, left = '', core = '', right = ''] =
    /^([\p{P}\p{S}\s]*)(.*?)([\p{P}\p{S}\s]*)$/su.exec(only.value) ?? []
  const middle = core === '' ? [] : [element(node.tagName, [text(core)])]
  return [...(left === '' ? [] : [text(left)]), ...middle, ...(right === '' ? [] : [text(right)])]
}

/** Neighbours that are alike become one; two blanks become one. */
function joined(nodes: readonly ElementContent[]): ElementContent[] {
  const all: ElementContent[] = []
  for (const node of nodes) {
    const last = all.at(-1)
    if (last?.type === 'text' && node.type === 'text')
      all[all.length - 1] = text((last.value + node.value).replace(/ {2,}/g, ' '))
    else if (isElement(last, 'strong', 'em', 'del') && isElement(node, last.tagName))
      all[all.length - 1] = element(last.tagName, joined([...last.children, ...node.children]))
    else if (
      isElement(node, 'strong', 'em', 'del') &&
      last?.type === 'text' &&
      last.value === ' ' &&
      isElement(all.at(-2), node.tagName)
    ) {
      const former = all.at(-2) as ReturnType<typeof element>
      all.splice(-2, 2, element(node.tagName, joined([...former.children, last, ...node.children])))
    } else all.push(node)
  }
  return all
}

/** Without blanks and breaks at both ends, and without blanks around a break. */
export function trimmed(nodes: readonly ElementContent[]): ElementContent[] {
  const all = nodes.map((each, index) => {
    if (each.type !== 'text') return each
    const before = index === 0 || isElement(nodes[index - 1], 'br')
    const after = index === nodes.length - 1 || isElement(nodes[index + 1], 'br')
    return text(each.value.replace(before ? /^\s+/ : /(?!)/, '').replace(after ? /\s+$/ : /(?!)/, ''))
  })
  const kept = all.filter((each) => each.type !== 'text' || each.value !== '')
  const isBreak = (each: ElementContent | undefined) => isElement(each, 'br')
  while (isBreak(kept[0])) kept.shift()
  while (isBreak(kept.at(-1))) kept.pop()
  return kept.length === nodes.length ? kept : trimmed(kept)
}
