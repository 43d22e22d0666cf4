import { join } from 'node:path'
import type { Ports } from '../adapters/ports.ts'
import type { Contract } from '../contract/contract.ts'
import type { OpenPortal } from '../portal/workspace.ts'
import { BATCH_SIZE, batchesOf } from './batch.ts'
import { bodyReader, collect } from './collect.ts'
import { documentPages, sitePages } from './pages.ts'
import { portalView } from './portal-view.ts'
import type { Site, SiteDocument } from './site.ts'

export type BuildRequest = {
  /** Folder that the portal's site will be. */
  readonly folder: string
  readonly basePath: string
  readonly preview: boolean
}

/** What a build made, or the files that kept it from beginning. */
export type Built =
  | { readonly ok: true; readonly documents: number; readonly pages: number; readonly pending: number }
  | { readonly ok: false; readonly unreadable: readonly string[] }

/**
 * Builds the site of one portal beside its former output and puts it in its place when it is whole; whatever fails on the
 * way, the former output stays. The same files and the same `now` give the same bytes.
 */
export async function buildSite(
  ports: Ports,
  contract: Contract,
  open: OpenPortal,
  { folder, basePath, preview }: BuildRequest,
): Promise<Built> {
  const { documents, unreadable, pending } = collect(ports.files, contract, open, preview)
  if (unreadable.length > 0) return { ok: false, unreadable }
  const site: Site = { open, documents, basePath, preview }
  const building = ports.output.begin(folder)
  try {
    const pages = await writeSite(ports, site, building)
    ports.output.publish(building, folder)
    return { ok: true, documents: documents.length, pages, pending }
  } catch (error) {
    ports.output.discard(building)
    throw error
  }
}

async function writeSite(ports: Ports, site: Site, folder: string): Promise<number> {
  const { open, documents, basePath, preview } = site
  const view = portalView(site)
  const groups = sitePages(site, view)
  const count = groups.reduce((sum, { pages }) => sum + pages.length, 0) + documents.length
  if (documents.length <= BATCH_SIZE) {
    await ports.output.writePages(
      [...groups, documentPages(site, view, documents, bodyReader(ports.files, open.portal.folder))],
      folder,
    )
  } else {
    await ports.output.writePages(groups, folder)
    for (const batch of batchesOf(documents)) {
      await ports.output.writeBatch({
        root: ports.files.root,
        portalId: open.portal.id,
        now: open.now,
        basePath,
        preview,
        view,
        documents: batch,
        folder,
      })
    }
  }
  copyAttachments(ports, site, folder)
  ports.output.copy(ports.productFolder('templates/assets'), join(folder, 'assets'))
  return count
}

/** Every file that stands beside a document and that the document names goes to the document's address. */
function copyAttachments(ports: Ports, { open, documents }: Site, folder: string): void {
  for (const document of documents) {
    for (const file of filesOf(document)) {
      const beside = `${open.portal.folder}${document.path.slice(0, document.path.lastIndexOf('/') + 1)}${file}`
      if (ports.files.exists(beside))
        ports.output.copy(join(ports.files.root, beside), join(folder, document.url, file))
    }
  }
}

const filesOf = ({ front, files }: SiteDocument): string[] => [
  ...new Set([
    ...(front.image ? [front.image.file] : []),
    ...(front.attachments ?? []).map(({ file }) => file),
    ...files,
  ]),
]
