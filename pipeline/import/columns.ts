import type { Element } from 'hast'
import { isCapitals, isTypeName } from './lines.ts'
import { element, isElement, text, wordsOf } from './tree.ts'

/** A line that only the letterhead of a paper has. */
const HEAD_SIDE =
  /^(?:(?:cộng h[oò][àa] xã hội chủ nghĩa|đảng cộng sản) việt nam|độc lập\s*[-–—]\s*tự do\s*[-–—]\s*hạnh phúc|(?:[^,]+,\s*)?ngày[\s.…_]*(?:\d{1,2}\s*)?tháng[\s.…_\d]*năm[\s.…_\d]*)$/iu
/** What stands between two sides of a line where nobody drew a table. */
const BETWEEN = /\t+| {5,}|\u00A0{5,}/u
const RECIPIENTS = /^\s*Nơi nhận\s*:/iu
/** A signature has no longer lines, and reaches no further up. */
const LONGEST = 100
const MOST_ABOVE = 6

/** A letterhead and a signature that were set with tabs or blanks, without a table: first the left side, then the right one. */
export function withoutColumns(blocks: readonly Element[]): Element[] {
  const at = blocks.findLastIndex((each) => each.tagName === 'p' && RECIPIENTS.test(wordsOf(each)))
  const isSide = (each: Element | undefined) =>
    each !== undefined && /^(?:\t| {5,})/.test(wordsOf(each)) && isPost(wordsOf(each).trim())
  let from = at
  while (from > 0 && at - from < MOST_ABOVE && isSide(blocks[from - 1])) from -= 1
  const end = blocks.findIndex((each, index) => index > at && !isShort(each))
  const tail = at < 0 ? [] : blocks.slice(from, end < 0 ? blocks.length : end)
  if (!tail.some((each) => BETWEEN.test(wordsOf(each)))) return blocks.flatMap(sidesOf)
  return [
    ...blocks.slice(0, from).flatMap(sidesOf),
    ...tail.map((each) => partsOf(each)[0] ?? ''),
    ...tail.map((each) => partsOf(each).slice(1).join(' ')),
    ...blocks.slice(from + tail.length),
  ].flatMap((each) => (typeof each !== 'string' ? [each] : each === '' ? [] : [paragraph(each)]))
}

/** Who signs stands in capitals, as the type of the paper does above its text. */
const isPost = (line: string): boolean =>
  isCapitals(line.normalize('NFC')) && !isTypeName(line.normalize('NFC'))

const isShort = (block: Element): boolean => isElement(block, 'p') && wordsOf(block).length <= LONGEST

const paragraph = (words: string): Element => element('p', [text(words)])

/** The sides of a line; the left one is empty where the line begins with a gap. */
const partsOf = (block: Element): string[] =>
  wordsOf(block)
    .normalize('NFC')
    .split(BETWEEN)
    .map((each) => each.replace(/\s+/gu, ' ').trim())

function sidesOf(block: Element): Element[] {
  if (block.tagName !== 'p' || !BETWEEN.test(wordsOf(block))) return [block]
  const sides = partsOf(block)
  return sides.some((each) => HEAD_SIDE.test(each)) ? sides.filter(Boolean).map(paragraph) : [block]
}
