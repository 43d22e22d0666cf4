import type { Ports } from '../adapters/ports.ts'
import type { Contract } from '../contract/contract.ts'
import type { FrontMatter } from '../contract/types.ts'
import { type OpenMatter, openMatterOf } from '../deadlines/open-matter.ts'
import { placeOf } from '../documents/document.ts'
import { readDocument } from '../documents/read-document.ts'
import type { OpenPortal } from '../portal/workspace.ts'
import { publicationOf } from '../publication/publication.ts'

/** A file of the work tree that somebody still owes something for. */
export type OpenFile = {
  readonly file: string
  readonly front: FrontMatter
  readonly matter: OpenMatter
}

/** Documents that are not published yet, and questions that are not answered yet: what is due first comes first. */
export const openFiles = (
  { files }: Pick<Ports, 'files'>,
  contract: Contract,
  { portal, publications, now }: OpenPortal,
): OpenFile[] =>
  files
    .list(portal.folder.slice(0, -1))
    .map(({ path }) => path.slice(portal.folder.length))
    .filter((path) => placeOf(path))
    .flatMap((path) => {
      const document = readDocument(files, portal.folder, path, contract)
      if (!document) return []
      const { regulation, calendar } = portal
      const publication = publicationOf(publications, path, now)
      const matter = openMatterOf({ regulation, calendar, front: document.front, publication, now })
      return matter ? [{ file: portal.folder + path, front: document.front, matter }] : []
    })
    .sort((a, b) => instantOf(a.matter) - instantOf(b.matter) || (a.file < b.file ? -1 : 1))

const instantOf = (matter: OpenMatter): number =>
  matter.state === 'waiting' ? (matter.since ?? Number.POSITIVE_INFINITY) : matter.due.at
