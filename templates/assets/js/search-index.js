import { planOf } from './search-plan.js'
import { byRelevance, nearestHits, rankHits, TIERS } from './search-rank.js'

/**
 * The index of a portal: Pagefind's, in parts of some thousand documents each, oldest first.
 *
 * @typedef {object} Fragment
 * @property {string} content
 * @property {string} [raw_url]
 * @property {string} url
 * @property {Readonly<Record<string, string>>} meta
 * @property {Readonly<Record<string, readonly string[]>>} filters
 */

/** @typedef {import('./search-rank.js').Hit} Hit */
/** @typedef {import('./search-rank.js').Ranked} Ranked */
/** @typedef {import('./search-plan.js').Plan} Plan */
/** @typedef {Readonly<Record<string, readonly string[]>>} Choices values that were chosen, by filter */
/** @typedef {Record<string, Record<string, number>>} Counts */

/**
 * The part of Pagefind that is used here.
 *
 * @typedef {object} Part
 * @property {(term: string | null, options: object) => Promise<{ results: Hit[], filters: Counts }>} search
 * @property {(options: object) => Promise<void>} options
 * @property {() => Promise<unknown>} filters
 * @property {() => Promise<void>} init
 */

/**
 * @typedef {object} Answer
 * @property {readonly Ranked[]} results best first
 * @property {number} together how many hold the query in one piece, or are named by it
 * @property {boolean} nearest none holds all words: these hold some of them together
 * @property {readonly (readonly string[])[]} phrases the query in one piece, to be marked
 * @property {Counts} counts how many results each value of a filter would leave
 */

/**
 * Opens the index; throws where it cannot be loaded.
 *
 * @param {string} folder address of the search page, where the index lies
 */
export async function openIndex(folder) {
  const response = await fetch(new URL('chi-muc.json', folder))
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`)
  const { parts } = /** @type {{ parts: { folder: string, hash: string }[] }} */ (await response.json())
  const opened = await openParts(parts, folder)
  /** @type {Promise<unknown>} */
  let former = Promise.resolve()
  return {
    /**
     * One search after the other, because a setting of the engine changes during each.
     *
     * @param {{ query: string, choices: Choices, newest: boolean }} asked
     * @returns {Promise<Answer>}
     */
    search: (asked) => {
      const answered = former.then(() => search(opened, asked))
      former = answered.catch(() => undefined)
      return answered
    },
  }
}

/**
 * All parts share one engine, so the first must be ready before the others come.
 *
 * @param {readonly { folder: string, hash: string }[]} parts
 * @param {string} folder
 * @returns {Promise<readonly Part[]>}
 */
async function openParts(parts, folder) {
  const [first, ...others] = parts
  if (!first) return []
  const { createInstance } = await import(new URL(`${first.folder}/pagefind.js`, folder).href)
  /** @param {{ folder: string, hash: string }} part @returns {Promise<Part>} */
  const open = async (part) => {
    const basePath = new URL(`${part.folder}/`, folder).pathname
    const instance = createInstance({ basePath, metaCacheTag: part.hash })
    await instance.init()
    await instance.filters()
    return instance
  }
  return [await open(first), ...(await Promise.all(others.map(open)))]
}

/**
 * @param {readonly Part[]} parts
 * @param {{ query: string, choices: Choices, newest: boolean }} asked
 * @returns {Promise<Answer>}
 */
async function search(parts, { query, choices, newest }) {
  const plan = planOf(query)
  const answers = await Promise.all(parts.map((part) => searchPart(part, plan, { choices, newest })))
  const counts = sumOf(answers.map((answer) => answer.counts))
  const ranked = inOrder(
    answers.map((answer) => answer.ranked),
    newest || plan === undefined,
  )
  const nearest = ranked.length === 0 && plan !== undefined && !plan.onlyPhrase
  const results = nearest ? answers.flatMap((each) => each.nearest).sort(byRelevance) : ranked
  return {
    results,
    together: results.filter(({ tier }) => tier !== TIERS.apart).length,
    nearest: nearest && results.length > 0,
    phrases: plan?.spellings ?? [],
    counts,
  }
}

/**
 * @param {readonly (readonly Ranked[])[]} parts oldest first
 * @param {boolean} newest pages that hold the query in one piece still come first
 * @returns {Ranked[]}
 */
function inOrder(parts, newest) {
  if (!newest) return parts.flat().sort(byRelevance)
  /** @param {Ranked} each */
  const group = ({ tier }) => (tier === TIERS.number ? 2 : tier === TIERS.apart ? 0 : 1)
  return parts
    .flatMap((ranked, part) => ranked.map((each) => ({ each, part })))
    .sort((a, b) => group(b.each) - group(a.each) || b.part - a.part || b.each.score - a.each.score)
    .map(({ each }) => each)
}

/**
 * @param {Part} part
 * @param {Plan | undefined} plan undefined: every document that the filters leave
 * @param {{ choices: Choices, newest: boolean }} asked
 */
async function searchPart(part, plan, { choices, newest }) {
  const filters = pagefindFilters(choices)
  // With an order of its own Pagefind's score is the place in that order.
  const sort = newest || !plan ? { sort: { date: 'desc' } } : {}
  /** @param {string} term */
  const hits = async (term) => (await part.search(term, { filters })).results
  /** @param {readonly string[]} terms */
  const hitsOfEach = (terms) => Promise.all(terms.map(hits))

  const term = plan?.onlyPhrase ? (plan.phrases[0] ?? null) : (plan?.all ?? null)
  const whole = await part.search(term, { filters, ...sort })
  const counts = await countsOf(part, term, { choices, counts: whole.filters })
  if (!plan) return { ranked: rankHits({ ...NOTHING, all: whole.results }), nearest: [], counts }
  const [phrase, pairs, numbers] = await Promise.all([
    hitsOfEach(plan.phrases),
    hitsOfEach(plan.pairs),
    hitsOfEach(plan.numbers),
  ])
  const { exactPhrase, exact } = plan.exact ? await exactHits(part, plan, hitsOfEach) : NOTHING
  const found = {
    numbers: numbers.flat(),
    exactPhrase,
    phrase: phrase.flat(),
    pairs,
    exact,
    all: whole.results,
  }
  return { ranked: rankHits(found), nearest: nearestHits(pairs), counts }
}

/** @type {import('./search-rank.js').Found} */
const NOTHING = { numbers: [], exactPhrase: [], phrase: [], pairs: [], exact: [], all: [] }

/**
 * The same once more, with marks that must be as they are written.
 *
 * @param {Part} part
 * @param {Plan} plan
 * @param {(terms: readonly string[]) => Promise<Hit[][]>} hitsOfEach
 */
async function exactHits(part, plan, hitsOfEach) {
  await part.options({ exactDiacritics: true })
  try {
    const [exactPhrase, exact] = await Promise.all([hitsOfEach(plan.phrases), hitsOfEach([plan.all])])
    return { exactPhrase: exactPhrase.flat(), exact: exact.flat() }
  } finally {
    await part.options({ exactDiacritics: false })
  }
}

/**
 * A filter that has been used tells how many results each other value of its own would give.
 *
 * @param {Part} part
 * @param {string | null} term
 * @param {{ choices: Choices, counts: Counts }} found
 * @returns {Promise<Counts>}
 */
async function countsOf(part, term, { choices, counts }) {
  const used = Object.keys(choices).filter((name) => choices[name]?.length)
  const own = await Promise.all(
    used.map(async (name) => {
      const filters = pagefindFilters({ ...choices, [name]: [] })
      return /** @type {const} */ ([name, (await part.search(term, { filters })).filters[name] ?? {}])
    }),
  )
  return { ...counts, ...Object.fromEntries(own) }
}

/** @param {Choices} choices */
const pagefindFilters = (choices) =>
  Object.fromEntries(
    Object.entries(choices)
      .filter(([, values]) => values.length > 0)
      .map(([name, values]) => [name, { any: values }]),
  )

/**
 * @param {readonly Counts[]} all
 * @returns {Counts}
 */
function sumOf(all) {
  /** @type {Counts} */
  const sum = {}
  for (const [name, values] of all.flatMap((each) => Object.entries(each))) {
    const own = sum[name] ?? {}
    sum[name] = own
    for (const [value, count] of Object.entries(values)) own[value] = (own[value] ?? 0) + count
  }
  return sum
}
