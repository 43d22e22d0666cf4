import { type Life, livesAfter, movesAmong, NO_LIVES } from './lives.ts'
import { logArguments, mainLine } from './main-line.ts'
import type { History } from './publication.ts'

/** Of publications alone, and of all that becomes of a document later: the second tells of every commit. */
export const PUBLICATION_LOG = logArguments('ARD')
export const HISTORY_LOG = logArguments()

/**
 * The text of `git log` → when each path of a folder was first published, and when it was changed later. A renamed document
 * keeps the instant of its first name, and a new name alone is no change; what came from outside the folder was no document before.
 *
 * @param log newest first, as Git prints it
 * @param folder the portal's folder with a slash at its end, which the answer's paths no longer carry
 */
export function historyOfLog(log: string, folder: string): History {
  const { present, gone } = livesAfter(NO_LIVES, mainLine(log), ownerIn(folder))
  const own = [...present].flatMap(([path, life]) =>
    path.startsWith(folder) ? [[path.slice(folder.length), life] as const] : [],
  )
  return {
    publications: new Map(own.map(([path, { published }]) => [path, published.at])),
    revisions: new Map(
      own.flatMap(([path, life]) => {
        const revised = revisionsOf(life)
        return revised.length > 0 ? [[path, revised] as const] : []
      }),
    ),
    removed: new Set(
      gone.flatMap(({ removed: { path } }) => (path.startsWith(folder) ? [path.slice(folder.length)] : [])),
    ),
  }
}

const ownerIn = (folder: string) => (path: string) => (path.startsWith(folder) ? folder : '')

const revisionsOf = ({ later }: Life) => later.filter(({ same }) => !same).map(({ at }) => at)

/** The former names of paths of a folder that the log saw renamed: a log of the paths alone does not reach behind them. */
export function formerNames(log: string, folder: string, paths: readonly string[]): string[] {
  const wanted = new Set(paths)
  const names = mainLine(log).flatMap(({ changes }) =>
    movesAmong(changes, ownerIn(folder)).flatMap((change) =>
      change.type === 'renamed' && wanted.has(change.path) ? [change.from] : [],
    ),
  )
  return [...new Set(names)].filter((name) => name.startsWith(folder) && !wanted.has(name))
}
