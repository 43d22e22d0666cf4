import type { Entry, Files } from '../adapters/ports.ts'
import type { Contract } from '../contract/contract.ts'
import type { DonViCu } from '../contract/types.ts'
import { type Diagnostic, orderDiagnostics } from '../diagnostics/diagnostic.ts'
import { classify } from '../documents/allowed-files.ts'
import { placeOf } from '../documents/document.ts'
import { contentPlace } from '../portal/content-place.ts'
import { portalIds } from '../portal/load-portal.ts'
import { CONTENT, type Portal } from '../portal/portal.ts'
import type { OpenPortal, Workspace } from '../portal/workspace.ts'
import { publicationOf } from '../publication/publication.ts'
import type { RegisterEntry } from '../questions/register.ts'
import { loadFormerNames } from '../reform/load-former-names.ts'
import { checkRegisters, concernsRegisters } from '../registers/check-registers.ts'
import { loadBaseSalaries, ROYALTIES } from '../royalties/load-royalties.ts'
import { stamp } from './apply-rules.ts'
import { createArchive } from './archive.ts'
import {
  checkEntry,
  contactProblems,
  emblemProblems,
  type CheckScope as PortalScope,
  recordProblems,
} from './check-documents.ts'
import type { FileReaders } from './file-text.ts'
import { likenessFindings } from './near-duplicate.ts'
import { registerDiagnostics } from './register-diagnostics.ts'

export type Findings = { readonly diagnostics: readonly Diagnostic[]; readonly checked: number }

/** Everything, as a scope. */
export type CheckScope = {
  readonly portals: ReadonlyMap<string, 'all' | readonly Entry[]>
  readonly strays: 'all' | readonly string[]
  /** Years whose register of questions lost a file, by portal. */
  readonly registers?: ReadonlyMap<string, readonly string[]>
}

/**
 * Named entries as a scope; what lies under the name of no portal is a stray.
 *
 * @param ids of all portals
 * @param wanted those asked for; entries of the others are left out
 */
export function scopeOfEntries(
  entries: readonly Entry[],
  ids: readonly string[],
  wanted: readonly string[] = ids,
): CheckScope & { readonly strays: readonly string[] } {
  const portals = new Map<string, Entry[]>()
  const strays: string[] = []
  for (const { path, type } of entries) {
    const place = contentPlace(path)
    if (place.in !== 'portal') continue
    if (!ids.includes(place.id)) strays.push(path)
    else if (wanted.includes(place.id)) {
      const known = portals.get(place.id) ?? []
      known.push({ path: place.below, type })
      portals.set(place.id, known)
    }
  }
  return { portals, strays }
}

/** The years from which questions went away, by portal. */
export function registersWithout(deleted: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const lost = deleted.flatMap((path) => {
    const place = contentPlace(path)
    const document = place.in === 'portal' ? placeOf(place.below) : undefined
    return place.in === 'portal' && document?.folder === 'hoi-dap'
      ? [{ id: place.id, year: document.year }]
      : []
  })
  const byPortal = Map.groupBy(lost, ({ id }) => id)
  return new Map([...byPortal].map(([id, each]) => [id, [...new Set(each.map(({ year }) => year))]]))
}

/** Checks the documents of the opened portals and the files beside them: all of them, or those that the scope names. */
export async function checkWorkspace(
  files: Files,
  workspace: Workspace,
  readers: FileReaders,
  scope?: CheckScope,
): Promise<Findings> {
  const found: Findings[] = []
  const former = formerNamesOf(files, workspace.contract)
  for (const open of workspace.portals)
    found.push(
      await checkPortal(
        files,
        { contract: workspace.contract, readers, formerNames: () => former().lists },
        open,
        scope ? (scope.portals.get(open.portal.id) ?? []) : 'all',
        scope?.registers?.get(open.portal.id),
      ),
    )
  const strays = scope === undefined || scope.strays === 'all' ? strayFiles(files) : scope.strays
  const all = [
    ...workspace.problems,
    ...(scope === undefined || scope.strays === 'all'
      ? [...loadBaseSalaries(files, workspace.contract).problems, ...former().problems]
      : []),
    ...strays.map(strayDiagnostic),
    ...found.flatMap(({ diagnostics }) => diagnostics),
  ]
  return {
    diagnostics: orderDiagnostics(all),
    checked: found.reduce((sum, { checked }) => sum + checked, 0),
  }
}

/** Read once, and only where an article could hold one. */
function formerNamesOf(files: Files, contract: Contract): () => ReturnType<typeof loadFormerNames> {
  let known: ReturnType<typeof loadFormerNames> | undefined
  return () => {
    known ??= loadFormerNames(files, contract)
    return known
  }
}

/** What the portals of one check share. */
type Shared = {
  readonly contract: Contract
  readonly readers: FileReaders
  readonly formerNames: () => readonly DonViCu[]
}

async function checkPortal(
  files: Files,
  { contract, readers, formerNames }: Shared,
  open: OpenPortal,
  wanted: 'all' | readonly Entry[],
  years: readonly string[] = [],
): Promise<Findings> {
  const { folder } = open.portal
  const listing =
    wanted === 'all'
      ? files
          .list(folder.slice(0, -1))
          .map(({ path, type }): Entry => ({ path: path.slice(folder.length), type }))
      : undefined
  const entries = listing ?? (wanted as readonly Entry[])
  const archive = createArchive(files, folder, {
    listing,
    standing: standingIn(open, entries),
    formerNames,
  })
  const scope = { files, contract, open, archive }
  const paths = new Set(listing?.map(({ path }) => path))
  const diagnostics: Diagnostic[] = listing
    ? [...recordProblems(open, paths), ...emblemProblems(open, paths), ...contactProblems(open)]
    : []
  if (entries.some(({ path }) => path.startsWith(`${ROYALTIES}/`))) {
    const { checkRoyalties } = await import('../royalties/check-royalties.ts')
    diagnostics.push(...checkRoyalties(files, contract, open.portal, open).problems)
  }
  diagnostics.push(...registerProblems(scope, listing ? 'all' : entries.map(({ path }) => path)))
  for (const entry of entries) {
    diagnostics.push(...checkEntry(scope, entry).diagnostics)
    if (!listing) diagnostics.push(...likeOthers(files, open.portal, entry, readers))
    if (hasBytesToCheck(entry)) {
      // What opens pictures and papers is loaded by the first of them.
      const { checkContent } = await import('./check-content.ts')
      diagnostics.push(...(await checkContent(files, open.portal, entry, readers)))
    }
  }
  if (!listing)
    diagnostics.push(...registerDiagnostics(files, contract, open.portal, { archive, entries, years }))
  return { diagnostics, checked: entries.filter(({ path }) => path.endsWith('.md')).length }
}

function likeOthers(files: Files, portal: Portal, { path }: Entry, { published }: FileReaders): Diagnostic[] {
  if (!published) return []
  return likenessFindings(files, portal.folder + path, path, published).map((finding) =>
    stamp(portal, path, 'near-duplicate', finding),
  )
}

/** The registers, where the check is about one of them or about an article that may stand in one. */
function registerProblems(
  { files, contract, open }: PortalScope,
  paths: 'all' | readonly string[],
): Diagnostic[] {
  const { portal, now, publications, removed } = open
  if (paths !== 'all' && !concernsRegisters(files, portal.folder, paths)) return []
  const whole = paths === 'all'
  return checkRegisters(files, contract, {
    portal,
    now,
    published:
      whole && publications.size > 0
        ? (path) => publications.has(path) || (removed?.has(path) ?? false)
        : undefined,
    about: whole ? 'all' : new Set(paths),
  })
}

/** What is checked and not published is pending; what nobody looks at was there before. */
function standingIn({ publications, now }: OpenPortal, entries: readonly Entry[]) {
  const checked = new Set(entries.map(({ path }) => path))
  return (path: string): RegisterEntry['standing'] => {
    if (publicationOf(publications, path, now).state === 'published') return 'published'
    return checked.has(path) ? 'pending' : 'unknown'
  }
}

/** Files that people open and browsers show; documents and data are read by parsers of their own. */
const hasBytesToCheck = (entry: Entry): boolean =>
  !/\.(?:md|yaml)$/.test(entry.path) && classify(entry).type !== 'foreign'

const SHARED_FILE =
  /^content\/(?:lich-nghi\/\d{4}|gio-hanh-chinh\/[a-z0-9-]+|(?:luong-co-so|don-vi-cu)\/\d{4}-\d{2}-\d{2})\.yaml$/

/** Files that lie in content/ itself, or beside the shared data. */
function strayFiles(files: Files): string[] {
  const portals = new Set(portalIds(files))
  return files
    .list(CONTENT)
    .filter(({ path }) => !portals.has(path.split('/')[1] as string))
    .filter(({ path, type }) => type !== 'file' || !SHARED_FILE.test(path))
    .map(({ path }) => path)
}

const strayDiagnostic = (file: string): Diagnostic => ({
  file,
  line: 1,
  column: 1,
  rule: 'file',
  severity: 'error',
  problem: 'Tệp không thuộc cổng nào',
  fix: 'chuyển tệp vào thư mục của cổng, hoặc xóa đi',
})
