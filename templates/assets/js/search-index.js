import { answerFrom } from './search-answer.js'
import { planOf } from './search-plan.js'
import { nearestHits, rankHits } from './search-rank.js'

/**
 * The index of a portal: Pagefind's, in parts of some thousand documents each, oldest first, and beside each part a table of what its
 * documents are.
 *
 * @typedef {object} Fragment
 * @property {string} content
 * @property {string} [raw_url]
 * @property {string} url
 * @property {Readonly<Record<string, string>>} meta
 */

/** @typedef {import('./search-rank.js').Hit} Hit */
/** @typedef {import('./search-plan.js').Plan} Plan */
/** @typedef {import('./search-answer.js').Answer} Answer */
/** @typedef {import('./search-answer.js').Asked} Asked */

/**
 * The part of Pagefind that is used here.
 *
 * @typedef {object} Engine
 * @property {(term: string | null) => Promise<{ results: Hit[] }>} search
 * @property {(options: { exactDiacritics: boolean }) => Promise<void>} options
 * @property {() => Promise<void>} init
 * @property {() => Promise<unknown>} filters
 */

/**
 * A document by its place in time and its values of the filters.
 *
 * @typedef {{ readonly place: number, readonly values: Readonly<Record<string, string | undefined>> }} Row
 */

/** @typedef {{ readonly engine: Engine, readonly rows: ReadonlyMap<string, Row> }} Part */

/**
 * Opens the index; throws where it cannot be loaded.
 *
 * @param {string} folder address of the search page, where the index lies
 */
export async function openIndex(folder) {
  const { parts } = await readJson(new URL('chi-muc.json', folder))
  const opened = await openParts(parts, folder)
  /** @type {Promise<unknown>} */
  let former = Promise.resolve()
  return {
    /**
     * One search after the other, because a setting of the engine changes during each.
     *
     * @param {Asked} asked
     * @returns {Promise<Answer>}
     */
    search: (asked) => {
      const answered = former.then(() => search(opened, asked))
      former = answered.catch(() => undefined)
      return answered
    },
  }
}

/** @param {URL} address @returns {Promise<any>} what the build wrote */
async function readJson(address) {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`)
  return response.json()
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
  let before = 0
  /** @param {{ folder: string, hash: string }} part @returns {Promise<Part>} */
  const open = async (part) => {
    const base = new URL(`${part.folder}/`, folder)
    const start = before++ * MOST_RECORDS
    /** @type {Engine} */
    const engine = createInstance({ basePath: base.pathname, metaCacheTag: part.hash })
    const [table] = await Promise.all([readJson(new URL(`bang.json?${part.hash}`, base)), ready(engine)])
    return { engine, rows: rowsOf(table, start) }
  }
  return [await open(first), ...(await Promise.all(others.map(open)))]
}

/** More than any part has: places of one part come after those of the part before. */
const MOST_RECORDS = 1_000_000

/** `init` does not wait for the engine; an answer of it does. @param {Engine} engine */
async function ready(engine) {
  await engine.init()
  await engine.filters()
}

/**
 * @param {{ filters: Record<string, string[]>, rows: [string, ...number[]][] }} table see pipeline/search/table.ts
 * @param {number} start
 * @returns {ReadonlyMap<string, Row>}
 */
function rowsOf({ filters, rows }, start) {
  const names = Object.keys(filters)
  return new Map(
    rows.map(([id, ...values], index) => [
      id,
      {
        place: start + index,
        values: Object.fromEntries(names.map((name, at) => [name, filters[name]?.[values[at] ?? -1]])),
      },
    ]),
  )
}

/**
 * @param {readonly Part[]} parts
 * @param {Asked} asked
 * @returns {Promise<Answer>}
 */
async function search(parts, asked) {
  const plan = planOf(asked.query)
  const found = await Promise.all(parts.map(({ engine }) => searchPart(engine, plan)))
  /** @param {readonly import('./search-rank.js').Ranked[]} ranked @param {number} part */
  const placed = (ranked, part) =>
    ranked.flatMap((each) => {
      const row = parts[part]?.rows.get(each.id)
      return row ? { ...each, ...row } : []
    })
  const ranked = found.flatMap((each, part) => placed(each.ranked, part))
  const nearest = found.flatMap((each, part) => placed(each.nearest, part))
  return answerFrom({ ranked, nearest, plan }, asked)
}

/**
 * @param {Engine} engine
 * @param {Plan | undefined} plan undefined: every document
 */
async function searchPart(engine, plan) {
  /** @param {string | null} term */
  const hits = async (term) => (await engine.search(term)).results
  /** @param {readonly string[]} terms */
  const hitsOfEach = (terms) => Promise.all(terms.map(hits))
  if (!plan) return { ranked: rankHits({ ...NOTHING, all: await hits(null) }), nearest: [] }

  const [all, words, phrase, pairs, numbers] = await Promise.all([
    plan.onlyPhrase ? [] : hits(plan.all),
    hitsOfEach(plan.words),
    hitsOfEach(plan.phrases),
    hitsOfEach(plan.pairs),
    hitsOfEach(plan.numbers),
  ])
  const { exactPhrase, exact } = plan.exact ? await exactHits(engine, plan, hitsOfEach) : NOTHING
  const found = { numbers: numbers.flat(), exactPhrase, phrase: phrase.flat(), pairs, exact }
  return { ranked: rankHits({ ...found, all: inAll(all, words) }), nearest: nearestHits(pairs) }
}

/** @type {import('./search-rank.js').Found} */
const NOTHING = { numbers: [], exactPhrase: [], phrase: [], pairs: [], exact: [], all: [] }

/**
 * Unquoted words are beginnings to Pagefind: `an` is `anh` to it, and `giao` is `gia` where there is no `giao`. A syllable of
 * Vietnamese is a word, so only pages with each whole word are left.
 *
 * @param {readonly Hit[]} hits
 * @param {readonly (readonly Hit[])[]} words pages with each word
 */
function inAll(hits, words) {
  const having = words.map((each) => new Set(each.map(({ id }) => id)))
  return hits.filter(({ id }) => having.every((ids) => ids.has(id)))
}

/**
 * The same once more, with marks that must be as they are written.
 *
 * @param {Engine} engine
 * @param {Plan} plan
 * @param {(terms: readonly string[]) => Promise<Hit[][]>} hitsOfEach
 */
async function exactHits(engine, plan, hitsOfEach) {
  await engine.options({ exactDiacritics: true })
  try {
    const [phrases, [first = [], ...words]] = await Promise.all([
      hitsOfEach(plan.phrases),
      hitsOfEach(plan.words),
    ])
    return { exactPhrase: phrases.flat(), exact: inAll(first, words) }
  } finally {
    await engine.options({ exactDiacritics: false })
  }
}
