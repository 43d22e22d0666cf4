import type { Instant } from '../calendar/local-time.ts'
import type { Publications } from './publication.ts'

/**
 * Arguments of the `git log` whose output `publicationsFromHistory` reads: the first-parent line of the main branch,
 * because a document is published by the merge that brings it there, whatever the dates of the commits inside.
 */
export const PUBLICATION_LOG = [
  'log',
  '--first-parent',
  '--no-show-signature',
  '--diff-merges=first-parent',
  '--diff-filter=AR',
  '--find-renames',
  '--name-status',
  '-z',
  '--format=%x01%ct',
] as const

/**
 * The text of `git log` → when each path of a folder was first published. A renamed document keeps the instant of its first
 * name; what came from outside the folder was no document before.
 *
 * @param log newest first, as Git prints it
 * @param folder the portal's folder with a slash at its end, which the answer's paths no longer carry
 */
export function publicationsFromHistory(log: string, folder: string): Publications {
  const first = new Map<string, Instant>()
  for (const commit of log.split('\x01').slice(1).reverse()) {
    const [time = '', ...fields] = commit.split('\0')
    const at = Number.parseInt(time, 10) * 1000
    for (const change of changesOf(fields)) {
      const known = change.from?.startsWith(folder) ? first.get(change.from) : undefined
      first.set(change.path, known ?? at)
    }
  }
  return new Map(
    [...first]
      .filter(([path]) => path.startsWith(folder))
      .map(([path, at]) => [path.slice(folder.length), at]),
  )
}

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

function* changesOf(fields: readonly string[]): Generator<{ path: string; from?: string }> {
  const words = fields.map((field) => field.replace(/^\n+/, '')).filter((field) => field !== '')
  for (let index = 0; index < words.length; ) {
    const status = words[index] as string
    if (status.startsWith('R')) {
      yield { from: words[index + 1] as string, path: words[index + 2] as string }
      index += 3
    } else {
      yield { path: words[index + 1] as string }
      index += 2
    }
  }
}
