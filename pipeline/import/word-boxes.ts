import { around, made, madeRun, paragraphOf, removed, replaced } from './word-tree.ts'
import { attribute, below, child, childrenOf } from './word-xml.ts'

/**
 * Opens what Word packs words into and the library that reads the file knows badly: two forms of the same drawing, text boxes, letters that
 * are drawn, wrappers of a direction. Words of a text box stand behind the paragraph on which it hangs.
 *
 * @returns whether there was a text box
 */
export function openBoxes(part: Element): boolean {
  const each = (name: string, change: (element: Element) => void) => below(part, name).forEach(change)
  each('AlternateContent', (element) => replaced(element, childNodes(chosen(element))))
  each('rt', (element) => around(element, 'ruby') && removed(element))
  for (const name of WRAPPERS) each(name, (element) => replaced(element, childNodes(element)))
  each('cr', (element) => replaced(element, [made(element, 'br')]))
  // What a new page divides is no one word.
  each('br', (element) => attribute(element, 'type') && replaced(element, [made(element, 'br')]))
  // What Word keeps as an element is a letter (ư) in an old font.
  each('softHyphen', (element) => replaced(element, [made(element, 't', {}, '\u00AD')]))
  each('ptab', (element) => replaced(element, [made(element, 'tab')]))
  each('sdt', closeControl)
  each('textpath', drawnWords)
  return emptyBoxes(part)
}

/** Wrappers of a direction, and of words with signs above them. */
const WRAPPERS = ['dir', 'bdo', 'rubyBase', 'ruby']

function emptyBoxes(part: Element): boolean {
  const boxes = below(part, 'txbxContent')
  const last = new Map<Element, Node>()
  for (const box of boxes) {
    const paragraph = paragraphOf(box)
    for (const block of paragraph ? childrenOf(box) : []) {
      const behind = last.get(paragraph as Element) ?? (paragraph as Element)
      behind.parentNode?.insertBefore(block, behind.nextSibling)
      last.set(paragraph as Element, block)
    }
  }
  return boxes.length > 0
}

/** The form of a drawing that has the words or the picture; the other one says the same again. */
function chosen(alternate: Element): Element | undefined {
  const [choice, fallback] = [child(alternate, 'Choice'), child(alternate, 'Fallback')]
  const tells = choice && ['txbxContent', 'blip', 't'].some((name) => below(choice, name).length > 0)
  return tells ? choice : (fallback ?? choice)
}

const childNodes = (element: Element | undefined): Node[] =>
  Array.from((element?.childNodes ?? []) as ArrayLike<Node>)

/** A table of contents is made anew by the portal, and a control that nobody filled in shows only its hint. */
function closeControl(control: Element): void {
  const properties = child(control, 'sdtPr')
  const gallery = properties && below(properties, 'docPartGallery')[0]
  if (attribute(gallery, 'val') === 'Table of Contents') removed(control)
  else if (child(properties, 'showingPlcHdr')) for (const each of below(control, 't')) removed(each)
}

/** WordArt of old files has its words in an attribute. */
function drawnWords(path: Element): void {
  const run = around(path, 'r')
  const words = attribute(path, 'string')?.trim()
  if (run && words) run.parentNode?.insertBefore(madeRun(run, words), run.nextSibling)
}
