/** Characters that are never in a plain text: tabs, control characters, foreign line breaks, halves of characters. */
const UNUSUAL = /[\0-\x09\x0B-\x1F\x7F-\x9F\u2028\u2029\uFEFF\uFFFE\uFFFF\p{Cs}]/u

const KEY = '(?!(?:true|false|null):)[A-Za-z][A-Za-z0-9]{0,60}'
/** A word or a sentence that no sign of YAML opens or interrupts, or words in one pair of quotes. */
const VALUE = `(?:[\\p{L}\\p{N}«“](?:[^:#]|:(?=[^\\s#])|(?<! )#)*|"[^"\\\\]*"|'[^']*')`
const LINE = new RegExp(`^ *(?:#.*|(?:- )?${KEY}:(?: +${VALUE})?(?: +#.*)?|- ${VALUE}(?: +#.*)?)?$`, 'iu')
const BLOCK = new RegExp(`^( *)${KEY}: [|>]-?$`, 'iu')

/**
 * Whether a text is written as nearly all are: one field or list item a line, and block scalars two spaces further in.
 * Everything that YAML can do beyond that makes it unusual, not wrong.
 */
export function isPlain(text: string): boolean {
  if (UNUSUAL.test(text)) return false
  let inside: string | undefined
  let opened = false
  for (const line of text.split('\n')) {
    if (inside !== undefined && line.startsWith(inside) && /\S/.test(line.charAt(inside.length))) {
      opened = false
      continue
    }
    const block = BLOCK.exec(line)
    if (opened || (!block && !LINE.test(line))) return false
    opened = block !== null
    inside = block ? `${block[1]}  ` : undefined
  }
  return !opened
}
