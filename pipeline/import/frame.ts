import type { Element } from 'hast'
import { parseDay } from '../calendar/local-time.ts'
import { DOCUMENT_TYPES, parseDocumentNumber, typeName } from '../documents/document-number.ts'
import { plainWords } from './headings.ts'
import { sentenceCase } from './names.ts'
import { find, isBold, isElement, wordsOf } from './tree.ts'
import { isRule } from './typed-lists.ts'

/** What the official frame of a paper tells. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I. */
export type Frame = {
  readonly number: string | undefined
  readonly documentType: string | undefined
  readonly issuer: string | undefined
  /** `2026-11-12` */
  readonly date: string | undefined
  readonly place: string | undefined
  /** Trích yếu nội dung. */
  readonly about: string | undefined
  readonly signer: string | undefined
  readonly recipients: readonly string[]
}

const NATION = /^cộng h[oò][àa] xã hội chủ nghĩa việt nam$/iu
const MOTTO = /^độc lập\s*[-–—]\s*tự do\s*[-–—]\s*hạnh phúc$/iu
const NUMBER = /^Số\s*:\s*(.*)$/iu
const DATE = /^(?:(.+?)\s*,\s*)?ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})\s*$/iu
const ABOUT = /^(?:V\/v|Về việc)\s*:?\s*(.+)$/iu
const DRAWN = /^[-–—_=*\s.]{3,}$/u
/** How far down a letterhead reaches, in blocks. */
const DEEPEST = 14

/** The frame of an official paper and the text without it; undefined where the name of the nation does not stand above it. */
export function takeFrame(tops: readonly Element[]): { frame: Frame; rest: readonly Element[] } | undefined {
  const nation = tops.slice(0, DEEPEST).findIndex((each) => linesOf(each).some((line) => NATION.test(line)))
  if (nation < 0) return undefined
  const end = headEnd(tops, nation)
  const lines = tops
    .slice(0, end)
    .flatMap(linesOf)
    .filter((line) => !DRAWN.test(line))
  const named = nameOf(tops, end)
  const tail = tailOf(tops, named.end)
  const numbered = lines.map((line) => NUMBER.exec(line)?.[1]).find((each) => each !== undefined)
  const number = numbered === undefined ? undefined : numberIn(numbered)
  const [dated] = lines.flatMap((line) => [DATE.exec(line)]).filter((each) => each !== null)
  const parsed = number === undefined ? undefined : parseDocumentNumber(number)
  const ofNumber =
    parsed && 'type' in parsed ? typeName(parsed.type) : parsed?.form === 'letter' ? 'Công văn' : undefined
  return {
    frame: {
      number,
      documentType: named.type ?? ofNumber,
      issuer: issuerIn(lines),
      date: dated ? isoOf(dated) : undefined,
      place: dated?.[1],
      about: named.about ?? lines.map((line) => ABOUT.exec(line)?.[1]).find(Boolean),
      ...tail.found,
    },
    rest: tops.slice(named.end, tail.start).filter((each) => !isRule(each)),
  }
}

/** The lines of a block; of a table those of its cells one after the other. */
function linesOf(block: Element): string[] {
  const parts = isElement(block, 'table') ? find(block, 'p', 'li') : [block]
  return parts
    .flatMap((each) => wordsOf(each).split('\n'))
    .map(cleanLine)
    .filter(Boolean)
}

const cleanLine = (line: string): string =>
  line
    .normalize('NFC')
    .replace(/[\s\u00A0]+/gu, ' ')
    .trim()

/** Behind the letterhead: the first block after the nation that is none of its usual lines. */
function headEnd(tops: readonly Element[], nation: number): number {
  let end = nation + 1
  while (end < Math.min(tops.length, DEEPEST) && isHead(tops[end] as Element)) end += 1
  return end
}

function isHead(block: Element): boolean {
  const lines = linesOf(block)
  const usual = (line: string) => [MOTTO, NUMBER, DATE, DRAWN, ABOUT].some((each) => each.test(line))
  return lines.length === 0 || (lines.some(usual) && (isElement(block, 'table') || lines.every(usual)))
}

const TYPES = new Set(Object.values(DOCUMENT_TYPES).map((each) => each.toLowerCase()))

/** The name of the type and what the paper is about, below the letterhead. */
function nameOf(tops: readonly Element[], from: number): { type?: string; about?: string; end: number } {
  const block = tops[from]
  if (!block || isElement(block, 'table')) return { end: from }
  const [first = '', ...more] = linesOf(block)
  const isType = TYPES.has(first.toLowerCase()) && first === first.toUpperCase()
  if (!isType) return { end: from }
  const about = [...more]
  let end = from + 1
  while (end < tops.length && end < from + 4 && isAbout(tops[end] as Element, about.length === 0)) {
    about.push(...linesOf(tops[end] as Element))
    end += 1
  }
  const words = about.join(' ')
  return { type: sentenceCase(first), ...(words === '' ? {} : { about: words }), end }
}

/** Bold lines below the type are what it is about; the first may be plain where it says so. */
function isAbout(block: Element, first: boolean): boolean {
  if (!['p', 'h1', 'h2', 'h3'].includes(block.tagName) || isRule(block)) return false
  const words = plainWords(block)
  if (/^(?:[IVX]+|\d+)[.)]\s|^(?:Điều|Phần|Chương)\s/u.test(words)) return false
  return (isBold(block) && !/:$/.test(words)) || (first && /^(?:V\/v|Về)\s/iu.test(words))
}

function numberIn(written: string): string | undefined {
  const [text = ''] = written.split(/\s{2,}|(?<=\p{Lu})\s+(?=\p{Ll})/u)
  const close = text.replace(/\s+/g, '').replace(/[.;,]$/, '')
  const parsed = parseDocumentNumber(close)
  return parsed && parsed.form !== 'incomplete' ? close : undefined
}

function isoOf([, , day = '', month = '', year = '']: RegExpExecArray): string | undefined {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return parseDay(iso) === undefined ? undefined : iso
}

const AREA = /^(?:XÃ|PHƯỜNG|ĐẶC KHU|THỊ TRẤN|HUYỆN|QUẬN|THỊ XÃ|THÀNH PHỐ|TỈNH)\s/u

/** The last authority named in capitals above the number; the place below it belongs to it. */
function issuerIn(lines: readonly string[]): string | undefined {
  const capitals = lines.filter(
    (line) =>
      line === line.toUpperCase() && /\p{Lu}{2}/u.test(line) && !NATION.test(line) && !NUMBER.test(line),
  )
  const groups: string[] = []
  for (const line of capitals) {
    const last = groups.at(-1)
    if (last !== undefined && AREA.test(line)) groups[groups.length - 1] = `${last} ${line}`
    else groups.push(line)
  }
  const last = groups.at(-1)
  return last === undefined ? undefined : sentenceCase(last)
}

/** The last table with the recipients, and who signed beside them. */
function tailOf(tops: readonly Element[], from: number) {
  const none = { start: tops.length, found: { signer: undefined, recipients: [] as readonly string[] } }
  const at = tops.findLastIndex(
    (each, index) => index >= from && linesOf(each).some((line) => /^Nơi nhận\s*:?/iu.test(line)),
  )
  const block = tops[at]
  if (!block) return none
  const cells = isElement(block, 'table') ? find(block, 'td', 'th') : tops.slice(at)
  const lines = cells.map((each) =>
    isElement(each, 'td', 'th') ? find(each, 'p', 'li').flatMap(linesOf) : linesOf(each),
  )
  const recipients = lines
    .filter((each) => each.some((line) => /^Nơi nhận/iu.test(line) || /^[-–]/.test(line)))
    .flat()
  const signed = lines.filter((each) => !each.some((line) => recipients.includes(line))).flat()
  return {
    start: at,
    found: {
      signer: signerIn(signed),
      recipients: recipients
        .filter((line) => !/^Nơi nhận\s*:?$/iu.test(line))
        .map((line) => line.replace(/^Nơi nhận\s*:\s*/iu, '').replace(/^[-–]\s*/, '')),
    },
  }
}

/** `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`, `Nguyễn Văn An` → `Phó Chủ tịch Nguyễn Văn An`. */
function signerIn(lines: readonly string[]): string | undefined {
  const capitals = lines.filter(
    (line) => line === line.toUpperCase() && /\p{Lu}{2}/u.test(line) && !/ĐÃ KÝ/u.test(line),
  )
  const post =
    capitals
      .filter((line) => !/^(?:TM|KT|TL|TUQ|Q)\./u.test(line) && !/ỦY BAN NHÂN DÂN/u.test(line))
      .at(-1) ?? capitals.at(-1)
  const name = lines.findLast((line) => line !== line.toUpperCase() && !/đã ký|[(\d:]/iu.test(line))
  if (post === undefined) return undefined
  const title = sentenceCase(post.replace(/^(?:TM|KT|TL|TUQ|Q)\.\s*/u, ''))
  return name === undefined ? title : `${title} ${name}`
}
