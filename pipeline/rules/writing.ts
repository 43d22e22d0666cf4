import type { Finding, Place, Repair } from '../diagnostics/diagnostic.ts'
import { type Document, languageOf } from '../documents/document.ts'
import { legacyRemains } from '../documents/legacy-encoding.ts'
import { placeOfOffset } from '../documents/text-place.ts'
import { doubledAcrossLines } from '../language/across-lines.ts'
import { confusedWords } from '../language/confusions.ts'
import type { Reader } from '../language/examine.ts'
import { proseOfFrontMatter } from '../language/prose.ts'
import type { Note, Remark, RemarkKind } from '../language/remark.ts'
import { type FirstLook, readingOf } from './first-look.ts'
import type { TextFacts, TextRule } from './rule.ts'

const NOTHING: readonly Placed[] = []
const NO_FINDING: readonly Finding[] = []
/** The document that was read last: the five rules ask about one after the other, and nobody asks about it again. */
let last: { readonly document: Document; readonly remarks: readonly Placed[] } | undefined

type Placed = Remark & { readonly at: Place }

/** A note at its place in the file. */
export type PlacedNote = Note & { readonly at: Place }

/** What is to be said of a document; five rules ask, and it is read once. Another language than Vietnamese is not read. */
function remarksOf({ portal: { cong }, document, look }: TextFacts): readonly Placed[] {
  if (!look.languageAbove && !look.languageBelow && !look.confused) return NOTHING
  if (last?.document === document) return last.remarks
  const remarks =
    languageOf(document.front) === 'vi' ? remarksIn(document, look, readingOf(cong).reader) : NOTHING
  last = { document, remarks }
  return remarks
}

function remarksIn(
  { yaml, yamlLine, body, bodyLine }: Document,
  { languageAbove, languageBelow, confused }: FirstLook,
  reader: Reader,
): readonly Placed[] {
  const above = [
    ...(languageAbove ? reader.frontMatter(yaml) : NOTHING),
    ...(confused ? inFields(yaml, confusedWords) : NOTHING),
  ]
  const below = [
    ...(languageBelow ? reader.body(body) : NOTHING),
    ...(confused ? confusedWords(body) : NOTHING),
  ]
  if (above.length + below.length === 0) return NOTHING
  return [
    ...placed(inUnicode(above, yaml), yaml, yamlLine),
    ...placed(inUnicode(below, body), body, bodyLine),
  ]
}

/** Reads the fields that are sentences, only where something stands in the front matter at all. */
export function inFields<T extends Note>(yaml: string, read: (text: string) => readonly T[]): T[] {
  if (read(yaml).length === 0) return []
  return proseOfFrontMatter(yaml).flatMap(({ start, end }) =>
    read(yaml.slice(start, end)).map((note) => ({ ...note, start: note.start + start })),
  )
}

/** Text in an older encoding is one problem, and a rule of its own says so: not every word of it again. */
const inUnicode = (remarks: readonly Remark[], text: string): readonly Remark[] =>
  remarks.length > 0 && legacyRemains(text).length > 0 ? [] : remarks

/** Notes on a part of a file, each with its place. */
export const placed = <T extends Note>(
  remarks: readonly T[],
  text: string,
  firstLine: number,
): (T & { readonly at: Place })[] =>
  remarks.map((remark) => {
    const { line, column } = placeOfOffset(text, remark.start)
    return { ...remark, at: { line: line + firstLine - 1, column } }
  })

const findings =
  (kind: RemarkKind) =>
  (facts: TextFacts): readonly Finding[] => {
    const remarks = remarksOf(facts)
    return remarks.length === 0 ? NO_FINDING : remarks.filter((each) => each.kind === kind).map(toFinding)
  }

export const toFinding = (remark: PlacedNote): Finding => ({
  at: remark.at,
  problem: remark.problem,
  fix: remark.fix,
  ...(remark.instead === undefined ? {} : { repair: repairOf(remark, remark.instead) }),
})

/** Other repairs may have moved the words along their line, so those nearest to the place are taken; without them nothing changes. */
const repairOf = ({ at, written }: PlacedNote, instead: string): Repair => ({
  kind: 'rewrite',
  how: `dòng ${at.line}: «${written}» thành «${instead}»`,
  apply: (text) => {
    const lines = text.split('\n')
    const line = lines[at.line - 1] ?? ''
    const place = nearest(line, written, at.column - 1)
    if (place === undefined) return text
    lines[at.line - 1] = line.slice(0, place) + instead + line.slice(place + written.length)
    return lines.join('\n')
  },
})

function nearest(line: string, words: string, column: number): number | undefined {
  let best: number | undefined
  for (let at = line.indexOf(words); at >= 0; at = line.indexOf(words, at + 1))
    if (best === undefined || Math.abs(at - column) < Math.abs(best - column)) best = at
  return best
}

const acrossLines = ({ look, document: { front, body, bodyLine } }: TextFacts): readonly Finding[] => {
  if (!look.acrossLines) return NO_FINDING
  const notes = languageOf(front) === 'vi' ? doubledAcrossLines(body) : []
  return notes.length === 0 ? NO_FINDING : placed(notes, body, bodyLine).map(toFinding)
}

export const spelling: TextRule = {
  id: 'spelling',
  name: 'chính tả',
  severity: 'warning',
  question: 'Mọi từ mang dấu tiếng Việt đều là tiếng có thật, không còn sót phím gõ Telex, VNI?',
  reason:
    'Từ gõ hỏng làm người đọc ngờ cả những gì đúng, máy tìm kiếm không thấy, máy đọc cho người khiếm thị đọc sai.',
  advice:
    'Bật bộ gõ Unicode trước khi viết. Tên riêng viết theo tiếng khác mà bị báo thì thêm vào mục `spelling.words` của cong.yaml.',
  check: findings('spelling'),
}

export const tonePlacement: TextRule = {
  id: 'tone-placement',
  name: 'chỗ đặt dấu thanh',
  severity: 'warning',
  question: 'Dấu thanh đặt theo một kiểu trên cả cổng, và đúng chỗ?',
  reason: 'Hai kiểu «hòa», «hoà» là hai chữ khác nhau đối với máy: tìm chữ này không ra chữ kia.',
  advice:
    'Kiểu của cổng ghi ở mục `spelling.tone` của cong.yaml; `congbo check --fix` đặt lại dấu. Bộ gõ cũng có mục chọn kiểu bỏ dấu.',
  check: findings('tone-placement'),
}

export const punctuation: TextRule = {
  id: 'punctuation',
  name: 'dấu câu và khoảng trắng',
  severity: 'warning',
  question:
    'Dấu câu viết liền từ trước, cách từ sau; ngoặc viết liền chữ bên trong; không có khoảng trắng đôi?',
  reason: 'Dấu câu rời khỏi từ có thể rơi xuống đầu dòng sau; khoảng trắng thừa, thiếu làm bài khó đọc.',
  advice:
    'Viết dấu câu liền với từ đứng trước, rồi một khoảng trắng. `congbo check --fix` tự sửa chỗ chỉ có một cách sửa.',
  check: findings('punctuation'),
}

const repeatedOnLine = findings('repeated-word')

export const repeatedWord: TextRule = {
  id: 'repeated-word',
  name: 'từ lặp',
  severity: 'warning',
  question: 'Không có từ, cụm từ viết hai lần liền do sơ ý?',
  reason: 'Từ lặp là dấu vết của việc sửa dở; người đọc phải đọc lại câu.',
  advice: 'Đọc to câu vừa sửa. Từ láy (xanh xanh, ngày ngày, dần dần) thì không bị báo.',
  check: (facts) => repeatedOnLine(facts).concat(acrossLines(facts)),
}

export const numberForm: TextRule = {
  id: 'number-form',
  name: 'cách viết ngày, số',
  severity: 'info',
  question: 'Ngày viết theo lối 20/11/2026, số lớn ngăn hàng nghìn bằng dấu chấm?',
  reason: 'Cùng một lối viết thì không ai đọc nhầm ngày với tháng, phần nghìn với phần lẻ.',
  advice: 'Viết 05/9/2026 hoặc 05/09/2026; 1.250.000 đồng; phần lẻ sau dấu phẩy: 4,5%.',
  check: findings('number-form'),
}
