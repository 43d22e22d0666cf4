import { TITLE_WORDS } from './search-text.js'

/**
 * A page that Pagefind found.
 *
 * @typedef {object} Hit
 * @property {string} id
 * @property {number} score
 * @property {readonly number[]} words places of the words that were found; empty where they stand in what is shown beside the text
 * @property {() => Promise<import('./search-index.js').Fragment>} data
 */

/**
 * What the searches of one query found in one part of the index.
 *
 * @typedef {object} Found
 * @property {readonly Hit[]} numbers a văn bản that the query names by its number
 * @property {readonly Hit[]} exactPhrase the whole query as it is written, marks included; empty where it has none
 * @property {readonly Hit[]} phrase the whole query, whatever the marks
 * @property {readonly (readonly Hit[])[]} pairs two neighbouring words each
 * @property {readonly Hit[]} exact all words as they are written
 * @property {readonly Hit[]} all all words, anywhere
 */

/**
 * @typedef {object} Ranked
 * @property {string} id
 * @property {Tier} tier
 * @property {number} pairs how many neighbours of the query stand together
 * @property {boolean} exact
 * @property {number} score
 * @property {Hit['data']} data
 */

/** @typedef {0 | 1 | 2 | 3 | 4 | 5} Tier */

/** Why a page stands where it does; from `phrase` on it holds the query in one piece. */
export const TIERS = /** @type {const} */ ({
  number: 5,
  exactPhraseInTitle: 4,
  exactPhrase: 3,
  phraseInTitle: 2,
  phrase: 1,
  apart: 0,
})

/**
 * Every page that was found, once, with what is known of it.
 *
 * @param {Found} found
 * @returns {Ranked[]}
 */
export function rankHits({ numbers, exactPhrase, phrase, pairs, exact, all }) {
  /** @type {Map<string, Ranked>} */
  const ranked = new Map()
  const exactIds = new Set(exact.map(({ id }) => id))
  const scores = new Map(all.map(({ id, score }) => [id, score]))
  const together = pairsOf(pairs)
  /** @param {readonly Hit[]} hits @param {(hit: Hit) => Tier} tierOf */
  const add = (hits, tierOf) => {
    for (const hit of hits) {
      if (ranked.has(hit.id)) continue
      const { id, data } = hit
      const score = scores.get(id) ?? 0
      ranked.set(id, {
        id,
        tier: tierOf(hit),
        pairs: together.get(id) ?? 0,
        exact: exactIds.has(id),
        score,
        data,
      })
    }
  }
  add(numbers, () => TIERS.number)
  add(exactPhrase, (hit) => (isInTitle(hit) ? TIERS.exactPhraseInTitle : TIERS.exactPhrase))
  add(phrase, (hit) => (isInTitle(hit) ? TIERS.phraseInTitle : TIERS.phrase))
  add(all, () => TIERS.apart)
  return [...ranked.values()]
}

/**
 * Pages that hold neighbours of the query, for a query that no page holds whole.
 *
 * @param {Found['pairs']} pairs
 * @returns {Ranked[]}
 */
export function nearestHits(pairs) {
  const together = pairsOf(pairs)
  /** @type {Map<string, Ranked>} */
  const nearest = new Map()
  for (const { id, score, data } of pairs.flat()) {
    const known = nearest.get(id)
    nearest.set(id, {
      id,
      tier: TIERS.apart,
      pairs: together.get(id) ?? 0,
      exact: false,
      score: (known?.score ?? 0) + score,
      data,
    })
  }
  return [...nearest.values()]
}

/** @param {Found['pairs']} pairs */
function pairsOf(pairs) {
  /** @type {Map<string, number>} */
  const together = new Map()
  for (const { id } of pairs.flat()) together.set(id, (together.get(id) ?? 0) + 1)
  return together
}

/** @param {Hit} hit */
const isInTitle = ({ words }) => words.length === 0 || words.some((word) => word < TITLE_WORDS)

/**
 * Best first.
 *
 * @param {Ranked} a
 * @param {Ranked} b
 */
export const byRelevance = (a, b) =>
  b.tier - a.tier ||
  b.pairs - a.pairs ||
  Number(b.exact) - Number(a.exact) ||
  b.score - a.score ||
  (a.id < b.id ? -1 : 1)
