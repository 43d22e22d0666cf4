import type { Element } from 'hast'
import { blocksOf } from './blocks.ts'
import { type Frame, takeFrame } from './frame.ts'
import { plainWords, takeTitle, withHeadings } from './headings.ts'
import { altOf } from './picture-words.ts'
import { markdownOf, parseHtml } from './to-markdown.ts'
import { element, find, text } from './tree.ts'
import { typedLists } from './typed-lists.ts'

/** A Word file as it is understood, before it has a place and its pictures have names. */
export type WordDocument = {
  readonly title: string | undefined
  readonly frame: Frame | undefined
  readonly blocks: readonly Element[]
  /** Numbers of the pictures that the text shows, in order. */
  readonly pictures: readonly number[]
  /** Those of them that nobody has described. */
  readonly undescribed: readonly number[]
  readonly remarks: readonly string[]
}

/**
 * Understands what mammoth made of a Word file.
 *
 * @param asPaper whether the official frame is taken off: always, never, or where there is one with a number
 */
export function readWordDocument(html: string, asPaper: boolean | 'when-numbered'): WordDocument {
  const { blocks, notes, merged } = blocksOf(parseHtml(html))
  const found = asPaper === false ? undefined : takeFrame(blocks)
  const framed = found && (asPaper === true || found.frame.number !== undefined) ? found : undefined
  const { title, rest } = framed ? { title: titleOf(framed.frame), rest: framed.rest } : takeTitle(blocks)
  const { blocks: body, ...read } = documentOf(rest, { title, frame: framed?.frame, merged })
  return { ...read, blocks: notes ? [...body, element('h2', [text('Chú thích')]), notes] : body }
}

/** Clean blocks as a document: lists that were typed by hand, headings without a gap, the pictures that it shows. */
export function documentOf(
  blocks: readonly Element[],
  { title, frame, merged }: Pick<WordDocument, 'title' | 'frame'> & { readonly merged: boolean },
): WordDocument {
  const body = withHeadings(typedLists(blocks))
  const images = find(element('div', body), 'img')
  const numbers = images.map(numberOf)
  return {
    title,
    frame,
    blocks: body,
    pictures: [...new Set(numbers)],
    undescribed: images.filter((each) => !altOf(String(each.properties.alt ?? '')).known).map(numberOf),
    remarks: merged ? ['bảng có ô gộp: nội dung ô gộp được chép vào từng ô, đọc lại bảng'] : [],
  }
}

const titleOf = ({ documentType, about }: Frame): string | undefined => {
  if (about === undefined) return undefined
  const small = about === about.toUpperCase() ? about : about.charAt(0).toLowerCase() + about.slice(1)
  return documentType === undefined || documentType === 'Công văn' ? about : `${documentType} ${small}`
}

const numberOf = (image: Element): number =>
  Number(/^anh:(\d+)$/.exec(String(image.properties.src ?? ''))?.[1])

/** A picture as it will lie beside the article; undefined for one that cannot be shown. */
export type PictureNames = ReadonlyMap<number, string>

/** The text in Markdown. A picture without a name is a mark in the text that must be dealt with. */
export function bodyOf({ blocks }: WordDocument, names: PictureNames): string {
  const placed = blocks.map((block) => {
    const [image] = block.tagName === 'p' ? find(block, 'img') : []
    if (!image) return block
    const name = names.get(numberOf(image))
    if (name === undefined)
      return element('p', [text(`[CẦN SỬA] Hình thứ ${numberOf(image)} của tệp Word không chuyển được.`)])
    const { title } = image.properties
    const shown = {
      src: name,
      alt: altOf(String(image.properties.alt ?? '')).alt,
      ...(title ? { title } : {}),
    }
    return element('p', [element('img', [], shown)])
  })
  return markdownOf({ type: 'root', children: placed }).trim()
}

/** Whether anything at all is left to publish. */
export const isEmpty = ({ blocks, pictures }: WordDocument): boolean =>
  pictures.length === 0 && blocks.every((each) => plainWords(each) === '')
