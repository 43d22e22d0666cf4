import type { Ports } from '../adapters/ports.ts'
import type { Contract } from '../contract/contract.ts'
import type { FrontMatter } from '../contract/types.ts'
import { placeOf } from '../documents/document.ts'
import { heldFiles } from '../documents/held-files.ts'
import { parseDocument } from '../documents/parse-document.ts'
import type { Need } from '../gate/need.ts'
import { needsOf } from '../gate/needs-of-change.ts'
import { contentPlace } from '../portal/content-place.ts'
import { loadHolidays } from '../portal/load-calendar.ts'
import { loadPortal } from '../portal/load-portal.ts'
import type { Portal } from '../portal/portal.ts'
import type { LawFiles, MainChange, PathChange } from '../records/main-changes.ts'

type World = Pick<Ports, 'revisions'>

/** What a merged change did in one portal. */
export type MergedInPortal = {
  readonly change: MainChange
  readonly portal: string
  readonly files: readonly PathChange[]
}

/** Changes whose documents are read at once: their bytes are dropped before the next are read. */
const AT_ONCE = 500

/**
 * The approvals that each change needed by the law of the commit before it, as the gate counts them; undefined where that law
 * cannot be read by the schemas of today, or the portal was not there yet.
 */
export async function needsOfMerges(
  world: World,
  contract: Contract,
  merged: readonly MergedInPortal[],
): Promise<(readonly Need[] | undefined)[]> {
  const lawOf = lawsOf(world, contract)
  const needs: (readonly Need[] | undefined)[] = []
  for (let from = 0; from < merged.length; from += AT_ONCE) {
    const some = merged.slice(from, from + AT_ONCE)
    const scenes: Scene[] = []
    for (const each of some) scenes.push(await sceneOf(world, each))
    const frontOf = frontMatterIn(world, contract, scenes)
    for (const [index, each] of some.entries()) {
      const portal = lawOf(each.change.law, each.portal)
      needs.push(portal && needsIn(each, portal, scenes[index] as Scene, frontOf))
    }
  }
  return needs
}

/** The documents that decide about a change: those it changed, and those that name a file that it changed. */
type Scene = {
  /** The contents of each document before and after, by its path from the top. */
  readonly versions: ReadonlyMap<string, readonly string[]>
  /** By the path of a file that is no document. */
  readonly namedBy: ReadonlyMap<string, readonly string[]>
}

async function sceneOf({ revisions }: World, { change, files }: MergedInPortal): Promise<Scene> {
  const commits = [change.parent, change.commit].filter((each) => each !== undefined)
  const namedBy = new Map<string, readonly string[]>()
  for (const { path } of files.filter(isBesideDocuments)) {
    const at = path.lastIndexOf('/')
    const [folder, name] = [path.slice(0, at), path.slice(at + 1)]
    const found = await Promise.all(commits.map((commit) => revisions.filesWith(name, commit, folder)))
    namedBy.set(
      path,
      [...new Set(found.flat())].filter((each) => each.endsWith('.md')),
    )
  }
  const changed = new Map(files.map(({ path, before, after }) => [path, distinct([before, after])] as const))
  const others = [...new Set([...namedBy.values()].flat())].filter((path) => !changed.has(path))
  const objects = revisions.objects(others.flatMap((path) => commits.map((commit) => `${commit}:./${path}`)))
  const beside = others.map(
    (path) => [path, distinct(commits.map((commit) => objects.get(`${commit}:./${path}`)))] as const,
  )
  return { versions: new Map([...changed, ...beside]), namedBy }
}

const distinct = (blobs: readonly (string | undefined)[]): string[] =>
  [...new Set(blobs)].filter((each) => each !== undefined)

const isBesideDocuments = ({ path }: PathChange): boolean => {
  const place = contentPlace(path)
  return place.in === 'portal' && place.below.includes('/') && !path.endsWith('.md')
}

type FrontOf = (path: string, blob: string) => FrontMatter | undefined

/** The front matter of documents by path and content; undefined for one that cannot be read. */
function frontMatterIn({ revisions }: World, contract: Contract, scenes: readonly Scene[]): FrontOf {
  const blobs = scenes.flatMap(({ versions }) =>
    [...versions].flatMap(([path, each]) => (path.endsWith('.md') ? each : [])),
  )
  const contents = revisions.contents(blobs)
  return (path, blob) => {
    const place = contentPlace(path)
    const bytes = contents.get(blob)
    if (place.in !== 'portal' || !bytes || !placeOf(place.below)) return undefined
    return parseDocument(place.below, bytes, contract).document?.front
  }
}

function needsIn(
  { change, files }: MergedInPortal,
  portal: Portal,
  { versions, namedBy }: Scene,
  frontOf: FrontOf,
): Need[] {
  const blob = (oid: string | undefined) => (oid === undefined ? undefined : { oid, mode: '100644' })
  const base = change.parent ?? ''
  return needsOf(
    {
      base,
      fork: base,
      head: change.commit,
      files: files.map(({ path, before, after }) => ({ path, before: blob(before), after: blob(after) })),
    },
    {
      portals: new Map([[portal.id, portal]]),
      versions: (path) => (versions.get(path) ?? []).map((oid) => frontOf(path, oid)),
      namedBy: (path) => namedBy.get(path) ?? [],
    },
  )
}

/** Portals as they were in former law; read once for as long as nothing of the law changed. */
function lawsOf({ revisions }: World, contract: Contract) {
  const known = new WeakMap<LawFiles, Map<string, Portal | undefined>>()
  return (law: LawFiles, id: string): Portal | undefined => {
    const portals = known.get(law) ?? new Map<string, Portal | undefined>()
    known.set(law, portals)
    if (portals.has(id)) return portals.get(id)
    const contents = revisions.contents([...law.values()])
    const files = heldFiles(
      new Map(
        [...law].flatMap(([path, blob]) => {
          const bytes = contents.get(blob)
          return bytes ? [[path, bytes] as const] : []
        }),
      ),
    )
    const loaded = loadPortal(files, contract, loadHolidays(files, contract).years, id)
    const portal = loaded.ok ? loaded.value : undefined
    portals.set(id, portal)
    return portal
  }
}
