import type { Token } from 'markdown-it'
import type { Place } from '../diagnostics/diagnostic.ts'
import { anchorsIn, parseInline, parseMarkdown } from './markdown.ts'
import { placeOfOffset } from './text-place.ts'

/** A link or an image in a body; the line counts in the body, from 1. */
export type Reference = {
  readonly type: 'link' | 'image'
  readonly target: string
  /** The words of a link, the alternative text of an image. */
  readonly text: string
  readonly at: Place
}

/** Links and images need a bracket or an angle bracket, headings a `#` or an underline: most bodies are spared the parser. */
const mayRefer = (text: string): boolean => text.includes('[') || text.includes('<')
const MAY_HAVE_ANCHORS = /^(?: {0,3}#{1,6}\s| {0,3}(?:=+|-+)\s*$)/m

/** What makes the blocks of a text lean on each other: fences, definitions of references, indented continuations. */
const ENTANGLED = /^ {0,3}(?:```|~~~)|^ {0,3}\[[^\]]*\]:|^(?: {4}|\t)|<[!?a-zA-Z/]/m
/** Every entangled text holds one of these, and looking for them is far quicker than the pattern. */
const SIGNS_OF_ENTANGLEMENT = ['```', '~~~', ']:', '    ', '\t', '<']
const isEntangled = (body: string): boolean =>
  SIGNS_OF_ENTANGLEMENT.some((sign) => body.includes(sign)) && ENTANGLED.test(body)

/**
 * A block whose only brackets are links of the plainest kind, `[words](path)`: no nesting, no code, no escape, no emphasis in
 * the words, a target that needs no decoding. Nothing is left to interpret; a property test holds this to the parser.
 */
const PLAIN_TEXT = '[^[\\]<>\\\\`!&]*'
const PLAIN_LINK = '\\[([^[\\]<>\\\\`!&*_~()\\n]+)\\]\\(([a-z0-9./#?=:-]+)\\)'
const SIMPLE = new RegExp(`^${PLAIN_TEXT}(?:${PLAIN_LINK}${PLAIN_TEXT})+$`)
const SIMPLE_LINK = new RegExp(PLAIN_LINK, 'g')

/** Every link and image of a body. */
export function referencesOf(body: string): readonly Reference[] {
  if (!mayRefer(body)) return []
  if (isEntangled(body)) return collect(parseMarkdown(body), body, 0)
  return blocksThatRefer(body).flatMap(({ text, line }) =>
    SIMPLE.test(text) ? simpleReferences(text, line) : collect(parseInline(text), text, line),
  )
}

/** The anchors that a body offers to links. */
export const anchorsOf = (body: string): ReadonlySet<string> =>
  MAY_HAVE_ANCHORS.test(body) ? anchorsIn(body) : new Set()

/** Paragraphs, lists and tables that hold a bracket, each with the line before it; a blank line parts them. */
function blocksThatRefer(body: string): { text: string; line: number }[] {
  const found: { text: string; line: number }[] = []
  let [start, line] = [0, 0]
  for (let bracket = nextBracket(body, 0); bracket >= 0; ) {
    const counted = start
    let end = blankLine(body, start)
    for (; end < bracket; end = blankLine(body, start)) start = end + 2
    line += lineFeeds(body, counted, start)
    found.push({ text: body.slice(start, end), line })
    bracket = nextBracket(body, end)
  }
  return found
}

function blankLine(body: string, from: number): number {
  const at = body.indexOf('\n\n', from)
  return at < 0 ? body.length : at
}

function nextBracket(body: string, from: number): number {
  const [square, angle] = [body.indexOf('[', from), body.indexOf('<', from)]
  return square < 0 || angle < 0 ? Math.max(square, angle) : Math.min(square, angle)
}

function lineFeeds(text: string, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

function simpleReferences(text: string, before: number): Reference[] {
  return [...text.matchAll(SIMPLE_LINK)].map((match): Reference => {
    const [, words = '', target = ''] = match
    const { line, column } = placeOfOffset(text, match.index + words.length + 3)
    return { type: 'link', target, text: words, at: { line: line + before, column } }
  })
}

function collect(tokens: readonly Token[], text: string, before: number): Reference[] {
  const lines = text.split('\n')
  return tokens.flatMap(({ type, children, map }) =>
    type === 'inline' && children ? inlineReferences(children, map?.[0] ?? 0, lines, before) : [],
  )
}

function inlineReferences(
  children: readonly Token[],
  firstLine: number,
  lines: readonly string[],
  before: number,
): Reference[] {
  const found: Reference[] = []
  let line = firstLine
  children.forEach((child, index) => {
    if (child.type === 'softbreak' || child.type === 'hardbreak') line += 1
    const target =
      child.type === 'link_open'
        ? child.attrGet('href')
        : child.type === 'image'
          ? child.attrGet('src')
          : null
    if (target === null) return
    const type = child.type === 'image' ? 'image' : 'link'
    const text = type === 'image' ? child.content : textUntilClose(children, index)
    const at = placeIn(lines, line, target, text)
    found.push({ type, target, text, at: { line: at.line + before, column: at.column } })
  })
  return found
}

function textUntilClose(children: readonly Token[], start: number): string {
  const end = children.findIndex((child, index) => index > start && child.type === 'link_close')
  return children
    .slice(start + 1, end)
    .map((child) => child.content)
    .join('')
}

/** markdown-it keeps lines, not columns: look for the target, then for the words, on the line and those that follow. */
function placeIn(lines: readonly string[], line: number, target: string, text: string): Place {
  for (let index = line; index < Math.min(lines.length, line + 20); index += 1) {
    const content = lines[index] as string
    const places = [content.indexOf(decodeSafely(target)), text ? content.indexOf(text) : -1]
    const at = places.find((each) => each >= 0)
    if (at !== undefined) return { line: index + 1, column: at + 1 }
  }
  return { line: line + 1, column: 1 }
}

function decodeSafely(target: string): string {
  try {
    return decodeURIComponent(target)
  } catch {
    return target
  }
}
