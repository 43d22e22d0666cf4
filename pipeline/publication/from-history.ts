import type { Instant } from '../calendar/local-time.ts'
import type { History } from './publication.ts'

/**
 * Arguments of the `git log` whose output `historyOfLog` reads: the first-parent line of the main branch,
 * because a document is published by the merge that brings it there, whatever the dates of the commits inside.
 * `PUBLICATION_LOG` tells of publications alone; `HISTORY_LOG` of later changes too, in the same pass over the same commits.
 */
export const PUBLICATION_LOG = logArguments('AR')
export const HISTORY_LOG = logArguments('AMR')

function logArguments(changes: string): readonly string[] {
  return [
    'log',
    '--first-parent',
    '--no-show-signature',
    '--diff-merges=first-parent',
    `--diff-filter=${changes}`,
    '--find-renames',
    '--name-status',
    '-z',
    '--format=%x01%ct',
  ]
}

/** What the log tells of one path: when it was published, and when it changed after that. */
type Life = { readonly published: Instant; readonly revised: readonly Instant[] }

/**
 * The text of `git log` → when each path of a folder was first published, and when it was changed later. A renamed document
 * keeps the instant of its first name, and a new name alone is no change; what came from outside the folder was no document before.
 *
 * @param log newest first, as Git prints it
 * @param folder the portal's folder with a slash at its end, which the answer's paths no longer carry
 */
export function historyOfLog(log: string, folder: string): History {
  const lives = new Map<string, Life>()
  for (const commit of log.split('\x01').slice(1).reverse()) {
    const [time = '', ...fields] = commit.split('\0')
    const at = Number.parseInt(time, 10) * 1000
    for (const change of changesOf(fields)) lives.set(change.path, lifeAfter(change, at, lives, folder))
  }
  const own = [...lives]
    .filter(([path]) => path.startsWith(folder))
    .map(([path, life]) => [path.slice(folder.length), life] as const)
  return {
    publications: new Map(own.map(([path, { published }]) => [path, published])),
    revisions: new Map(
      own.flatMap(([path, { revised }]) => (revised.length > 0 ? [[path, revised] as const] : [])),
    ),
  }
}

function lifeAfter(
  { path, from, status }: Change,
  at: Instant,
  lives: ReadonlyMap<string, Life>,
  folder: string,
): Life {
  const before = status === 'M' ? lives.get(path) : from?.startsWith(folder) ? lives.get(from) : undefined
  if (!before) return { published: at, revised: NONE }
  return status === UNCHANGED ? before : { ...before, revised: [...before.revised, at] }
}

const NONE: readonly Instant[] = []

/** A rename that changed not a byte. */
const UNCHANGED = 'R100'

/** The former names of paths of a folder that the log saw renamed: a log of the paths alone does not reach behind them. */
export function formerNames(log: string, folder: string, paths: readonly string[]): string[] {
  const wanted = new Set(paths)
  const found = new Set<string>()
  for (const commit of log.split('\x01').slice(1)) {
    for (const { from, path } of changesOf(commit.split('\0').slice(1)))
      if (from?.startsWith(folder) && wanted.has(path) && !wanted.has(from)) found.add(from)
  }
  return [...found]
}

/** `status` as Git writes it: `A`, `M`, `R` with how much stayed the same in percent. */
type Change = { readonly status: string; readonly path: string; readonly from?: string }

function* changesOf(fields: readonly string[]): Generator<Change> {
  const words = fields.map((field) => field.replace(/^\n+/, '')).filter((field) => field !== '')
  for (let index = 0; index < words.length; ) {
    const status = words[index] as string
    if (status.startsWith('R')) {
      yield { status, from: words[index + 1] as string, path: words[index + 2] as string }
      index += 3
    } else {
      yield { status, path: words[index + 1] as string }
      index += 2
    }
  }
}
