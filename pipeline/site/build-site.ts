import { join } from 'node:path'
import type { Ports } from '../adapters/ports.ts'
import type { Contract } from '../contract/contract.ts'
import { formFiles } from '../editor/form-files.ts'
import type { OpenPortal } from '../portal/workspace.ts'
import { DEFAULT_ACCENT } from '../theme/contrast.ts'
import { API } from './api-json.ts'
import { batchesOf } from './batch.ts'
import { bodyReader, collect } from './collect.ts'
import { makeEmblem, makePictures } from './make-pictures.ts'
import { mediaFor, type SiteMedia } from './media.ts'
import type { PageGroup } from './page.ts'
import { documentPages, sitePages } from './pages.ts'
import { EMBLEM, portalView } from './portal-view.ts'
import { type FilesPublished, publishFiles } from './publish-files.ts'
import { makeShareCards, shareCardsOf } from './share-cards.ts'
import { BATCH_SIZE, type Site, type SiteDocument } from './site.ts'
import { pageStyleSheets, styleSheet } from './style-sheet.ts'

export type SiteOptions = { readonly basePath: string; readonly preview: boolean }

export type BuildRequest = SiteOptions & {
  /** Folder that the portal's site will be. */
  readonly folder: string
  /** Writes more into the folder that is being built, before it takes the place of the former site. */
  readonly alsoWrite?: (site: Site, building: string, textOf: FilesPublished['textOf']) => Promise<void>
}

/** What a build made, or the files that kept it from beginning. */
export type Built =
  | {
      readonly ok: true
      readonly documents: number
      readonly pages: number
      readonly pending: number
      readonly withheld: number
      /** Files that are no picture which can be published: left out, and in a text their descriptions stand in their places. */
      readonly failedPictures: readonly string[]
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
  { folder, alsoWrite, ...options }: BuildRequest,
): Promise<Built> {
  const { documents, unreadable, pending, withheld } = collect(ports.files, contract, open, options.preview)
  if (unreadable.length > 0) return { ok: false, unreadable }
  const building = ports.output.begin(folder)
  try {
    const { media, failed, textOf } = await publishMedia(ports, open, documents, building)
    const site: Site = { open, documents, media, ...options }
    // Before the pages, which leave this process large: the two must not be in memory together.
    await alsoWrite?.(site, building, textOf)
    const pages = await writeSite(ports, site, building)
    for (const file of siteFiles(ports, contract, open, options.basePath))
      writeFile(ports.output, file, building)
    ports.output.publish(building, folder)
    return { ok: true, documents: documents.length, pages, pending, withheld, failedPictures: failed }
  } catch (error) {
    ports.output.discard(building)
    throw error
  }
}

/** All pages and files of a site at once, for Eleventy's own command line; fit for a portal of ordinary size. */
export async function siteGroups(
  ports: Ports,
  contract: Contract,
  open: OpenPortal,
  { folder, alsoWrite, ...options }: BuildRequest,
): Promise<{ groups: readonly PageGroup[]; files: readonly SiteFile[]; unreadable: readonly string[] }> {
  const { documents, unreadable } = collect(ports.files, contract, open, options.preview)
  const { media, textOf } = await publishMedia(ports, open, documents, folder)
  const site: Site = { open, documents, media, ...options }
  await alsoWrite?.(site, folder, textOf)
  const view = portalView(site)
  const bodyOf = bodyReader(ports.files, open.portal.folder)
  return {
    groups: [...sitePages(site, view), documentPages(site, view, documents, bodyOf)],
    files: siteFiles(ports, contract, open, options.basePath),
    unreadable,
  }
}

async function writeSite(ports: Ports, site: Site, folder: string): Promise<number> {
  const { open, documents, basePath, preview } = site
  const plain = portalView(site)
  const cards = shareCardsOf(plain, open.portal.cong.accent ?? DEFAULT_ACCENT)
  const view = { ...plain, shareCards: await makeShareCards(ports, cards, folder) }
  const all = sitePages(site, view)
  const groups = all.filter(({ large }) => !large)
  writeLarge(ports, all, folder)
  const count = all.reduce((sum, { pages }) => sum + pages.length, 0) + documents.length
  if (documents.length <= BATCH_SIZE) {
    const bodyOf = bodyReader(ports.files, open.portal.folder)
    await ports.output.writePages([...groups, documentPages(site, view, documents, bodyOf)], folder)
    return count
  }
  await ports.output.writePages(groups, folder)
  for (const batch of batchesOf(documents)) {
    const job = { root: ports.files.root, portalId: open.portal.id, now: open.now, basePath, preview, view }
    await ports.output.writeBatch({ ...job, documents: batch, media: mediaFor(batch, site.media), folder })
  }
  return count
}

function writeLarge({ output }: Ports, groups: readonly PageGroup[], folder: string): void {
  for (const { pages } of groups.filter(({ large }) => large))
    for (const { url, render } of pages) output.write(join(folder, url), render())
}

export const writeFile = (output: Ports['output'], file: SiteFile, folder: string): void =>
  'from' in file
    ? output.copy(file.from, join(folder, file.to))
    : output.write(join(folder, file.to), file.text)

/** What the product brings: typeface, scripts, the style sheet in the portal's colours. */
const ASSETS = ['fonts', 'js', 'icon.svg', 'wave.svg'] as const

function siteFiles(ports: Ports, contract: Contract, open: OpenPortal, basePath: string): SiteFile[] {
  const assets = ASSETS.map((name) => ({
    from: ports.productFolder(`templates/assets/${name}`),
    to: `assets/${name}`,
  }))
  const schemas = { from: ports.productFolder('schemas/api'), to: `${API}schemas` }
  const pageStyles = pageStyleSheets(ports.productFile).map(({ name, text }) => ({
    to: `assets/${name}`,
    text,
  }))
  const style = { to: 'assets/site.css', text: styleSheet(open.portal.cong.accent, ports.productFile) }
  const qr = { from: ports.libraryFile('uqr'), to: 'assets/js/qr.js' }
  return [...assets, schemas, qr, style, ...pageStyles, ...formFiles(ports, contract, open, basePath)]
}

async function publishMedia(
  ports: Ports,
  { portal }: OpenPortal,
  documents: readonly SiteDocument[],
  folder: string,
): Promise<{ media: SiteMedia; failed: readonly string[]; textOf: FilesPublished['textOf'] }> {
  const { pictures, failed } = await makePictures(ports, portal.folder, documents, folder)
  const { files, textOf } = await publishFiles(ports, portal.folder, documents, folder)
  const { emblem } = portal.cong
  const mark = emblem !== undefined && (await makeEmblem(ports, portal.folder + emblem, join(folder, EMBLEM)))
  return { media: { pictures, files, emblem: mark }, failed, textOf }
}
