import type { Watch } from './watch.ts'

/** A phrase, and words that are common and no reason to look closer: its right form. */
export type Phrase = { readonly written: string; readonly besides?: string }

/** A part of a phrase that a scan can wait for; numbers are all one to it. */
const WORD = /[\p{L}\d]*\p{L}[\p{L}\d]*/u
const NEIGHBOURS = new RegExp(`(?<![\\p{L}\\d])(?=(${WORD.source} ${WORD.source})(?![\\p{L}\\d]))`, 'gu')

/**
 * What a scan waits for in the place of phrases, letter by letter: two neighbours of each, which its right form has not where that can be;
 * of one that has no neighbours a word. Phrases begin and end where words do, and hold a letter.
 */
export function watchPhrases(phrases: readonly Phrase[]): Watch {
  const exact = new Set<string>()
  const single = new Set<string>()
  for (const { written, besides = '' } of phrases) {
    const pairs = [...written.matchAll(NEIGHBOURS)].map(([, pair]) => pair as string)
    const pair = pairs.find((each) => !besides.includes(each)) ?? pairs[0]
    if (pair !== undefined) exact.add(pair)
    else single.add(WORD.exec(written)?.[0] ?? written)
  }
  return { exact, ...(single.size > 0 ? { words: { test: (word: string) => single.has(word) } } : {}) }
}
