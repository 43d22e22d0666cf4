/** HTML that may be put on a page as it is. Only `html` and `raw` make it. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
  toString(): string {
    return this.text
  }
}

/** What may stand in a template: text is escaped, HTML is not, nothing is nothing. */
export type Part = Html | string | number | undefined | false | readonly Part[]

const SPECIAL = /[&<>"']/
const EACH_SPECIAL = /[&<>"']/g
const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export const escapeHtml = (text: string): string =>
  SPECIAL.test(text) ? text.replace(EACH_SPECIAL, (sign) => ENTITIES[sign] as string) : text

/** A template: everything put in is escaped, unless it is HTML already. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let text = strings[0] as string
  for (let index = 0; index < parts.length; index += 1)
    text += render(parts[index]) + (strings[index + 1] as string)
  return new Html(text)
}

/**
 * HTML for thousands of pages, in one piece: a sum of strings stays a tree in memory, and each page would walk it again. V8 joins
 * it before it looks through it; halves of characters, for which it looks here, would not outlive the writing anyway.
 */
export const solid = ({ text }: Html): Html => new Html(text.toWellFormed())

/** HTML from elsewhere, taken at its word. The only callers are the Markdown renderer's output and constants. */
export const raw = (text: string): Html => new Html(text)

function render(part: Part): string {
  if (part instanceof Html) return part.text
  if (typeof part === 'string') return escapeHtml(part)
  if (part === undefined || part === false) return ''
  if (Array.isArray(part)) return part.map(render).join('')
  return escapeHtml(String(part))
}
