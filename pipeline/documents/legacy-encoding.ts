import type { Place } from '../diagnostics/diagnostic.ts'

/** Remains of an older Vietnamese encoding, by its name. */
export type LegacyRemains = { readonly name: string; readonly at: Place; readonly sample: string }

type Detector = {
  readonly name: string
  /** A word that looks so. */
  readonly word: RegExp
  /** How many such words a line needs before it counts; a lone one may be a name or a unit. */
  readonly least: number
  /** Nobody writes so on purpose, not even beside modern Vietnamese. */
  readonly certain?: boolean
}

/** What may follow the vowel that carries the tone, to the end of a Vietnamese syllable: `naïf` and `maïs` end otherwise. */
const REST = '(?:[aeiouy]|ch|ng|nh|[cmnpt])?(?!\\p{L})'

/*
 * Decided by the line, never by the word, because every one of these letters also has honest uses.
 * TCVN3: signs and capitals of Latin-1 inside words (`ViÖt`, `c«ng`, `®ång`). VNI: a vowel and the byte of its tone
 * (`Vieät`, `coäng`), in pairs that neither Vietnamese nor French knows. VIQR (RFC 1456): ASCII marks behind vowels.
 * Mojibake: UTF-8 that was read as Windows-1252.
 */
const DETECTORS: readonly Detector[] = [
  {
    name: 'chữ UTF-8 bị đọc sai bảng mã',
    word: /á[»º][\u0080-\u00BFŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]|Ä[\u0090‘’]|â€[\u0080-\u00BFœ™˜¦¢“”]/u,
    least: 1,
    certain: true,
  },
  { name: 'chữ UTF-8 bị đọc sai bảng mã', word: /(?<!\p{Lu})Ã[\u0080-\u00BF]|Æ[°¡¯]/u, least: 1 },
  {
    name: 'TCVN3 (phông .VnTime)',
    word: /\p{L}[¨©ª«¬µ¶¸¹](?!\p{Lu})|\p{Ll}·(?!\p{Lu})|\p{L}[»¼½¾]\p{Ll}|(?<!\p{L})[®§][\p{L}\u00AD¨©ª«¬µ¶·¸¹]|\p{Ll}[À-ÖØ-Þ]/u,
    least: 2,
  },
  {
    name: 'VNI',
    word: new RegExp(
      `(?:a[ùøûõïâáàåãäêéèúüë]|e[ùøûõïâáàåãä]|o[ùøûõïâåä]|ô[ùøûõï]|ö[ùøûõïô]|u[ùøûõï]|y[ùøûõ])${REST}|(?<!\\p{L})ñ[\\p{L}]`,
      'iu',
    ),
    least: 2,
  },
  {
    name: 'VIQR',
    word: /[aeouy](?:\^|\(|\+)['`?~.]|[aeiouy]['`~](?=$|\P{L})|(?<!\p{L})dd[a-z]/iu,
    least: 3,
  },
]

/** Nothing of the older encodings can hide in a text without one of these. */
const SUSPECT =
  /[®§¨©ª«¬µ¶·¸¹»¼½¾]|\p{Ll}[À-ÖØ-Þ]|[ùøûïåäëüÙØÛÏÅËÜñÑÃÄÆ]|[aeoAEO][âÂ]|â€|á[»º]|[aeouyAEOUY][\^+(]['`?~.]|\bdd[a-z]/u
/** The same for a quick scan: words and signs that hold what `SUSPECT` looks for, and what spares a line of them. */
export const LEGACY_WATCH = {
  words: /[ªµºùøûïåäëüÙØÛÏÅËÜñÑÃÄÆ]|\p{Ll}[À-ÖØ-Þ]|[aeoAEO][âÂ]|dd[a-z]/u,
  signs: [
    ...[...'®§¨©«¬¶·¸¹»¼½¾'].map((sign) => [sign, /./su] as const),
    ...[...'^+('].map((sign) => [sign, /[aeouyAEOUY].['`?~.]/su] as const),
  ],
  unlessOnLine: /[\u1EA0-\u1EF9ăđơưĂĐƠƯ]/u,
}
/** And for what no line is spared. */
export const MANGLED_WATCH = {
  words: /áº/u,
  signs: [['»', /á»/u] as const, ...[...'‘’'].map((sign) => [sign, /Ä/u] as const)],
}
const MODERN = /[\u1EA0-\u1EF9ăđơưĂĐƠƯ]/u
const CODE = /^\s*(?:```|~~~| {4})/
/** A pair of guillemets around words, and the name of a front-matter field: neither is part of the words. */
const QUOTES = /(?<=^|[\s(“"'])«([^«»]*)»(?!\p{L})/gu
const FIELD = /^\s*(?:- )?[A-Za-z]+:\s/

/** What even a modern line may hold: the first detector's own letters. */
const CERTAIN = /á[»º]|Ä[\u0090‘’]|â€/u

/** The first line with remains of each kind; line and column in the text. */
export function legacyRemains(text: string): LegacyRemains[] {
  const certain = CERTAIN.test(text)
  const found = new Map<string, LegacyRemains>()
  text.split('\n').forEach((line, index) => {
    // Nearly every line is modern Vietnamese, and that is seen within its first words.
    if ((MODERN.test(line) && !certain) || !SUSPECT.test(line) || CODE.test(line)) return
    const words = wordsOf(line)
    const detector = DETECTORS.find((each) => !found.has(each.name) && speaks(each, words, line))
    if (!detector) return
    const sample = words.find((each) => detector.word.test(each)) ?? ''
    found.set(detector.name, {
      name: detector.name,
      at: { line: index + 1, column: Math.max(0, line.indexOf(sample)) + 1 },
      sample: sample.slice(0, 30),
    })
  })
  return [...found.values()]
}

const wordsOf = (line: string): string[] =>
  line.replace(FIELD, '').replace(QUOTES, ' $1 ').split(/\s+/).filter(Boolean)

/** Enough words of a line look so. A line that is mostly modern Vietnamese is Unicode, whatever one of its words looks like. */
function speaks({ word, least, certain }: Detector, words: readonly string[], line: string): boolean {
  if (!certain && MODERN.test(line)) return false
  const enough = Math.min(least, Math.max(1, words.length - 1))
  return words.filter((each) => word.test(each)).length >= enough
}
