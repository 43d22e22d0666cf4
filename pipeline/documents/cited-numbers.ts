import { DOCUMENT_TYPES, parseDocumentNumber, typeName } from './document-number.ts'

/** A number of a document that a text writes in another way than the document itself: the words, and how they are meant. */
export type MiswrittenNumber = { readonly start: number; readonly written: string; readonly instead: string }

/** Issuers that are so often named that their letters can be told from a type that is glued to them, or written small. */
const ISSUERS = ['UBND', 'HĐND', 'TTg', 'CP', 'TW', 'VPCP', 'UBTVQH', 'MTTQ', 'BTGTU', 'TU'] as const
const plain = (text: string): string => text.toUpperCase().replace(/[ĐÐ]/g, 'D')
const issuerOf = new Map(ISSUERS.map((each) => [plain(each), each as string]))

/** What a careless hand makes of a type, where only one type can be meant: QD, QÐ (another letter) for QĐ; TTR for TTr. */
const MEANT: ReadonlyMap<string, string> = (() => {
  const types = [...Object.keys(DOCUMENT_TYPES), 'NĐ', 'TT', 'TTLT']
  const byPlain = Map.groupBy(types, plain)
  return new Map([...byPlain].flatMap(([key, each]) => (each.length === 1 ? [[key, each[0] as string]] : [])))
})()

const GAP = '[ \\u00A0]{0,2}'
const DASH = `${GAP}[-–—]${GAP}`
const START = '(?<![\\p{L}\\d/.,-])'
const END = '(?![\\p{L}\\d])'
/** 849/QĐ-UBND and what comes near: spaces, another dash, no dash at all, an older or smaller letter. */
const STATE = new RegExp(
  `${START}(\\d{1,5})${GAP}/${GAP}(?:(\\d{4})${GAP}/${GAP})?(\\p{L}{2,4}?)(${DASH}|)((?:${ISSUERS.flatMap((each) => [each, each.replaceAll('Đ', 'D'), each.replaceAll('Đ', 'Ð')]).join('|')}|(?<=[-–—\\u00A0 ])\\p{Lu}[\\p{L}\\d&]{1,9})(?:[-.][\\p{Lu}\\d&]+)*)${END}`,
  'giu',
)
/** 57-NQ/TW of the Party, and the same written as the State writes. */
const PARTY = new RegExp(
  `${START}(\\d{1,5})(?:${DASH}(\\p{Lu}{2,3})${GAP}/${GAP}|${GAP}/${GAP}(NQ|CT|KL|QĐ|HD|QC|TB)${DASH})(TW|TU|ĐU)${END}`,
  'gu',
)
/** 91/2025/QH15 of the National Assembly. */
const LAW = new RegExp(`${START}(\\d{1,3})${GAP}/${GAP}(\\d{4})${GAP}/${GAP}(QH)[ -]?(\\d{2})${END}`, 'giu')

type Shape = { readonly pattern: RegExp; readonly meant: (match: RegExpExecArray) => string | undefined }

const SHAPES: readonly Shape[] = [
  { pattern: PARTY, meant: ([, number, type, other, issuer]) => `${number}-${type ?? other}/${issuer}` },
  { pattern: LAW, meant: ([, number, year, , term]) => `${number}/${year}/QH${term}` },
  { pattern: STATE, meant: ofState },
]

function ofState([, number, year, type = '', , unit = '']: RegExpExecArray): string | undefined {
  const [issuer = '', ...rest] = unit.split('-')
  const known = issuerOf.get(plain(issuer))
  // An issuer that no list names is believed only where it stands in capitals, as issuers do.
  if (known === undefined && issuer !== issuer.toUpperCase()) return undefined
  const right = typeName(type)
    ? type
    : (MEANT.get(plain(type)) ?? (type === 'CV' && known ? type : undefined))
  if (right === undefined || (known === undefined && type !== type.toUpperCase() && !typeName(type)))
    return undefined
  return `${number}/${year ? `${year}/` : ''}${right}-${[known ?? issuer, ...rest].join('-')}`
}

/**
 * Numbers of documents that a text writes with spaces, without the dash, or with another letter than the document has, where only one
 * number can be meant: `849 / QĐ-UBND`, `849/QD-UBND`, `849/QĐUBND`, `57/NQ-TW`, `91/2025/QH 15`.
 */
export function miswrittenNumbers(text: string): MiswrittenNumber[] {
  const found: MiswrittenNumber[] = []
  for (let slash = text.indexOf('/'); slash >= 0; slash = text.indexOf('/', slash + 1)) {
    if (!mayBeMiswritten(text, slash)) continue
    const from = Math.max(0, slash - BEFORE)
    const number = numberAt(text.slice(from, slash + BEHIND), slash - from)
    if (number && !found.some(({ start }) => start === number.start + from))
      found.push({ ...number, start: number.start + from })
  }
  return found
}

/** Whether a slash may belong to such a number, by the few signs around it: days, parts and addresses are told by these. */
export function mayBeMiswritten(text: string, slash: number): boolean {
  // A type, an issuer or the sign of the National Assembly stands behind it.
  const behind = behindGap(text, slash + 1)
  if (!mayBeLetter(text.charCodeAt(behind)) || !mayBeLetter(text.charCodeAt(behind + 1))) return false
  const end = beforeGap(text, slash)
  const before = text.charCodeAt(end - 1)
  if (!isDigit(before)) return mayBeLetter(before) && PARTY_ORGAN.has(text.slice(behind, behind + 2))
  let from = end
  while (isDigit(text.charCodeAt(from - 1))) from -= 1
  return beginsNumber(text, from, end) && !isPlainlyRight(text, slash)
}

/** Whatever is waited for in a text stands around such a slash. */
export const CITED_WATCH = { places: [['/', mayBeMiswritten]] } as const

/** The organs whose slash stands behind the letters of a type: 57-NQ/TW. */
const PARTY_ORGAN: ReadonlySet<string> = new Set(['TW', 'TU', 'ĐU'])

/** Digits begin a number unless something is written together with them; a year may stand behind the number and its slash. */
function beginsNumber(text: string, from: number, end: number): boolean {
  const sign = text.charAt(from - 1)
  if (sign !== '/') return sign === '' || !WRITTEN_BEFORE.test(sign)
  return end - from === 4 && isDigit(text.charCodeAt(beforeGap(text, from - 1) - 1))
}
const WRITTEN_BEFORE = /[\p{L}\d.,-]/u

const isGap = (code: number): boolean => code === 0x20 || code === 0xa0
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39
/** Beyond ASCII nearly every sign is one. */
const mayBeLetter = (code: number): boolean =>
  code > 0x7f || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)

/** Behind the one or two blanks that may part the pieces of a number, and before them. */
const behindGap = (text: string, at: number): number =>
  !isGap(text.charCodeAt(at)) ? at : isGap(text.charCodeAt(at + 1)) ? at + 2 : at + 1
const beforeGap = (text: string, at: number): number =>
  !isGap(text.charCodeAt(at - 1)) ? at : isGap(text.charCodeAt(at - 2)) ? at - 2 : at - 1

/** What nearly all numbers are, so that they are looked at once: 849/QĐ-UBND, /2025/NĐ-CP. */
const RIGHT = new RegExp(
  `(?<=${START}\\d{1,5})(?<!/[ \\u00A0]{1,2}\\d{1,5})/(?:\\d{4}/)?(?:${Object.keys(DOCUMENT_TYPES).join('|')}|NĐ|TT)-(?:UBND|HĐND|CP|TTg)(?![\\p{L}\\d-]|\\.[\\p{L}\\d])`,
  'uy',
)

function isPlainlyRight(text: string, slash: number): boolean {
  const year = YEAR_BEFORE.exec(text.slice(Math.max(0, slash - 5), slash)) ? slash - 5 : slash
  RIGHT.lastIndex = year
  return RIGHT.test(text) && RIGHT.lastIndex > slash
}
const YEAR_BEFORE = /^\/\d{4}$/

/** More signs than a number of a document has on either side of a slash. */
const [BEFORE, BEHIND] = [30, 60]

/** The number that goes over a place. */
function numberAt(text: string, place: number): MiswrittenNumber | undefined {
  for (const { pattern, meant } of SHAPES)
    for (const match of text.matchAll(pattern)) {
      const [written] = match
      if (match.index > place || match.index + written.length < place) continue
      const instead = meant(match as RegExpExecArray)
      if (instead !== undefined && instead !== written && parseDocumentNumber(instead))
        return { start: match.index, written, instead }
    }
  return undefined
}
