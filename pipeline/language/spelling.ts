import { type House, judgeWord, type Misspelt } from './judge-word.ts'
import type { Remark } from './remark.ts'

const WORD = /[\p{L}\p{M}\d]+/gu
const CAPITALISED = /^\p{Lu}/u

const verdicts = new WeakMap<House, Map<string, Misspelt | undefined>>()
const MOST_VERDICTS = 20_000

/** The words of a language come again and again: each is judged once for a house. */
function judged(word: string, house: House): Misspelt | undefined {
  const known = verdicts.get(house) ?? new Map<string, Misspelt | undefined>()
  verdicts.set(house, known)
  if (known.has(word)) return known.get(word)
  const verdict = judgeWord(word, house)
  if (known.size < MOST_VERDICTS) known.set(word, verdict)
  return verdict
}

/** Words that no Vietnamese syllable is, remains of typing, and tones in another place than the portal puts them. */
export function spellingRemarks(prose: string, house: House): Remark[] {
  return [...prose.matchAll(WORD)].flatMap((match) => {
    const [word] = match
    const found = judged(word, house)
    return found && !isOfName(prose, match.index, word, found)
      ? [toRemark(word, match.index, found, house)]
      : []
  })
}

/** Part of a name that is written after its sound (ki-lô-mét, Ê-đê, K'Bang), or of a name in several words of another language. */
function isOfName(prose: string, start: number, word: string, found: Misspelt): boolean {
  if (found.kind === 'tone-place') return false
  const [before, after] = [
    prose.slice(start - 2, start),
    prose.slice(start + word.length, start + word.length + 2),
  ]
  const joined = /[\p{L}\d]['’ʼ‑-]$/u.test(before) || /^['’ʼ‑-][\p{L}\d]/u.test(after)
  if (joined || found.kind === 'typed') return joined
  if (!CAPITALISED.test(word)) return false
  return found.meant === undefined
    ? besideForeignName(prose, start, word.length)
    : word.startsWith('K') && HIGHLAND.test(prose.slice(Math.max(0, start - 20), start))
}

/** What names of the highlands begin with, before one that has K where Vietnamese has C: «Rờ Kơi», «Plei Kần», «Y Kôl». */
const HIGHLAND =
  /(?<![\p{L}\d])(?:[ĐD][aăắ]k|Rờ|Pờ|Tơ|Tu|Plei|Plây|Kon|Ia|Ea|Ya|Ayun|Ngọk|Ngok|Krông|Măng|Chư|Cư|Buôn|Mô|Sa|[AY])\s$/u

/** The next word is a name without any Vietnamese letter: «Pờ Y», «Brăp Ju». */
const besideForeignName = (prose: string, start: number, length: number): boolean =>
  /^ \p{Lu}[a-z]*(?![\p{L}\d])/u.test(prose.slice(start + length, start + length + 20)) ||
  /(?<![\p{L}\d])\p{Lu}[a-z]* $/u.test(prose.slice(Math.max(0, start - 20), start))

function toRemark(word: string, start: number, found: Misspelt, house: House): Remark {
  const place = { start, written: word }
  if (found.kind === 'tone-place')
    return {
      ...place,
      kind: 'tone-placement',
      problem: found.styleOnly
        ? `Dấu thanh của «${word}» không theo kiểu của cổng («${house.tone}»)`
        : `Dấu thanh của «${word}» đặt sai chỗ`,
      fix: `viết «${found.meant}»`,
      instead: found.meant,
    }
  const instead = found.meant !== undefined && found.certain ? { instead: found.meant } : {}
  if (found.kind === 'typed')
    return {
      ...place,
      ...instead,
      kind: 'spelling',
      problem: `«${word}» là phím gõ ${found.method} chưa thành chữ`,
      fix: found.certain
        ? `viết «${found.meant}»`
        : `có phải «${found.meant}» không? Bật bộ gõ, gõ lại từ này`,
    }
  return {
    ...place,
    ...instead,
    kind: 'spelling',
    problem: `«${word}» không phải là một tiếng của tiếng Việt`,
    fix: found.meant
      ? `viết «${found.meant}» nếu đúng là từ ấy`
      : 'sửa lại từ này; tên riêng viết đúng thì ghi vào mục `spelling.words` của cong.yaml',
  }
}
