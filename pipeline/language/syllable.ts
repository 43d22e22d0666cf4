import { isVowel, type Tone, withoutTone, withTone } from './letters.ts'

/** Where an open oa, oe, uy carries its tone: on the first vowel (hòa, thủy) or on the second (hoà, thuỷ). */
export type ToneStyle = 'hòa' | 'hoà'

/** A syllable taken apart, without its tone in the letters. */
export type Syllable = { readonly onset: string; readonly rhyme: string; readonly tone: Tone }

const words = (text: string): string[] => text.trim().split(/\s+/)

/** Longest first, so that the first that fits is the right one. */
const ONSETS = [...words('ngh ng nh gh gi ch kh ph qu th tr b c d đ g h k l m n p r s t v x'), '']

/** Every rhyme without the medial that `qu` writes itself; y stands for i in a few words, see `Y_ONSETS`. */
const RHYMES = new Set(
  words(`
    a ac ach ai am an ang anh ao ap at au ay
    ăc ăm ăn ăng ăp ăt
    âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et
    ê êch êm ên ênh êp êt êu
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
    y yêm yên yêng yêt yêu
    o oc oi om on ong op ot ooc oong
    oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet
    ô ôc ôi ôm ôn ông ôp ôt
    ơ ơi ơm ơn ơp ơt
    u ua uc ui um un ung up ut uôc uôi uôm uôn uông uôt
    uâ uân uâng uât uây uê uêch uênh uơ uy uya uych uyn uynh uyp uyt uyu uyên uyêt
    ư ưa ưc ưi ưm ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
  `),
)

/** Behind qu, whose u is the medial. */
const RHYMES_OF_QU = new Set(
  words(`
    a ac ach ai an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ân âng ât âu ây
    e en eo et ê ên ênh êch êt êu i ia ich in inh it iu y ych yên yêt yn ynh yt yu ơ ơn ôc
  `),
)

/** gi and a rhyme in i share the letter: gì, gìn, giếng. */
const RHYMES_OF_G_IN_I = new Set(words('i in im it ip iêng iêc iêt iên iêm'))

/** Where y may be the whole rhyme: ý, kỹ, lý, mỹ, sỹ, tỷ, hy, Thy, Vy, Ny. */
const Y_ONSETS = new Set(['', 'h', 'k', 'l', 'm', 'n', 's', 't', 'th', 'v'])

const FRONT = /^[eêiy]/
const STOPPED = /(?:c|ch|p|t)$/

/** The onset is spelt with this letter before this vowel: k, gh, ngh before e, ê, i, y; c, g, ng before the others. */
function spelt(onset: string, rhyme: string): boolean {
  if (onset === 'qu') return RHYMES_OF_QU.has(rhyme)
  if (!RHYMES.has(rhyme)) return false
  const front = FRONT.test(rhyme)
  if (onset === 'c' || onset === 'ng') return !front
  if (onset === 'k' || onset === 'gh' || onset === 'ngh') return front && (onset === 'k' || rhyme[0] !== 'y')
  if (onset === 'g') return !front || RHYMES_OF_G_IN_I.has(rhyme)
  if (onset === 'gi') return !/^[iy]/.test(rhyme)
  if (rhyme.startsWith('yê')) return onset === ''
  if (rhyme === 'y') return Y_ONSETS.has(onset)
  if (onset === '') return !/^iê/.test(rhyme)
  return true
}

/** Takes a word in small letters (NFC) apart; undefined where no Vietnamese syllable is spelt so, wherever its tone stands. */
export function readSyllable(word: string): Syllable | undefined {
  const bare = withoutTone(word)
  return bare && syllableOf(bare.letters, bare.tone)
}

/** The same of letters whose tone is told beside them. */
export function syllableOf(letters: string, tone: Tone): Syllable | undefined {
  for (const onset of ONSETS) {
    if (!letters.startsWith(onset)) continue
    const rhyme = letters.slice(onset.length)
    if (spelt(onset, rhyme)) return stopAllows(rhyme, tone) ? { onset, rhyme, tone } : undefined
  }
  return undefined
}

/** A rhyme that ends in a stop is spoken short: it has sắc or nặng, and no other tone. */
const stopAllows = (rhyme: string, tone: Tone): boolean =>
  !STOPPED.test(rhyme) || tone === 'sắc' || tone === 'nặng'

/** Whether a word is a syllable of Vietnamese, its tone mark where one of the two styles puts it. Any case, NFC. */
export function isSyllable(word: string): boolean {
  const small = word.toLowerCase()
  const syllable = readSyllable(small)
  return syllable !== undefined && (spell(syllable, 'hòa') === small || spell(syllable, 'hoà') === small)
}

/** Writes a syllable, its tone where it belongs. */
export function spell({ onset, rhyme, tone }: Syllable, style: ToneStyle): string {
  if (tone === '') return onset + rhyme
  const at = placeOfTone(onset, rhyme, style)
  return onset + rhyme.slice(0, at) + withTone(rhyme[at] as string, tone) + rhyme.slice(at + 1)
}

const MODIFIED = /[ăâêôơư](?!.*[ăâêôơư])/

/** A modified vowel (the last of two) takes the tone; else the second of two vowels before a consonant, or of three. */
function placeOfTone(onset: string, rhyme: string, style: ToneStyle): number {
  const modified = rhyme.search(MODIFIED)
  if (modified >= 0) return modified
  const count = [...rhyme].filter(isVowel).length
  if (count < 2) return 0
  if (count > 2 || count < rhyme.length) return 1
  return onset !== 'qu' && style === 'hoà' && ['oa', 'oe', 'uy'].includes(rhyme) ? 1 : 0
}
