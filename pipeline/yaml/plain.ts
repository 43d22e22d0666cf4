/** Lines that end as on Windows, with line feeds alone; a return anywhere else stays, and is refused. */
export const withLineFeeds = (text: string): string =>
  text.includes('\r') ? text.replace(/\r(?=\n|$)/g, '') : text

/** Characters that are never in a plain text: tabs, control characters, foreign line breaks, halves of characters. */
const UNUSUAL = /[\0-\x09\x0B-\x1F\x7F-\x9F\u2028\u2029\uFEFF\uFFFE\uFFFF\p{Cs}]/u

const KEY = '(?!(?:true|false|null):)[A-Za-z][A-Za-z0-9./-]{0,200}'
const QUOTED = `"[^"\\\\\\n]*"|'[^'\\n]*'`
/** A word or a sentence that no sign of YAML opens or interrupts, or words in one pair of quotes, or no item. */
const VALUE = `(?:[\\p{L}\\p{N}«“](?:[^:#]|:(?=[^\\s#])|(?<! )#)*|${QUOTED}|\\[\\])`
const LINE = new RegExp(`^ *(?:#.*|(?:- )?${KEY}:(?: +${VALUE})?(?: +#.*)?|- ${VALUE}(?: +#.*)?)?$`, 'iu')
const BLOCK = new RegExp(`^( *)${KEY}: [|>]-?$`, 'iu')
/** `- { from: "07:30", to: "11:30" }`, on one line or a field a line, with nothing but words in it. */
const WORD = `(?:[\\p{L}\\p{N}][\\p{L}\\p{N}./+-]*(?::\\p{N}[\\p{L}\\p{N}./+-]*)*|${QUOTED})`
const FLOW = new RegExp(
  `^( *)(- |${KEY}: )\\{(?: |\\n\\1 +)${KEY}: ${WORD}(?:,(?: |\\n\\1 +)${KEY}: ${WORD})*(?: |,?\\n\\1 +)\\}$`,
  'gimu',
)

/**
 * Whether a text is written as nearly all are: one field or list item a line, and block scalars two spaces further in.
 * Everything that YAML can do beyond that makes it unusual, not wrong.
 */
export function isPlain(text: string): boolean {
  if (UNUSUAL.test(text)) return false
  let inside: string | undefined
  let opened = false
  for (const line of text.replace(FLOW, '$1$2x').split('\n')) {
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
