import { mediaOf, namedFiles } from '../documents/named-files.ts'
import type { FilesPublished } from './publish-files.ts'
import type { SiteDocument } from './site.ts'
import { pathBeside } from './wanted-pictures.ts'

/** What stands beside the text of a document and is to be found all the same: papers, what is said in recordings, under pictures. */
export function textsBeside(document: SiteDocument, textOf: FilesPublished['textOf']): string {
  const { front, files } = document
  const { gallery = [], audio, video } = mediaOf(front)
  const papers = new Set([...namedFiles(front).map(({ file }) => file), ...files.map(({ name }) => name)])
  return [
    ...gallery.map(({ caption }) => caption),
    ...[audio, video].flatMap((each) => (each ? [each.title, each.transcript] : [])),
    ...[...papers].filter((file) => file.endsWith('.pdf')).map((file) => textOf(pathBeside(document, file))),
  ]
    .filter(Boolean)
    .join(' ')
}
