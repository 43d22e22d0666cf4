import { zipEntries } from '../media/zip.ts'
import { unicodeOf } from './old-fonts.ts'
import type { WordStyles } from './word-styles.ts'
import { attribute, below, child, MARGIN, TEXT_PARTS, wordPart } from './word-xml.ts'

/** A stamp stands alone on its line. */
const STAMP = /^[^\p{L}]*(?:tuyệt mật|tối mật|mật)[^\p{L}]*$/iu
const CAPITALS = /^[^\p{Ll}]+$/u

/**
 * A stamp of secrecy anywhere in a Word file, also where no article has it from: headers, footers, the letterhead, text boxes, old fonts.
 */
export function stampIn(bytes: Uint8Array, styles: WordStyles): string | undefined {
  const margins = (zipEntries(bytes) ?? []).map(({ name }) => name).filter((name) => MARGIN.test(name))
  return [...TEXT_PARTS, ...margins]
    .flatMap((name) => {
      const part = wordPart(bytes, name)
      return part ? below(part, 'p') : []
    })
    .flatMap((paragraph) => linesOf(paragraph, styles))
    .find((line) => STAMP.test(line) && CAPITALS.test(line))
}

/** The lines of a paragraph in Unicode; those of a text box in it are paragraphs of their own. */
function linesOf(paragraph: Element, styles: WordStyles): string[] {
  const style = attribute(child(child(paragraph, 'pPr'), 'pStyle'), 'val')
  const runs = below(paragraph, 'r').filter((run) => ownerOf(run) === paragraph)
  const words = runs.map((run) => {
    const properties = child(run, 'rPr')
    const font =
      attribute(child(properties, 'rFonts'), 'ascii') ??
      styles.font(style, attribute(child(properties, 'rStyle'), 'val'))
    const parts = Array.from(run.childNodes as unknown as ArrayLike<Element>)
    return parts
      .map((part) =>
        part.localName === 't'
          ? unicodeOf({ text: part.textContent ?? '', font })
          : part.localName === 'br'
            ? '\n'
            : '',
      )
      .join('')
  })
  return words
    .join('')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
}

function ownerOf(run: Element): Element | undefined {
  let at = run.parentNode as Element | null
  while (at && at.localName !== 'p') at = at.parentNode as Element | null
  return at ?? undefined
}
