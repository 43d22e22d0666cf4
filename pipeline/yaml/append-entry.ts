import { isSeq, parseDocument } from 'yaml'

/**
 * A YAML text with one more entry at the end of the list under a key; comments and everything else stay. Undefined where the text
 * cannot be read or has no such list.
 */
export function appendEntry(text: string, key: string, entry: object): string | undefined {
  const document = parseDocument(text, { version: '1.2', keepSourceTokens: true })
  const list = document.get(key)
  if (document.errors.length > 0 || !isSeq(list)) return undefined
  if (list.items.length === 0) list.flow = false
  list.add(document.createNode(entry))
  return document.toString({ lineWidth: 0, flowCollectionPadding: false })
}

/** A record as YAML text, its keys in the order given; what is undefined is left out. */
export function writeRecord(record: object): string {
  const document = parseDocument('{}')
  document.contents = document.createNode(withoutAbsent(record)) as never
  return document.toString({ lineWidth: 0 })
}

function withoutAbsent(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutAbsent)
  if (typeof value !== 'object' || value === null) return value
  const present = Object.entries(value).filter(([, each]) => each !== undefined)
  return Object.fromEntries(present.map(([key, each]) => [key, withoutAbsent(each)]))
}
