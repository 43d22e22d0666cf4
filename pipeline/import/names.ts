/** Words in front of the name of a place. */
const AREAS = ['xã', 'phường', 'đặc khu', 'thị trấn', 'huyện', 'quận', 'thị xã', 'thành phố', 'tỉnh']
/** Offices that are written with a capital where a sentence names them. */
const PROPER: readonly (readonly [pattern: RegExp, written: string])[] = [
  [/\bchủ tịch\b/giu, 'Chủ tịch'],
  [/(?<!\p{L})ủy ban nhân dân(?!\p{L})/giu, 'Ủy ban nhân dân'],
  [/(?<!\p{L})hội đồng nhân dân(?!\p{L})/giu, 'Hội đồng nhân dân'],
  [/(?<!\p{L})ubnd(?!\p{L})/giu, 'UBND'],
  [/(?<!\p{L})hđnd(?!\p{L})/giu, 'HĐND'],
]

/** A line in capitals as it is written in a sentence: `ỦY BAN NHÂN DÂN XÃ ĐỒNG VIỆT` → `Ủy ban nhân dân xã Đồng Việt`. */
export function sentenceCase(capitals: string): string {
  let words = capitals.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
  for (const area of AREAS)
    words = words.replace(
      new RegExp(`(?<!\\p{L})${area} (.+?)(?=$|,| (?:${AREAS.join('|')}) )`, 'gu'),
      (_, name: string) => `${area} ${name.split(' ').map(capital).join(' ')}`,
    )
  for (const [pattern, written] of PROPER) words = words.replace(pattern, written)
  return capital(words)
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
