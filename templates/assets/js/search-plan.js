import { queryKeys } from './document-number.js'
import { hasMarks, wordsOf } from './search-text.js'

/**
 * The searches that a query becomes.
 *
 * @typedef {object} Plan
 * @property {string} all the words, which must all be there
 * @property {readonly string[]} words each whole word
 * @property {readonly (readonly string[])[]} spellings the words in one piece, in one way or more
 * @property {readonly string[]} phrases the same as searches
 * @property {readonly string[]} pairs neighbours, where there are more than two words
 * @property {readonly string[]} numbers keys of văn bản
 * @property {boolean} exact whether marks were written, so that they count
 * @property {boolean} onlyPhrase whether the query stands in quotation marks
 */

/** Enough for a sentence; a page of text in the field would make a search for every two words. */
const MOST_WORDS = 12
const QUOTED = /^\s*["“”„«].*["“”»]\s*$/su

/**
 * @param {string} query as it was typed
 * @returns {Plan | undefined} undefined where there is nothing to search for
 */
export function planOf(query) {
  const words = wordsOf(query).slice(0, MOST_WORDS)
  if (words.length === 0) return undefined
  return {
    all: words.join(' '),
    words: words.map((word) => quoted([word])),
    spellings: spellings(words),
    phrases: spellings(words).map(quoted),
    pairs: words.length > 2 ? words.slice(1).map((word, index) => quoted([words[index] ?? '', word])) : [],
    numbers: queryKeys(query).map((key) => quoted([key])),
    exact: hasMarks(query),
    onlyPhrase: QUOTED.test(query),
  }
}

/** @param {readonly string[]} words */
const quoted = (words) => `"${words.join(' ')}"`

/**
 * `quyết định 849` is written `quyết định số 849` in most texts.
 *
 * @param {readonly string[]} words
 * @returns {(readonly string[])[]}
 */
function spellings(words) {
  const at = words.findIndex((word) => /^\d/.test(word))
  if (at < 1 || words[at - 1] === 'số' || words[at - 1] === 'so') return [words]
  return [words, [...words.slice(0, at), 'số', ...words.slice(at)]]
}
