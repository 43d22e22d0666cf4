import type { Cong, DonViCu } from '../contract/types.ts'
import { CITED_WATCH } from '../documents/cited-numbers.ts'
import { LEGACY_WATCH, MANGLED_WATCH } from '../documents/legacy-encoding.ts'
import { PLACEHOLDER_WATCH } from '../documents/placeholders.ts'
import { watchNames } from '../language/agreed-names.ts'
import { CONFUSED_WATCH } from '../language/confusions.ts'
import { createReader, type Reader } from '../language/examine.ts'
import type { House } from '../language/judge-word.ts'
import { DOUBT, FOREIGN } from '../language/pass.ts'
import { mayBeProse } from '../language/prose.ts'
import { createQuickScan, NOTHING_SEEN, type QuickScan, type Seen } from '../language/quick-scan.ts'
import { leastStretch } from '../language/sentences.ts'
import {
  CARD_WATCH,
  DELICATE_WATCH,
  HOME_WATCH,
  LONG_NUMBER_WATCH,
  MAIL_WATCH,
  PHONE_WATCH,
} from '../privacy/watched.ts'
import { properName, watchFormerNames } from '../reform/former-names.ts'
import { SECRET_WATCH } from '../secrecy/marks.ts'

/**
 * What one pass over a text tells the rules that read texts: each looks closer only where something may be for it. Never false where
 * it would find something; tests hold that.
 */
export type FirstLook = {
  /** Signs beyond usual punctuation and Latin letters in one piece: everything is looked at. */
  readonly foreign: boolean
  /** Spelling, punctuation, words said twice, forms of numbers: in the front matter, and below it. */
  readonly languageAbove: boolean
  readonly languageBelow: boolean
  /** Personal data as news and papers may not have it; what citizens and offices write to each other is always read. */
  readonly personal: boolean
  readonly delicate: boolean
  readonly secret: boolean
  readonly legacy: boolean
  readonly placeholder: boolean
  /** Pairs of words of which one is mixed up; or whatever else leaves a doubt, since it may hide them. */
  readonly confused: boolean
  /** Names and short forms that the portal has agreed on. */
  readonly agreedName: boolean
  readonly formerName: boolean
  /** Numbers of documents that are not written as on the documents. */
  readonly citedNumber: boolean
  /** Below the front matter: marks without their fellows, and sentences longer than the portal likes. */
  readonly unclosedMark: boolean
  readonly longSentence: boolean
  /** The same word at the end of a line and at the beginning of the next. */
  readonly acrossLines: boolean
}

/** How the texts of a portal are read. */
export type TextReading = {
  readonly firstLook: (text: string) => FirstLook
  /** Says what is wrong with the language, where the first look leaves a doubt. */
  readonly reader: Reader
}

/** A choice of this product and no law; a portal says another in `spelling.longestSentence`. In syllables. */
export const LONGEST_SENTENCE = 90

export const longestSentence = ({ spelling }: Pick<Cong, 'spelling'>): number =>
  spelling?.longestSentence ?? LONGEST_SENTENCE

/** How a portal writes, from its cong.yaml; tones stand as in «hòa» unless it says otherwise. */
export const houseOf = ({ spelling }: Pick<Cong, 'spelling'>): House => ({
  tone: spelling?.tone ?? 'hòa',
  // A name of several words is known by each of them: «Đăk Pne».
  words: new Set((spelling?.words ?? []).flatMap((each) => each.toLowerCase().split(/[^\p{L}\d]+/u))),
})

/** Names that have ended, and the province of the portal; whoever writes in a form is not told of them. */
export type KnownNames = { readonly lists: readonly DonViCu[]; readonly province: string }

export const knownNames = (
  { unit }: Pick<Cong, 'unit'>,
  { formerNames }: { readonly formerNames: () => readonly DonViCu[] },
): KnownNames => ({ lists: formerNames(), province: unit.province })

type Spelling = Pick<Cong, 'spelling'>
const readings = new WeakMap<Spelling, { readonly names: KnownNames; readonly reading: TextReading }>()
const NO_NAMES: KnownNames = { lists: [], province: '' }

/**
 * One for each portal: it grows quicker with every word it has met.
 *
 * @param names absent where whatever is known already will do
 */
export function readingOf(cong: Spelling, names?: KnownNames): TextReading {
  const known = readings.get(cong)
  if (known && (names === undefined || known.names.lists === names.lists)) return known.reading
  const reading = newReading(cong, names ?? NO_NAMES)
  readings.set(cong, { names: names ?? NO_NAMES, reading })
  return reading
}

const WATCHES = {
  mail: MAIL_WATCH,
  phone: PHONE_WATCH,
  card: CARD_WATCH,
  longNumber: LONG_NUMBER_WATCH,
  home: HOME_WATCH,
  delicate: DELICATE_WATCH,
  secret: SECRET_WATCH,
  legacy: LEGACY_WATCH,
  mangled: MANGLED_WATCH,
  placeholder: PLACEHOLDER_WATCH,
  confused: CONFUSED_WATCH,
  citedNumber: CITED_WATCH,
}

function newReading(cong: Spelling, { lists, province }: KnownNames): TextReading {
  const house = houseOf(cong)
  const watches = {
    ...WATCHES,
    agreedName: watchNames(cong.spelling ?? {}),
    formerName: watchFormerNames(lists, properName(province)),
  }
  const scan = createQuickScan(house, watches)
  const bits = (...names: (keyof typeof watches)[]) => names.reduce((sum, name) => sum | scan.bitOf(name), 0)
  const [alone, card, number] = [bits('mail', 'phone', 'home'), bits('card'), bits('longNumber')]
  const [delicate, secret, placeholder] = [bits('delicate'), bits('secret'), bits('placeholder')]
  const legacy = bits('legacy', 'mangled')
  const [confused, agreedName, formerName] = [bits('confused'), bits('agreedName'), bits('formerName')]
  const citedNumber = bits('citedNumber')
  const long = leastStretch(longestSentence(cong))
  return {
    reader: createReader(house, scan),
    firstLook: (text) => {
      const { above, below } = seenIn(scan, text)
      const seen = above.bits | below.bits
      const foreign = (seen & FOREIGN) !== 0
      const sees = (wanted: number) => foreign || (seen & wanted) !== 0
      return {
        foreign,
        languageAbove: foreign || (above.bits & DOUBT) !== 0,
        languageBelow: foreign || (below.bits & DOUBT) !== 0,
        personal: sees(alone) || (sees(card) && sees(number)),
        delicate: sees(delicate),
        secret: sees(secret),
        legacy: sees(legacy),
        placeholder: sees(placeholder),
        confused: sees(confused | DOUBT),
        agreedName: sees(agreedName | DOUBT),
        formerName: sees(formerName),
        citedNumber: sees(citedNumber),
        unclosedMark: foreign || below.unclosed,
        longSentence: foreign || below.stretch >= long,
        acrossLines: foreign || below.wrapped,
      }
    },
  }
}

/** What is seen in the front matter, and in the text below it. A date is no prose, nor is any field that nobody reads as a sentence. */
function seenIn(scan: QuickScan, text: string): { readonly above: Seen; readonly below: Seen } {
  const end = text.startsWith('---') ? text.indexOf('\n---', 3) : 0
  const isProse = (offset: number) => mayBeProse(text, text.lastIndexOf('\n', offset) + 1)
  return {
    above: end > 0 ? scan.look(text, 0, end, isProse) : NOTHING_SEEN,
    below: scan.look(text, Math.max(0, end), text.length),
  }
}
