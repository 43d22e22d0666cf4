import { getDocumentProxy } from 'unpdf'
import type { PdfText } from './pdf-text.ts'

/** More is a book, which is found by its beginning. */
const MOST_PAGES = 200
const MOST_CHARACTERS = 200_000

/** The pages of a PDF and the text of its first ones, in NFC. */
export async function extractPdf(bytes: Uint8Array): Promise<PdfText> {
  const document = await getDocumentProxy(bytes, { verbosity: 0 })
  const texts: string[] = []
  let length = 0
  for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number += 1) {
    if (length >= MOST_CHARACTERS) break
    const { items } = await (await document.getPage(number)).getTextContent()
    const text = items.map((item) => ('str' in item ? onPage(item) : '')).join('')
    texts.push(text)
    length += text.length
  }
  const pages = document.numPages
  await document.loadingTask.destroy()
  const lines = texts.join('\n').normalize('NFC').slice(0, MOST_CHARACTERS)
  return { pages, text: lines.replace(/\s+/g, ' ').trim(), lines }
}

type Piece = {
  readonly str: string
  readonly width: number
  readonly height: number
  readonly hasEOL: boolean
}

/** In points: no blank between two words of a line is wider, and the gap between two columns is. */
const WIDEST_BLANK = 24

const onPage = ({ str, width, hasEOL }: Piece): string =>
  (str.trim() === '' && width > WIDEST_BLANK ? '\n' : str) + (hasEOL ? '\n' : '')
