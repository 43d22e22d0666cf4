import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Output, SearchEngine } from '../adapters/ports.ts'
import type { Site, SiteDocument } from '../site/site.ts'
import { type PartLimit, partsOf } from './parts.ts'
import { type AttachmentText, recordOf, type SearchRecord } from './record.ts'
import { tableOf } from './table.ts'

/** The folder of the search below a site: its page, and the index beside it. */
export const SEARCH_FOLDER = 'tim-kiem'
const LIST = 'chi-muc.json'
const TABLE = 'bang.json'

/** What the page reads first: the parts of the index, oldest first. */
export type SearchParts = {
  readonly parts: readonly { readonly folder: string; readonly hash: string; readonly records: number }[]
}

export type SearchRequest = {
  readonly site: Site
  readonly bodyOf: (document: SiteDocument) => string
  /** Folder of the site that is being built. */
  readonly folder: string
  /** Folder of the former site: a part that has not changed is taken from there. */
  readonly former: string
  readonly attachmentText?: AttachmentText
  readonly limit?: PartLimit
  /** Told after each part how many documents the index holds so far. */
  readonly progress?: (done: number, total: number) => void
}

export type SearchPorts = { readonly output: Output; readonly searchEngine: SearchEngine }

/** Writes the index of a site in parts; only one part of its texts is in memory at a time. */
export async function writeSearch(ports: SearchPorts, request: SearchRequest): Promise<SearchParts> {
  const { site, folder, former, progress } = request
  const known = formerParts(ports.searchEngine.formerText(join(former, SEARCH_FOLDER, LIST)))
  const parts: SearchParts['parts'][number][] = []
  let done = 0
  for (const records of partsOf(recordsOf(request), request.limit)) {
    const part = { folder: `phan-${parts.length + 1}`, hash: hashOf(ports, records), records: records.length }
    const target = join(folder, SEARCH_FOLDER, part.folder)
    const source = join(former, SEARCH_FOLDER, part.folder)
    if (known.get(part.folder) === part.hash) takeOver(ports.output, source, target)
    else await writePart(ports, records, { target, first: parts.length === 0 })
    parts.push(part)
    done += records.length
    progress?.(done, site.documents.length)
  }
  ports.output.write(join(folder, SEARCH_FOLDER, LIST), `${JSON.stringify({ parts })}\n`)
  return { parts }
}

/** A watching server builds into the very folder that it served before. */
function takeOver(output: Output, source: string, target: string): void {
  if (source !== target) output.copy(source, target)
}

async function writePart(
  { output, searchEngine }: SearchPorts,
  records: readonly SearchRecord[],
  { target, first }: { readonly target: string; readonly first: boolean },
): Promise<void> {
  const ids = await searchEngine.writePart(records, target, { first })
  output.write(join(target, TABLE), `${JSON.stringify(tableOf(records, ids))}\n`)
}

/** Oldest first, so that a new document comes last. */
function* recordsOf({ site, bodyOf, attachmentText }: SearchRequest): Generator<SearchRecord> {
  for (const document of site.documents.toReversed())
    yield recordOf(site, document, bodyOf(document), attachmentText?.(document))
}

/** What a part is made of, and by what. */
const hashOf = ({ searchEngine }: SearchPorts, records: readonly SearchRecord[]): string =>
  records
    .reduce(
      (hash, record) => hash.update(JSON.stringify(record)),
      createHash('sha256').update(searchEngine.version),
    )
    .digest('hex')
    .slice(0, 16)

/** The hashes of the parts of the former site; none where it has no index, or one of another form. */
function formerParts(text: string | undefined): ReadonlyMap<string, string> {
  try {
    const { parts } = JSON.parse(text ?? '') as SearchParts
    return new Map(parts.map(({ folder, hash }) => [folder, hash]))
  } catch {
    return new Map()
  }
}
