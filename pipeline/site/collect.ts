import type { Files } from '../adapters/ports.ts'
import type { Contract } from '../contract/contract.ts'
import { decodeText } from '../documents/decode.ts'
import { type Document, placeOf, urlOf } from '../documents/document.ts'
import { DOCUMENT_LIMIT } from '../documents/parse-document.ts'
import { readDocument } from '../documents/read-document.ts'
import { referencesOf } from '../documents/references.ts'
import type { OpenPortal } from '../portal/workspace.ts'
import { modifiedAt, publicationOf } from '../publication/publication.ts'
import { mayBeShown } from '../questions/open-to-public.ts'
import { BATCH_SIZE, byDate, type SiteDocument } from './site.ts'

/** The documents of a site, and the files that could not be read as one. */
export type Collected = {
  readonly documents: readonly SiteDocument[]
  readonly unreadable: readonly string[]
  /** How many wait for their publication and were left out. */
  readonly pending: number
  /** Questions that the regulation does not open to the public. */
  readonly withheld: number
}

/** Reads the front matter of every document. What is not yet published is left out, but in a preview. */
export function collect(files: Files, contract: Contract, open: OpenPortal, preview: boolean): Collected {
  const { folder } = open.portal
  const paths = files
    .list(folder.slice(0, -1))
    .filter(({ type }) => type === 'file')
    .map(({ path }) => path.slice(folder.length))
    .filter((path) => placeOf(path))
  const keep = paths.length <= BATCH_SIZE
  const documents: SiteDocument[] = []
  const unreadable: string[] = []
  let pending = 0
  let withheld = 0
  for (const path of paths) {
    const document = readDocument(files, folder, path, contract)
    const publication = publicationOf(open.publications, path, open.now)
    if (!document) unreadable.push(folder + path)
    else if (!preview && !mayBeShown(document.front, open.portal.regulation.law)) withheld += 1
    else if (publication.state === 'published')
      documents.push(
        toSite(document, {
          publishedAt: publication.at,
          modifiedAt: modifiedAt(open.revisions, path, publication.at, open.now),
          preview: false,
          keep,
        }),
      )
    else if (preview)
      documents.push(toSite(document, { publishedAt: open.now, modifiedAt: open.now, preview: true, keep }))
    else pending += 1
  }
  return { documents: documents.sort(byDate), unreadable, pending, withheld }
}

type Placed = Pick<SiteDocument, 'publishedAt' | 'modifiedAt' | 'preview'> & { readonly keep: boolean }

const toSite = (
  { path, place, front, yamlLine, body, bodyLine }: Document,
  { publishedAt, modifiedAt, preview, keep }: Placed,
): SiteDocument => ({
  path,
  place,
  front,
  yamlLine,
  bodyLine,
  body: keep ? body : undefined,
  bodyLength: body.length,
  files: filesNamed(body),
  url: urlOf(place),
  publishedAt,
  modifiedAt,
  preview,
})

/** Names of files beside the document to which its body refers. */
const filesNamed = (body: string): SiteDocument['files'] =>
  referencesOf(body)
    .map(({ target, type }) => ({ name: nameBeside(target), type }))
    .filter(({ name }) => BESIDE.test(name))

/** The name of a file to which a link leads: `./anh.jpg#a` → `anh.jpg`. */
export const nameBeside = (target: string): string =>
  (target.split('#')[0] as string).replace(/^(?:\.\/)+/, '')

const BESIDE = /^[a-z0-9-]+\.(?!md$)[a-z0-9]+$/

/** The Markdown of a collected document, read again where it was not kept. */
export function bodyReader(files: Files, folder: string): (document: SiteDocument) => string {
  return ({ path, body, bodyLength }) => {
    if (body !== undefined) return body
    const read = files.read(folder + path, DOCUMENT_LIMIT)
    if (read.state !== 'read') throw new Error(`${folder}${path} went away during the build`)
    const text = decodeText(read.bytes)
    return text.slice(text.length - bodyLength)
  }
}
