import type { Element, ElementContent, Root } from 'hast'
import { trimmed } from './inline.ts'
import { element, isElement, text, wordsOf } from './tree.ts'

/** Elements that are a block by themselves; whatever else is one only holds others. */
const BLOCKS = ['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'table']
/** Elements of which nobody is to read anything. */
const DROPPED = new Set(
  'head title meta link style script noscript template svg math object embed iframe canvas audio video form input button select textarea map area o:p'.split(
    ' ',
  ),
)
const HOLDERS = new Set(
  'html body div section article main header footer nav aside center blockquote figure figcaption address pre details summary dl dt dd fieldset hr'.split(
    ' ',
  ),
)
const RENAMED: Readonly<Record<string, string>> = { b: 'strong', i: 'em', strike: 's' }
/** What is there to be read by machines only: the line that a mailbox shows in its list, counters of readers. */
const HIDDEN =
  /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]*[1-9])|mso-hide\s*:\s*all|opacity\s*:\s*0(?![.\d])/i

/** Below it holders are opened: layouts of newsletters are deep, and each level is looked through. */
const DEEPEST = 100

/** Where a picture lies: its number among those that came along, or elsewhere. */
export type PictureSource = (source: string) => number | undefined

/**
 * HTML that a mail program or a form wrote, as the importer takes it: blocks in a row, every line a paragraph, nothing hidden, pictures by
 * their numbers and only those that came along.
 *
 * @param isDropped whether a link leads to a file that came along, and is nothing to read
 * @returns the root and how many pictures were left where they are
 */
export function flatHtml(
  root: Root,
  numberOf: PictureSource,
  isDropped: (address: string) => boolean = () => false,
): { root: Root; elsewhere: number } {
  let elsewhere = 0
  const picture = ({ properties }: Element): ElementContent[] => {
    const number = numberOf(String(properties.src ?? ''))
    if (number !== undefined)
      return [element('img', [], { src: `anh:${number}`, alt: String(properties.alt ?? '') })]
    elsewhere += 1
    return []
  }
  const clean = (node: ElementContent, depth: number): ElementContent[] => {
    if (node.type === 'text') return [text(node.value)]
    if (!isElement(node) || DROPPED.has(node.tagName) || isHidden(node)) return []
    if (node.tagName === 'img') return picture(node)
    if (node.tagName === 'a' && isDropped(String(node.properties.href ?? ''))) return []
    const inner = node.children.flatMap((each) => clean(each, depth + 1))
    return depth > DEEPEST
      ? inner
      : [element(RENAMED[node.tagName] ?? node.tagName, inner, keptOf(node.properties))]
  }
  const children = (root.children as ElementContent[]).flatMap((each) => clean(each, 0))
  return { root: { type: 'root', children: flow(children) }, elsewhere }
}

const keptOf = ({ href, colSpan, rowSpan, start }: Element['properties']): Element['properties'] =>
  Object.fromEntries(
    Object.entries({ href, colSpan, rowSpan, start }).filter(([, value]) => value !== undefined),
  ) as Element['properties']

function isHidden({ properties }: Element): boolean {
  return properties.hidden === true || HIDDEN.test(String(properties.style ?? ''))
}

const isBlock = (node: ElementContent): boolean =>
  isElement(node) && (BLOCKS.includes(node.tagName) || HOLDERS.has(node.tagName))

/** Holders opened, words between them made paragraphs, a paragraph parted at its breaks. */
function flow(nodes: readonly ElementContent[]): Element[] {
  const all: Element[] = []
  let line: ElementContent[] = []
  const end = () => {
    const kept = trimmed(line)
    if (kept.some((each) => isElement(each) || wordsOf(each).trim() !== '')) all.push(element('p', kept))
    line = []
  }
  for (const node of nodes) {
    if (isElement(node, 'br')) end()
    else if (!isElement(node) || !holdsBlock(node)) line.push(node)
    else {
      end()
      all.push(...blockOf(node))
    }
  }
  end()
  return all
}

/** Mail programs put whole letters into one `span`. */
const holdsBlock = (node: Element): boolean =>
  isBlock(node) ||
  (!isElement(node, 'a') &&
    node.children.some((each) => isElement(each, 'br') || (isElement(each) && holdsBlock(each))))

function blockOf(node: Element): Element[] {
  if (isElement(node, 'ul', 'ol', 'table')) return [node]
  if (/^h[1-6]$/.test(node.tagName)) return [node]
  const bold = isElement(node, 'strong', 'em')
  return flow(node.children).map((each) =>
    bold && isElement(each, 'p') ? element('p', [element(node.tagName, each.children)]) : each,
  )
}
