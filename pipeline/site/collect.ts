import type { Files } from '../adapters/ports.ts'
import type { Instant } from '../calendar/local-time.ts'
import type { Contract } from '../contract/contract.ts'
import { decodeText } from '../documents/decode.ts'
import { type Document, placeOf, urlOf } from '../documents/document.ts'
import { DOCUMENT_LIMIT, parseDocument } from '../documents/parse-document.ts'
import { referencesOf } from '../documents/references.ts'
import type { OpenPortal } from '../portal/workspace.ts'
import { publicationOf } from '../publication/publication.ts'
import { byDate, type SiteDocument } from './site.ts'

/** The documents of a site, and the files that could not be read as one. */
export type Collected = {
  readonly documents: readonly SiteDocument[]
  readonly unreadable: readonly string[]
  /** How many wait for their publication and were left out. */
  readonly pending: number
}

/** Reads the front matter of every document. What is not yet published is left out, but in a preview. */
export function collect(files: Files, contract: Contract, open: OpenPortal, preview: boolean): Collected {
  const { folder } = open.portal
  const paths = files
    .list(folder.slice(0, -1))
    .filter(({ type }) => type === 'file')
    .map(({ path }) => path.slice(folder.length))
    .filter((path) => placeOf(path))
  const documents: SiteDocument[] = []
  const unreadable: string[] = []
  let pending = 0
  for (const path of paths) {
    const read = files.read(folder + path, DOCUMENT_LIMIT)
    const document = read.state === 'read' ? parseDocument(path, read.bytes, contract).document : undefined
    const publication = publicationOf(open.publications, path, open.now)
    if (!document) unreadable.push(folder + path)
    else if (publication.state === 'published') documents.push(toSite(document, publication.at, false))
    else if (preview) documents.push(toSite(document, open.now, true))
    else pending += 1
  }
  return { documents: documents.sort(byDate), unreadable, pending }
}

function toSite({ body, yaml: _, ...rest }: Document, publishedAt: Instant, preview: boolean): SiteDocument {
  return {
    ...rest,
    bodyLength: body.length,
    files: filesNamed(body),
    url: urlOf(rest.place),
    publishedAt,
    preview,
  }
}

/** Names of files beside the document to which its body refers. */
const filesNamed = (body: string): string[] =>
  referencesOf(body)
    .map(({ target }) => target.split('#')[0] as string)
    .filter((target) => BESIDE.test(target))

const BESIDE = /^[a-z0-9-]+\.(?!md$)[a-z0-9]+$/

/** Reads the Markdown of a collected document again. */
export function bodyReader(files: Files, folder: string): (document: SiteDocument) => string {
  return ({ path, bodyLength }) => {
    const read = files.read(folder + path, DOCUMENT_LIMIT)
    if (read.state !== 'read') throw new Error(`${folder}${path} went away during the build`)
    const text = decodeText(read.bytes)
    return text.slice(text.length - bodyLength)
  }
}
