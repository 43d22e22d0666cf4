import { hasMark, hasOwnMark, inCaseOf } from './letters.ts'
import { isSyllable, readSyllable, spell, type ToneStyle } from './syllable.ts'
import { typedWord } from './typing.ts'
import { KNOWN_WORDS } from './word-lists.ts'

/** How a portal writes: the place of tones, and words of its own that no list knows, in small letters. */
export type House = { readonly tone: ToneStyle; readonly words: ReadonlySet<string> }

/** What is wrong with one word, and what was meant where that can be told. */
export type Misspelt =
  | { readonly kind: 'impossible'; readonly meant?: string; readonly certain: boolean }
  | {
      readonly kind: 'typed'
      readonly method: 'Telex' | 'VNI'
      readonly meant: string
      readonly certain: boolean
    }
  | { readonly kind: 'tone-place'; readonly meant: string; readonly styleOnly: boolean }

const LETTERS = /^[a-zA-Zà-ỹÀ-Ỹ0-9đĐăĂơƠưƯ]+$/
const FOREIGN_LETTER = /[^a-z0-9àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/
const VOWEL = '[aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ]'
const HAS_VOWEL = new RegExp(VOWEL)
/** Two syllables in one word: French, Portuguese and Spanish words, whose marks Vietnamese has too. */
const SEVERAL_VOWELS = new RegExp(`${VOWEL}[bcdđghklmnpqrstvxfjwz]+${VOWEL}`)
/** The syllables of the highlands' languages: two consonants before the vowel, or an end that Vietnamese has not. */
const OTHER_LANGUAGE = /^(?:[bcdđghkmnps]h?[lr]|pl|k[nptbd]|m[nđbrl]|px|[fjwz])|[klrsbdvfjwz]$/

/** Judges a word as it stands; undefined where nothing is to be said. Words without Vietnamese letters are only read as typing. */
export function judgeWord(word: string, house: House): Misspelt | undefined {
  const small = word.toLowerCase()
  if (word.length < 2 || !LETTERS.test(word) || FOREIGN_LETTER.test(small)) return undefined
  if (KNOWN_WORDS.has(small) || house.words.has(small)) return undefined
  const syllable = readSyllable(small)
  if (syllable) {
    const right = spell(syllable, house.tone)
    if (right === small) return undefined
    return { kind: 'tone-place', meant: inCaseOf(word, right), styleOnly: isSyllable(small) }
  }
  return isCode(word) ? undefined : (asTyping(word, small, house) ?? asDamaged(word, small, house))
}

/** Capitals mixed into a word, or all of it: a code, a mark, a short form such as HĐND, QĐ, TƯ. Tones no short form has. */
const isCode = (word: string): boolean =>
  /^.+\p{Lu}/u.test(word) &&
  !(word === word.toUpperCase() && /[À-ÃÈÉÌÍÒ-ÕÙÚÝĨŨẠ-Ỹ]/.test(word) && word.length > 2)

function asTyping(word: string, small: string, house: House): Misspelt | undefined {
  const typed = typedWord(small, house.tone)
  if (!typed) return undefined
  return { kind: 'typed', method: typed.method, meant: inCaseOf(word, typed.word), certain: typed.certain }
}

function asDamaged(word: string, small: string, house: House): Misspelt | undefined {
  if (!hasMark(small) || /\d/.test(small) || !HAS_VOWEL.test(small) || OTHER_LANGUAGE.test(small))
    return undefined
  if (!hasOwnMark(small) && SEVERAL_VOWELS.test(small)) return undefined
  const meant = meantBy(small, house.tone)
  return {
    kind: 'impossible',
    ...(meant && { meant: inCaseOf(word, meant.word) }),
    // A name may well begin with K before a: only a person knows.
    certain: meant?.certain === true && !/^K\p{Ll}/u.test(word),
  }
}

/** k before a, gh before a, a letter struck twice, two words run together: where exactly one word comes of it. */
function meantBy(small: string, style: ToneStyle): { word: string; certain: boolean } | undefined {
  const respelt = [...respellings(small)].filter((each) => isSyllable(each))
  const [only, ...others] = [...new Set(respelt.map((each) => spellAs(each, style)))]
  if (only !== undefined) return others.length === 0 ? { word: only, certain: true } : undefined
  const pairs = Array.from({ length: Math.max(0, small.length - 3) }, (_, at) => [
    small.slice(0, at + 2),
    small.slice(at + 2),
  ]).filter((pair) => pair.every((each) => isSyllable(each)))
  return pairs.length === 1 ? { word: (pairs[0] as string[]).join(' '), certain: false } : undefined
}

const spellAs = (word: string, style: ToneStyle): string => {
  const syllable = readSyllable(word)
  return syllable ? spell(syllable, style) : word
}

const SWAPS: readonly (readonly [RegExp, string])[] = [
  [/^ngh(?=[^eêiyèéẻẽẹềếểễệìíỉĩịỳýỷỹỵ])/, 'ng'],
  [/^ng(?=[eêièéẻẽẹềếểễệìíỉĩị])/, 'ngh'],
  [/^gh(?=[^eêiyèéẻẽẹềếểễệìíỉĩịỳýỷỹỵ])/, 'g'],
  [/^g(?=[eêèéẻẽẹềếểễệ])/, 'gh'],
  [/^k(?=[aăâoôơuưàáảãạằắẳẵặầấẩẫậòóỏõọồốổỗộờớởỡợùúủũụừứửữự])/, 'c'],
  [/^c(?=[eêiyèéẻẽẹềếểễệìíỉĩịỳýỷỹỵ])/, 'k'],
]

function* respellings(small: string): Generator<string> {
  for (const [wrong, right] of SWAPS) if (wrong.test(small)) yield small.replace(wrong, right)
  const single = small.replace(/(\p{L})\1/u, '$1')
  if (single !== small) yield single
}
