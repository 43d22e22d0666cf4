import type { PersonalDataKind, Reading, Span, Voice } from './personal-data.ts'

/** A mailbox, or one spelt for people: `hoa (at) gmail.com`. */
const EMAIL =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}][\p{L}\p{N}._%+-]*(?:@|\s?[([]\s?(?:at|a còng)\s?[)\]]\s?)(?:[\p{L}\p{N}-]+\.)+[A-Za-z]{2,}/giu
/** The mailbox of an office, whoever names it; many communes have theirs where everybody has. */
const OFFICE_MAIL =
  /@(?:[a-z0-9-]+\.)*(?:gov|edu)\.vn$|^[^@]*(?:ubnd|hdnd|dang-?uy|vanphong|vanthu|motcua|mot-cua|congan|tram-?yte|truong|phuong|hopthu|lienhe|bbt|banbientap|toasoan|info|contact)/i

export function emails(text: string, { known = [] }: Reading): Span[] {
  const open = new Set(known.map((each) => each.toLowerCase()))
  if (!/@|a còng|[([]\s?at\s?[)\]]/i.test(text)) return []
  return [...text.matchAll(EMAIL)]
    .filter(({ index }) => !isOfAddress(text, index))
    .filter(([mail]) => !OFFICE_MAIL.test(mail) && !open.has(mail.toLowerCase()))
    .map((match) => span(match.index, match[0], 'email'))
}

/** Digits in one piece or in groups with one and the same sign between them; `+` may stand before. */
const RUN = /(?<![\p{L}\p{N}/,.-])\(?\+?\d+\)?(?:([ .-])\d+(?:\1\d+)*)?(?![\p{L}\p{N}])/gu

/** What a run of digits is followed by when it is the number of a document, a sum or a measure. */
const NO_PERSON_AFTER =
  /^(?:[/_]|[.,]\d|-\p{L}|\s?(?:(?:đồng|đ|vnđ|vnd|triệu|tỷ|m2|m²|ha|kg|km)(?!\p{L})|%))/iu

export function numbers(text: string, reading: Reading): Span[] {
  const known = new Set((reading.known ?? []).map(digitsOf))
  return [...text.matchAll(RUN)].flatMap((match): Span[] => {
    const [run] = match
    if (isOfAddress(text, match.index)) return []
    if (NO_PERSON_AFTER.test(text.slice(match.index + run.length, match.index + run.length + 12))) return []
    const digits = digitsOf(run)
    if (digits.length < 6 || known.has(digits)) return []
    const kind = kindOf(run, digits, around(text, match.index, run.length), reading)
    return kind ? [span(match.index, run, kind)] : []
  })
}

/** `https://…?id=030085001234`: what a link leads to is no number of somebody. */
const isOfAddress = (text: string, at: number): boolean =>
  /https?:\/\/[^\s)]*$/.test(text.slice(Math.max(0, at - 200), at))

const digitsOf = (text: string): string => text.replace(/\D/g, '').replace(/^(?:00)?84(?=\d{9,10}$)/, '0')

/** The telephones and mailboxes that a text publishes, as they are compared: digits alone, small letters. */
export const contactsIn = (text: string): string[] => [
  ...[...text.matchAll(RUN)]
    .map(([run]) => digitsOf(run))
    .filter((digits) => MOBILE.test(digits) || LANDLINE.test(digits)),
  ...[...text.matchAll(EMAIL)].map(([mail]) => mail.toLowerCase()),
]

/** Whether what was found is one of them. */
export const isContact = (text: string, contacts: ReadonlySet<string>): boolean =>
  contacts.has(text.toLowerCase()) || contacts.has(digitsOf(text))

const span = (start: number, text: string, kind: PersonalDataKind): Span => ({
  start,
  end: start + text.length,
  kind,
})

type Context = { readonly before: string; readonly after: string }

/** The words beside a number: of its line before it, of its sentence behind it. */
function around(text: string, start: number, length: number): Context {
  const line = text.lastIndexOf('\n', start - 1) + 1
  const end = start + length
  return {
    before: text.slice(Math.max(line, start - 90), start).toLowerCase(),
    after: (/^[^.\n]{0,60}/.exec(text.slice(end))?.[0] ?? '').toLowerCase(),
  }
}

const ID_WORDS =
  /(?:cccd|cmnd|cmtnd|cmt|căn cước(?: công dân)?|chứng minh(?: nhân dân| thư)?|định danh(?: cá nhân)?)[^\d\n]{0,25}$/
const ACCOUNT_WORDS = /(?:\bstk|số tài khoản|\btài khoản|\bsố tk|\btk)\b[^\d\n]{0,30}$/u
const TREASURY = /kho bạc|ủy ban|ubnd|ngân sách|của quỹ|của phường|của xã|của huyện|của thị trấn|ban chỉ đạo/
/** Accounts into which people are asked to pay. */
const FUND =
  /(?:^|[^\p{L}])(?:hội|quỹ|mặt trận|mttq|ban vận động|công ty|doanh nghiệp|hợp tác xã|trung tâm|trường|bệnh viện|văn phòng|công an|chi cục|đoàn thanh niên|đơn vị thụ hưởng)(?![\p{L}])/u
const GOODS_WORDS = /(?:mã|số hiệu|số khung|số máy|sê-ri|seri|imei|vạch|vận đơn|lô)[^\d\n]{0,25}$/
const FILE_WORDS = /(?:mã|số) (?:hồ sơ|đơn|biên nhận|tra cứu|vận đơn|khách hàng|hợp đồng|thuế)[^\d\n]{0,12}$/

const isOfFund = (beside: string, voice: Voice): boolean =>
  TREASURY.test(beside) || (voice === 'news' && FUND.test(beside))

const isOfThing = (before: string, voice: Voice): boolean =>
  FILE_WORDS.test(before) || (voice === 'news' && GOODS_WORDS.test(before))

function kindOf(
  run: string,
  digits: string,
  context: Context,
  { voice }: Reading,
): PersonalDataKind | undefined {
  const { before, after } = context
  if (ID_WORDS.test(before) && digits.length === 12) return 'citizen-id'
  if (ID_WORDS.test(before) && digits.length === 9) return 'old-id'
  if (ACCOUNT_WORDS.test(before) && digits.length <= 19)
    return isOfFund(before + after, voice) ? undefined : 'bank-account'
  if (isOfThing(before, voice)) return undefined
  if (isPhone(run, digits) && isPersonal(digits, context, voice)) return 'phone'
  return isCitizenId(run, digits) ? 'citizen-id' : undefined
}

/** The first three digits of a citizen's number are the code of a province: 001 to 096. */
function isCitizenId(run: string, digits: string): boolean {
  const province = Number(digits.slice(0, 3))
  return /^\d{12}$/.test(run.replace(/[ .]/g, '')) && province >= 1 && province <= 96 && inGroups(run, 3, 4)
}

const MOBILE = /^0[35789]\d{8}$/
const LANDLINE = /^02\d{8,9}$/

const isPhone = (run: string, digits: string): boolean =>
  (MOBILE.test(digits) || LANDLINE.test(digits)) && inGroups(run, 2, 4)

/** Whether a run is written as people group such a number: `0912 345 678`, not `09 1 2345678`. */
function inGroups(run: string, least: number, most: number): boolean {
  const groups = run.replace(/^[+(]*(?:84\)?[ .-]?)?/, '').match(/\d+/g) ?? []
  return groups.length === 1 || groups.every(({ length }) => length >= least && length <= most)
}

const OWN =
  /\b(?:tôi|em|cháu|mình|chúng tôi|gia đình|của (?:tôi|em|cháu|mình)|(?:bố|mẹ|chồng|vợ|con) (?:tôi|em|cháu))\b(?![\p{L}])/u
const HOTLINE = /đường dây nóng|hotline|tổng đài|số nóng/
const OFFICE =
  /trực ban|trực tiếp dân|số trực|ubnd|ủy ban|văn phòng|bộ phận|trung tâm|một cửa|công an|trạm y tế|trạm bơm|nhà văn hóa|trường |ban quản lý|ban biên tập|điện lực|phòng (?:văn hóa|kinh tế|tư pháp|tài|nội vụ|giáo dục|y tế|tiếp)|cơ quan|công chức|cán bộ|trưởng thôn|tổ trưởng|chủ tịch|bí thư|đồng chí/

/** What advertises, sells or invites gives its number to everybody. */
const BUSINESS =
  /công ty|doanh nghiệp|hợp tác xã|htx|cửa hàng|cơ sở|nhà thầu|chủ đầu tư|hội |câu lạc bộ|ban tổ chức|ban chỉ|đặt (?:hàng|vé)|đăng ký|nhà trường|bệnh viện|trực /

/**
 * A mobile number is somebody's unless an office is named beside it; a number of a house telephone is an office's unless somebody
 * says that it is his own.
 */
function isPersonal(digits: string, { before, after }: Context, voice: Reading['voice']): boolean {
  if (HOTLINE.test(before.slice(-60))) return false
  const words = before.slice(-60)
  const own = OWN.test(words)
  if (LANDLINE.test(digits)) return voice === 'asker' && own && !OFFICE.test(words)
  if (voice === 'news' && BUSINESS.test(words + after)) return false
  return own && voice === 'asker' ? !OFFICE.test(before.slice(-25)) : !OFFICE.test(words + after)
}
