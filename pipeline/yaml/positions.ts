import type { Document, LineCounter, ScalarTag } from 'yaml'
import type { Place } from '../diagnostics/diagnostic.ts'
import { positionsParser } from './library.ts'
import { FLOAT, INTEGER } from './scalars.ts'

const scalar = (name: string, test: RegExp, resolve: (text: string) => unknown): ScalarTag => ({
  tag: `tag:yaml.org,2002:${name}`,
  default: true,
  test,
  resolve,
})

/** The same dialect as parse-yaml.ts, in the words of the parser that keeps positions. */
const DIALECT: ScalarTag[] = [
  scalar('null', /^(?:~|null|Null|NULL)?$/, () => null),
  scalar('bool', /^(?:true|True|TRUE|false|False|FALSE)$/, (text) => text[0] === 't' || text[0] === 'T'),
  scalar('int', INTEGER, Number),
  scalar('float', FLOAT, Number),
]

/** A document with the table of its lines. */
export type Positioned = { readonly document: Document; readonly lines: LineCounter }

/** Reads a text in the dialect, keeping where everything stands. */
export function readPositioned(text: string): Positioned {
  const { LineCounter, parseDocument } = positionsParser()
  const lines = new LineCounter()
  const document = parseDocument(text, {
    schema: 'failsafe',
    customTags: (tags) => [...tags, ...DIALECT],
    lineCounter: lines,
    prettyErrors: false,
    version: '1.2',
    uniqueKeys: true,
  })
  return { document, lines }
}

export const placeAt = ({ lines }: Positioned, offset: number): Place => {
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(1, line), column: Math.max(1, col) }
}

/**
 * Where a value stands in YAML text. A path that does not exist gives the place of its nearest parent:
 * the spot where a missing key would go.
 *
 * @param path keys and indices from the root; `key: true` asks for the key itself instead of its value
 */
export function locate(text: string, path: readonly (string | number)[], { key = true } = {}): Place {
  const { isNode } = positionsParser()
  const positioned = readPositioned(text)
  let node: unknown = positioned.document.contents
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0
  for (const step of path) {
    const next: { value: unknown; keyNode?: unknown } | undefined = child(node, step)
    if (!next) break
    const anchor = key && isNode(next.keyNode) ? next.keyNode : next.value
    offset = isNode(anchor) ? (anchor.range?.[0] ?? offset) : offset
    node = next.value
  }
  return placeAt(positioned, offset)
}

function child(node: unknown, step: string | number): { value: unknown; keyNode?: unknown } | undefined {
  const { isMap, isPair, isScalar } = positionsParser()
  if (isMap(node)) {
    const pair = node.items.find(
      (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step),
    )
    return pair && { value: pair.value ?? pair.key, keyNode: pair.key }
  }
  const items = (node as { items?: unknown[] } | null)?.items
  return Array.isArray(items) && typeof step === 'number' && items[step] !== undefined
    ? { value: items[step] }
    : undefined
}
