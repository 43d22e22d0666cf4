import { isVowel, type Tone, withoutTone, withTone } from '../../pipeline/language/letters.ts'

/** Right text with one error in it, of the kinds that hands and keyboards make: where it begins, and how long it is. */
export type Damaged = { readonly text: string; readonly start: number; readonly length: number }

/** Numbers between 0 and 1 that are the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Random = () => number
type OfWord = (word: string, random: Random) => string | undefined

const TELEX: Readonly<Record<string, string>> = {
  ă: 'aw',
  â: 'aa',
  ê: 'ee',
  ô: 'oo',
  ơ: 'ow',
  ư: 'uw',
  đ: 'dd',
}
const VNI: Readonly<Record<string, string>> = {
  ă: 'a8',
  â: 'a6',
  ê: 'e6',
  ô: 'o6',
  ơ: 'o7',
  ư: 'u7',
  đ: 'd9',
}
const TELEX_TONE: Readonly<Record<Tone, string>> = {
  '': '',
  huyền: 'f',
  sắc: 's',
  hỏi: 'r',
  ngã: 'x',
  nặng: 'j',
}
const VNI_TONE: Readonly<Record<Tone, string>> = {
  '': '',
  huyền: '2',
  sắc: '1',
  hỏi: '3',
  ngã: '4',
  nặng: '5',
}

const keyed =
  (marks: Readonly<Record<string, string>>, tones: Readonly<Record<Tone, string>>): OfWord =>
  (word) => {
    const bare = withoutTone(word)
    if (!bare) return undefined
    const keys = [...bare.letters].map((letter) => marks[letter] ?? letter).join('') + tones[bare.tone]
    return keys === word ? undefined : keys
  }

/** The marks are there, the tone is still a key at the end. */
const toneLeft =
  (tones: Readonly<Record<Tone, string>>): OfWord =>
  (word) => {
    const bare = withoutTone(word)
    return bare?.tone ? bare.letters + tones[bare.tone] : undefined
  }

const pick = (random: Random, count: number): number => Math.floor(random() * count)

/** The tone on another of the vowels. */
const toneMoved: OfWord = (word, random) => {
  const bare = withoutTone(word)
  if (!bare?.tone) return undefined
  const vowels = [...bare.letters].flatMap((letter, at) => (isVowel(letter) ? [at] : []))
  const at = vowels[pick(random, vowels.length)] as number
  const moved =
    bare.letters.slice(0, at) + withTone(bare.letters[at] as string, bare.tone) + bare.letters.slice(at + 1)
  return moved === word ? undefined : moved
}

const otherTone: OfWord = (word) => {
  const bare = withoutTone(word)
  if (bare?.tone !== 'hỏi' && bare?.tone !== 'ngã') return undefined
  const at = [...word].findIndex((letter, index) => letter !== bare.letters[index])
  return (
    word.slice(0, at) +
    withTone(bare.letters[at] as string, bare.tone === 'hỏi' ? 'ngã' : 'hỏi') +
    word.slice(at + 1)
  )
}

const dropped: OfWord = (word, random) => {
  const at = pick(random, word.length)
  return word.length < 3 ? undefined : word.slice(0, at) + word.slice(at + 1)
}
const twice: OfWord = (word, random) => {
  const at = pick(random, word.length)
  return word.slice(0, at + 1) + word.slice(at)
}
const swapped: OfWord = (word, random) => {
  const at = pick(random, word.length - 1)
  const changed = word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)
  return changed === word ? undefined : changed
}

/** Each kind of error, and what it makes of a word in small letters that carries marks. */
export const WORD_DAMAGE: Readonly<Record<string, OfWord>> = {
  'all keys of Telex': keyed(TELEX, TELEX_TONE),
  'a tone key of Telex': toneLeft(TELEX_TONE),
  'all keys of VNI': keyed(VNI, VNI_TONE),
  'a tone key of VNI': toneLeft(VNI_TONE),
  'a tone elsewhere': toneMoved,
  'hỏi for ngã': otherTone,
  'a letter dropped': dropped,
  'a letter twice': twice,
  'two letters swapped': swapped,
}

/** Errors between words. */
export const GAP_DAMAGE: Readonly<Record<string, readonly [pattern: RegExp, instead: string]>> = {
  'two words joined': [/(?<=\p{Ll}{2}) (?=\p{Ll}{2})/gu, ''],
  'a space before a comma': [/(?<=\p{Ll}), (?=\p{Ll})/gu, ' , '],
  'no space behind a comma': [/(?<=\p{Ll}), (?=\p{Ll})/gu, ','],
  'the space before instead': [/(?<=\p{Ll}), (?=\p{Ll}{2})/gu, ' ,'],
  'no space behind a point': [/(?<=\p{Ll}{2})\. (?=\p{Lu}\p{Ll})/gu, '.'],
  'two spaces': [/(?<=\p{Ll}) (?=\p{Ll})/gu, '  '],
}

const MARKED = /(?<![\p{L}\d])(?=\p{Ll}*[^\x00-\x7F])\p{Ll}{2,}(?![\p{L}\d])/gu

/** A text with one error of a kind; undefined where it has no word for it. */
export function damage(text: string, kind: string, random: Random): Damaged | undefined {
  const gap = GAP_DAMAGE[kind]
  const places = [...text.matchAll(gap ? gap[0] : MARKED)]
  for (let tries = 0; tries < 20 && places.length > 0; tries += 1) {
    const { index, 0: found } = places[pick(random, places.length)] as RegExpExecArray
    const instead = gap ? gap[1] : WORD_DAMAGE[kind]?.(found, random)
    if (instead === undefined || instead === found) continue
    return {
      text: text.slice(0, index) + instead + text.slice(index + found.length),
      start: Math.max(0, index - (gap ? 12 : 0)),
      length: instead.length + (gap ? 24 : 0),
    }
  }
  return undefined
}
