import type { Token } from 'markdown-it'
import { parseMarkdown } from '../documents/markdown.ts'

/** The words of a Markdown body as its page shows them: no marks, no addresses; of a picture its alternative text. */
export function bodyText(body: string): string {
  const words: string[] = []
  for (const token of parseMarkdown(body)) {
    if (token.type === 'inline') words.push(inlineText(token.children ?? []))
    else if (token.content !== '') words.push(token.content)
  }
  return words.join(' ')
}

const inlineText = (tokens: readonly Token[]): string =>
  tokens.map(({ type, content }) => (type === 'softbreak' || type === 'hardbreak' ? ' ' : content)).join('')
