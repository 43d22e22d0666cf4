import { posix } from 'node:path'
import type { Entry, Files, Git } from '../adapters/ports.ts'
import { isRegister } from '../documents/allowed-files.ts'
import { contentPlace, isPortalData } from '../portal/content-place.ts'
import { CONTENT } from '../portal/portal.ts'
import { ROYALTIES } from '../royalties/load-royalties.ts'
import { registersWithout, scopeOfEntries } from '../rules/check-workspace.ts'
import { UsageError } from './arguments.ts'

/** What a check covers in each portal: everything, or named entries whose paths count from the portal's folder. */
export type Scope = {
  readonly portals: ReadonlyMap<string, 'all' | readonly Entry[]>
  /** Whether files of content/ that belong to no portal are looked for; else the ones that were named. */
  readonly strays: 'all' | readonly string[]
  /** Years whose register of questions lost a file, by portal. */
  readonly registers?: ReadonlyMap<string, readonly string[]>
}

/** Where it is looked what a check covers: the work tree, or what is staged. */
export type ScopeWorld = {
  readonly files: Files
  readonly git: Pick<Git, 'changedSince' | 'filesWith'>
}

export type ScopeRequest = {
  readonly paths: readonly string[]
  readonly since?: string | undefined
  readonly portal?: string | undefined
}

export async function scopeOf(
  ports: ScopeWorld,
  request: ScopeRequest,
  ids: readonly string[],
): Promise<Scope> {
  const wanted = ids.filter((id) => request.portal === undefined || id === request.portal)
  if (request.since !== undefined) return changedScope(ports, request.since, ids, wanted)
  if (request.paths.length > 0)
    return scopeOfEntries(
      request.paths.flatMap((path) => entriesAt(ports, path, request.portal)),
      ids,
      wanted,
    )
  return { portals: new Map(wanted.map((id) => [id, 'all'])), strays: request.portal ? [] : 'all' }
}

/** A path of the command line: a file, or everything below a folder. */
function entriesAt({ files }: ScopeWorld, written: string, portal: string | undefined): readonly Entry[] {
  const path = posix.normalize(written.replaceAll('\\', '/')).replace(/\/$/, '')
  const wanted = portal === undefined ? CONTENT : `${CONTENT}/${portal}`
  if (path !== wanted && !path.startsWith(`${wanted}/`))
    throw new UsageError(`\`${written}\` không nằm trong thư mục ${wanted}/`)
  const entry = files.entry(path)
  const found = entry ? [entry] : files.list(path)
  if (found.length === 0) throw new UsageError(`Không có tệp hay thư mục \`${written}\``)
  return found
}

/**
 * The files that a change touches. A changed regulation, roster or record is a reason to check its whole portal, a changed
 * calendar to check all; a file that went away, to check those that name it.
 */
async function changedScope(
  ports: ScopeWorld,
  since: string,
  ids: readonly string[],
  wanted: readonly string[],
): Promise<Scope> {
  const changes = await ports.git.changedSince(since, CONTENT)
  if (!changes.ok) throw new UsageError(changes.why)
  const touched = [...changes.present, ...changes.deleted]
  if (touched.some((path) => contentPlace(path).in === 'shared'))
    return { portals: new Map(wanted.map((id) => [id, 'all'])), strays: 'all' }
  const deleted = new Set(changes.deleted)
  /** A record that went away leaves a gap, which shows at the others. */
  const isLost = (below: string, path: string) => isRegister(below) && deleted.has(path)
  const whole = new Set(
    touched.flatMap((path) => {
      const place = contentPlace(path)
      return place.in === 'portal' && (isPortalData(place.below) || isLost(place.below, path))
        ? [place.id]
        : []
    }),
  )
  const naming = await Promise.all(
    changes.deleted.map((path) =>
      ports.git.filesWith(posix.basename(path), path.split('/').slice(0, 2).join('/')),
    ),
  )
  const paths = [...new Set([...changes.present, ...naming.flat(), ...royaltyFiles(ports, touched)])]
  const scope = scopeOfEntries(
    paths.flatMap((path) => ports.files.entry(path) ?? []),
    ids,
    wanted,
  )
  const registers = registersWithout(changes.deleted)
  const portals = new Map<string, 'all' | readonly Entry[]>([
    ...scope.portals,
    ...wanted.filter((id) => registers.has(id) && !scope.portals.has(id)).map((id): [string, []] => [id, []]),
    ...wanted.filter((id) => whole.has(id)).map((id): [string, 'all'] => [id, 'all']),
  ])
  return { portals, strays: scope.strays, registers }
}

/** One royalty file is judged by the others: where one changed or went away, all of that portal are looked at. */
function royaltyFiles({ files }: ScopeWorld, touched: readonly string[]): string[] {
  const folders = touched.flatMap((path) => {
    const place = contentPlace(path)
    return place.in === 'portal' && place.below.startsWith(`${ROYALTIES}/`)
      ? [`${CONTENT}/${place.id}/${ROYALTIES}`]
      : []
  })
  return [...new Set(folders)].flatMap((folder) => files.list(folder).map(({ path }) => path))
}
