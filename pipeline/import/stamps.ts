import { zipEntries } from '../media/zip.ts'
import type { Obstacle } from './obstacles.ts'
import { unicodeOf } from './old-fonts.ts'
import type { WordStyles } from './word-styles.ts'
import { lettersOf, runsOf } from './word-tree.ts'
import { below, MARGIN, TEXT_PARTS, wordPart } from './word-xml.ts'

/** A stamp stands alone on its line. */
const STAMP = /^[^\p{L}]*(?:tuyệt mật|tối mật|mật)[^\p{L}]*$/iu
const CAPITALS = /^[^\p{Ll}]+$/u

/** Whether a line is nothing but a stamp of secrecy. */
export const isStamp = (line: string): boolean => STAMP.test(line) && CAPITALS.test(line)

export const stampObstacle = (stamp: string): Obstacle => ({
  problem: `Tệp có dấu chỉ độ mật «${stamp}»`,
  secret: true,
  fix: 'không đăng, không chép vào kho; báo ngay Trưởng ban biên tập và làm theo quy định về bảo vệ bí mật nhà nước',
})

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
    .find(isStamp)
}

/** The lines of a paragraph in Unicode; those of a text box in it are paragraphs of their own. */
function linesOf(paragraph: Element, styles: WordStyles): string[] {
  const words = runsOf(paragraph).map((run) => {
    const { font } = lettersOf(run, paragraph, styles)
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
