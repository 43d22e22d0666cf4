import { isName, NAME } from './people.ts'
import type { Span } from './personal-data.ts'
import { isSurname } from './surnames.ts'

const DAY =
  '(?:\\d{1,2}[/.-]\\d{1,2}[/.-](?:19|20)\\d{2}(?!\\d)|\\d{1,2} tháng \\d{1,2} năm (?:19|20)\\d{2}(?!\\d))'
/** Not `vệ sinh ngày`, `tuyển sinh ngày`: before it stands a mark, a label or the name of somebody. */
const BORN = new RegExp(
  `(?:^|[,;:(–]\\s*|\\n\\s*|(?<name>${NAME})\\s+)(?:[Ss]inh(?: vào)? ngày|SN):?\\s*(?<day>${DAY})|(?<![\\p{L}])[Nn]gày(?:, tháng, năm)? sinh\\s*[:：]?\\s*(?<labelled>${DAY})`,
  'gu',
)
/** Of whom the day is told because he belongs to all: the dead of history, and those who stand for election or office. */
const PUBLIC_LIFE =
  /liệt s[ĩỹ]|anh hùng|(?<!\p{L})cố (?:chủ tịch|tổng|đại tướng|bí thư)|hy sinh|tổng bí thư|chủ tịch|lãnh tụ|nhà (?:thơ|văn|báo|cách mạng|giáo)|nhạc sĩ|danh nhân|chí sĩ|đại tướng|tiền bối|lão thành|đồng chí|ứng cử|đại biểu/iu

/** Few texts have any of these words, and the rest are spared the search for names. */
const MAY_TELL_BIRTH = /[Ss]inh(?: vào)? ngày|SN|gày(?:, tháng, năm)? sinh/
const MAY_TELL_CHILD = /\d tuổi|lớp [1-9](?!\d)/

/** Days on which somebody was born; a year alone is no such day. */
export const birthDates = (text: string): Span[] =>
  !MAY_TELL_BIRTH.test(text)
    ? []
    : [...text.matchAll(BORN)].flatMap((match) => {
        const { name, day, labelled } = match.groups ?? {}
        const before = text.slice(Math.max(0, match.index - 100), match.index + (name?.length ?? 0))
        if (PUBLIC_LIFE.test(before) || (name !== undefined && !isPerson(name))) return []
        return [spanOf(match, (day ?? labelled) as string, 'birth-date')]
      })

/** From sixteen on nobody is a child by the law of children; the ninth class is mostly fifteen. */
const YOUNG = '(?:(?:1[0-5]|[1-9]) tuổi|lớp [1-9](?!\\d))'
const CALLED = new RegExp(
  `(?<![\\p{L}])(?:[Ee]m|[Cc]háu|[Bb]é|[Hh]ọc sinh|[Tt]hiếu nhi)(?: bé)? (?<name>${NAME})[^.;\\n]{0,40}?(?<![\\p{L}\\d])${YOUNG}`,
  'gu',
)
const BESIDE = new RegExp(
  `(?<![\\p{L}])(?<name>${NAME})(?:\\s*[(,]\\s*(?:1[0-5]|[1-9]) tuổi|,?\\s*\\(?\\s*(?:là )?học sinh lớp [1-9](?!\\d))`,
  'gu',
)

/** Full names of children, known by the age or the class beside them. */
export const children = (text: string): Span[] =>
  !MAY_TELL_CHILD.test(text)
    ? []
    : [CALLED, BESIDE].flatMap((pattern) =>
        [...text.matchAll(pattern)]
          .filter(({ groups }) => isPerson(groups?.name ?? ''))
          .map((match) => spanOf(match, match.groups?.name as string, 'child')),
      )

/** A surname first, or what stands there in the highlands: `Y Lan`, `A Dũng`, `H’Lan Niê`. */
function isPerson(name: string): boolean {
  const [first = ''] = name.split(/\s+/)
  return isSurname(first) ? isName(name, true) : /^(?:Y|A|H['’]\p{L}+)$/u.test(first)
}

const spanOf = (match: RegExpExecArray, words: string, kind: Span['kind']): Span => {
  const start = match.index + match[0].indexOf(words)
  return { start, end: start + words.length, kind }
}
