import { getDocumentProxy } from 'unpdf'
import type { PdfText } from './pdf-text.ts'

/** More is a book, which is found by its beginning. */
const MOST_PAGES = 200
const MOST_CHARACTERS = 200_000

/** The pages of a PDF and the text of its first ones, in one line and in NFC. */
export async function extractPdf(bytes: Uint8Array): Promise<PdfText> {
  const document = await getDocumentProxy(bytes, { verbosity: 0 })
  const texts: string[] = []
  let length = 0
  for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number += 1) {
    if (length >= MOST_CHARACTERS) break
    const { items } = await (await document.getPage(number)).getTextContent()
    const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : '')).join('')
    texts.push(text)
    length += text.length
  }
  const pages = document.numPages
  await document.loadingTask.destroy()
  const text = texts.join(' ').normalize('NFC').replace(/\s+/g, ' ').trim()
  return { pages, text: text.slice(0, MOST_CHARACTERS) }
}
