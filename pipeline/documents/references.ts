import type { Token } from 'markdown-it'
import type { Place } from '../diagnostics/diagnostic.ts'
import { parseMarkdown } from './markdown.ts'

/** A link or an image in a body; the line counts in the body, from 1. */
export type Reference = {
  readonly type: 'link' | 'image'
  readonly target: string
  /** The words of a link, the alternative text of an image. */
  readonly text: string
  readonly at: Place
}

export type References = { readonly references: readonly Reference[]; readonly anchors: ReadonlySet<string> }

const NONE: References = { references: [], anchors: new Set() }

/** Links and images need a bracket or an angle bracket, headings a `#` or an underline: most bodies are spared the parser. */
const MAY_REFER = /[[<]/
const MAY_HAVE_ANCHORS = /^(?: {0,3}#{1,6}\s| {0,3}(?:=+|-+)\s*$)/m

/** Every link and image of a body. */
export function referencesOf(body: string): readonly Reference[] {
  return MAY_REFER.test(body) ? collect(parseMarkdown(body), body).references : NONE.references
}

/** The anchors that a body offers to links. */
export function anchorsOf(body: string): ReadonlySet<string> {
  return MAY_HAVE_ANCHORS.test(body) ? collect(parseMarkdown(body), body).anchors : NONE.anchors
}

function collect(tokens: readonly Token[], body: string): References {
  const references: Reference[] = []
  const anchors = new Set<string>()
  const lines = body.split('\n')
  for (const token of tokens) {
    const id = token.attrGet('id')
    if (token.type === 'heading_open' && id) anchors.add(id)
    if (token.type === 'inline' && token.children)
      references.push(...inlineReferences(token.children, token.map?.[0] ?? 0, lines))
  }
  return { references, anchors }
}

function inlineReferences(
  children: readonly Token[],
  firstLine: number,
  lines: readonly string[],
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
    found.push({ type, target, text, at: placeIn(lines, line, target, text) })
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
    const at =
      content.indexOf(decodeSafely(target)) >= 0
        ? content.indexOf(decodeSafely(target))
        : text
          ? content.indexOf(text)
          : -1
    if (at >= 0) return { line: index + 1, column: at + 1 }
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
