import type { Files } from '../adapters/ports.ts'
import type { Contract } from '../contract/contract.ts'
import type { FrontMatter } from '../contract/types.ts'
import { readDocument } from '../documents/read-document.ts'
import { contentPlace } from '../portal/content-place.ts'
import { CONTENT } from '../portal/portal.ts'
import type { Blob } from './change.ts'

/** The files of a revision, and a way to tell two of them apart without reading them. */
export type Revision = Files & { readonly blobOf: (path: string) => Blob | undefined }

/** The front matter of a document at a revision; undefined where there is none that can be read. */
export function frontMatterAt(files: Files, path: string, contract: Contract): FrontMatter | undefined {
  const place = contentPlace(path)
  if (place.in !== 'portal') return undefined
  return readDocument(files, `${CONTENT}/${place.id}/`, place.below, contract)?.front
}

/** The front matter of a document at each of some revisions that changed it, in their order. */
export function versionsAmong(
  revisions: readonly Revision[],
  path: string,
  contract: Contract,
): (FrontMatter | undefined)[] {
  let last: string | undefined
  return revisions.flatMap((revision) => {
    const oid = revision.blobOf(path)?.oid
    if (oid === undefined || oid === last) return []
    last = oid
    return [frontMatterAt(revision, path, contract)]
  })
}

/** The fields that decide a deadline, and the one that excuses it: whoever approves must see when they change. */
const WATCHED = [
  'eventDate',
  'eventEnd',
  'signedDate',
  'promulgatedDate',
  'approvedDate',
  'receivedDate',
  'decidedDate',
  'lateReason',
] as const

/** Watched fields that did not keep one value through some versions of a document; a field that was not there says «không ghi». */
export function changedFields(
  versions: readonly (FrontMatter | undefined)[],
): { field: string; values: string[] }[] {
  const known = versions.filter((front) => front !== undefined)
  return WATCHED.flatMap((field) => {
    const values: string[] = []
    for (const front of known) {
      const written = (front as unknown as Record<string, unknown>)[field]
      const value = typeof written === 'string' ? written : 'không ghi'
      if (values.at(-1) !== value) values.push(value)
    }
    return values.length > 1 ? [{ field, values }] : []
  })
}
