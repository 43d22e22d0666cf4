import { type Day, parseDay, yearOf } from '../calendar/local-time.ts'
import { literal } from '../language/literal.ts'
import { onlyProse, type Span } from '../language/prose.ts'
import { sentencesIn } from '../language/sentences.ts'
import type { Mention, MentionFinder } from './former-names.ts'

/**
 * The former names that a text uses for what is now, each name once, at its first place. Told are those that nothing around says to be
 * meant as history: it would rather miss than cry wolf.
 *
 * @param text a body, or a field of front matter
 * @param day of what the text tells
 */
export function presentMentions(text: string, find: MentionFinder, day: Day): Mention[] {
  const found = find(text).filter(({ former }) => former.since <= day)
  if (found.length === 0) return []
  const prose = onlyProse(text)
  const present = found.filter(
    (mention) =>
      prose.slice(mention.start, mention.start + mention.written.length) === mention.written &&
      !isFormerToday(text, mention) &&
      !isHistory(text, mention),
  )
  return present.filter(
    ({ written }, index) => present.findIndex((each) => each.written === written) === index,
  )
}

/** Who says once «huyện Yên Dũng cũ» knows, and says afterwards the name alone. */
const isFormerToday = (text: string, { written }: Mention): boolean =>
  text.includes(`${written} `) &&
  new RegExp(
    `${literal(written)}[”»]?,? [(]?(?:cũ|trước|xưa|nay |hiện nay|đã (?:sáp|nhập|hợp|kết|giải)|khi chưa|hồi)`,
    'u',
  ).test(text)

/** Words of a paragraph that speaks of how units came to be, or were. */
const TELLS_OF_CHANGE =
  /sáp nhập|hợp nhất|sắp xếp (?:lại )?(?:đơn vị|các đơn vị|tổ chức|bộ máy)|chia tách|tách (?:ra|từ)|tái lập|giải thể|trước đây|trước kia|ngày trước|kết thúc hoạt động|đổi tên|tiền thân|(?<!\p{L})cũ(?!\p{L})|lịch sử|kháng chiến|Cách mạng tháng|thời kỳ|thế kỷ|quê quán|quê gốc|nguyên quán|tên gọi/iu
/** Right before a name: who was something there, or comes from there, or what keeps its own name. */
const OF_A_PERSON_OR_THING =
  /(?:(?<!\p{L})(?:(?:nguyên|cựu|cố|quê|gốc|sinh (?:ra )?(?:ở|tại)|xưa|thuở|hồi|từng)(?: \p{L}+){0,6}|người)|(?:Trung tâm|Bệnh viện|Trường|Quỹ|Công ty|Chi nhánh|Hạt|Trạm|Chợ|Sân|Nhà (?:máy|thờ|hát|tù)|Nghĩa trang|Di tích|Đền|Chùa|Đình|Khu|Cụm|Làng|Hợp tác xã|Nhà xuất bản|Viện|Tạp chí|Báo)(?:(?! (?:ở|tại|thuộc|của|trên|từ|đến) )[^,.;:\n]){0,40})\s*$/u
/** A number of a document: what it says was so when it was signed. */
const DOCUMENT =
  /\d\/(?:\d{4}\/)?\p{Lu}[\p{L}\d-]+|\d-\p{Lu}{2,3}\/\p{Lu}|(?:Quyết định|Nghị quyết|Thông tư|Nghị định|Luật|Công văn|Kế hoạch|Bản án|Hồ sơ) số/u
/** Districts and provinces of other countries have the same words before them. */
const ABROAD =
  /Trung Quốc|Lào(?! Cai)|Campuchia|Cam-pu-chia|Nhật Bản|Hàn Quốc|Thái Lan|Đài Loan|Hoa Kỳ|nước ngoài|(?:nước|Liên bang) (?:Nga|Đức)/u
const QUOTED = /“[^“”\n]*”|«[^«»\n]*»|"[^"\n]*"/g

function isHistory(text: string, { start, written, former }: Mention): boolean {
  const paragraph = spanAround(text, start, '\n')
  const within = text.slice(paragraph.start, paragraph.end)
  if (/^\s*>/.test(within) || TELLS_OF_CHANGE.test(within)) return true
  const at = start - paragraph.start
  if ([...within.matchAll(QUOTED)].some(({ index, 0: quoted }) => index < at && at < index + quoted.length))
    return true
  const sentence = sentencesIn(within).find((each) => each.start <= at && at < each.end)
  const said = sentence ? within.slice(sentence.start, sentence.end) : within
  if (DOCUMENT.test(said) || ABROAD.test(said) || tellsOfEarlier(said, former.since)) return true
  return OF_A_PERSON_OR_THING.test(within.slice(Math.max(0, at - 70), at)) || isListed(said, written)
}

function spanAround(text: string, at: number, mark: string): Span {
  const end = text.indexOf(mark, at)
  return { start: text.lastIndexOf(mark, at - 1) + 1, end: end < 0 ? text.length : end }
}

/** «tỉnh Hải Dương (nay là …)», «thuộc … cũ». */
const isListed = (sentence: string, written: string): boolean =>
  sentence.includes(`${written} (`) && /\((?:nay|hiện|cũ|sau)/.test(sentence)

const DATED =
  /(?<!\d)(?:(?:(\d{1,2})[/.-])?(\d{1,2})[/.-]|(?:ngày (\d{1,2}) )?tháng (\d{1,2})(?: năm |[/.-]))?((?:1[3-9]|20)\d{2})(?!\d)/g

/** Whether a sentence names a day, a month or a year that was before the change: then it tells of that time. */
function tellsOfEarlier(sentence: string, since: Day): boolean {
  const year = yearOf(since)
  return [...sentence.matchAll(DATED)].some(([, d, m, wordDay, wordMonth, y]) => {
    if (Number(y) !== year) return Number(y) < year
    const month = m ?? wordMonth
    // A year alone in which both held leaves it open.
    if (month === undefined) return true
    const day = parseDay(`${y}-${month.padStart(2, '0')}-${(d ?? wordDay ?? '28').padStart(2, '0')}`)
    return day !== undefined && day < since
  })
}
