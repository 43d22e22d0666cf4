import { XMLSerializer } from '@xmldom/xmldom'
import { listCounter } from './list-numbers.ts'
import { markMissing } from './missing-parts.ts'
import { placeIn } from './obstacles.ts'
import { noteCuts } from './picture-cut.ts'
import { openBoxes } from './word-boxes.ts'
import { closeFields } from './word-fields.ts'
import { writeFormulas } from './word-formulas.ts'
import { plainParagraph, wordsIn, writeNumber } from './word-paragraphs.ts'
import type { WordStyles } from './word-styles.ts'
import { below, TEXT_PARTS, wordPart } from './word-xml.ts'

/** A Word file as the library reads it best. */
export type Prepared = {
  /** The XML of its parts by their names. */
  readonly parts: ReadonlyMap<string, string>
  readonly remarks: readonly string[]
}

const PAPER = /(?:cộng h[oò][àa] xã hội chủ nghĩa|đảng cộng sản) việt nam/iu

/**
 * Writes into the XML of a Word file what it shows on paper and the library does not see: numbers of headings and articles, bold that comes
 * from a style, letters of old fonts, signs of fonts of symbols, text boxes, what fields show.
 */
export function preparedWord(bytes: Uint8Array, styles: WordStyles): Prepared {
  const remarks: string[] = []
  const parts = TEXT_PARTS.flatMap((name): [string, string][] => {
    const part = wordPart(bytes, name)
    if (!part) return []
    if (openBoxes(part))
      remarks.push('chữ trong hộp (Text Box) được đưa vào bài sau đoạn có hộp: xem lại chỗ đặt')
    const { written, marked } = writeFormulas(part)
    if (written > 0) remarks.push(`${written} công thức được viết lại trên một dòng: so với bản Word`)
    if (marked > 0)
      remarks.push(
        `${marked} công thức không viết được trên một dòng: chụp thành ảnh, chèn vào chỗ có dòng «[CẦN SỬA] Công thức ở đây…»`,
      )
    markMissing(bytes, name, part)
    noteCuts(part)
    const day = closeFields(part)
    if (day)
      remarks.push(
        `ngày, giờ do Word tự điền, mở tệp hôm khác sẽ khác: xem lại (${placeIn(part, name, day)})`,
      )
    const count = name === 'word/document.xml' ? listCounter(bytes, styles) : () => undefined
    const isPaper = PAPER.test(wordsIn(part).normalize('NFC'))
    const paragraphs = below(part, 'p').map((paragraph) => ({ paragraph, mark: count(paragraph) }))
    paragraphs.forEach((_, at) => {
      writeNumber(paragraphs, at, styles)
    })
    for (const { paragraph } of paragraphs) plainParagraph(paragraph, styles, isPaper)
    return [[name, new XMLSerializer().serializeToString(part.ownerDocument)]]
  })
  return { parts: new Map(parts), remarks }
}
