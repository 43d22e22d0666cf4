import type { Instant } from '../calendar/local-time.ts'
import type { Document } from '../documents/document.ts'
import type { OpenPortal } from '../portal/workspace.ts'
import type { SiteMedia } from './media.ts'

/** A document that goes on the site. */
export type SiteDocument = Omit<Document, 'body' | 'yaml'> & {
  /** Absent in an archive that memory would not hold: the body is read again when its page is made. */
  readonly body: string | undefined
  readonly url: string
  readonly publishedAt: Instant
  /** Its last change after the publication, or the publication. */
  readonly modifiedAt: Instant
  /** How much of the end of the file is the body, in UTF-16 units. */
  readonly bodyLength: number
  /** Files beside the document that its body names. */
  readonly files: readonly { readonly name: string; readonly type: 'link' | 'image' }[]
  /** Not yet published; only in a preview. */
  readonly preview: boolean
}

/** How many documents one process makes pages of; more would hold all of them in memory at once. */
export const BATCH_SIZE = 10_000

/** What one build makes. */
export type Site = {
  readonly open: OpenPortal
  /** Newest first. */
  readonly documents: readonly SiteDocument[]
  readonly media: SiteMedia
  readonly basePath: string
  readonly preview: boolean
}

/** Newest first; the path decides between equals, so that equal input gives equal output. */
export const byDate = (a: SiteDocument, b: SiteDocument): number =>
  b.publishedAt - a.publishedAt || (a.path < b.path ? -1 : 1)
