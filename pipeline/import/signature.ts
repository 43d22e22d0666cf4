import type { Element } from 'hast'
import { isCapitals, linesOf } from './lines.ts'
import { sentenceCase } from './names.ts'
import { isElement } from './tree.ts'

/** A line of recipients or of a signature is short; an annex begins anew. */
const LONGEST = 120
const ANNEX = /^(?:PHỤ LỤC|Phụ lục|DANH SÁCH|BIỂU|Mẫu số)/u
const SIGNED = /^(?:\(.*\)|\p{Lu}\p{L}*\.?\s*\p{L}*(?:\s+\p{L}+){0,6})$/u

/** What stands below the text of a paper, between two of its blocks. */
type Tail = {
  readonly start: number
  readonly end: number
  readonly found: { readonly signer: string | undefined; readonly recipients: readonly string[] }
  /** The lines of who signed, as they stand. */
  readonly signed: readonly string[]
}

/** The recipients, and who signed beside them; what follows, an annex, is text again. */
export function tailOf(tops: readonly Element[], from: number): Tail {
  const start = tops.findLastIndex(
    (each, index) => index >= from && /^Nơi nhận\s*:/iu.test(linesOf(each)[0] ?? ''),
  )
  if (start < 0) return signatureOf(tops, from)
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
    signed,
  }
}

/** For whom somebody signs; the Party writes T/M. */
const ON_BEHALF = /^(?:TM|T\/M|KT|K\/T|TL|T\/L|TUQ|Q)\b\.?\s*/u

/** `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`, `Nguyễn Văn An` → `Phó Chủ tịch Nguyễn Văn An`. */
function signerIn(lines: readonly string[]): string | undefined {
  const capitals = lines.filter((line) => isCapitals(line) && !/ĐÃ KÝ/u.test(line))
  const post =
    capitals.filter((line) => !ON_BEHALF.test(line) && !/ỦY BAN NHÂN DÂN/u.test(line)).at(-1) ??
    capitals.at(-1)
  const name = lines.findLast((line) => line !== line.toUpperCase() && !/đã ký|[(\d:]/iu.test(line))
  if (post === undefined) return undefined
  const title = sentenceCase(post.replace(ON_BEHALF, ''))
  return name === undefined ? title : `${title} ${name}`
}

/** What somebody is who signs. */
export const POST = /CHỦ TỊCH|TRƯỞNG|GIÁM ĐỐC|CHÁNH|BÍ THƯ|THỦ TRƯỞNG/u
const NAME = /^\p{Lu}\p{Ll}*(?:\s+\p{Lu}\p{Ll}*){1,4}$/u

const nothing = (end: number): Tail => ({
  start: end,
  end,
  found: { signer: undefined, recipients: [] },
  signed: [],
})

/** A signature at the very end, where no recipients are named: posts in capitals, and a name. */
function signatureOf(tops: readonly Element[], from: number): Tail {
  const lines = tops.map(linesOf)
  const end = tops.length
  let start = end - 1
  if (start <= from || !NAME.test(lines[start]?.join(' ') ?? '')) return nothing(end)
  while (start > from && lines[start - 1]?.every((line) => /^\(.*\)$/u.test(line))) start -= 1
  const behind = start
  while (start > from && lines[start - 1]?.every((line) => isCapitals(line) && line.length < LONGEST))
    start -= 1
  const isSigned = lines
    .slice(start, behind)
    .flat()
    .some((line) => POST.test(line) || ON_BEHALF.test(line))
  if (!isSigned) return nothing(end)
  const signed = lines.slice(start).flat()
  return { start, end, found: { signer: signerIn(signed), recipients: [] }, signed }
}
