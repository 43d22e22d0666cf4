/**
 * What a text says of itself: `stamp`, that it is a State secret; `limited`, that it is for some people only; `cited`, that it names
 * a document whose symbol ends in the sign of secrecy.
 */
export type Mark = {
  readonly kind: 'stamp' | 'limited' | 'cited'
  /** Where it begins, in UTF-16 units. */
  readonly start: number
}

/** Words that every mark holds one of: few texts have any, and the rest are spared the lines. */
const MAY_BE_MARKED = /Ậ ?T|mật|Mật|hu hồi|HU HỒI|óc bì|ÓC BÌ|NỘI BỘ|PHỔ BIẾN|\(M\)/

/** The same for a quick scan: whatever `MAY_BE_MARKED` finds holds such a word, or two such words in a row. */
export const SECRET_WATCH = {
  words: /ẬT|Ậ$|mật|Mật|^M$/u,
  pairs: [
    [/hu$|HU$/u, /^hồi|^HỒI/u],
    [/óc$|ÓC$/u, /^bì|^BÌ/u],
    [/NỘI$/u, /^BỘ/u],
    [/PHỔ$/u, /^BIẾN/u],
  ],
} as const

/** The three levels of the law, without the blanks between the letters of a stamp. */
const LEVELS: ReadonlySet<string> = new Set(['TUYỆTMẬT', 'TỐIMẬT', 'MẬT'])
const NUMBER = '\\d{1,5}(?:/\\d{4})?[/-][A-ZĐ][A-Za-zĐđ&]*(?:[-/][A-ZĐ&]+){1,3}\\s?\\(M\\)'

/** What a classified document carries alone on its line: prose about secrecy says the same words in sentences. */
const STAMPS: readonly RegExp[] = [
  /^(?:mức )?độ mật\s*:[^\p{L}]*(?:tuyệt mật|tối mật|mật)$/iu,
  /^Thời hạn bảo vệ bí mật nhà nước\s*:.{0,40}$/u,
  /^tài liệu thu hồi(?:[\s:,;.–-]*thời hạn.{0,40})?$/iu,
  /^chỉ người có tên mới được bóc bì$/iu,
  /^(?:TUYỆT MẬT|TỐI MẬT|MẬT)[\s,.–-]*(?:KHÔNG (?:SAO|PHỔ|ĐƯỢC)|CẤM |(?:BẢN SỐ|Bản số)\s*:)/u,
  new RegExp(`^(?:số\\s*:?\\s*)?${NUMBER}$`, 'iu'),
]
const LIMITED = /LƯU HÀNH NỘI BỘ|KHÔNG PHỔ BIẾN/gu
const CITED = new RegExp(`(?<![\\p{L}\\d])${NUMBER}`, 'gu')

/** A line that is broken inside a word or a list: `BẢO VỆ BÍ` above `MẬT`. */
const GOES_ON = /(?:(?<!\p{L})(?:BÍ|BẢO|CƠ|ĐỘ|VÀ|bí|bảo|cơ|độ|và)|[,/])$/u

type Line = { readonly bare: string; readonly start: number; readonly above: string }

/**
 * The marks of secrecy in a text, in its order: stamps as form 02 to 07 of Circular 24/2020/TT-BCA write them, on a line of their
 * own. Whoever writes about secrecy uses the same words in sentences, as parts of other words, or lists all levels; that is no mark.
 *
 * @param text in NFC; a gap in a line of a paper, as between two columns, counts as the end of a line
 */
export function secretMarks(text: string): Mark[] {
  if (!MAY_BE_MARKED.test(text)) return []
  const lines = linesOf(text)
  const levels = lines.filter(isLevel)
  const stamped = [
    ...(isListOfLevels(levels) ? [] : levels),
    ...lines.filter(({ bare }) => STAMPS.some((stamp) => stamp.test(bare))),
  ].map(({ start }): Mark => ({ kind: 'stamp', start }))
  const all = (pattern: RegExp, kind: Mark['kind']) =>
    [...text.matchAll(pattern)].map(({ index }): Mark => ({ kind, start: index }))
  const cited = all(CITED, 'cited').filter(({ start }) => !lines.some((each) => isStampAt(each, start)))
  return [...stamped, ...all(LIMITED, 'limited'), ...cited].sort((a, b) => a.start - b.start)
}

const isStampAt = ({ bare, start }: Line, at: number): boolean =>
  at >= start && at < start + bare.length && STAMPS.some((stamp) => stamp.test(bare))

/** `M Ậ T` and `(MẬT)` as `MẬT`. */
const levelOf = (bare: string): string => bare.replace(/[\s)]/g, '')

const isLevel = ({ bare, above }: Line): boolean => LEVELS.has(levelOf(bare)) && !GOES_ON.test(above)

/** A paper has one level; who names all three tells of the law. */
const isListOfLevels = (levels: readonly Line[]): boolean =>
  new Set(levels.map(({ bare }) => levelOf(bare))).size === LEVELS.size

/** Lines without what is written around their words: marks of Markdown, frames, the key of a field. */
function linesOf(text: string): Line[] {
  let start = 0
  let above = ''
  return text.split('\n').map((line) => {
    const [ornament = ''] = /^[^\p{L}\d]*(?:[A-Za-z]+:[^\p{L}\d]*)?/u.exec(line) ?? []
    const bare = line.slice(ornament.length).replace(/[^\p{L}\d)]+$/u, '')
    const found = { bare, start: start + ornament.length, above }
    start += line.length + 1
    above = bare
    return found
  })
}
