import { join } from 'node:path'
import type { Ports } from '../adapters/ports.ts'
import type { Contract } from '../contract/contract.ts'
import type { OpenPortal } from '../portal/workspace.ts'
import { batchesOf } from './batch.ts'
import { bodyReader, collect } from './collect.ts'
import type { PageGroup } from './page.ts'
import { documentPages, sitePages } from './pages.ts'
import { portalView } from './portal-view.ts'
import { BATCH_SIZE, type Site, type SiteDocument } from './site.ts'

export type SiteOptions = { readonly basePath: string; readonly preview: boolean }

export type BuildRequest = SiteOptions & {
  /** Folder that the portal's site will be. */
  readonly folder: string
}

/** What a build made, or the files that kept it from beginning. */
export type Built =
  | {
      readonly ok: true
      readonly documents: number
      readonly pages: number
      readonly pending: number
      readonly withheld: number
    }
  | { readonly ok: false; readonly unreadable: readonly string[] }

/** A file that is copied to the site as it is; `to` is below the site's folder. */
export type Copied = { readonly from: string; readonly to: string }

/**
 * Builds the site of one portal beside its former output and puts it in its place when it is whole; whatever fails on the
 * way, the former output stays. The same files and the same `now` give the same bytes.
 */
export async function buildSite(
  ports: Ports,
  contract: Contract,
  open: OpenPortal,
  { folder, ...options }: BuildRequest,
): Promise<Built> {
  const { documents, unreadable, pending, withheld } = collect(ports.files, contract, open, options.preview)
  if (unreadable.length > 0) return { ok: false, unreadable }
  const site: Site = { open, documents, ...options }
  const building = ports.output.begin(folder)
  try {
    const pages = await writeSite(ports, site, building)
    for (const { from, to } of copiedFiles(ports, site)) ports.output.copy(from, join(building, to))
    ports.output.publish(building, folder)
    return { ok: true, documents: documents.length, pages, pending, withheld }
  } catch (error) {
    ports.output.discard(building)
    throw error
  }
}

/** All pages and files of a site at once, for Eleventy's own command line; fit for a portal of ordinary size. */
export function siteGroups(
  ports: Ports,
  contract: Contract,
  open: OpenPortal,
  options: SiteOptions,
): { groups: readonly PageGroup[]; files: readonly Copied[]; unreadable: readonly string[] } {
  const { documents, unreadable } = collect(ports.files, contract, open, options.preview)
  const site: Site = { open, documents, ...options }
  const view = portalView(site)
  const bodyOf = bodyReader(ports.files, open.portal.folder)
  return {
    groups: [...sitePages(site, view), documentPages(site, view, documents, bodyOf)],
    files: copiedFiles(ports, site),
    unreadable,
  }
}

async function writeSite(ports: Ports, site: Site, folder: string): Promise<number> {
  const { open, documents, basePath, preview } = site
  const view = portalView(site)
  const groups = sitePages(site, view)
  const count = groups.reduce((sum, { pages }) => sum + pages.length, 0) + documents.length
  if (documents.length <= BATCH_SIZE) {
    const bodyOf = bodyReader(ports.files, open.portal.folder)
    await ports.output.writePages([...groups, documentPages(site, view, documents, bodyOf)], folder)
    return count
  }
  await ports.output.writePages(groups, folder)
  for (const batch of batchesOf(documents)) {
    const job = { root: ports.files.root, portalId: open.portal.id, now: open.now, basePath, preview, view }
    await ports.output.writeBatch({ ...job, documents: batch, folder })
  }
  return count
}

/** The product's assets, and every file that stands beside a document and that the document names. */
function copiedFiles(ports: Ports, { open, documents }: Site): Copied[] {
  const beside = documents.flatMap((document) =>
    filesOf(document)
      .map((file) => ({
        file: `${open.portal.folder}${document.path.slice(0, document.path.lastIndexOf('/') + 1)}${file}`,
        to: document.url + file,
      }))
      .filter(({ file }) => ports.files.exists(file))
      .map(({ file, to }) => ({ from: join(ports.files.root, file), to })),
  )
  return [...beside, { from: ports.productFolder('templates/assets'), to: 'assets' }]
}

const filesOf = ({ front, files }: SiteDocument): string[] => [
  ...new Set([
    ...(front.image ? [front.image.file] : []),
    ...(front.attachments ?? []).map(({ file }) => file),
    ...files,
  ]),
]
