/** The six tones: level (no mark), huyền, sắc, hỏi, ngã, nặng. */
export type Tone = '' | 'huyền' | 'sắc' | 'hỏi' | 'ngã' | 'nặng'

const TONES: readonly Tone[] = ['', 'huyền', 'sắc', 'hỏi', 'ngã', 'nặng']

/** Each vowel letter with its five marked forms, in the order of `TONES`. */
const VOWELS = [
  'aàáảãạ',
  'ăằắẳẵặ',
  'âầấẩẫậ',
  'eèéẻẽẹ',
  'êềếểễệ',
  'iìíỉĩị',
  'oòóỏõọ',
  'ôồốổỗộ',
  'ơờớởỡợ',
  'uùúủũụ',
  'ưừứửữự',
  'yỳýỷỹỵ',
]

/** A letter without its tone, and the tone. */
type Bare = { readonly letter: string; readonly tone: Tone }

const BARE: ReadonlyMap<string, Bare> = new Map(
  VOWELS.flatMap((row) =>
    [...row].map((sign, index): [string, Bare] => [
      sign,
      { letter: row[0] as string, tone: TONES[index] as Tone },
    ]),
  ),
)
const ROWS: ReadonlyMap<string, string> = new Map(VOWELS.map((row) => [row[0] as string, row]))

export const isVowel = (letter: string): boolean => ROWS.has(letter)

/** The same vowel with a tone. */
export const withTone = (vowel: string, tone: Tone): string => ROWS.get(vowel)?.[TONES.indexOf(tone)] ?? vowel

/** A word in small letters without its tone; undefined where it carries two, as no syllable does. */
export function withoutTone(word: string): { readonly letters: string; readonly tone: Tone } | undefined {
  let letters = ''
  let tone: Tone = ''
  for (const sign of word) {
    const bare = BARE.get(sign)
    if (bare?.tone) {
      if (tone) return undefined
      tone = bare.tone
    }
    letters += bare?.letter ?? sign
  }
  return { letters, tone }
}

/** A letter that a keyboard of another language has not: a word that holds one was meant as Vietnamese, or as a few others. */
export const hasMark = (word: string): boolean => /[^\x00-\x7F]/.test(word)

const ONLY_VIETNAMESE = /[ăđĩũơưĂĐĨŨƠƯ\u1EA0-\u1EF9]/
/** A letter that only Vietnamese has: French, Portuguese and Spanish share the rest. */
export const hasOwnMark = (word: string): boolean => ONLY_VIETNAMESE.test(word)

/** Gives a word the case of another: THỦY, Thủy, thủy. */
export function inCaseOf(model: string, word: string): string {
  if (model.length > 1 && model === model.toUpperCase()) return word.toUpperCase()
  const [first = ''] = model
  return first === first.toLowerCase() ? word : (word[0] ?? '').toUpperCase() + word.slice(1)
}
