/** A stretch of text in one font. */
export type FontText = { readonly text: string; readonly font: string | undefined }

/** An encoding that lived in fonts before Unicode. Sources: TCVN 5712:1993 (VN3), VNI for Windows. */
type OldEncoding = 'tcvn3' | 'tcvn3-capitals' | 'vni'

/** Which old encoding a font means; `.VnTimeH` draws every letter as a capital. */
export function encodingOf(font: string | undefined): OldEncoding | undefined {
  const name = font?.trim() ?? ''
  if (/^\.vn/i.test(name)) return /H$/.test(name) ? 'tcvn3-capitals' : 'tcvn3'
  return /^vni[- ]/i.test(name) ? 'vni' : undefined
}

/** The bytes of TCVN3 from 0xA1; a space where VN3 has none, and the tone marks 0xB0–0xB4 that stand behind their vowel. */
const TCVN3_ROWS: readonly (readonly [first: number, letters: string])[] = [
  [0xa1, 'ĂÂÊÔƠƯĐăâêôơưđ'],
  [0xb0, '\u0300\u0309\u0303\u0301\u0323àảãáạ'],
  [0xbb, 'ằẳẵắ'],
  [0xc6, 'ặầẩẫấậè'],
  [0xce, 'ẻẽéẹềểễếệìỉ'],
  [0xdc, 'ĩíịò'],
  [0xe1, 'ỏõóọồổỗốộờởỡớợù'],
  [0xf1, 'ủũúụừửữứựỳỷỹýỵ'],
]

export const TCVN3: ReadonlyMap<string, string> = new Map(
  TCVN3_ROWS.flatMap(([first, letters]) =>
    [...letters].map((letter, index) => [String.fromCharCode(first + index), letter] as const),
  ),
)

/** VNI writes a vowel and, behind it, a sign for its hat and tone; signs of capitals are capitals. */
const VNI_TONES: readonly (readonly [sign: string, marks: string])[] = [
  ['ù', '\u0301'],
  ['ø', '\u0300'],
  ['û', '\u0309'],
  ['õ', '\u0303'],
  ['ï', '\u0323'],
]
const VNI_HATS: readonly (readonly [sign: string, marks: string])[] = [
  ['â', '\u0302'],
  ['á', '\u0302\u0301'],
  ['à', '\u0302\u0300'],
  ['å', '\u0302\u0309'],
  ['ã', '\u0302\u0303'],
  ['ä', '\u0302\u0323'],
]
const VNI_BREVES: readonly (readonly [sign: string, marks: string])[] = [
  ['ê', '\u0306'],
  ['é', '\u0306\u0301'],
  ['è', '\u0306\u0300'],
  ['ú', '\u0306\u0309'],
  ['ü', '\u0306\u0303'],
  ['ë', '\u0306\u0323'],
]
const VNI_BASES: readonly (readonly [written: string, vowel: string, signs: typeof VNI_TONES])[] = [
  ['a', 'a', [...VNI_TONES, ...VNI_HATS, ...VNI_BREVES]],
  ['e', 'e', [...VNI_TONES, ...VNI_HATS]],
  ['o', 'o', [...VNI_TONES, ...VNI_HATS]],
  ['u', 'u', VNI_TONES],
  ['y', 'y', VNI_TONES.slice(0, 4)],
  ['ô', 'ơ', VNI_TONES],
  ['ö', 'ư', VNI_TONES],
]
const VNI_SINGLE: readonly (readonly [written: string, letter: string])[] = [
  ['ô', 'ơ'],
  ['ö', 'ư'],
  ['í', 'í'],
  ['ì', 'ì'],
  ['æ', 'ỉ'],
  ['ó', 'ĩ'],
  ['ò', 'ị'],
  ['î', 'ỵ'],
  ['ñ', 'đ'],
]

const pairs: readonly (readonly [string, string])[] = VNI_BASES.flatMap(([written, vowel, signs]) =>
  signs.flatMap(([sign, marks]): (readonly [string, string])[] => {
    const letter = (vowel + marks).normalize('NFC')
    const [base, capital] = [written.toUpperCase(), letter.toUpperCase()]
    // A capital may carry the sign of a small letter: people type `Aâ`.
    return [
      [written + sign, letter],
      [base + sign.toUpperCase(), capital],
      [base + sign, capital],
    ]
  }),
)

export const VNI: ReadonlyMap<string, string> = new Map([
  ...VNI_SINGLE.flatMap(([written, letter]) => [
    [written, letter] as const,
    [written.toUpperCase(), letter.toUpperCase()] as const,
  ]),
  ...pairs,
])

const VNI_SIGNS = new Set(
  [...VNI_TONES, ...VNI_HATS, ...VNI_BREVES].flatMap(([sign]) => [sign, sign.toUpperCase()]),
)
const VNI_CARRIERS = /[aeouyôö]$/i

/** Letters that only Unicode has: such a text is modern, whatever its font claims. */
const MODERN = /[\u0100-\u024F\u1E00-\u1EFF]|\p{M}/u

/** Fonts of symbols put their 256 signs into the private area; the byte is what counts. */
const bytesOnly = (text: string): string =>
  text.replace(/[\uF020-\uF0FF]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xf000))

/** The text of a run in Unicode (NFC). */
export function unicodeOf({ text, font }: FontText): string {
  const encoding = encodingOf(font)
  if (encoding === undefined) return text.normalize('NFC')
  const read = (words: string): string => {
    const letters = encoding === 'vni' ? readVni(bytesOnly(words)) : readTcvn3(bytesOnly(words))
    return encoding === 'tcvn3-capitals' ? letters.toUpperCase() : letters
  }
  return (MODERN.test(text) ? readMixed(text, encoding, read) : read(text)).normalize('NFC')
}

/** What no word of Vietnamese in Unicode has: letters and signs that only old encodings put into words, two vowels with signs. */
const ONLY_TCVN3 =
  /[\xA1-\xBF\xC4-\xC7\xCB\xCE-\xD1\xD6-\xD8\xDC\xDE\xDF\xE4-\xE7\xEB\xEE-\xF1\xF6-\xF8\xFB\xFC\xFE\uF0A1-\uF0FE]/u
const ONLY_VNI = /[ñöæîÑÖÆÎ]|[ae][âáàåãä]|o[âåä]|a[êéèúüë]|[aeuyô][ùøûõï]|o[øûï]/iu

/**
 * A text of which somebody wrote a part in Unicode later, while the font stayed: word by word. A word that could be either goes with the one
 * before it.
 */
function readMixed(text: string, encoding: OldEncoding, read: (words: string) => string): string {
  const old = encoding === 'vni' ? ONLY_VNI : ONLY_TCVN3
  const words = text.split(/(?<=\s)(?=\S)/u)
  const kinds = words.map((word) =>
    MODERN.test(word) ? 'unicode' : old.test(word) && /\p{L}/u.test(word) ? 'old' : undefined,
  )
  const first = kinds.find((kind) => kind !== undefined)
  let last = first
  return words
    .map((word, at) => {
      last = kinds[at] ?? last
      return last === 'old' ? read(word) : word
    })
    .join('')
}

const readTcvn3 = (text: string): string => [...text].map((letter) => TCVN3.get(letter) ?? letter).join('')

function readVni(text: string): string {
  let read = ''
  for (let at = 0; at < text.length; ) {
    const two = VNI.get(text.slice(at, at + 2))
    read += two ?? VNI.get(text[at] as string) ?? text[at]
    at += two === undefined ? 1 : 2
  }
  return read
}

/** The runs of one paragraph in Unicode. Word cuts runs anywhere, also between a VNI vowel and the sign behind it. */
export function unicodeRuns(runs: readonly FontText[]): string[] {
  const texts = runs.map(({ text }) => text)
  for (let index = 1; index < runs.length; index += 1) {
    const [before = '', here = ''] = [texts[index - 1], texts[index]]
    const bothVni = [index - 1, index].every((each) => encodingOf(runs[each]?.font) === 'vni')
    if (!bothVni || !VNI_CARRIERS.test(before) || !VNI_SIGNS.has(here[0] ?? '')) continue
    texts[index - 1] = before + here[0]
    texts[index] = here.slice(1)
  }
  return runs.map(({ font }, index) => unicodeOf({ text: texts[index] as string, font }))
}
