/** A part of a text: from the first offset, up to and without the second. */
export type Span = { readonly start: number; readonly end: number }

/** The fields of front matter that people read as sentences, at whatever depth they stand. */
const PROSE_FIELDS: ReadonlySet<string> = new Set([
  'title',
  'summary',
  'alt',
  'caption',
  'transcript',
  'lateReason',
  'note',
  'question',
  'place',
])

const FIELD = /^( *)((?:- )?)([A-Za-z]+): *(.*)$/
const BLOCK = /^[|>][+-]?\d?\s*$/

/** The values of those fields in the YAML of a document: behind the colon, or the deeper lines below. Comments and quotes stay out. */
export function proseOfFrontMatter(yaml: string): Span[] {
  const spans: Span[] = []
  let deeperThan = Number.POSITIVE_INFINITY
  for (let start = 0; start < yaml.length; ) {
    const end = lineEnd(yaml, start)
    const indent = indentOf(yaml, start)
    if (indent > deeperThan) spans.push({ start: start + indent, end })
    else if (start + indent < end) {
      const field = isProse(yaml, start + indent) ? fieldIn(yaml.slice(start, end), end) : undefined
      if (field?.value) spans.push(field.value)
      deeperThan = field?.deeperThan ?? Number.POSITIVE_INFINITY
    }
    start = end + 1
  }
  return spans.filter((span) => span.end > span.start)
}

/** Whether a line of front matter may be prose: what begins at the margin is only where its field is. */
export const mayBeProse = (yaml: string, lineStart: number): boolean =>
  yaml.charCodeAt(lineStart) === 0x20 || isProse(yaml, lineStart)

/** Whether a field begins here, behind the dash of a list or not, that is prose. */
function isProse(yaml: string, at: number): boolean {
  const key = yaml.startsWith('- ', at) ? at + 2 : at
  const colon = yaml.indexOf(':', key)
  return colon - key < 12 && PROSE_FIELDS.has(yaml.slice(key, colon))
}

/** What a line says of a field that is prose: the value beside its name, and the indent beyond which lines go on with it. */
function fieldIn(line: string, end: number): { value?: Span; deeperThan?: number } | undefined {
  const [, spaces = '', dash = '', key = '', value = ''] = FIELD.exec(line) ?? []
  if (key === '') return undefined
  const deeperThan = spaces.length + dash.length
  if (value === '' || BLOCK.test(value)) return { deeperThan }
  if (/^["']/.test(value)) return { value: ofValue(value, end - value.length) }
  return { value: ofValue(value, end - value.length), deeperThan }
}

/** A plain value ends before its comment, a quoted one before its closing quote. */
function ofValue(value: string, start: number): Span {
  const quote = /^(["'])(.*)\1\s*(?:#.*)?$/.exec(value)
  if (quote) return { start: start + 1, end: start + 1 + (quote[2] as string).length }
  const comment = value.search(/\s#/)
  return { start, end: start + (comment < 0 ? value.trimEnd().length : comment) }
}

const lineEnd = (text: string, start: number): number => {
  const end = text.indexOf('\n', start)
  return end < 0 ? text.length : end
}

function indentOf(text: string, start: number): number {
  let at = start
  while (text.charCodeAt(at) === 0x20) at += 1
  return at - start
}

/** What stands in the place of every sign that is no prose: no letter, no space, no punctuation. */
export const MASK = '\u0001'

/** What a Markdown text holds beside prose; each match is taken out, sign by sign, so that every place stays. */
const NO_PROSE: readonly RegExp[] = [
  /^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\1[^\n]*$|(?![\s\S]))/gm,
  /(`+)(?!`)[^\n]*?[^`\n]\1(?!`)/g,
  /<!--[\s\S]*?-->/g,
  // &lt; as Markdown may hold it.
  /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,31});/gi,
  /<[a-z/][^>\n]*>/gi,
  /\]\([^)\n]*\)/g,
  /^ {0,3}\[[^\]\n]+\]:[^\n]*$/gm,
  /\b[a-z][a-z0-9+.-]*:\/\/[^\s<>«»“”]+/gi,
  /[\p{L}\d._%+-]+@[\p{L}\d.-]+/gu,
  // Addresses and names of files: thanhdong.haiphong.gov.vn/tin-bai, anh-1.jpg.
  /(?<![\p{L}\d])[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.(?:[a-z]{2,4}|html|json|yaml|docx|xlsx)(?:\/[\w./?=&#%-]*)?(?![\p{L}\d])/giu,
  // Numbers of documents: 849/QĐ-UBND, 91/2025/QH15.
  /\d[\p{L}\d]*(?:\/[\p{L}\d.-]*[\p{L}][\p{L}\d-]*)+/gu,
  /^[ >]*\|?(?:[ ]*:?-{2,}:?[ ]*\|?)+[ ]*$/gm,
]

/** Nothing but words, commas and points before a space is in most lines: none of the patterns can fit there. */
const MAY_HOLD_MORE = /[`<[@/|&]|\.[^\s.]|--/

/** The same text, of the same length, with nothing but prose in it. */
export const onlyProse = (text: string): string =>
  MAY_HOLD_MORE.test(text) || text.includes('~~~') ? withoutTheRest(text) : text

const withoutTheRest = (text: string): string =>
  NO_PROSE.reduce(
    (masked, pattern) => masked.replace(pattern, (found) => found.replace(/[^\n]/g, MASK)),
    text,
  )
