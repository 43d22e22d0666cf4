/** Abbreviations of document types. Source: Nghị định 30/2020/NĐ-CP, Phụ lục III; case and diacritics matter. */
export const DOCUMENT_TYPES: Readonly<Record<string, string>> = {
  NQ: 'Nghị quyết',
  QĐ: 'Quyết định',
  CT: 'Chỉ thị',
  QC: 'Quy chế',
  QyĐ: 'Quy định',
  TC: 'Thông cáo',
  TB: 'Thông báo',
  HD: 'Hướng dẫn',
  CTr: 'Chương trình',
  KH: 'Kế hoạch',
  PA: 'Phương án',
  ĐA: 'Đề án',
  DA: 'Dự án',
  BC: 'Báo cáo',
  BB: 'Biên bản',
  TTr: 'Tờ trình',
  HĐ: 'Hợp đồng',
  CĐ: 'Công điện',
  BGN: 'Bản ghi nhớ',
  BTT: 'Bản thỏa thuận',
  GUQ: 'Giấy ủy quyền',
  GM: 'Giấy mời',
  GGT: 'Giấy giới thiệu',
  GNP: 'Giấy nghỉ phép',
  PG: 'Phiếu gửi',
  PC: 'Phiếu chuyển',
  PB: 'Phiếu báo',
}

/** Further types of legal documents of the State, whose numbers carry a year (Luật Ban hành VBQPPL). */
const LAW_TYPES: Readonly<Record<string, string>> = {
  NĐ: 'Nghị định',
  TT: 'Thông tư',
  TTLT: 'Thông tư liên tịch',
}

export type DocumentNumber =
  | { readonly form: 'state'; readonly type: string }
  | { readonly form: 'letter' }
  | { readonly form: 'party'; readonly type: string }
  | { readonly form: 'law' }
  | { readonly form: 'incomplete'; readonly missing: 'number' | 'issuer' }

/** Types that only organs of the Party number; Hướng dẫn 36-HD/VPTW. */
const PARTY_TYPES: Readonly<Record<string, string>> = {
  KL: 'Kết luận',
  CV: 'Công văn',
}

/** The capitals of abbreviations; \p{Lu} would let the Icelandic Ð and Cyrillic letters pass that only look right. */
const CAPITAL = '[A-ZĂÂĐÊÔƠƯ]'
/** `UBND`, `VPCP`, and the two that end in a small letter: `TTg`, `TTr`. */
const WORD = `(?:${CAPITAL}|[\\d&])+[gr]?`
const UNIT = `${WORD}(?:[-.]${WORD})*`
const STATE = new RegExp(`^\\d{1,5}(?:/\\d{4})?/(\\p{Lu}\\p{L}{0,4})-${UNIT}$`, 'u')
const LETTER = new RegExp(`^\\d{1,5}/(${WORD})(?:[-.]${WORD})*-${UNIT}$`, 'u')
const PARTY = new RegExp(`^\\d{1,5}-(\\p{Lu}\\p{L}{0,4})/${CAPITAL}+$`, 'u')
const LAW = /^\d{1,3}\/\d{4}\/(?:NQ-)?(?:UBTV)?QH\d{1,2}$/u
const WITHOUT_ISSUER = /^\d{1,5}(?:\/\d{4})?\/(\p{Lu}\p{L}{0,4})$/u
const WITHOUT_NUMBER = new RegExp(`^/(\\p{Lu}\\p{L}{0,4})-${UNIT}$`, 'u')

/** Reads a document's number and symbol: `849/QĐ-UBND`, `204/2025/QĐ-UBND`, `2450/VPCP-KGVX`, `80-NQ/TW`. */
export function parseDocumentNumber(text: string): DocumentNumber | undefined {
  if (LAW.test(text)) return { form: 'law' }
  const state = STATE.exec(text)?.[1]
  if (state && typeName(state)) return { form: 'state', type: state }
  const party = PARTY.exec(text)?.[1]
  if (party && (typeName(party) ?? PARTY_TYPES[party])) return { form: 'party', type: party }
  const writer = LETTER.exec(text)?.[1]
  if (writer) return MISSPELT.has(writer) ? undefined : { form: 'letter' }
  const short = WITHOUT_ISSUER.exec(text)?.[1]
  if (short && typeName(short)) return { form: 'incomplete', missing: 'issuer' }
  const blank = WITHOUT_NUMBER.exec(text)?.[1]
  return blank && typeName(blank) ? { form: 'incomplete', missing: 'number' } : undefined
}

/** The name of a type by its abbreviation. */
export const typeName = (abbreviation: string): string | undefined =>
  DOCUMENT_TYPES[abbreviation] ?? LAW_TYPES[abbreviation]

/** `QD` for `QĐ`, `TTR` for `TTr`: a type without its mark or its small letter would pass for the name of an office. */
const MISSPELT: ReadonlySet<string> = new Set(
  [...Object.keys(DOCUMENT_TYPES), ...Object.keys(LAW_TYPES)]
    .flatMap((each) => [each.toUpperCase(), each.toUpperCase().replaceAll('Đ', 'D')])
    .filter((each) => typeName(each) === undefined),
)
