import type { Instant } from '../calendar/local-time.ts'
import { placeOf, urlOf } from '../documents/document.ts'
import type { FileChange, MainCommit } from './main-line.ts'

/** A commit of the main branch that brought, changed or took away a file. */
export type Passage = {
  readonly at: Instant
  readonly commit: string
  readonly merge: boolean
  readonly blob: string
  /** Where the file stood from then on. */
  readonly path: string
  /** It got another name, and perhaps other words. */
  readonly renamed: boolean
  /** Not a byte of it changed. */
  readonly same: boolean
}

/** What the history tells of one file: when it was published, and what became of it. */
export type Life = {
  readonly published: Passage
  /** Oldest first; a move that changed nothing is among them. */
  readonly later: readonly Passage[]
}

/** All files of a history: those that are there, by their paths, and those that are gone, in the order in which they went. */
export type Lives = {
  /** The last commit that is counted in, and how far the dates have come by then. */
  readonly tip: { readonly commit: string; readonly clock: Clock } | undefined
  readonly present: ReadonlyMap<string, Life>
  readonly gone: readonly GoneLife[]
}

/** The latest date of a merge so far, and of any commit. */
export type Clock = { readonly merge: Instant; readonly any: Instant }

export type GoneLife = Life & { readonly removed: Passage }

export const NO_LIVES: Lives = { tip: undefined, present: new Map(), gone: [] }

/**
 * The lives of the files after some more commits.
 *
 * A date never goes back along the branch: a commit that claims to be older than one below it counts from that one, so a clock
 * that was wrong, or was set wrong, makes nothing earlier than it can have been. A merge is dated by the forge, so it is held
 * against merges alone: whoever commits straight on the branch with a date to come makes nobody else late.
 *
 * @param ownerOf whose a file is, by its path: what comes from another owner is new to this one
 */
export function livesAfter(
  before: Lives,
  commits: readonly MainCommit[],
  ownerOf: (path: string) => string,
): Lives {
  const present = new Map(before.present)
  const gone = [...before.gone]
  let tip = before.tip
  for (const commit of commits) {
    const clock = tip?.clock ?? BEGINNING
    const at = Math.max(commit.at, commit.merge ? clock.merge : clock.any)
    tip = {
      commit: commit.id,
      clock: { merge: commit.merge ? at : clock.merge, any: Math.max(at, clock.any) },
    }
    apply({ ...commit, at, changes: movesAmong(commit.changes, ownerOf) }, present, gone)
  }
  return { tip, present, gone }
}

const BEGINNING: Clock = { merge: Number.NEGATIVE_INFINITY, any: Number.NEGATIVE_INFINITY }

/** All names leave before any arrives: two files may have changed places in one commit. */
function apply(commit: MainCommit, present: Map<string, Life>, gone: GoneLife[]): void {
  const leaving = commit.changes.flatMap((change) => {
    const path = change.type === 'renamed' ? change.from : change.type === 'removed' ? change.path : undefined
    const life = path === undefined ? undefined : present.get(path)
    return path === undefined || !life ? [] : [{ change, path, life }]
  })
  const lives = new Map<FileChange, Life>(leaving.map(({ change, life }) => [change, life]))
  for (const { path } of leaving) present.delete(path)
  for (const change of commit.changes) {
    const life = change.type === 'modified' ? present.get(change.path) : lives.get(change)
    const passage = passageOf(commit, change)
    if (change.type === 'removed') {
      if (life) gone.push({ ...life, removed: passage })
    } else {
      present.set(
        change.path,
        life ? { ...life, later: [...life.later, passage] } : { published: passage, later: [] },
      )
    }
  }
}

const passageOf = ({ id, at, merge }: MainCommit, change: FileChange): Passage => ({
  at,
  commit: id,
  merge,
  blob: change.blob,
  path: change.path,
  renamed: change.type === 'renamed',
  same: change.type === 'renamed' && change.same,
})

/**
 * Git calls a file renamed when enough of its words are the same. A document that goes and comes under the same address in one
 * commit has moved however much of it changed; one that comes from another owner has not.
 */
export function movesAmong(
  changes: readonly FileChange[],
  ownerOf: (path: string) => string,
): readonly FileChange[] {
  if (!changes.some(({ type }) => type === 'renamed' || type === 'removed')) return changes
  const own = changes.flatMap((change): FileChange[] =>
    change.type === 'renamed' && ownerOf(change.from) !== ownerOf(change.path)
      ? [
          { type: 'removed', path: change.from, blob: change.blob },
          { type: 'added', path: change.path, blob: change.blob },
        ]
      : [change],
  )
  const removed = new Map(
    own.flatMap((change) => {
      const address = change.type === 'removed' ? addressOf(change.path, ownerOf) : undefined
      return address === undefined ? [] : [[address, change] as const]
    }),
  )
  const moved = new Set<FileChange>()
  const pairs = own.map((change): FileChange => {
    const address = change.type === 'added' ? addressOf(change.path, ownerOf) : undefined
    const from = address === undefined ? undefined : removed.get(address)
    if (!from || moved.has(from)) return change
    moved.add(from)
    return {
      type: 'renamed',
      from: from.path,
      path: change.path,
      blob: change.blob,
      same: from.blob === change.blob,
    }
  })
  return pairs.filter((change) => !moved.has(change))
}

function addressOf(path: string, ownerOf: (path: string) => string): string | undefined {
  const owner = ownerOf(path)
  const place = placeOf(path.slice(owner.length))
  return place && owner + urlOf(place)
}
