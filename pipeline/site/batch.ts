import type { PortalView } from '../../templates/view.ts'
import type { Ports } from '../adapters/ports.ts'
import type { Instant } from '../calendar/local-time.ts'
import { openWorkspace } from '../portal/workspace.ts'
import { bodyReader } from './collect.ts'
import type { SiteMedia } from './media.ts'
import { documentPages } from './pages.ts'
import type { SiteDocument } from './site.ts'

/** A part of the documents of a site, and all that another process needs to make their pages. */
export type BatchJob = {
  readonly root: string
  readonly portalId: string
  readonly now: Instant
  readonly basePath: string
  readonly preview: boolean
  readonly view: PortalView
  readonly documents: readonly SiteDocument[]
  readonly media: SiteMedia
  readonly folder: string
}

/** How many documents a process of its own makes pages of: fewer than one alone could, because what began it holds the whole archive beside it. */
const BATCH = 5_000

/** Cuts the documents into batches; the few fixed pages go together, because a page and its translation name each other. */
export function batchesOf(documents: readonly SiteDocument[], size = BATCH): SiteDocument[][] {
  const ordered = [
    ...documents.filter(({ place }) => place.folder === 'trang'),
    ...documents.filter(({ place }) => place.folder !== 'trang'),
  ]
  return Array.from({ length: Math.ceil(ordered.length / size) }, (_, index) =>
    ordered.slice(index * size, (index + 1) * size),
  )
}

/** What the process of a batch does. */
export async function writeJob(ports: Ports, job: BatchJob): Promise<void> {
  const { portals } = await openWorkspace(ports, {
    portals: new Set([job.portalId]),
    now: job.now,
    historyOf: new Map(),
  })
  const [open] = portals
  if (!open) throw new Error(`portal ${job.portalId} cannot be opened`)
  const site = {
    open,
    documents: job.documents,
    media: job.media,
    basePath: job.basePath,
    preview: job.preview,
  }
  await ports.output.writePages(
    [documentPages(site, job.view, job.documents, bodyReader(ports.files, open.portal.folder))],
    job.folder,
  )
}
