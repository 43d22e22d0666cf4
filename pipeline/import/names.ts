/** Letters that only Vietnamese words have, and hardly an abbreviation. */
const MARKED = /[^\p{ASCII}Đđ]/u

/**
 * Whether a title is written in capitals, all of it or the greater part. Which of its words are names no machine knows, so that it stays
 * for a person to write.
 */
export function isShouted(title: string): boolean {
  const words = title
    .normalize('NFC')
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1)
  const shouted = words.filter((word) => word === word.toUpperCase())
  const all = shouted.length === words.length && words.length > 1
  return (
    (all && shouted.some((word) => MARKED.test(word))) ||
    shouted.filter((word) => MARKED.test(word)).length > 1
  )
}

/** Words in front of the name of a place. */
const AREAS = ['xã', 'phường', 'đặc khu', 'thị trấn', 'huyện', 'quận', 'thị xã', 'thành phố', 'tỉnh']
/** Offices that are written with a capital where a sentence names them. */
const PROPER: readonly (readonly [pattern: RegExp, written: string])[] = [
  [/\bchủ tịch\b/giu, 'Chủ tịch'],
  [/(?<!\p{L})ủy ban nhân dân(?!\p{L})/giu, 'Ủy ban nhân dân'],
  [/(?<!\p{L})hội đồng nhân dân(?!\p{L})/giu, 'Hội đồng nhân dân'],
  [/(?<!\p{L})(?<=chánh |phó chánh |^)văn phòng(?!\p{L})/giu, 'Văn phòng'],
  [/(?<!\p{L})đảng ủy(?!\p{L})/giu, 'Đảng ủy'],
  [/(?<!\p{L})ban thường vụ(?!\p{L})/giu, 'Ban Thường vụ'],
  [/(?<!\p{L})mặt trận tổ quốc(?!\p{L})/giu, 'Mặt trận Tổ quốc'],
  [/(?<!\p{L})việt nam(?!\p{L})/giu, 'Việt Nam'],
  [/(?<!\p{L})ubnd(?!\p{L})/giu, 'UBND'],
  [/(?<!\p{L})hđnd(?!\p{L})/giu, 'HĐND'],
  [/(?<!\p{L})mttq(?!\p{L})/giu, 'MTTQ'],
  // Of two that sign together the second begins anew.
  [/(?<= [-–] )công an(?!\p{L})/giu, 'Công an'],
]

/** What an office is for is written with a capital behind its kind, and a post behind `phó`. Source: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục III, IV. */
const OFFICE = /^(trung tâm|phòng|ban|sở|trạm|chi cục|hội(?! đồng)|đoàn|phó(?! chủ tịch)) (\p{Ll})/u

/** A line in capitals as it is written in a sentence: `ỦY BAN NHÂN DÂN XÃ ĐỒNG VIỆT` → `Ủy ban nhân dân xã Đồng Việt`. */
export function sentenceCase(capitals: string): string {
  let words = capitals.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
  for (const area of AREAS)
    words = words.replace(
      new RegExp(`(?<!\\p{L})${area} (.+?)(?=$|,| (?:${AREAS.join('|')}) )`, 'gu'),
      (_, name: string) => `${area} ${name.split(' ').map(capital).join(' ')}`,
    )
  words = words.replace(/^(thôn|khu phố|làng) (.+)$/u, (_, kind: string, name: string) =>
    [kind, ...name.split(' ').map(capital)].join(' '),
  )
  for (const [pattern, written] of PROPER) words = words.replace(pattern, written)
  return capital(
    words.replace(OFFICE, (_, office: string, name: string) => `${office} ${name.toUpperCase()}`),
  )
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
