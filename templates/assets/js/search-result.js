import { excerptOf, placesOf, titlePieces } from './search-excerpt.js'
import { fromIndex } from './search-text.js'

/** A label that must be seen stands before the title: `[Tin tham khảo] …`. */
const LABELLED = new Set(['tin-tham-khao', 'quang-ba'])

/**
 * One result, made of elements and text: nothing that a document says is ever read as HTML.
 *
 * @param {import('./search-index.js').Fragment} fragment
 * @param {object} context
 * @param {readonly number[]} context.found places of words, as the engine gave them
 * @param {readonly (readonly string[])[]} context.phrases that are marked wherever they stand
 * @param {string} context.root address of the portal
 * @param {(filter: string, value: string | undefined) => string | undefined} context.nameOf
 */
export function resultItem({ content, meta, filters, raw_url, url }, { found, phrases, root, nameOf }) {
  const places = phrases.flatMap((phrase) => placesOf(content, phrase))
  const words = places.length > 0 ? places : found
  const link = node('a', { href: new URL(raw_url ?? url, root).href })
  if (meta.language) link.lang = 'en'
  link.append(...titleNodes(meta.title ?? '', words, LABELLED.has(filters['the-loai']?.[0] ?? '')))
  const title = node('h3', { className: 'result-title' }, [link])
  const names = new Set(['chuyen-muc', 'the-loai'].map((name) => nameOf(name, filters[name]?.[0])))
  const facts = [
    dateNode(meta.date ?? ''),
    ...[meta.number === undefined ? undefined : fromIndex(meta.number), ...names].map(
      (text) => text && document.createTextNode(text),
    ),
  ].filter((each) => each instanceof Node)
  const excerpt = node('p', { className: 'result-text' }, marked(excerptOf(content, words)))
  if (meta.language) excerpt.lang = 'en'
  return node('li', {}, [title, node('p', { className: 'card-meta' }, separated(facts)), excerpt])
}

/** @param {string} title @param {readonly number[]} words @param {boolean} labelled @returns {Node[]} */
function titleNodes(title, words, labelled) {
  const pieces = titlePieces(title, words)
  if (!labelled) return marked(pieces)
  const text = pieces.map((piece) => piece.text).join('')
  const [whole, label = ''] = /^\[([^\]]+)\] /.exec(text) ?? []
  if (whole === undefined) return marked(pieces)
  return [
    node('strong', { className: 'label' }, [document.createTextNode(label)]),
    document.createTextNode(` ${text.slice(whole.length)}`),
  ]
}

/** @param {string} date `zq20261120` */
function dateNode(date) {
  const [, year, month, day] = /^zq(\d{4})(\d\d)(\d\d)$/.exec(date) ?? []
  if (!year) return undefined
  return node('time', { dateTime: `${year}-${month}-${day}` }, [
    document.createTextNode(`${day}/${month}/${year}`),
  ])
}

/** @param {readonly import('./search-excerpt.js').Piece[]} pieces @returns {Node[]} */
const marked = (pieces) =>
  pieces.map(({ text, marked: isMarked }) => {
    const words = document.createTextNode(text)
    return isMarked ? node('mark', {}, [words]) : words
  })

/** @param {readonly Node[]} nodes @returns {Node[]} */
const separated = (nodes) =>
  nodes.flatMap((each, index) => (index === 0 ? [each] : [document.createTextNode(' · '), each]))

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {Partial<HTMLElementTagNameMap[K]>} [properties]
 * @param {readonly Node[]} [children]
 * @returns {HTMLElementTagNameMap[K]}
 */
function node(name, properties = {}, children = []) {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}
