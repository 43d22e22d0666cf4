import type { Span, Voice } from './personal-data.ts'
import { isSurname, PLACES } from './surnames.ts'

/** A word of a name: `Nguyễn`, `Thị`, `H’Lan`, `NGUYỄN`. */
const WORD = "\\p{Lu}[\\p{L}'’]*"
/** Two words or more that begin as names do. */
export const NAME = `${WORD}(?:[ \\u00A0]+${WORD}){1,5}`
const TITLE = '(?:(?:ông|bà|anh|chị|cô|chú|bác|đ/c|đồng chí) )?'

/** What somebody says before his own name and before nothing else. */
const INTRODUCED = new RegExp(
  `(?:(?:tôi|em|cháu|con|mình) tên(?: là)?|tên (?:của )?(?:tôi|em|cháu|con|mình)(?: là)?|họ(?: và)?[ ,]*tên(?: (?:người (?:hỏi|gửi|phản ánh|kiến nghị)|tôi|công dân))?|người (?:hỏi|gửi|viết(?: đơn)?|làm đơn|phản ánh|kiến nghị)|ký tên)\\s*[:：,-]?\\s*${TITLE}`,
  'giu',
)
/** What is said before a name, and as often before something else: `Tôi là công dân`. */
const PERHAPS = new RegExp(
  `(?:(?:tôi|em|cháu|con|mình|chúng tôi)(?: là| tên)[,:]?|xin phép được hỏi,? tôi là)\\s+${TITLE}`,
  'giu',
)
/** A signature: a line of its own under the last words of a letter. */
const SIGNED = new RegExp(
  `(?:cảm ơn|trân trọng|kính thư|kính đơn|kính mong|kính nhờ)[^\\n]{0,40}\\n\\s*${TITLE}(?=${NAME}\\s*[.]?\\s*(?:\\n|$))`,
  'giu',
)
/** An office that names whom it answers. */
const ANSWERED =
  /(?:trả lời|cảm ơn|phúc đáp|kính gửi|ý kiến của|câu hỏi của|kiến nghị của|phản ánh của|đơn của)\s+(?:công dân\s+)?(?:ông|bà|anh|chị|công dân)\s+(?:ông |bà )?/giu

export function names(text: string, voice: Voice): Span[] {
  if (voice === 'news') return []
  if (voice === 'office') return after(text, ANSWERED, true)
  return [...after(text, INTRODUCED, false), ...after(text, PERHAPS, true), ...after(text, SIGNED, true)]
}

const NAME_HERE = new RegExp(NAME, 'uy')
const LOWER_HERE = /\p{Ll}+ (?:văn|thị)(?: \p{Ll}+){1,2}/uy

/**
 * Names right behind some words.
 *
 * @param sure whether the first word must be a surname, because the words before do not say that a name comes
 */
const after = (text: string, words: RegExp, sure: boolean): Span[] =>
  [...text.matchAll(words)].flatMap((match) => {
    const start = match.index + match[0].length
    const name = at(text, NAME_HERE, start) ?? at(text, LOWER_HERE, start)
    if (name === undefined || !isName(name, sure || name === name.toLowerCase())) return []
    return [{ start, end: start + name.length, kind: 'name' as const }]
  })

function at(text: string, pattern: RegExp, start: number): string | undefined {
  pattern.lastIndex = start
  return pattern.exec(text)?.[0]
}

/** «Nguyễn Văn A» is nobody: so is written whoever may not be named. */
export function isName(name: string, sure: boolean): boolean {
  const words = name.split(/\s+/)
  if ((words.at(-1) as string).length === 1 || PLACES.has(words.slice(0, 2).join(' ').toLowerCase()))
    return false
  return isSurname(words[0] as string) || !(sure || OFFICE_WORD.test(name))
}

/** What begins with a capital behind «họ tên» or «người hỏi» and is no person. */
const OFFICE_WORD =
  /^(?:Công dân|Người dân|Nhân dân|Cử tri|Hộ dân|Nhóm|Phụ huynh|Tập thể|Bà con|Cư dân|Tổ|Thôn|Khu|Xóm|UBND|Ban|Bạn đọc|Doanh nghiệp|Hợp tác xã|Công ty|Một)/iu

const NUMBER = '\\d{1,4}[A-Za-z]?(?:/\\d{1,4}[A-Za-z]?)*(?![\\p{L}\\d])'
const STREET =
  '(?:,?\\s*(?:ngõ|ngách|hẻm|kiệt|đường|phố|tổ|khu|xóm|thôn|ấp|block|tòa|chung cư)\\s+[^,.;:!?\\n]{1,40})'
const PLACE = `(?:số nhà|nhà số|căn hộ(?: số)?|nhà ở số|số)\\s*:?\\s*${NUMBER}${STREET}*`
const ASKER = '(?:tôi|em|cháu|chúng tôi|chúng em|mình|gia đình(?: tôi| em| chúng tôi)?)'

/** `Gia đình tôi ở số 15 ngõ 20 đường …`: somebody says where he lives, with the number of the house. */
const LIVES = new RegExp(
  `(?<![\\p{L}])${ASKER}(?![\\p{L}])[^.;!?\\n]{0,70}?(?<![\\p{L}])(?:ở|trú|ngụ|sống|cư trú)(?: tại| ở)?\\s+(?<place>${PLACE})`,
  'giu',
)
/** `Tôi là công dân tổ 5, số nhà 12`; not `ổ gà trước số nhà 12`. */
const HOUSE = new RegExp(
  `(?<![\\p{L}])${ASKER}(?![\\p{L}])[^.;!?\\n]{0,80}?(?<!(?:trước|cạnh|gần|sau|từ|đến|đối diện|cổng|ngang|chỗ|giữa|cấp|xin|biển)\\s+)(?<place>(?:số nhà|nhà số)\\s*:?\\s*${NUMBER}${STREET}*)`,
  'giu',
)
/** `Địa chỉ: 12 ngõ 5 phố …` on a line of its own, as in a form. */
const LABELLED = new RegExp(
  `^[ \\t>*-]*(?:địa chỉ|nơi ở|chỗ ở|nơi cư trú|nơi thường trú|thường trú|hộ khẩu)(?: (?:của tôi|hiện nay|thường trú|liên hệ|người hỏi))?\\s*[:：]\\s*(?<place>(?:số\\s*)?(?:nhà\\s*)?(?:số\\s*)?${NUMBER}[^\\n;]*)`,
  'gimu',
)

export const addresses = (text: string): Span[] =>
  [LIVES, HOUSE, LABELLED].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => {
      const place = (match.groups?.place ?? '').trimEnd()
      const start = match.index + match[0].lastIndexOf(place)
      return { start, end: start + place.length, kind: 'address' as const }
    }),
  )

/** `Bà Trần Thị Hoa, 62 tuổi, trú tại số nhà 12 …`: news tell where somebody lives, with the number of the house. */
const HOME = new RegExp(
  `(?<![\\p{L}])(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Ee]m|[Cc]háu|[Cc]ụ|hộ|gia đình)(?: (?:ông|bà|anh|chị))? (?<name>${NAME})[^.;\\n]{0,60}?(?<![\\p{L}])(?:trú|ngụ|cư trú|thường trú|sinh sống|sống)(?: tại| ở)?\\s+(?<place>(?:số nhà|nhà số|nhà ở số)\\s*${NUMBER}${STREET}*|số\\s*${NUMBER}${STREET}+)`,
  'gu',
)
/** `Nơi cư trú: số 8 đường …`, `địa chỉ nhà riêng: 45 …`: a label that only people have, and a house; not `đăng ký thường trú: 12 hồ sơ`. */
const HOME_LABELLED = new RegExp(
  `(?<![\\p{L}])(?:[Nn]ơi (?:cư trú|thường trú|ở hiện (?:nay|tại))|[Hh]ộ khẩu(?: thường trú)?|(?:[Đđ]ịa chỉ )?[Nn]hà riêng)\\s*:\\s*(?<place>(?:(?:số nhà|nhà số|số)\\s*${NUMBER}${STREET}*|${NUMBER}(?:${STREET}+|(?: \\p{Lu}\\p{Ll}+){2,5})))`,
  'gu',
)

const MAY_TELL_HOME =
  /số nhà|nhà số|nhà ở số|(?:trú|ngụ|sống|tại|ở) số|(?:cư|thường) trú|nhà riêng|hộ khẩu|ở hiện/i

export const homes = (text: string): Span[] =>
  !MAY_TELL_HOME.test(text)
    ? []
    : [
        ...[...text.matchAll(HOME)].filter(({ groups }) => isName(groups?.name ?? '', true)),
        ...text.matchAll(HOME_LABELLED),
      ].map((match) => {
        const place = (match.groups?.place ?? '').trimEnd()
        const start = match.index + match[0].lastIndexOf(place)
        return { start, end: start + place.length, kind: 'address' as const }
      })
