import { excerptOf, placesOf, titlePieces } from './search-excerpt.js'
import { fromIndex } from './search-text.js'

/** A label that must be seen stands before the title: `[Tin tham khảo] …`. */
const LABELLED = new Set(['tin-tham-khao', 'quang-ba'])

/**
 * One result, made of elements and text: nothing that a document says is ever read as HTML.
 *
 * @param {import('./search-index.js').Fragment} fragment
 * @param {object} context
 * @param {import('./search-index.js').Row['values']} context.values
 * @param {readonly (readonly string[])[]} context.phrases that are marked wherever they stand
 * @param {string} context.root address of the portal
 * @param {(filter: string, value: string | undefined) => string | undefined} context.nameOf
 */
export function resultItem({ content, meta, raw_url, url }, { values, phrases, root, nameOf }) {
  const places = soughtIn(content, phrases)
  const link = node('a', { href: new URL(raw_url ?? url, root).href })
  if (meta.language) link.lang = 'en'
  link.append(...titleNodes(meta.title ?? '', places, LABELLED.has(values['the-loai'] ?? '')))
  const title = node('h3', { className: 'result-title' }, [link])
  const names = new Set(['chuyen-muc', 'the-loai'].map((name) => nameOf(name, values[name])))
  const facts = [
    dateNode(meta.date ?? ''),
    ...[meta.number === undefined ? undefined : fromIndex(meta.number), ...names].map(
      (text) => text && document.createTextNode(text),
    ),
  ].filter((each) => each instanceof Node)
  const excerpt = node('p', { className: 'result-text' }, marked(excerptOf(content, places)))
  if (meta.language) excerpt.lang = 'en'
  return node('li', {}, [title, node('p', { className: 'card-meta' }, separated(facts)), excerpt])
}

/**
 * Where the query stands in one piece, or else each of its words.
 *
 * @param {string} content
 * @param {readonly (readonly string[])[]} phrases
 */
function soughtIn(content, phrases) {
  const together = phrases.flatMap((phrase) => placesOf(content, phrase))
  return together.length > 0 ? together : (phrases[0] ?? []).flatMap((word) => placesOf(content, [word]))
}

/** @param {string} title @param {readonly number[]} places @param {boolean} labelled @returns {Node[]} */
function titleNodes(title, places, labelled) {
  const pieces = titlePieces(title, places)
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
