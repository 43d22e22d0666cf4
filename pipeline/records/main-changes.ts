import type { Instant } from '../calendar/local-time.ts'
import { isRecordPath } from '../documents/allowed-files.ts'
import { contentPlace } from '../portal/content-place.ts'
import { CONTENT } from '../portal/portal.ts'
import type { MainCommit } from '../publication/main-line.ts'

/** What a path held before a commit and after it, by the names of the contents. */
export type PathChange = {
  readonly path: string
  readonly before: string | undefined
  readonly after: string | undefined
}

/** The files that decide who must approve, by path: contents of regulations, rosters, portals, calendars. */
export type LawFiles = ReadonlyMap<string, string>

/** A commit of the main branch with what it changed in the portals, and the law that stood before it. */
export type MainChange = {
  readonly commit: string
  /** The commit before it on the line; undefined for the first of all. */
  readonly parent: string | undefined
  /** By the forge's clock where it is a merge, and never before the commits below it. */
  readonly at: Instant
  /** In content/, renames as two paths. */
  readonly files: readonly PathChange[]
  /** The same object for as long as nothing in it changes. */
  readonly law: LawFiles
}

const LAW = /^content\/(?:(?:lich-nghi|gio-hanh-chinh)\/.+|[^/]+\/(?:cong|quy-che|ban-bien-tap))\.yaml$/

/** The main branch as changes of its files, oldest first, and what its last commit holds in content/. */
export type MainBranch = {
  readonly changes: readonly MainChange[]
  readonly present: ReadonlyMap<string, string>
}

export function mainBranchOf(commits: readonly MainCommit[]): MainBranch {
  const present = new Map<string, string>()
  let law: LawFiles = new Map()
  let clock = { merge: Number.NEGATIVE_INFINITY, any: Number.NEGATIVE_INFINITY }
  const changes = commits.map(({ id, parent, merge, at: written, changes }) => {
    const before = law
    // As publication/lives.ts counts: whoever sets a clock back gains nothing, whoever sets it forward makes nobody else late.
    const at = Math.max(written, merge ? clock.merge : clock.any)
    clock = { merge: merge ? at : clock.merge, any: Math.max(at, clock.any) }
    const moved = changes.flatMap((change): { path: string; after: string | undefined }[] => {
      const here = { path: change.path, after: change.type === 'removed' ? undefined : change.blob }
      return change.type === 'renamed' ? [{ path: change.from, after: undefined }, here] : [here]
    })
    const files = moved
      .filter(({ path }) => path.startsWith(`${CONTENT}/`))
      .map(({ path, after }) => ({ path, before: present.get(path), after }))
    for (const { path, after } of files) set(present, path, after)
    const ruling = files.filter(({ path }) => LAW.test(path))
    if (ruling.length > 0) {
      const next = new Map(law)
      for (const { path, after } of ruling) set(next, path, after)
      law = next
    }
    return { commit: id, parent, at, files, law: before }
  })
  return { changes, present }
}

function set(files: Map<string, string>, path: string, blob: string | undefined): void {
  if (blob === undefined) files.delete(path)
  else files.set(path, blob)
}

/** What a commit changed in a portal, without the records themselves: nobody records who took a record in. */
export const filesOfPortal = ({ files }: Pick<MainChange, 'files'>, id: string): readonly PathChange[] =>
  files.filter(({ path }) => {
    const place = contentPlace(path)
    return place.in === 'portal' && place.id === id && !isRecordPath(place.below)
  })
