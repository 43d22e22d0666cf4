import type { House } from './judge-word.ts'
import { begin, DOUBT, endLine, newPass, type Pass } from './pass.ts'
import { endParagraph } from './read-paragraph.ts'
import { readSign } from './read-sign.ts'
import { readWords } from './read-words.ts'
import { TRAIT } from './signs.ts'
import { type Watch, watched } from './watch.ts'

/** One pass over the signs of a text. What it lets pass is not looked at again: nearly all texts are spared every closer look. */
export type QuickScan = {
  /**
   * Where a part of a text may hold something to remark on, an offset on that line; -1 for nowhere. Never nowhere where there is
   * something, seldom somewhere where there is nothing. The part ends with no letter before a letter.
   */
  readonly doubt: (text: string, start: number, end: number) => number
  /**
   * What is seen in a part of a text.
   *
   * @param isProse whether a doubt at an offset counts; every one does where it is absent
   */
  readonly look: (text: string, start: number, end: number, isProse?: (offset: number) => boolean) => Seen
  readonly bitOf: (watch: string) => number
}

/** What one pass over a part of a text has seen. */
export type Seen = {
  /** Of the watches (`bitOf`), `DOUBT` and `FOREIGN`. */
  readonly bits: number
  /** Whether marks that come in pairs may be without their fellows. */
  readonly unclosed: boolean
  /** The most signs in a paragraph with no mark between them that may end a sentence. */
  readonly stretch: number
  /** Whether a line begins with a word behind one that is not empty. */
  readonly wrapped: boolean
}

export const NOTHING_SEEN: Seen = { bits: 0, unclosed: false, stretch: 0, wrapped: false }

export function createQuickScan(house: House, watches: Readonly<Record<string, Watch>> = {}): QuickScan {
  const all = watched(watches)
  const pass = newPass(house, all)
  return {
    doubt: (text, start, end) => {
      begin(pass, text)
      return walk(pass, start, end, () => true)
    },
    look: (text, start, end, isProse = always) => {
      begin(pass, text)
      walk(pass, start, end, (offset) => {
        if ((pass.line & DOUBT) === 0 && isProse(offset)) pass.line |= DOUBT
        return false
      })
      endLine(pass)
      endParagraph(pass, end)
      const { unclosed, stretch, wrapped } = pass
      return { bits: pass.seen | all.ofPairs(pass.pairs), unclosed, stretch, wrapped }
    },
    bitOf: (watch) => all.bitOf.get(watch) ?? 0,
  }
}

const always = (): boolean => true

/** From one offset to the other, or to the first doubt, whose offset it gives back; -1 where there is none. */
function walk(pass: Pass, start: number, end: number, stopsAt: (doubt: number) => boolean): number {
  const { codes, traits } = pass
  pass.at = pass.proseFrom = pass.stretchFrom = start
  while (pass.at < end) {
    pass.from = pass.at
    const doubt =
      traits[codes[pass.at] as number] === TRAIT.LETTER ? readWords(pass, end) : readSign(pass, pass.at)
    if (doubt && pass.from >= pass.proseFrom && stopsAt(pass.from)) return pass.from
  }
  return -1
}
