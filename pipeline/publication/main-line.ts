import type { Instant } from '../calendar/local-time.ts'

/** A commit of the first-parent line of the main branch, and the files that it changed against the commit before it. */
export type MainCommit = {
  readonly id: string
  /** The committer's date, as the commit says it. */
  readonly at: Instant
  /** The commit before it on the line; undefined for the first of all. */
  readonly parent: string | undefined
  /** A merge came through a pull request; anything else was committed straight on the branch. */
  readonly merge: boolean
  readonly changes: readonly FileChange[]
}

export type FileChange =
  | { readonly type: 'added' | 'modified'; readonly path: string; readonly blob: string }
  | { readonly type: 'removed'; readonly path: string; readonly blob: string }
  /** `same`: not a byte is different. */
  | {
      readonly type: 'renamed'
      readonly from: string
      readonly path: string
      readonly blob: string
      readonly same: boolean
    }

/** Begins the line of a commit; the lines of files begin with a colon, and names follow in fields of their own. */
const COMMIT = '\x01'

/**
 * Arguments of the `git log` whose output `mainLine` reads: the first-parent line, because a document is published by the merge
 * that brings it there, whatever the dates of the commits inside.
 *
 * @param changes which kinds of change are told, as in `--diff-filter`; then commits without any are left out
 */
export const logArguments = (changes?: string): readonly string[] => [
  'log',
  '--first-parent',
  '--no-show-signature',
  '--diff-merges=first-parent',
  ...(changes === undefined ? [] : [`--diff-filter=${changes}`]),
  '--find-renames',
  '--raw',
  '--no-abbrev',
  '-z',
  `--format=${COMMIT}%H %ct %P`,
]

/**
 * Reads the text of `git log`, oldest commit first. Fields are taken one after the other, so that no name of a file can pass for
 * anything else.
 */
export function mainLine(log: string): MainCommit[] {
  const commits: (Omit<MainCommit, 'changes'> & { changes: FileChange[] })[] = []
  for (let at = 0; at < log.length; ) {
    const field = fieldAt(log, at)
    at += field.length + 1
    if (field.startsWith(COMMIT)) {
      const [id = '', time = '', parent, second] = field.slice(1).trimEnd().split(' ')
      commits.push({
        id,
        at: Number.parseInt(time, 10) * 1000,
        parent: parent || undefined,
        merge: second !== undefined,
        changes: [],
      })
      continue
    }
    // The first file of a commit follows a line break.
    const words = field.trimStart()
    if (!words.startsWith(':')) continue
    const [, , before = '', after = '', status = ''] = words.split(' ')
    const first = fieldAt(log, at)
    at += first.length + 1
    const second = status.startsWith('R') ? fieldAt(log, at) : undefined
    if (second !== undefined) at += second.length + 1
    commits.at(-1)?.changes.push(changeOf(status, before, after, first, second))
  }
  return commits.reverse()
}

function fieldAt(log: string, at: number): string {
  const end = log.indexOf('\0', at)
  return end < 0 ? log.slice(at) : log.slice(at, end)
}

function changeOf(status: string, before: string, blob: string, path: string, to?: string): FileChange {
  if (to !== undefined) return { type: 'renamed', from: path, path: to, blob, same: before === blob }
  if (status === 'D') return { type: 'removed', path, blob: before }
  return { type: status === 'A' ? 'added' : 'modified', path, blob }
}
