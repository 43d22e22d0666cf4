import { DOMParser } from '@xmldom/xmldom'
import { unzip, zipEntries } from '../media/zip.ts'

/** No honest paper has more text: 32 MB of XML are some thousand pages. */
const MOST_OF_PART = 32 * 1024 * 1024

/** The XML of a part of a Word file; undefined where there is none, or more than anybody writes. */
export function partText(bytes: Uint8Array, name: string): string | undefined {
  const entry = zipEntries(bytes)?.find((each) => each.name === name)
  const part = entry && unzip(bytes, entry, MOST_OF_PART)
  return part && new TextDecoder().decode(part)
}

/** A part of a Word file as a tree; undefined where there is none or it cannot be read. */
export function wordPart(bytes: Uint8Array, name: string): Element | undefined {
  const text = partText(bytes, name)
  if (text === undefined) return undefined
  // Word never declares entities; who does wants them to grow.
  if (/<!DOCTYPE/i.test(text) || !isSound(text)) return undefined
  // What is mended by guessing may lose words.
  const refuse = (message: string) => {
    throw new Error(message)
  }
  const errorHandler = { warning: () => undefined, error: refuse, fatalError: refuse }
  try {
    return new DOMParser({ errorHandler }).parseFromString(text, 'text/xml')?.documentElement ?? undefined
  } catch {
    return undefined
  }
}

/** Twenty tables in each other are about so deep; who goes further wants the reader to fall. */
const DEEPEST = 200
/** Tags; what is no tag between them. No value of an attribute has a `<`, so that a search never goes further than to the next one. */
const TAGS =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<(\/?)([^\s/>!?<]+)((?:"[^"<]*"|'[^'<]*'|[^<>"'])*)>/g

/** Whether every element is closed, and none stands deeper than reason, told without building the tree: the parser passes over ends that do not fit. */
function isSound(xml: string): boolean {
  const open: string[] = []
  for (const [, closes, name, rest] of xml.matchAll(TAGS)) {
    if (name === undefined) continue
    if (closes === '/') {
      if (open.pop() !== name) return false
    } else if (!rest?.endsWith('/')) open.push(name)
    if (open.length > DEEPEST) return false
  }
  return open.length === 0
}

/** The names of the parts that hold text which is read: the body and the notes. */
export const TEXT_PARTS = ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml'] as const

/** The names of headers and footers. */
export const MARGIN = /^word\/(?:header|footer)\d*\.xml$/

/** Elements below one, in the order of the document, by their name without prefix. */
export const below = (element: Element, name: string): Element[] => [
  ...elementsOf(element.getElementsByTagNameNS('*', name)),
]

export const childrenOf = (element: Element): Element[] =>
  Array.from(element.childNodes as unknown as ArrayLike<Element>).filter(({ nodeType }) => nodeType === 1)

export const child = (element: Element | undefined, name: string): Element | undefined =>
  element && childrenOf(element).find(({ localName }) => localName === name)

/** An attribute by its name without prefix. */
export function attribute(element: Element | undefined, name: string): string | undefined {
  const all = Array.from((element?.attributes ?? []) as unknown as ArrayLike<Attr>)
  return all.find(({ localName, name: whole }) => localName === name || whole === name)?.value
}

/** A switch such as `<w:vanish/>`: on unless it says otherwise. */
export const isOn = (element: Element | undefined): boolean =>
  element !== undefined && !['0', 'false', 'off'].includes(attribute(element, 'val') ?? 'true')

const elementsOf = (list: unknown): Element[] => Array.from(list as ArrayLike<Element>)
