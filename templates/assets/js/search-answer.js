import { byRelevance, TIERS } from './search-rank.js'

/** @typedef {import('./search-rank.js').Ranked & import('./search-index.js').Row} Result */
/** @typedef {Readonly<Record<string, readonly string[]>>} Choices values that were chosen, by filter */
/** @typedef {{ readonly query: string, readonly choices: Choices, readonly newest: boolean }} Asked */

/**
 * @typedef {object} Answer
 * @property {readonly Result[]} results best first, or newest first
 * @property {number} numbers how many are văn bản of the number that was asked for
 * @property {number} together how many others hold the query in one piece
 * @property {boolean} nearest none holds all words: these hold some of them together
 * @property {readonly (readonly string[])[]} phrases the query in one piece, to be marked
 * @property {Readonly<Record<string, Readonly<Record<string, number>>>>} counts how many results each value of a filter would leave
 */

/**
 * What was found in all parts, as it was asked for.
 *
 * @param {object} found
 * @param {readonly Result[]} found.ranked
 * @param {readonly Result[]} found.nearest shown where nothing was found
 * @param {import('./search-plan.js').Plan | undefined} found.plan
 * @param {Asked} asked
 * @returns {Answer}
 */
export function answerFrom({ ranked, nearest, plan }, { choices, newest }) {
  const isNearest = ranked.length === 0 && plan !== undefined && !plan.onlyPhrase
  const all = isNearest ? nearest : ranked
  const results = all.filter(fitting(choices)).sort(newest || !plan ? byAge : byRelevance)
  return {
    results,
    numbers: results.filter(({ tier }) => tier === TIERS.number).length,
    together: results.filter(({ tier }) => tier !== TIERS.number && tier !== TIERS.apart).length,
    nearest: isNearest && results.length > 0,
    phrases: plan?.spellings ?? [],
    counts: countsOf(all, choices),
  }
}

/**
 * Of one filter any value that was chosen, of several filters each.
 *
 * @param {Choices} choices
 */
function fitting(choices) {
  const chosen = Object.entries(choices).filter(([, values]) => values.length > 0)
  /** @param {Result} result */
  return ({ values }) => chosen.every(([name, wanted]) => wanted.includes(values[name] ?? ''))
}

/**
 * Newest first, but pages that hold the query in one piece still before the others.
 *
 * @param {Result} a
 * @param {Result} b
 */
const byAge = (a, b) => groupOf(b) - groupOf(a) || b.place - a.place

/** @param {Result} result */
const groupOf = ({ tier }) => (tier === TIERS.number ? 2 : tier === TIERS.apart ? 0 : 1)

/**
 * A value counts what would be found if it were chosen: whatever else is chosen of its own filter, within what is chosen of the others.
 *
 * @param {readonly Result[]} all
 * @param {Choices} choices
 */
function countsOf(all, choices) {
  /** @type {Record<string, Record<string, number>>} */
  const counts = {}
  for (const name of Object.keys(all[0]?.values ?? {})) {
    /** @type {Record<string, number>} */
    const own = {}
    for (const { values } of all.filter(fitting({ ...choices, [name]: [] }))) {
      const value = values[name]
      if (value !== undefined) own[value] = (own[value] ?? 0) + 1
    }
    counts[name] = own
  }
  return counts
}
