import type { Element } from 'hast'
import { plainWords } from './headings.ts'

/** Where the message that is answered begins. */
const ANSWERED =
  /^(?:-{2,}\s*(?:original message|thư gốc|tin nhắn gốc)|(?:vào|on)\s.{5,120}(?:đã viết|wrote)\s*:?$|>)/iu
const FORWARDED =
  /^-{2,}\s*(?:forwarded message|thư được chuyển tiếp|tin nhắn được chuyển tiếp|chuyển tiếp)|^begin forwarded message/iu
const HEAD =
  /^(?:from|to|cc|bcc|date|sent|subject|reply-to|từ|gửi từ|người gửi|đến|tới|gửi đến|kính chuyển|ngày|thời gian|đã gửi|chủ đề|tiêu đề)\s*:/iu
const SIGNATURE = /^(?:--|__+)$/
const DEVICE =
  /^(?:sent from|get outlook|được gửi từ|gửi từ (?:iphone|ipad|điện thoại|zalo|outlook|gmail|samsung))(?![\p{L}])/iu
/** Whom a letter to an office speaks to: an article that begins with «Chào mừng» or ends with «Cảm ơn các nhà hảo tâm» speaks to others. */
const ONE = '(?:anh|chị|ban|bbt|quý|các (?:anh|chị|bạn)|mọi người|cả nhà|thầy|cô|bạn|em)(?![\\p{L}])'
const OFFICE = `${ONE}(?:[ ,/]+${ONE})*`
const WRITER = '(?:em|tôi|cháu|mình|đơn vị|chúng tôi|chúng em)'
const GREETING = new RegExp(
  `^(?:kính gửi|kính chào|thân gửi|dear|hello|hi|(?:(?:dạ|em),? )?(?:xin )?chào(?=[ ,!]*$| ${OFFICE}))(?![\\p{L}])[^.?]{0,120}[,.:;!]?$|^(?:dạ,? )?${WRITER}?\\s*(?:xin |kính )?(?:được )?gửi (?:tin|bài|ban biên tập|bbt|anh|chị)[^.]{0,100}[.:]$`,
  'iu',
)
const FAREWELL = new RegExp(
  `^(?:(?:xin |dạ,? |${WRITER} )*(?:rất )?(?:trân trọng |chân thành )?cảm ơn(?: ${OFFICE}| rất nhiều| nhiều)*[\\s!.,ạ]*$|(?:trân trọng|kính thư|thân mến|best regards|kind regards|regards|thanks|thank you)(?![\\p{L}]).{0,40}$|(?:${WRITER} )?(?:kính|rất)? ?(?:mong|nhờ) (?:được |sự )?(?:${OFFICE}|đăng).{0,80}$)`,
  'iu',
)
/** A mobile or a mailbox by itself at the very end is a signature too, though no farewell was said. */
const CONTACT =
  /^(?:đt|sđt|đtdđ|điện thoại|di động|mobile|phone|tel|zalo|e-?mail|thư điện tử)\s*[:.-]?\s*(?:(?:\+?84|0)[ .]?[35789][\d .-]{7,11}|\S+@\S+)$/iu
const LAST_BLOCKS = 12

/** What was said to the reader of a letter and to nobody else is no part of an article. */
export type Letter = { readonly blocks: readonly Element[]; readonly dropped: readonly string[] }

/**
 * The article in a letter: without its greeting, its farewell and signature, the letters below it, and the head of one that is forwarded.
 *
 * @param forwarded whether the letter hands on another, which is then what was meant
 */
export function articleIn(all: readonly Element[], forwarded: boolean): Letter {
  const dropped: string[] = []
  const drop = (what: string, blocks: readonly Element[]): readonly Element[] => {
    if (blocks.length > 0) dropped.push(what)
    return blocks
  }
  let blocks = all
  if (forwarded) {
    const mark = blocks.findIndex((each) => FORWARDED.test(plainWords(each)))
    const from = mark < 0 ? 0 : mark + 1
    const first = blocks.findIndex((each, index) => index >= from && !HEAD.test(plainWords(each)))
    drop('đầu thư được chuyển tiếp', blocks.slice(0, Math.max(0, first)))
    blocks = first < 0 ? [] : blocks.slice(first)
  }
  const answered = blocks.findIndex(
    (each, index) => ANSWERED.test(plainWords(each)) || (isHeadAt(blocks, index) && index > 0),
  )
  if (answered >= 0) drop('thư trước ở bên dưới', blocks.slice(answered))
  if (answered >= 0) blocks = blocks.slice(0, answered)
  const greeted = blocks.findIndex((each) => !GREETING.test(plainWords(each)))
  drop('lời chào', blocks.slice(0, Math.max(0, greeted)))
  blocks = blocks.slice(Math.max(0, greeted))
  const end = endOf(blocks)
  drop('lời chào cuối, chữ ký', blocks.slice(end))
  return { blocks: blocks.slice(0, end), dropped }
}

/** Outlook puts the head of the answered letter below a line, without a word before it. */
const isHeadAt = (blocks: readonly Element[], index: number): boolean =>
  blocks.slice(index, index + 3).filter((each) => HEAD.test(plainWords(each))).length === 3

function endOf(blocks: readonly Element[]): number {
  const all = farewellIn(blocks)
  const last = blocks.slice(0, all).findLastIndex((each) => !CONTACT.test(plainWords(each)))
  return last + 1
}

function farewellIn(blocks: readonly Element[]): number {
  const at = blocks.findIndex((each, index) => {
    const words = plainWords(each)
    if (SIGNATURE.test(words) || DEVICE.test(words)) return true
    return blocks.length - index <= LAST_BLOCKS && FAREWELL.test(words)
  })
  return at < 0 ? blocks.length : at
}
