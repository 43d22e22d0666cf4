import { isSeq, parseDocument } from 'yaml'

/**
 * A YAML text with one more entry at the end of the list under a key; comments and everything else stay. Undefined where the text
 * cannot be read or has no such list.
 */
export function appendEntry(
  text: string,
  key: string,
  entry: Readonly<Record<string, unknown>>,
): string | undefined {
  const document = parseDocument(text, { version: '1.2', keepSourceTokens: true })
  const list = document.get(key)
  if (document.errors.length > 0 || !isSeq(list)) return undefined
  if (list.items.length === 0) list.flow = false
  list.add(document.createNode(entry))
  return document.toString({ lineWidth: 0, flowCollectionPadding: false })
}

/** A record as YAML text, its keys in the order given; what is undefined is left out. */
export function writeRecord(record: Readonly<Record<string, unknown>>): string {
  const document = parseDocument('{}')
  document.contents = document.createNode(withoutAbsent(record)) as never
  return document.toString({ lineWidth: 0 })
}

const withoutAbsent = (record: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(record)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [
        key,
        typeof value === 'object' && value !== null ? withoutAbsent(value as Record<string, unknown>) : value,
      ]),
  )
