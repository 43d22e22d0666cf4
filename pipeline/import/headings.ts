import type { Element, ElementContent } from 'hast'
import { isCapitals, isTypeName } from './lines.ts'
import { POST } from './signature.ts'
import { element, hasClass, isBold, isElement, text, withoutBold, wordsOf } from './tree.ts'

/** Longer is no heading but a lead paragraph that stands out. */
const LONGEST = 150

/** How Vietnamese papers number their parts, the greater first. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II. */
const PARTS: readonly RegExp[] = [
  /^Phần\s+(?:thứ\s+)?\S+/iu,
  /^Chương\s+[IVXLC\d]+/iu,
  /^Mục\s+[IVXLC\d]+/iu,
  /^Điều\s+\d+/iu,
  /^[A-HĐ]\s*[.)/-]/u,
  /^[IVX]+\s*[.)/-]/u,
  /^\d+\s*[.)/-](?!\d)/u,
  /^\d+\.\d+/u,
  /^[a-zđ]\s*[.)]/u,
]

/** Greater parts have the smaller rank; styles of Word come before bold lines, lines in capitals before numbered parts. */
const BOLD = 10
const CAPITALS = BOLD - 1
const UNNUMBERED = BOLD + PARTS.length

/** A part that is only numbered; what it is called stands in the next line. */
const BARE =
  /^(?:(?:Phần\s+(?:thứ\s+)?|Chương\s+|Mục\s+|Tiểu mục\s+)[\p{L}\d]+|Phụ lục(?:\s+(?:số\s+)?[IVX\d]+)?)\s*[.:]?$/iu
/** Bold words at the edges of a text that name nobody's part: to whom it goes, who wrote it. */
const NO_PART = /^(?:Kính gửi|Kính thưa|Nơi nhận|Ghi chú|Tác giả|Người viết|(?:Tin|Bài|Ảnh)[^:]{0,15}:)/iu
/** For whom somebody signs. */
const ON_BEHALF = /^(?:TM|T\/M|KT|K\/T|TL|T\/L|TUQ|Q)\. /u
/** Somebody's name, also behind a rank or a degree. */
const NAME =
  /^(?:(?:Đại|Thượng|Trung|Thiếu) (?:tá|úy|uý|tướng) |(?:P?GS|TS|ThS|BS|KS|CN)\. ?)?\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,4}$/u
const BULLET = /^[-–—•●▪■◆♦❖➢➤⮚►▶*+]\s/u

export const isPart = (words: string): boolean => PARTS.some((each) => each.test(words))

function rankOf(block: Element, next: Element | undefined): number | undefined {
  const level = /^h([1-6])$/.exec(block.tagName)?.[1]
  if (level !== undefined) return Number(level)
  if (block.tagName !== 'p' || next === undefined || hasClass(block, 'ten-bang') || !isBold(block))
    return undefined
  const words = plainWords(block)
  const part = PARTS.findIndex((each) => each.test(words))
  if (!/\p{L}/u.test(words) || words.length > LONGEST) return undefined
  if (part >= 0) return BOLD + part
  if (BULLET.test(words) || NO_PART.test(words) || ON_BEHALF.test(words) || /[.;,…!?]$/u.test(words))
    return undefined
  // A name below says that a post stands here.
  if (isCapitals(words)) return NAME.test(plainWords(next)) ? undefined : CAPITALS
  return words.endsWith(':') ? undefined : UNNUMBERED
}

export const plainWords = (block: Element): string => wordsOf(block).replace(/\s+/g, ' ').trim()

/** Headings from the second level down without a gap, the first being the title of the page; a paragraph that is bold as a whole is one. */
export function withHeadings(single: readonly Element[]): Element[] {
  const blocks = withNamedParts(single)
  const ranks = blocks.map((block, index) => rankOf(block, blocks[index + 1]))
  const open: number[] = []
  return blocks.map((block, index) => {
    const rank = ranks[index]
    if (rank === undefined || signs(block, blocks[index - 1])) return block
    while ((open.at(-1) ?? 0) >= rank) open.pop()
    open.push(rank)
    return element(`h${Math.min(open.length + 1, 6)}`, inOneLine(block))
  })
}

/** Whether a name stands below a post, as who signed. */
const signs = (block: Element, above: Element | undefined): boolean =>
  block.tagName === 'p' &&
  above !== undefined &&
  NAME.test(plainWords(block)) &&
  isCapitals(plainWords(above)) &&
  POST.test(plainWords(above))

/** `Chương I`, `QUY ĐỊNH CHUNG` in two paragraphs are one heading, and so is a name in capitals that was broken. */
function withNamedParts(blocks: readonly Element[]): Element[] {
  const all: Element[] = []
  blocks.forEach((block, index) => {
    const last = all.at(-1)
    const follows = blocks[index + 1]
    const sign = last && signBetween(last, block, follows)
    if (last && sign !== undefined)
      all[all.length - 1] = { ...block, children: [...bare(last, sign), ...block.children] }
    else all.push(block)
  })
  return all
}

/** What stands between two lines that are one heading. */
function signBetween(last: Element, block: Element, follows: Element | undefined): string | undefined {
  const rank = rankOf(block, follows)
  const words = plainWords(block)
  if (rank === undefined || isPart(words) || BARE.test(words)) return undefined
  if (BARE.test(plainWords(last)) && /^(?:p|h[1-6])$/.test(last.tagName)) return '. '
  const both = rank === CAPITALS && rankOf(last, block) === CAPITALS
  return both && !plainWords(last).endsWith(':') && !words.endsWith(':') ? ' ' : undefined
}

const bare = (block: Element, sign: string): ElementContent[] =>
  sign === ' '
    ? [...block.children, text(' ')]
    : [element('strong', [text(plainWords(block).replace(/\s*[.:]$/u, '') + sign)])]

const inOneLine = (block: Element): Element['children'] => {
  const [first = ''] = wordsOf(block).split('\n')
  const sign = BARE.test(first.trim()) ? '. ' : ' '
  return withoutBold(block.children).map((each) => (isElement(each, 'br') ? text(sign) : each))
}

/** The title that the text begins with, and the rest: a title by its style wherever it stands, else a heading or a bold line at the top. */
export function takeTitle(blocks: readonly Element[]): {
  title: string | undefined
  rest: readonly Element[]
} {
  const styled = blocks.findIndex((each) => hasClass(each, 'tieu-de'))
  const top = blocks.findIndex((each) => plainWords(each) !== '')
  const first = blocks[top]
  // The first part of a text is not its title.
  const isTitle =
    first &&
    !isPart(plainWords(first)) &&
    (rankOf(first, blocks[top + 1]) !== undefined || isShouted(first, blocks[top + 1]))
  const at = styled >= 0 ? styled : isTitle ? top : -1
  if (at < 0) return { title: undefined, rest: blocks }
  let end = at + 1
  while (end < blocks.length - 1 && goesOn(blocks[at] as Element, blocks[end], blocks[end + 1])) end += 1
  const lines = blocks.slice(at, end).map(plainWords)
  return { title: lines.join(' '), rest: blocks.filter((_, index) => index < at || index >= end) }
}

/** A line in capitals at the top, of several words and above a text, needs not be bold to be its title. */
const isShouted = (block: Element, next: Element | undefined): boolean =>
  block.tagName === 'p' &&
  next !== undefined &&
  isCapitals(plainWords(block)) &&
  /^\p{L}(?=.*\p{L} \p{L}+ \p{L})[^.;…!?]*$/u.test(plainWords(block)) &&
  plainWords(block).length <= LONGEST &&
  !NAME.test(plainWords(next))

/** A title that was broken into two paragraphs: both in capitals, or the second as the middle of a sentence begins. */
function goesOn(title: Element, line: Element | undefined, next: Element | undefined): boolean {
  if (!line || rankOf(line, next) === undefined || line.tagName !== title.tagName) return false
  const [first, second] = [plainWords(title), plainWords(line)]
  if (isPart(second)) return false
  if (isTypeName(first)) return true
  return (isCapitals(first) && isCapitals(second)) || /^\p{Ll}/u.test(second)
}
