import { hasMark, type Tone } from './letters.ts'
import { isSyllable, spell, syllableOf, type ToneStyle } from './syllable.ts'
import { LOOKS_LIKE_TELEX } from './word-lists.ts'

/** What the keys of a typing method were meant to give, and whether only that can have been meant. */
export type Typed = { readonly method: 'Telex' | 'VNI'; readonly word: string; readonly certain: boolean }

const TELEX_TONES: Readonly<Record<string, Tone>> = { f: 'huyền', s: 'sắc', r: 'hỏi', x: 'ngã', j: 'nặng' }
const VNI_TONES: Readonly<Record<string, Tone>> = { 1: 'sắc', 2: 'huyền', 3: 'hỏi', 4: 'ngã', 5: 'nặng' }

/** A word in the middle of being typed. */
type Keyed = {
  readonly letters: string
  readonly tone: Tone
  readonly tones: number
  readonly marks: number
}

const EMPTY: Keyed = { letters: '', tone: '', tones: 0, marks: 0 }

/** Letters and digits, of the letters three, or two with a mark that no label has: E56, d9a and lô5 are labels of something. */
const VNI_KEYS =
  /^(?:(?=(?:.*[a-zđâêôăơư]){3})|(?=(?:.*[a-zđâêôăơư]){2})(?=.*[đơư]))[a-zđâêôăơư]{1,7}[1-9][a-z1-9]{0,8}$/

/**
 * The word that was meant where the keys of Telex («dduwowngf») or VNI («truong7») stand in a text.
 *
 * @param word in small letters, no syllable itself
 */
export function typedWord(word: string, style: ToneStyle): Typed | undefined {
  if (/^[a-zđâêôăơư]{3,10}$/.test(word)) return telex(word, style)
  return VNI_KEYS.test(word) ? vni(word, style) : undefined
}

function telex(word: string, style: ToneStyle): Typed | undefined {
  // Three letters are as often a mark of something (swf, rwx, aam) as a word.
  if (LOOKS_LIKE_TELEX.has(word) || (word.length < 4 && !word.startsWith('dd'))) return undefined
  const keyed = [...word].reduce(pressTelex, EMPTY)
  const meant = finished(keyed, style)
  if (meant === undefined) return undefined
  // One key alone says little: «bar», «gas», «see» are words of other languages.
  const sure = keyed.marks + keyed.tones > 1 || /^dd|uw|uow|aa|iee|yee|uoo/.test(word) || hasMark(word)
  if (sure) return { method: 'Telex', word: meant, certain: true }
  return /[jf]$/.test(word) ? { method: 'Telex', word: meant, certain: false } : undefined
}

function pressTelex(keyed: Keyed, key: string): Keyed {
  const { letters } = keyed
  const vowel = /[aeiouyăâêôơư]/.test(letters)
  if (key in TELEX_TONES && vowel) return setTone(keyed, TELEX_TONES[key] as Tone)
  if (key === 'w') return mark(keyed, horned(letters))
  if (key === 'd' && letters === 'd') return mark(keyed, `đ${letters.slice(1)}`)
  const hat = { a: 'â', e: 'ê', o: 'ô' }[key]
  if (hat && keyed.tones === 0 && letters.endsWith(key)) return mark(keyed, letters.slice(0, -1) + hat)
  return { ...keyed, letters: letters + key }
}

/** The key w, and 7 of VNI: uo → ươ, u → ư, o → ơ; w makes ă of a as well, and ư of nothing. */
function horned(letters: string): string | undefined {
  if (letters.includes('ưo')) return letters.replace('ưo', 'ươ')
  if (/uo(?!.*uo)/.test(letters)) return letters.replace('uo', 'ươ')
  const at = Math.max(letters.lastIndexOf('u'), letters.lastIndexOf('o'), letters.lastIndexOf('a'))
  if (letters.includes('ua')) return letters.replace('ua', 'ưa')
  if (at < 0) return letters === '' || /[aeiouyăâêôơư]/.test(letters) ? undefined : `${letters}ư`
  const sign = { u: 'ư', o: 'ơ', a: 'ă' }[letters[at] as string] as string
  return letters.slice(0, at) + sign + letters.slice(at + 1)
}

function vni(word: string, style: ToneStyle): Typed | undefined {
  const keyed = [...word].reduce(pressVni, EMPTY)
  const meant = finished(keyed, style)
  if (meant === undefined) return undefined
  // «trương2»: its letters are done, and only the tone is still a key; it may yet be the label of something.
  if (keyed.marks === 0) return hasMark(word) ? { method: 'VNI', word: meant, certain: false } : undefined
  // «nhom6», «khoi7» may be the labels of groups; «truong7» cannot, because without its mark it is no word.
  const plain = word.replace(/\d/g, '')
  const inside = /\d[a-z]/.test(word)
  if (!inside && keyed.tones === 0 && isSyllable(plain)) return undefined
  return { method: 'VNI', word: meant, certain: keyed.tones > 0 || inside }
}

function pressVni(keyed: Keyed, key: string): Keyed {
  const { letters } = keyed
  if (key in VNI_TONES) return setTone(keyed, VNI_TONES[key] as Tone)
  if (key === '6') return mark(keyed, replaceLast(letters, { a: 'â', e: 'ê', o: 'ô' }))
  if (key === '7') return mark(keyed, /[uoư]/.test(letters) ? horned(letters) : undefined)
  if (key === '8') return mark(keyed, replaceLast(letters, { a: 'ă' }))
  if (key === '9') return mark(keyed, letters.startsWith('d') ? `đ${letters.slice(1)}` : undefined)
  return { ...keyed, letters: letters + key }
}

function replaceLast(letters: string, signs: Readonly<Record<string, string>>): string | undefined {
  const at = Math.max(...Object.keys(signs).map((each) => letters.lastIndexOf(each)))
  return at < 0 ? undefined : letters.slice(0, at) + signs[letters[at] as string] + letters.slice(at + 1)
}

const setTone = (keyed: Keyed, tone: Tone): Keyed => ({ ...keyed, tone, tones: keyed.tones + 1 })

/** A key that fits nothing leaves a letter that no syllable has. */
const mark = (keyed: Keyed, letters: string | undefined): Keyed => ({
  ...keyed,
  letters: letters ?? `${keyed.letters}w`,
  marks: keyed.marks + 1,
})

function finished({ letters, tone, tones, marks }: Keyed, style: ToneStyle): string | undefined {
  if (tones > 1 || tones + marks === 0) return undefined
  const syllable = syllableOf(letters, tone)
  return syllable && spell(syllable, style)
}
