import { bareLetters, fromIndex, TITLE_WORDS } from './search-text.js'

/**
 * A piece of a text that is shown; `marked` where it was searched for.
 *
 * @typedef {{ readonly text: string, readonly marked: boolean }} Piece
 */

const LENGTH = 36
const BEFORE = 6
/** So near the beginning of the text the excerpt begins there. */
const NEAR = 16
/** Signs around a word are not what was searched for. */
const AROUND = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}\p{M}]*)$/su

/**
 * The place of a text where most of what was searched for stands, as it was written.
 *
 * @param {string} content the text of a record in the index, its title first
 * @param {readonly number[]} places of words that were found
 * @returns {Piece[]}
 */
export function excerptOf(content, places) {
  const words = content.split(' ')
  const found = new Set(places.filter((place) => place >= TITLE_WORDS && place < words.length))
  const start = bestStart([...found].sort((a, b) => a - b))
  const end = Math.min(words.length, start + LENGTH)
  const pieces = piecesOf(words, { start, end, found })
  return [
    ...(start > TITLE_WORDS ? [{ text: '… ', marked: false }] : []),
    ...pieces,
    ...(end < words.length ? [{ text: ' …', marked: false }] : []),
  ]
}

/**
 * Every place where words follow each other, whatever their marks: the engine names but the first.
 *
 * @param {string} content
 * @param {readonly string[]} phrase
 * @returns {number[]}
 */
export function placesOf(content, phrase) {
  const words = content.split(' ').map(bareLetters)
  const sought = phrase.map(bareLetters)
  return words.flatMap((_, start) =>
    sought.every((word, index) => words[start + index] === word)
      ? sought.map((__, index) => start + index)
      : [],
  )
}

/**
 * A title with what was found in it.
 *
 * @param {string} title in the form of the index
 * @param {readonly number[]} places
 * @returns {Piece[]}
 */
export function titlePieces(title, places) {
  const words = title.split(' ')
  const found = new Set(places.filter((place) => place < TITLE_WORDS))
  return piecesOf(words, { start: 0, end: words.length, found })
}

/**
 * The earliest of the places from which a window holds the most words.
 *
 * @param {readonly number[]} found in order
 */
function bestStart(found) {
  const held = found.map(
    (place) => found.filter((each) => each >= place && each < place + LENGTH - BEFORE).length,
  )
  const best = found[held.indexOf(Math.max(...held))]
  return best === undefined || best - TITLE_WORDS <= NEAR ? TITLE_WORDS : best - BEFORE
}

/**
 * @param {readonly string[]} words
 * @param {{ start: number, end: number, found: ReadonlySet<number> }} window
 * @returns {Piece[]}
 */
function piecesOf(words, { start, end, found }) {
  /** @type {Piece[]} */
  const pieces = []
  for (let from = start; from < end; ) {
    const marked = found.has(from)
    let to = from + 1
    while (to < end && found.has(to) === marked) to += 1
    const text = fromIndex(`${words.slice(from, to).join(' ')} `)
    pieces.push(...(marked ? markedPieces(text) : [{ text, marked }]))
    from = to
  }
  return trimmedEnd(pieces.filter(({ text }) => text !== ''))
}

/**
 * @param {string} text
 * @returns {Piece[]}
 */
function markedPieces(text) {
  const [, before = '', core = '', after = ''] = AROUND.exec(text) ?? []
  return [
    { text: before, marked: false },
    { text: core, marked: core !== '' },
    { text: after, marked: false },
  ]
}

/** @param {Piece[]} pieces */
const trimmedEnd = (pieces) =>
  pieces
    .map((piece, index) => (index === pieces.length - 1 ? { ...piece, text: piece.text.trimEnd() } : piece))
    .filter(({ text }) => text !== '')
