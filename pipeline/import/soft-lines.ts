import type { Element, ElementContent } from 'hast'
import { element, isBold, isElement, text, wordsOf } from './tree.ts'

/** A line of this many letters reached the edge of the paper: who breaks it begins a paragraph. */
const LONG = 60
/** A shorter line was not broken where the paper ends. */
const SHORT = 25
/** The signs and numbers with which a typist begins an item. */
const ITEM = /^(?:[-–—•●▪■◆♦❖➢➤⮚►▶*+]\s|\d{1,2}[.)]\s|[a-zđ]\)\s|[IVX]+\.\s)/u

/**
 * The paragraphs of one in which somebody typed line breaks (Shift+Enter) instead of paragraphs: before an item or an indented line, behind
 * a long line, behind a bold one. Addresses and verses, whose lines are short, stay together.
 */
export function withoutSoftLines(paragraph: Element): Element[] {
  if (isBold(paragraph)) return [paragraph]
  const lines = linesIn(paragraph.children)
  const isTyped = lines.some((line, index) => index > 0 && begins(lines[index - 1] ?? [], line))
  if (!isTyped) return [paragraph]
  const groups: ElementContent[][] = []
  lines.forEach((line, index) => {
    const before = lines[index - 1]
    const last = groups.at(-1)
    if (before && last && !begins(before, line) && !ends(before)) last.push(element('br', []), ...line)
    else groups.push([...line])
  })
  return groups.map((children) => ({ ...paragraph, children }))
}

/** Paragraphs of a text that was broken at the end of every line, as from another program: what goes on in the middle of a sentence is one. */
export function withoutHardLines(blocks: readonly Element[]): Element[] {
  const all: Element[] = []
  for (const block of blocks) {
    const last = all.at(-1)
    if (last && isBroken(last, block))
      all[all.length - 1] = { ...last, children: [...last.children, text(' '), ...block.children] }
    else all.push(block)
  }
  return all
}

function isBroken(last: Element, block: Element): boolean {
  if (last.tagName !== 'p' || block.tagName !== 'p' || isBold(last) !== isBold(block) || isBold(last))
    return false
  const [before, words] = [wordsOf(last).trim(), wordsOf(block).trim()]
  return (
    before.length >= SHORT && /[\p{L}\p{N},]$/u.test(before) && /^\p{Ll}/u.test(words) && !ITEM.test(words)
  )
}

/** Whether a line begins a paragraph below another. */
function begins(before: readonly ElementContent[], line: readonly ElementContent[]): boolean {
  const [former, words] = [wordsIn(before).trim(), wordsIn(line)]
  if (former === '' || words.trim() === '') return true
  const isLong = former.length >= LONG && /^\P{Ll}/u.test(words.trim())
  return /^(?:\t| {5,})/.test(words) || ITEM.test(words.trim()) || isLong || isHeading(before, line)
}

const isHeading = (before: readonly ElementContent[], line: readonly ElementContent[]): boolean =>
  isBold(element('p', before)) && !isBold(element('p', line))

const ends = (line: readonly ElementContent[]): boolean => /[.;:!?…][”"»)]?$/u.test(wordsIn(line).trim())

const wordsIn = (nodes: readonly ElementContent[]): string => wordsOf(element('p', nodes))

/** Content by lines; what is bold over a break is bold in both. */
function linesIn(nodes: readonly ElementContent[]): ElementContent[][] {
  const lines: ElementContent[][] = [[]]
  for (const node of nodes) {
    if (isElement(node, 'br')) lines.push([])
    else if (isElement(node, 'strong', 'em', 'del', 's', 'u')) {
      const [first = [], ...others] = linesIn(node.children)
      lines.at(-1)?.push({ ...node, children: first })
      lines.push(...others.map((children) => [{ ...node, children }]))
    } else lines.at(-1)?.push(node)
  }
  return lines
}
