import type { Element } from 'hast'
import { parseDay, vietnameseDay } from '../calendar/local-time.ts'
import type { Frame, Framed } from './frame.ts'
import { plainWords, takeTitle } from './headings.ts'
import { isCapitals, isRule, isTypeName, linesOf } from './lines.ts'
import { sentenceCase } from './names.ts'
import { tailOf } from './signature.ts'
import { element, isBold, isElement, text } from './tree.ts'

/** What is told by the text of a news item or a notice, which is no paper with front matter of its own. */
export type Article = {
  readonly title: string | undefined
  readonly author: string | undefined
  readonly rest: readonly Element[]
  readonly remarks: readonly string[]
}

/** What senders write above the title, which is none. */
const LABEL =
  /^(?:tin|bài|tin,? bài|bài viết|tin,? ảnh|tin tức|tin hoạt động|(?:tin,? bài|bài)? ?tuyên truyền|bài phát thanh)\s*:?$/iu

/**
 * A text without what only its paper needs: the letterhead, recipients, a label above the title, drawn lines. Who signed a notice stands
 * below it, and the writer of a news item in front matter.
 *
 * @param framed where a letterhead stands above it
 */
export function articleOf(blocks: readonly Element[], framed: Framed | undefined): Article {
  const plain = (framed?.rest ?? blocks).filter((each) => !isRule(each))
  const label = plain[0] && LABEL.test(plainWords(plain[0])) ? plainWords(plain[0]) : undefined
  const unlabelled = label === undefined ? plain : plain.slice(1)
  const named = framed && titleOf(framed.frame)
  const { title, rest } = named === undefined ? takeTitle(unlabelled) : { title: named, rest: unlabelled }
  const tail = framed ? undefined : tailOf(rest, 0)
  const signed = framed?.signed ?? tail?.signed ?? []
  const text = tail ? [...rest.slice(0, tail.start), ...rest.slice(tail.end)] : rest
  const byline = signed.length > 0 ? { author: undefined, rest: text } : withoutByline(text)
  return {
    title: title === undefined ? undefined : withPlainType(title),
    author: byline.author,
    rest: [...byline.rest, ...signature(signed)],
    remarks: [
      ...(label === undefined ? [] : [`dòng «${label}» trên tiêu đề không đưa vào bài`]),
      ...(framed ? [leftOf(framed.frame)] : []),
      ...(tail && tail.found.recipients.length > 0 ? ['nơi nhận không đưa vào bài'] : []),
    ],
  }
}

/** What a paper is called: its type and what it is about. */
export function titleOf({ documentType, about }: Frame): string | undefined {
  if (about === undefined) return undefined
  const spelt = about.replace(/^v\/v\s*:?\s*/iu, 'về việc ')
  const small = spelt === spelt.toUpperCase() ? spelt : spelt.charAt(0).toLowerCase() + spelt.slice(1)
  return documentType === undefined || documentType === 'Công văn' ? spelt : `${documentType} ${small}`
}

/** `THƯ NGỎ Kêu gọi ủng hộ` → `Thư ngỏ kêu gọi ủng hộ`. */
function withPlainType(title: string): string {
  const words = title.split(' ')
  for (let count = Math.min(4, words.length - 1); count > 0; count -= 1) {
    const [type, about] = [words.slice(0, count).join(' '), words.slice(count).join(' ')]
    if (isTypeName(type) && !isCapitals(about))
      return `${sentenceCase(type)} ${about.charAt(0).toLowerCase()}${about.slice(1)}`
  }
  return title
}

/** What a letterhead said that the article does not say any more. */
function leftOf({ number, issuer, date, recipients }: Frame): string {
  const day = date === undefined ? undefined : parseDay(date)
  const all = [
    ...(issuer === undefined ? [] : [`«${issuer}»`]),
    ...(number === undefined ? [] : [`số «${number}»`]),
    ...(day === undefined ? [] : [`ngày ${vietnameseDay(day)}`]),
    ...(recipients.length > 0 ? ['nơi nhận'] : []),
  ].join(', ')
  return `phần đầu và cuối văn bản không đưa vào bài (quốc hiệu${all === '' ? '' : `, ${all}`}); cần thì ghi thêm`
}

/** Who signed, as a closing paragraph. */
function signature(lines: readonly string[]): Element[] {
  const all = lines.filter((line) => !/^\(.*\)$/u.test(line))
  if (all.length === 0) return []
  const inline = all.flatMap((line, index) => [...(index === 0 ? [] : [element('br', [])]), text(line)])
  return [element('p', [element('strong', inline)])]
}

const BYLINE =
  /^\(?(?:tin|bài|tin,? bài|(?:tin|bài)(?: và |, ?| - | )ảnh|tác giả|người viết|thực hiện|viết bài)\s*:\s*([^:]{2,100}?)[.)]*$/iu
const NAME = /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,3}$/u

/** Words and pictures of two people in one line: `Bài: Thu Hà – Ảnh: Quốc Việt`. */
const BOTH = /^\(?((?:tin|bài|tin,? bài)\s*:\s*[^:]{2,100}?)\s*[-–—;,.|]\s*(ảnh\s*:\s*[^:]{2,100}?)[.)]*$/iu
const PHOTOGRAPHER = /^\(?ảnh\s*:\s*[^:]{2,100}$/iu

/** A news item without the line at its end that names the writer, as `Tin, ảnh: Lan Anh` or as a bold name; who took the pictures stays named. */
function withoutByline(blocks: readonly Element[]): { author: string | undefined; rest: readonly Element[] } {
  const none = { author: undefined, rest: blocks }
  if (blocks.length < 3) return none
  const isCredit = (block: Element | undefined) =>
    block !== undefined && PHOTOGRAPHER.test(linesOf(block).join('\n')) && !isPicture(block)
  const [before, credit] = isCredit(blocks.at(-1)) ? [blocks.slice(0, -1), blocks.slice(-1)] : [blocks, []]
  const last = before.at(-1)
  if (!isElement(last, 'p') || isPicture(last)) return none
  const [whole = '', ...more] = linesOf(last)
  if (more.length > 0) return none
  const [, words, photographer] = BOTH.exec(whole) ?? []
  const line = words ?? whole
  const author = BYLINE.exec(line)?.[1] ?? (isBold(last) && NAME.test(line) ? line : undefined)
  if (author === undefined) return none
  const named = photographer === undefined ? [] : [element('p', [element('strong', [text(photographer)])])]
  return { author: author.trim(), rest: [...before.slice(0, -1), ...named, ...credit] }
}

const isPicture = (block: Element): boolean => block.children.some((each) => isElement(each, 'img'))
