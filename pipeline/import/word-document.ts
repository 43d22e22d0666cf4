import type { Element } from 'hast'
import { articleOf, titleOf } from './article.ts'
import { type Blocks, blocksOf } from './blocks.ts'
import { type Frame, type Framed, takeFrame } from './frame.ts'
import { plainWords, withHeadings } from './headings.ts'
import { type PictureCut, withoutCut } from './picture-cut.ts'
import { altOf } from './picture-words.ts'
import { markdownOf, parseHtml } from './to-markdown.ts'
import { element, find, text } from './tree.ts'
import { typedLists } from './typed-lists.ts'

/** A Word file as it is understood, before it has a place and its pictures have names. */
export type WordDocument = {
  readonly title: string | undefined
  /** Who is named at its end as the writer. */
  readonly author: string | undefined
  readonly frame: Frame | undefined
  readonly blocks: readonly Element[]
  /** Numbers of the pictures that the text shows, in order. */
  readonly pictures: readonly number[]
  /** What of them is shown, where it is not all. */
  readonly cuts: ReadonlyMap<number, PictureCut>
  /** Those of them that nobody has described. */
  readonly undescribed: readonly number[]
  readonly remarks: readonly string[]
}

/**
 * Understands what mammoth made of a Word file.
 *
 * @param asPaper whether the official frame is taken off: always, never, or where there is one with a number
 */
export const readWordDocument = (html: string, asPaper: boolean | 'when-numbered'): WordDocument =>
  understood(blocksOf(parseHtml(html)), asPaper)

/** Blocks with their title, their frame, their headings and their lists. */
export function understood(
  { blocks, notes, merged }: Blocks,
  asPaper: boolean | 'when-numbered',
): WordDocument {
  const found = takeFrame(blocks)
  const framed = found && isPaper(found, asPaper) ? found : undefined
  const article = framed ? undefined : articleOf(blocks, found?.sure ? found : undefined)
  const { title, rest } = article ?? { title: framed && titleOf(framed.frame), rest: framed?.rest ?? [] }
  const { blocks: body, ...read } = documentOf(rest, { title, frame: framed?.frame, merged })
  return {
    ...read,
    author: article?.author,
    blocks: notes ? [...body, element('h2', [text('Chú thích')]), notes] : body,
    remarks: [...(article?.remarks ?? []), ...read.remarks],
  }
}

/** Whether a file with a frame is taken for a paper. */
const isPaper = ({ frame }: Framed, asPaper: boolean | 'when-numbered'): boolean =>
  asPaper === true || (asPaper === 'when-numbered' && frame.number !== undefined)

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
    author: undefined,
    frame,
    blocks: body,
    pictures: [...new Set(numbers)],
    cuts: new Map(
      images.flatMap((each): [number, PictureCut][] => {
        const { cut } = withoutCut(writtenIn(each))
        return cut ? [[numberOf(each), cut]] : []
      }),
    ),
    undescribed: images.filter((each) => !altOf(withoutCut(writtenIn(each)).alt).known).map(numberOf),
    remarks: merged
      ? [
          'bảng có ô gộp hoặc bảng lồng trong ô: ô gộp được chép vào từng ô, bảng lồng viết thành một dòng; đọc lại bảng',
        ]
      : [],
  }
}

const writtenIn = (image: Element): string => String(image.properties.alt ?? '')

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
      alt: altOf(withoutCut(writtenIn(image)).alt).alt,
      ...(title ? { title } : {}),
    }
    return element('p', [element('img', [], shown)])
  })
  return markdownOf({ type: 'root', children: placed }).trim()
}

/** Whether anything at all is left to publish. */
export const isEmpty = ({ blocks, pictures }: WordDocument): boolean =>
  pictures.length === 0 && blocks.every((each) => plainWords(each) === '')
