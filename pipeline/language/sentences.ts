import { onlyProse, type Span } from './prose.ts'
import type { Note } from './remark.ts'
import { CODE, isDigit } from './signs.ts'
import { SHORT_FORMS } from './word-lists.ts'

/** Where a sentence may end: its last sign, what closes behind it, and then a capital, a number or a quotation. */
const END = /[.!?…]["”»)\]*_]*\s+(?=["“«([*_]*[\p{Lu}\d])|;\s+|\n{2,}/gu

/** «TP. Hải Phòng», «1. Mục», «ông A. Ksor»: a point that ends no sentence. */
function endsNothing(text: string, at: number): boolean {
  if (text[at] !== '.') return false
  const word = /[\p{L}\d]*$/u.exec(text.slice(Math.max(0, at - 12), at))?.[0] ?? ''
  return SHORT_FORMS.has(word.toLowerCase()) || /^(?:\d{1,2}|\p{Lu})$/u.test(word)
}

/** The sentences of a paragraph; parts of an enumeration that semicolons part count for themselves. */
export function sentencesIn(text: string): Span[] {
  const spans: Span[] = []
  let start = 0
  for (const match of text.matchAll(END)) {
    if (endsNothing(text, match.index)) continue
    const end = match.index + match[0].length
    spans.push({ start, end })
    start = end
  }
  if (start < text.length) spans.push({ start, end: text.length })
  return spans
}

/** A paragraph of prose; lists, tables, headings, quotations and drawn-in lines are none. */
const NO_PARAGRAPH = /^(?: {4}|\t|\s*(?:[-*+–•>|#]|\d{1,3}[.)]\s|\p{L}[.)]\s))/mu
/** What somebody else has said, word for word. */
const QUOTED = /“[^“”]*”|«[^«»]*»|"[^"]*"/g
const SYLLABLE = /[\p{L}\d]\S*/gu

/** No syllable with its space is shorter on an average of a hundred. */
const LEAST_SIGNS = 3.3
const MOST_HINTS = 3
const FENCED = /^ {0,3}(?:```|~~~)/m

/**
 * Sentences with more syllables than the portal likes, the longest first, three at most: a hint, since there is no law about it. Words
 * in quotation marks do not count.
 *
 * @param longest in syllables
 */
export function longSentences(written: string, longest: number): Note[] {
  const least = longest * LEAST_SIGNS
  if (written.length < least) return []
  // Code between fences may hold empty lines: it is no prose as a whole, though not every piece of it shows that.
  const body = FENCED.test(written) ? onlyProse(written) : written
  const found: (Note & { readonly count: number })[] = []
  for (let start = 0; start < body.length; ) {
    const blank = body.indexOf('\n\n', start)
    const end = blank < 0 ? body.length : blank
    if (end - start >= least && mayHoldLong(body, { start, end }, leastStretch(longest)))
      found.push(...longIn(body, { start, end }, longest))
    start = end + 2
  }
  return found.toSorted((a, b) => b.count - a.count || a.start - b.start).slice(0, MOST_HINTS)
}

/** The same between two marks that may end a sentence, where a point of «TP.» may part a long one. */
const LEAST_WITHOUT_END = 3
const { POINT, SEMICOLON, ASKING, CALLING, DOTS } = CODE

/** Whether a sign may end a sentence, before another: «1.250.000» goes on behind its points. */
export const mayEndSentence = (code: number, next: number): boolean =>
  code === POINT ? !isDigit(next) : code === SEMICOLON || code === ASKING || code === CALLING || code === DOTS

const mayEnd = (body: string, at: number): boolean =>
  mayEndSentence(body.charCodeAt(at), body.charCodeAt(at + 1))

/** No paragraph holds a sentence of more syllables that has not so many signs in a row without a mark that may end one. */
export const leastStretch = (longest: number): number => longest * LEAST_WITHOUT_END

/** Looks back from where a long one would end, so that most signs are never looked at. */
function mayHoldLong(body: string, { start, end }: Span, least: number): boolean {
  for (let from = start; from + least <= end; ) {
    let at = Math.ceil(from + least) - 1
    while (at >= from && !mayEnd(body, at)) at -= 1
    if (at < from) return true
    from = at + 1
  }
  return false
}

function longIn(body: string, { start, end }: Span, longest: number): (Note & { readonly count: number })[] {
  const paragraph = onlyProse(body.slice(start, end))
  if (NO_PARAGRAPH.test(paragraph)) return []
  return sentencesIn(paragraph).flatMap((span) => {
    const sentence = paragraph.slice(span.start, span.end)
    if (sentence.length < longest * LEAST_SIGNS) return []
    const count = sentence.replace(QUOTED, ' ').match(SYLLABLE)?.length ?? 0
    if (count <= longest) return []
    return [
      {
        start: start + span.start,
        written: '',
        count,
        problem: `Câu dài ${count} tiếng: «${sentence.trim().split(/\s+/).slice(0, 6).join(' ')}…»`,
        fix: 'nếu tách được thì tách thành hai, ba câu, mỗi câu một ý',
      },
    ]
  })
}
