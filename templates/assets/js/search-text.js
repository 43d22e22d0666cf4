/**
 * Text as Pagefind indexes it, and back as it was written. Pagefind folds tone and vowel marks and finds phrases of words
 * between spaces, but leaves three gaps of Vietnamese:
 *
 * - đ is a letter of its own to it: here it is a d with a mark, which is folded like any other;
 * - `QĐ-UBND` or `tế-xã` is one word to it: here a space follows the hyphen, with a sign that takes it away again;
 * - the hyphen of `kinh tế - xã hội` is a word to it and breaks the phrase: here it is tied to the word before.
 *
 * The build writes with `toIndex`, the page reads with `fromIndex`.
 */

/**
 * So many words of an indexed text belong to the title, filled up with signs that are no words: the place of a word tells whether
 * it stands in the title.
 */
export const TITLE_WORDS = 64

/** Combining short stroke overlay: no letter is composed with it, so text holds none. */
const STROKE = '\u0335'
/** Stands for a space before signs that stand alone. */
const TIE = '\u2055'
/** A word that holds no letter, to fill up a title. */
export const FILLER = TIE
/** Before a space that was not in the text. */
const BREAK = '\u2056'

const OWN_SIGNS = /[\u0335\u2055\u2056]/g
/** Zero-width space, soft hyphen, word joiner: nobody sees them, and Pagefind would cut text at them. */
const INVISIBLE = /[\u200B\u00AD\u2060]/g
/** Any blanks but a single space, which may stay as it is. */
const SPACES = /[\s\u0085]{2,}|[^\S ]|\u0085/g
const ALONE = / (?=[\p{P}\p{S}]+(?: |$))/gu
const JOINT = /(?<=([\p{L}\p{N}\p{M}]))([^\p{L}\p{N}\p{M}\s]+)(?=([\p{L}\p{N}]))/gu

/**
 * Text in the form in which it is indexed.
 *
 * @param {string} text
 */
export const toIndex = (text) =>
  plainText(text)
    .replaceAll('đ', `d${STROKE}`)
    .replaceAll('Đ', `D${STROKE}`)
    .replace(ALONE, TIE)
    .replace(JOINT, (signs, before, _, after) =>
      isOneWord(signs, before, after) ? signs : `${signs}${BREAK} `,
    )

/**
 * The text that was indexed, as it was written: the reverse of `toIndex`, but for spaces that were many and for signs that nobody sees.
 *
 * @param {string} indexed
 */
export const fromIndex = (indexed) =>
  indexed
    .replaceAll(`${BREAK} `, '')
    .replaceAll(BREAK, '')
    .replaceAll(TIE, ' ')
    .replaceAll(`d${STROKE}`, 'đ')
    .replaceAll(`D${STROKE}`, 'Đ')

/**
 * Composed, with single spaces.
 *
 * @param {string} text
 */
export const plainText = (text) =>
  text.normalize('NFC').replace(INVISIBLE, '').replace(OWN_SIGNS, '').replace(SPACES, ' ').trim()

/**
 * `1.150`, `12,5` and `Đăk R'lấp` are one word each.
 *
 * @param {string} signs
 * @param {string} before
 * @param {string} after
 */
const isOneWord = (signs, before, after) =>
  /^['’]$/.test(signs) || (/^[.,]$/.test(signs) && /\p{N}/u.test(before) && /\p{N}/u.test(after))

/**
 * The words of a query, in the form of the index.
 *
 * @param {string} query
 * @returns {string[]}
 */
export const wordsOf = (query) =>
  toIndex(query.replace(/["“”„«»]/g, ' ').toLowerCase())
    .split(' ')
    .filter((word) => /[\p{L}\p{N}]/u.test(word))

/**
 * Whether a query says which letters it means: with a mark or a đ.
 *
 * @param {string} query
 */
export const hasMarks = (query) => /[đ\p{M}]/iu.test(query.normalize('NFD'))

/**
 * Letters and digits in lower case without marks; everything else is a space.
 *
 * @param {string} text
 */
export const bareLetters = (text) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
