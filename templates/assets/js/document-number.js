import { bareLetters } from './search-text.js'

/**
 * The number of a văn bản in every usual spelling: `849/QĐ-UBND`, `849 qd ubnd`, `quyết định 849`. A number and a query become
 * keys, words that no text holds; who shares a key means the same document.
 */

/** Types of administrative documents and their abbreviations (Nghị định 30/2020/NĐ-CP, Phụ lục III), of laws and of the Party, without marks. */
const TYPES = /** @type {const} */ ([
  ['nghi quyet', 'nq'],
  ['quyet dinh', 'qd'],
  ['chi thi', 'ct'],
  ['quy che', 'qc'],
  ['quy dinh', 'qyd'],
  ['thong cao', 'tc'],
  ['thong bao', 'tb'],
  ['huong dan', 'hd'],
  ['chuong trinh', 'ctr'],
  ['ke hoach', 'kh'],
  ['phuong an', 'pa'],
  ['de an', 'da'],
  ['du an', 'da'],
  ['bao cao', 'bc'],
  ['bien ban', 'bb'],
  ['to trinh', 'ttr'],
  ['hop dong', 'hd'],
  ['cong van', 'cv'],
  ['cong dien', 'cd'],
  ['ban ghi nho', 'bgn'],
  ['ban thoa thuan', 'btt'],
  ['giay uy quyen', 'guq'],
  ['giay moi', 'gm'],
  ['giay gioi thieu', 'ggt'],
  ['giay nghi phep', 'gnp'],
  ['phieu gui', 'pg'],
  ['phieu chuyen', 'pc'],
  ['phieu bao', 'pb'],
  ['ket luan', 'kl'],
  ['nghi dinh', 'nd'],
  ['thong tu lien tich', 'ttlt'],
  ['thong tu', 'tt'],
  ['phap lenh', 'pl'],
  ['luat', 'luat'],
])
const ABBREVIATIONS = new Set(TYPES.map(([, short]) => /** @type {string} */ (short)))

/** Words between a type and its number. */
const FILLERS = new Set(['so', 'nam'])
const YEAR = /^(?:19|20)\d\d$/
const MOST_WORDS = 16

/**
 * The keys under which a document is found.
 *
 * @param {{ readonly number: string, readonly type?: string | undefined, readonly year?: string | undefined }} document its number as it
 *   is written, what it is (`Quyết định`), and the year of its signing
 * @returns {string[]}
 */
export function numberKeys({ number, type, year }) {
  const parts = partsOf(number)
  if (!parts) return []
  const typed = abbreviated(type ?? '')
  const letters = parts.letters
  const ends = [
    [],
    ...letters.map((_, index) => letters.slice(0, index + 1)),
    ...letters.map((letter) => [letter]),
    ...(typed.length === 1 ? [typed, [...typed, ...letters]] : []),
  ]
  const years = new Set([undefined, parts.year, year])
  return [...new Set(ends.flatMap((end) => [...years].map((each) => keyOf(parts.number, each, end))))].sort()
}

/**
 * The keys that a query may mean; none where it names no number.
 *
 * @param {string} query
 * @returns {string[]}
 */
export function queryKeys(query) {
  const parts = partsOf(query)
  if (!parts) return []
  const { number, year, letters, type } = parts
  const keys = [keyOf(number, year, letters), ...(type === undefined ? [] : [keyOf(number, year, [type])])]
  return [...new Set(keys)]
}

/**
 * @typedef {object} Parts
 * @property {string} number without zeros before it
 * @property {string | undefined} year
 * @property {string[]} letters
 * @property {string | undefined} type the abbreviation before the number
 */

/**
 * Takes a number apart; undefined where the text is no number: a date, a sentence.
 *
 * @param {string} text
 * @returns {Parts | undefined}
 */
function partsOf(text) {
  const words = abbreviated(text).filter((word) => !FILLERS.has(word))
  const digits = words.filter((word) => /^\d+$/.test(word))
  const [number, year] = digits
  if (number === undefined || words.length > MOST_WORDS || digits.length > 2) return undefined
  if (year !== undefined && !YEAR.test(year)) return undefined
  const at = words.indexOf(number)
  return {
    number: number.replace(/^0+(?=\d)/, ''),
    year,
    letters: withoutRepeats(words.filter((word) => !/^\d+$/.test(word))),
    type: typeBefore(words, at),
  }
}

/**
 * In prose a type stands before its number, and words may follow: `quyết định 849 của UBND phường`.
 *
 * @param {readonly string[]} words
 * @param {number} at
 */
function typeBefore(words, at) {
  const before = words[at - 1]
  return before !== undefined && ABBREVIATIONS.has(before) && words[at + 1] !== before ? before : undefined
}

/**
 * `quyết định 849/QĐ-UBND` names its type twice.
 *
 * @param {readonly string[]} letters
 */
const withoutRepeats = (letters) => letters.filter((letter, index) => letters.indexOf(letter) === index)

/**
 * The words of a text with types as abbreviations; a number is a word of its own: `849qđubnd` is two, `qđ849` too.
 *
 * @param {string} text
 * @returns {string[]}
 */
function abbreviated(text) {
  const short = TYPES.reduce(
    (all, [name, abbreviation]) => all.replaceAll(` ${name} `, ` ${abbreviation} `),
    ` ${bareLetters(text)} `,
  )
  return short
    .replace(/ (\d+)(?=\p{L})/gu, ' $1 ')
    .split(' ')
    .flatMap((word) => typeAndNumber(word) ?? word)
    .filter(Boolean)
}

/**
 * `qd849` → `qd`, `849`.
 *
 * @param {string} word
 */
function typeAndNumber(word) {
  const [, type = '', number = ''] = /^([a-z]+)(\d+)$/.exec(word) ?? []
  return ABBREVIATIONS.has(type) ? [type, number] : undefined
}

/**
 * No word of any language begins like this, so no other query meets a key by its beginning, and none ends in the middle of one.
 *
 * @param {string} number
 * @param {string | undefined} year
 * @param {readonly string[]} letters
 */
const keyOf = (number, year, letters) =>
  `zq${number}${year === undefined ? '' : `n${year}`}x${letters.join('')}zq`
