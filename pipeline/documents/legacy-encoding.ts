import type { Place } from '../diagnostics/diagnostic.ts'

/** Remains of an older Vietnamese encoding, by its name. */
export type LegacyRemains = { readonly name: string; readonly at: Place; readonly sample: string }

type Detector = {
  readonly name: string
  /** A word that looks so. */
  readonly word: RegExp
  /** How many such words a line needs before it counts; a lone one may be French or a unit. */
  readonly least: number
}

/*
 * Decided by the line, never by the word, because every one of these letters also has honest uses.
 * TCVN3: signs of Latin-1 glued to letters, or its capitals inside a lower-case word (`ViÖt`, `tÊn`).
 * VNI: a vowel followed by a tone byte (`aù`, `eä`); VIQR (RFC 1456): ASCII marks behind vowels.
 * Mojibake: UTF-8 that was read as Windows-1252.
 */
const DETECTORS: readonly Detector[] = [
  {
    name: 'chữ UTF-8 bị đọc sai bảng mã',
    word: /Ã[\u0080-\u00BF¡-¿]|á[»º]|Ä[‘\u0091\u2018]|Æ[°¡]|â€/u,
    least: 1,
  },
  {
    name: 'TCVN3 (phông .VnTime)',
    word: /[\p{L}][®§¨©ª«¬µ¶·¸¹»¼½¾]|[®§¨©ª«¬µ¶·¸¹»¼½¾][\p{Ll}]|\p{Ll}[À-ÖØ-Þ]\p{Ll}?/u,
    least: 2,
  },
  {
    name: 'VNI',
    word: /[aeiouyöôâê][ùøûõïåäëüáàãêéèúæ](?=\P{L}|$|[nmctpghyiuo])|ñ\p{L}|\p{L}*[aeo][äëï]/iu,
    least: 2,
  },
  { name: 'VIQR', word: /[aeouy](?:\^|\(|\+)['`?~.]|[aeiouy]['`~](?=\s|$)|\bdd[a-z]/iu, least: 3 },
]

/** Nothing of the older encodings can hide in a text without one of these. */
const SUSPECT = /[®§¨©ª«¬µ¶·¸¹»¼½¾]|\p{Ll}[À-ÖØ-Þ]|[ùøûïåäëü]|ñ|Ã|Ä|Æ|â€|á[»º]|[aeouy][\^+]['`?~.]|\bdd[a-z]/u
const CODE = /^\s*(?:```|~~~| {4})/

/** The first line with remains of each kind; line and column in the text. */
export function legacyRemains(text: string): LegacyRemains[] {
  if (!SUSPECT.test(text)) return []
  const found = new Map<string, LegacyRemains>()
  text.split('\n').forEach((line, index) => {
    if (CODE.test(line) || !SUSPECT.test(line)) return
    const words = line.split(/\s+/)
    const detector = DETECTORS.find(
      ({ name, word, least }) =>
        !found.has(name) &&
        words.filter((each) => word.test(each)).length >= Math.min(least, Math.max(1, words.length - 1)) &&
        suspiciousEnough(name, line),
    )
    if (!detector) return
    const sample = words.find((each) => detector.word.test(each)) ?? ''
    found.set(detector.name, {
      name: detector.name,
      at: { line: index + 1, column: line.indexOf(sample) + 1 },
      sample: sample.slice(0, 30),
    })
  })
  return [...found.values()]
}

/** A line that is mostly modern Vietnamese is Unicode, whatever one of its words looks like. */
function suspiciousEnough(name: string, line: string): boolean {
  if (name === 'chữ UTF-8 bị đọc sai bảng mã') return true
  return !/[\u1EA0-\u1EF9ăđơưĂĐƠƯ]/u.test(line)
}
