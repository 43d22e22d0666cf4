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

const SPECIAL = /[&<>"']/g
const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export const escapeHtml = (text: string): string => text.replace(SPECIAL, (sign) => ENTITIES[sign] as string)

/**
 * A template: everything put in is escaped, unless it is HTML already. Joined, not added up: a sum of strings stays a tree
 * in memory, and Eleventy keeps every page it writes.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const pieces = [strings[0] as string]
  parts.forEach((part, index) => {
    pieces.push(render(part), strings[index + 1] as string)
  })
  return new Html(pieces.join(''))
}

/** HTML from elsewhere, taken at its word. The only callers are the Markdown renderer's output and constants. */
export const raw = (text: string): Html => new Html(text)

function render(part: Part): string {
  if (part instanceof Html) return part.text
  if (part === undefined || part === false) return ''
  if (Array.isArray(part)) return part.map(render).join('')
  return escapeHtml(String(part))
}
