import { PLACEHOLDERS } from '../documents/placeholders.ts'
import { zipEntries } from '../media/zip.ts'
import { around, madeRun, removed, replaced } from './word-tree.ts'
import { attribute, below, wordPart } from './word-xml.ts'

/** Where a part of a Word file says that its pictures lie. */
const RELATIONS: Readonly<Record<string, string>> = {
  'word/document.xml': 'word/_rels/document.xml.rels',
  'word/footnotes.xml': 'word/_rels/footnotes.xml.rels',
  'word/endnotes.xml': 'word/_rels/endnotes.xml.rels',
}

/** Puts a mark where a picture, a chart or a diagram should be that cannot be had, and takes the signs of notes away that nobody wrote. */
export function markMissing(bytes: Uint8Array, name: string, part: Element): void {
  const isThere = picturesIn(bytes, name)
  for (const picture of [...below(part, 'blip'), ...below(part, 'imagedata')]) {
    const id = attribute(picture, 'embed') ?? attribute(picture, 'id')
    const run = around(picture, 'r')
    if (isThere(id)) continue
    if (run && id !== undefined) replaced(run, [madeRun(run, ` ${MISSING} `)])
    else removed(picture)
  }
  for (const [element, words] of DRAWN)
    for (const each of below(part, element)) {
      const run = around(each, 'r')
      if (run) replaced(run, [madeRun(run, ` ${words} `)])
    }
  for (const kind of ['footnote', 'endnote']) dropLostNotes(bytes, kind, part)
}

function dropLostNotes(bytes: Uint8Array, kind: string, part: Element): void {
  const notes = wordPart(bytes, `word/${kind}s.xml`)
  const known = new Set((notes ? below(notes, kind) : []).map((each) => attribute(each, 'id')))
  for (const each of below(part, `${kind}Reference`)) if (!known.has(attribute(each, 'id'))) removed(each)
}

/** What is drawn from data that lie elsewhere in the file. */
const DRAWN = [
  ['chart', `${PLACEHOLDERS.toFill} Biểu đồ ở đây không chuyển được.`],
  ['relIds', `${PLACEHOLDERS.toFill} Sơ đồ ở đây không chuyển được.`],
] as const

const MISSING = `${PLACEHOLDERS.toFill} Hình ở đây bị thiếu trong tệp Word.`

/** Tells whether a picture that a part names lies in the file. */
function picturesIn(bytes: Uint8Array, name: string): (id: string | undefined) => boolean {
  const relations = wordPart(bytes, RELATIONS[name] ?? '')
  const targets = new Map(
    (relations ? below(relations, 'Relationship') : []).map((each) => [
      attribute(each, 'Id'),
      (attribute(each, 'Target') ?? '').replace(/^\/?(?:word\/)?/, 'word/'),
    ]),
  )
  const entries = new Set((zipEntries(bytes) ?? []).map((each) => each.name))
  return (id) => entries.has(targets.get(id) ?? '')
}
