import { FLOAT, INTEGER } from './scalars.ts'

const INSIDE = '[^\\n:#\\0-\\x1F\\x7F-\\x9F\\u2028\\u2029\\uD800-\\uDFFF\\uFEFF-\\uFFFF]'
const FIRST = '[A-Za-z0-9\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u024F\\u1EA0-\\u1EF9]'
/** A field on a line: its name, a word or a sentence that no sign of YAML opens or interrupts. */
const FIELD = new RegExp(`([A-Za-z]{1,40}): (${FIRST}${INSIDE}*(?::(?=[^\\s#])${INSIDE}*)*)(?:\\n|$)`, 'y')
/** Whatever is not text as a value, or no text as a name. */
const NAMED: ReadonlyMap<string, boolean | null> = new Map(
  ['null', 'true', 'false'].flatMap((word) =>
    [word, word.toUpperCase(), (word[0] as string).toUpperCase() + word.slice(1)].map(
      (each): [string, boolean | null] => [each, word === 'null' ? null : word === 'true'],
    ),
  ),
)

/**
 * The commonest YAML of all, front matter in fields of one line each, read without a parser; undefined where a text is anything
 * else. A property test holds it to both parsers.
 */
export function readFlatFields(text: string): Record<string, unknown> | undefined {
  const fields: Record<string, unknown> = {}
  let at = text.startsWith('\n') ? 1 : 0
  if (at === text.length) return undefined
  while (at < text.length) {
    FIELD.lastIndex = at
    const found = FIELD.exec(text)
    if (!found) return undefined
    const [line, name = '', value = ''] = found
    if (NAMED.has(name) || Object.hasOwn(fields, name)) return undefined
    fields[name] = scalarOf(value)
    at += line.length
  }
  return fields
}

/** Blanks at the end of a line are nothing; no-break spaces are text. */
function scalarOf(written: string): string | number | boolean | null {
  const text = written.endsWith(' ') ? written.replace(/ +$/, '') : written
  const named = NAMED.get(text)
  if (named !== undefined) return named
  const code = text.charCodeAt(0)
  const isNumber = code >= 0x30 && code <= 0x39 && (INTEGER.test(text) || FLOAT.test(text))
  return isNumber ? Number(text) : text
}
