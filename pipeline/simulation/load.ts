import type { Files } from '../adapters/ports.ts'
import type { Instant } from '../calendar/local-time.ts'
import type { Contract } from '../contract/contract.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { placeOf } from '../documents/document.ts'
import { DOCUMENT_LIMIT, parseDocument } from '../documents/parse-document.ts'
import { loadHolidays } from '../portal/load-calendar.ts'
import { loadPortal } from '../portal/load-portal.ts'
import type { Portal } from '../portal/portal.ts'
import type { OpenPortal } from '../portal/workspace.ts'
import { publicationOf } from '../publication/publication.ts'
import type { PublishedDocument } from './outcome.ts'

/** The laws of some portals as a set of files has them, and every problem of those files. */
export type Laws = {
  readonly portals: ReadonlyMap<string, Portal>
  readonly problems: readonly Diagnostic[]
}

export function loadLaws(files: Files, contract: Contract, ids: readonly string[]): Laws {
  const holidays = loadHolidays(files, contract)
  const loaded = ids.map((id) => [id, loadPortal(files, contract, holidays.years, id)] as const)
  return {
    portals: new Map(loaded.flatMap(([id, each]) => (each.ok ? [[id, each.value]] : []))),
    problems: [...holidays.problems, ...loaded.flatMap(([, each]) => (each.ok ? [] : each.problems))],
  }
}

/** What a portal has published, each document read once. */
export type Archive = {
  readonly documents: readonly PublishedDocument[]
  /** Published files whose form is wrong. */
  readonly unreadable: readonly string[]
  /** Published files that the older files have and these do not: deleted, or moved. */
  readonly absent: readonly string[]
}

/**
 * The documents that are before the public at `now`, in the order of their paths.
 *
 * @param since the first instant of publication that counts
 * @param older where a file that is missing here may have been
 */
export function publishedDocuments(
  files: Files,
  older: Pick<Files, 'exists'>,
  contract: Contract,
  { portal: { folder }, publications, now }: OpenPortal,
  since: Instant,
): Archive {
  const documents: PublishedDocument[] = []
  const unreadable: string[] = []
  const absent: string[] = []
  for (const path of [...publications.keys()].sort()) {
    const publication = publicationOf(publications, path, now)
    if (!placeOf(path) || publication.state !== 'published' || publication.at < since) continue
    const read = files.read(folder + path, DOCUMENT_LIMIT)
    const { document } = read.state === 'read' ? parseDocument(path, read.bytes, contract) : {}
    if (document) documents.push({ path, front: document.front, at: publication.at })
    // History also knows names that a document no longer has; the older files tell them from what has gone since.
    else if (read.state !== 'absent') unreadable.push(path)
    else if (older.exists(folder + path)) absent.push(path)
  }
  return { documents, unreadable, absent }
}
