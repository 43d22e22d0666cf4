import type { Element } from 'hast'
import { parseDay } from '../calendar/local-time.ts'
import { type DocumentNumber, parseDocumentNumber, typeName } from '../documents/document-number.ts'
import { isPart, plainWords } from './headings.ts'
import { isCapitals, isDrawn, isRule, isTypeName, linesOf, NATION } from './lines.ts'
import { sentenceCase } from './names.ts'
import { tailOf } from './signature.ts'
import { isBold, isElement } from './tree.ts'

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

const MOTTO = /^độc lập\s*[-–—]\s*tự do\s*[-–—]\s*hạnh phúc$/iu
const NUMBER = /^Số\s*(?::\s*|(?=\d+-\p{L}+\/))(.*)$/iu
const DATE = /^(?:(.+?)\s*,\s*)?ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})\s*$/iu
/** A day that nobody has filled in yet. */
const OPEN_DATE = /^(?:[^,]+,\s*)?ngày[\s.…_]*(?:\d{1,2}\s*)?tháng[\s.…_\d]*năm[\s.…_\d]*$/iu
const ABOUT = /^(?:V\/v|Về việc)\s*:?\s*(.+)$/iu
/** Signs below the name of an authority, alone or in a row. */
const SIGNS = /^[*.…\s]+$/u
/** How far down a letterhead reaches, in blocks, and how long its lines are. */
const DEEPEST = 20
const LONGEST = 100

/** The frame of an official paper, its text without it, and whether it has more than the name of the nation. */
export type Framed = {
  readonly frame: Frame
  readonly rest: readonly Element[]
  /** Whether motto, number or day say that it is a frame. */
  readonly sure: boolean
  /** The lines below the text with which it is signed. */
  readonly signed: readonly string[]
}

/** The frame of an official paper and the text without it; undefined where the name of the nation does not stand above it. */
export function takeFrame(tops: readonly Element[]): Framed | undefined {
  const nation = tops.slice(0, DEEPEST).findIndex((each) => linesOf(each).some((line) => NATION.test(line)))
  if (nation < 0) return undefined
  const end = headEnd(tops, nation)
  const lines = tops
    .slice(0, end)
    .flatMap(linesOf)
    .filter((line) => !isDrawn(line) && !SIGNS.test(line) && !/^\(?DỰ THẢO/u.test(line))
  const named = nameOf(tops, end)
  const tail = tailOf(tops, named.end)
  const numbered = lines.map((line) => NUMBER.exec(line)?.[1]).find((each) => each !== undefined)
  const number = numbered === undefined ? undefined : numberIn(numbered)
  const [dated] = lines.flatMap((line) => [DATE.exec(line)]).filter((each) => each !== null)
  const parsed = number === undefined ? undefined : parseDocumentNumber(number)
  const ofNumber = parsed && typeOf(parsed)
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
    rest: withPlainAuthority([...tops.slice(named.end, tail.start), ...tops.slice(tail.end)]),
    sure: dated !== undefined || number !== undefined || lines.some((line) => MOTTO.test(line)),
    signed: tail.signed,
  }
}

const typeOf = (number: DocumentNumber): string | undefined => {
  if (number.form === 'letter' || (number.form === 'party' && number.type === 'CV')) return 'Công văn'
  return 'type' in number ? typeName(number.type) : undefined
}

/** Who decides, in capitals below what it is about, is no heading of what follows; nor is the term of a council below its name. */
function withPlainAuthority(rest: readonly Element[]): readonly Element[] {
  const blocks = rest.filter((each) => !isRule(each))
  const words = blocks.map(plainWords)
  const isAuthority = (at: number) => {
    const line = words[at] ?? ''
    return isCapitals(line) && !isPart(line) && (at === 0 ? AUTHORITY : BELOW_AUTHORITY).test(line)
  }
  let end = 0
  while (isAuthority(end)) end += 1
  return blocks.map((each, at) =>
    at < end ? { ...each, tagName: 'p', properties: { className: ['ten-bang'] } } : each,
  )
}

const AUTHORITY = /^(?:CHỦ TỊCH|[UỦ][ỶY] BAN|HỘI ĐỒNG|THƯỜNG TRỰC|BAN |GIÁM ĐỐC|TRƯỞNG|CHÁNH)/u
/** The term and the meeting of a council, below its name: `KHÓA I, KỲ HỌP THỨ 5`. */
const TERM = /^\(?(?:KHÓA|KHOÁ|NHIỆM KỲ|KỲ HỌP)\s/u

/** Behind the last block near the top that only a letterhead has. */
function headEnd(tops: readonly Element[], nation: number): number {
  const isHead = (block: Element) =>
    linesOf(block).some((line) => [MOTTO, NUMBER, DATE, OPEN_DATE].some((each) => each.test(line)))
  // What is long, names the type or somebody stands below the letterhead, and a day in the text is none of the frame.
  const isBelow = (block: Element) =>
    linesOf(block).some((line) => line.length > LONGEST || isTypeName(line) || /^Kính gửi/iu.test(line))
  const below = tops.findIndex((each, index) => index > nation && isBelow(each))
  const last = tops.slice(0, below < 0 ? DEEPEST : Math.min(below, DEEPEST)).findLastIndex(isHead)
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

/** The name of the type and what the paper is about, below the letterhead. */
function nameOf(tops: readonly Element[], from: number): { type?: string; about?: string; end: number } {
  const block = tops[from]
  if (!block || isElement(block, 'table')) return { end: from }
  const [first = '', ...more] = linesOf(block)
  const isType = isTypeName(first)
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
const BELOW_AUTHORITY = new RegExp(`${AREA.source}|${TERM.source}`, 'u')

/** The last authority named in capitals above the number; the place below it belongs to it. */
function issuerIn(lines: readonly string[]): string | undefined {
  const capitals = lines.filter(
    (line) => isCapitals(line) && ![NATION, NUMBER, TERM].some((each) => each.test(line)),
  )
  const groups: string[] = []
  for (const line of capitals) {
    const last = groups.at(-1)
    if (last !== undefined && AREA.test(line)) groups[groups.length - 1] = `${last} ${line}`
    else groups.push(line)
  }
  const last = groups.at(-1)
  if (last === undefined) return undefined
  // An office without a name of its own is that of the authority above.
  const above = /^VĂN PHÒNG$/u.test(last) ? groups.at(-2) : undefined
  return above === undefined ? sentenceCase(last) : `Văn phòng ${sentenceCase(above)}`
}
