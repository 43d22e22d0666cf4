import type { Cong } from '../contract/types.ts'
import { LEGACY_WATCH, MANGLED_WATCH } from '../documents/legacy-encoding.ts'
import { PLACEHOLDER_WATCH } from '../documents/placeholders.ts'
import { createReader, type Reader } from '../language/examine.ts'
import type { House } from '../language/judge-word.ts'
import { DOUBT, FOREIGN } from '../language/pass.ts'
import { mayBeProse } from '../language/prose.ts'
import { createQuickScan, type QuickScan } from '../language/quick-scan.ts'
import {
  CARD_WATCH,
  DELICATE_WATCH,
  HOME_WATCH,
  LONG_NUMBER_WATCH,
  MAIL_WATCH,
  PHONE_WATCH,
} from '../privacy/watched.ts'
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
}

/** How the texts of a portal are read. */
export type TextReading = {
  readonly firstLook: (text: string) => FirstLook
  /** Says what is wrong with the language, where the first look leaves a doubt. */
  readonly reader: Reader
}

/** How a portal writes, from its cong.yaml; tones stand as in «hòa» unless it says otherwise. */
export const houseOf = ({ spelling }: Pick<Cong, 'spelling'>): House => ({
  tone: spelling?.tone ?? 'hòa',
  // A name of several words is known by each of them: «Đăk Pne».
  words: new Set((spelling?.words ?? []).flatMap((each) => each.toLowerCase().split(/[^\p{L}\d]+/u))),
})

const readings = new WeakMap<Pick<Cong, 'spelling'>, TextReading>()

/** One for each portal: it grows quicker with every word it has met. */
export function readingOf(cong: Pick<Cong, 'spelling'>): TextReading {
  const reading = readings.get(cong) ?? newReading(houseOf(cong))
  readings.set(cong, reading)
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
}

function newReading(house: House): TextReading {
  const scan = createQuickScan(house, WATCHES)
  const bits = (...names: (keyof typeof WATCHES)[]) => names.reduce((sum, name) => sum | scan.bitOf(name), 0)
  const [alone, card, long] = [bits('mail', 'phone', 'home'), bits('card'), bits('longNumber')]
  const [delicate, secret, placeholder] = [bits('delicate'), bits('secret'), bits('placeholder')]
  const legacy = bits('legacy', 'mangled')
  return {
    reader: createReader(house, scan),
    firstLook: (text) => {
      const { above, below } = bitsOf(scan, text)
      const seen = above | below
      const foreign = (seen & FOREIGN) !== 0
      const sees = (wanted: number) => foreign || (seen & wanted) !== 0
      return {
        foreign,
        languageAbove: foreign || (above & DOUBT) !== 0,
        languageBelow: foreign || (below & DOUBT) !== 0,
        personal: sees(alone) || (sees(card) && sees(long)),
        delicate: sees(delicate),
        secret: sees(secret),
        legacy: sees(legacy),
        placeholder: sees(placeholder),
      }
    },
  }
}

/** What is seen in the front matter, and in the text below it. A date is no prose, nor is any field that nobody reads as a sentence. */
function bitsOf(scan: QuickScan, text: string): { readonly above: number; readonly below: number } {
  const end = text.startsWith('---') ? text.indexOf('\n---', 3) : 0
  const isProse = (offset: number) => mayBeProse(text, text.lastIndexOf('\n', offset) + 1)
  return {
    above: end > 0 ? scan.look(text, 0, end, isProse) : 0,
    below: scan.look(text, Math.max(0, end), text.length),
  }
}
