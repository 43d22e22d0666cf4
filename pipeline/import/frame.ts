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
const DEEPEST = 20

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
      about: named.about ?? aboutIn(lines),
      ...tail.found,
    },
    rest: [...tops.slice(named.end, tail.start), ...tops.slice(tail.end)].filter((each) => !isRule(each)),
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

/** Behind the last block near the top that only a letterhead has. */
function headEnd(tops: readonly Element[], nation: number): number {
  const isHead = (block: Element) =>
    linesOf(block).some((line) => [MOTTO, NUMBER, DATE].some((each) => each.test(line)))
  const last = tops.slice(0, DEEPEST).findLastIndex(isHead)
  let end = Math.max(nation, last) + 1
  while (end < tops.length && isRule(tops[end] as Element)) end += 1
  return end
}

/** `V/v …` below the number of a letter, to the next line of the letterhead. */
function aboutIn(lines: readonly string[]): string | undefined {
  const at = lines.findIndex((line) => ABOUT.test(line))
  if (at < 0) return undefined
  const isOther = (line: string) =>
    [NATION, MOTTO, NUMBER, DATE].some((each) => each.test(line)) || isCapitals(line)
  const rest = lines.slice(at + 1)
  const end = rest.findIndex(isOther)
  const more = end < 0 ? rest : rest.slice(0, end)
  const words = [ABOUT.exec(lines[at] as string)?.[1] ?? '', ...more].join(' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const isCapitals = (line: string): boolean => line === line.toUpperCase() && /\p{Lu}{2}/u.test(line)

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
    // Below what a decision is about stands, in capitals, who decides.
    if (about.length > 0 && isCapitals(plainWords(tops[end] as Element)) && !isCapitals(about.join(' ')))
      break
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

/** A line of recipients or of a signature is short; an annex begins anew. */
const LONGEST = 120
const ANNEX = /^(?:PHỤ LỤC|Phụ lục|DANH SÁCH|BIỂU|Mẫu số)/u
const SIGNED = /^(?:\(.*\)|(?:\p{Lu}\p{L}*\.?\s*)(?:\p{L}+\s*){1,6})$/u

/** The recipients, and who signed beside them; what follows, an annex, is text again. */
function tailOf(tops: readonly Element[], from: number) {
  const none = {
    start: tops.length,
    end: tops.length,
    found: { signer: undefined, recipients: [] as readonly string[] },
  }
  const start = tops.findLastIndex(
    (each, index) => index >= from && /^Nơi nhận\s*:/iu.test(linesOf(each)[0] ?? ''),
  )
  if (start < 0) return none
  const recipients: string[] = []
  const signed: string[] = []
  let end = start
  for (const block of tops.slice(start)) {
    const lines = linesOf(block)
    if (lines.some((line) => line.length > LONGEST || ANNEX.test(line)) || isElement(block, 'table')) break
    const signs =
      isCapitals(lines[0] ?? '') || (signed.length > 0 && lines.every((line) => SIGNED.test(line)))
    if (signed.length > 0 && !signs) break
    if (signs) signed.push(...lines)
    else recipients.push(...lines)
    end += 1
  }
  return {
    start,
    end,
    found: {
      signer: signerIn(signed),
      recipients: recipients
        .map((line) => line.replace(/^Nơi nhận\s*:\s*/iu, '').replace(/^[-–]\s*/, ''))
        .filter(Boolean),
    },
  }
}

/** `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`, `Nguyễn Văn An` → `Phó Chủ tịch Nguyễn Văn An`. */
function signerIn(lines: readonly string[]): string | undefined {
  const capitals = lines.filter((line) => isCapitals(line) && !/ĐÃ KÝ/u.test(line))
  const post =
    capitals
      .filter((line) => !/^(?:TM|KT|TL|TUQ|Q)\./u.test(line) && !/ỦY BAN NHÂN DÂN/u.test(line))
      .at(-1) ?? capitals.at(-1)
  const name = lines.findLast((line) => line !== line.toUpperCase() && !/đã ký|[(\d:]/iu.test(line))
  if (post === undefined) return undefined
  const title = sentenceCase(post.replace(/^(?:TM|KT|TL|TUQ|Q)\.\s*/u, ''))
  return name === undefined ? title : `${title} ${name}`
}
