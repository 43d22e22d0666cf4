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
import { styleSheet } from './style-sheet.ts'

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

/** A file of the site that is no page: copied as it is, or text; `to` is below the site's folder. */
export type SiteFile =
  | { readonly to: string; readonly from: string }
  | { readonly to: string; readonly text: string }

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
    for (const file of siteFiles(ports, site)) writeFile(ports.output, file, building)
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
): { groups: readonly PageGroup[]; files: readonly SiteFile[]; unreadable: readonly string[] } {
  const { documents, unreadable } = collect(ports.files, contract, open, options.preview)
  const site: Site = { open, documents, ...options }
  const view = portalView(site)
  const bodyOf = bodyReader(ports.files, open.portal.folder)
  return {
    groups: [...sitePages(site, view), documentPages(site, view, documents, bodyOf)],
    files: siteFiles(ports, site),
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

export const writeFile = (output: Ports['output'], file: SiteFile, folder: string): void =>
  'from' in file
    ? output.copy(file.from, join(folder, file.to))
    : output.write(join(folder, file.to), file.text)

/** What the product brings: typeface, scripts, the style sheet in the portal's colours. */
const ASSETS = ['fonts', 'js', 'icon.svg', 'wave.svg'] as const

/** The product's assets, and every file that stands beside a document and that the document names. */
function siteFiles(ports: Ports, { open, documents }: Site): SiteFile[] {
  const beside = documents.flatMap((document) =>
    filesOf(document)
      .map((file) => ({
        file: `${open.portal.folder}${document.path.slice(0, document.path.lastIndexOf('/') + 1)}${file}`,
        to: document.url + file,
      }))
      .filter(({ file }) => ports.files.exists(file))
      .map(({ file, to }) => ({ from: join(ports.files.root, file), to })),
  )
  const assets = ASSETS.map((name) => ({
    from: ports.productFolder(`templates/assets/${name}`),
    to: `assets/${name}`,
  }))
  const style = { to: 'assets/site.css', text: styleSheet(open.portal.cong.accent, ports.productFile) }
  return [...beside, ...assets, style]
}

const filesOf = ({ front, files }: SiteDocument): string[] => [
  ...new Set([
    ...(front.image ? [front.image.file] : []),
    ...(front.attachments ?? []).map(({ file }) => file),
    ...files,
  ]),
]
