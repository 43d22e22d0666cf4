import { execFileSync } from 'node:child_process'
import { GIT_ENVIRONMENT, git } from './git-store.ts'

/** An object of Git, as it is stored. */
export type Stored = {
  readonly oid: string
  readonly type: 'blob' | 'tree' | 'commit' | 'tag'
  readonly bytes: Buffer
}

const MOST = 1 << 30

/**
 * Objects by their names: an id, or `branch:path`. One process reads them all, however many there are.
 *
 * @returns each name that there is something by
 */
export function readObjects(path: string, names: readonly string[]): Map<string, Stored> {
  const asked = [...new Set(names)].filter((name) => name !== '' && !name.includes('\n'))
  const found = new Map<string, Stored>()
  if (asked.length === 0) return found
  const output = execFileSync('git', ['-C', path, 'cat-file', '--batch'], {
    env: GIT_ENVIRONMENT,
    input: `${asked.join('\n')}\n`,
    maxBuffer: MOST,
  })
  let at = 0
  for (const name of asked) {
    const end = output.indexOf('\n', at)
    const header = output.toString('utf8', at, end)
    at = end + 1
    const [, oid, type, size] = /^([0-9a-f]{40}) (\w+) (\d+)$/.exec(header) ?? []
    if (oid === undefined) continue
    const bytes = output.subarray(at, at + Number(size))
    at += bytes.length + 1
    found.set(name, { oid, type: type as Stored['type'], bytes })
  }
  return found
}

/** Git's own guess: a zero byte near the beginning. */
export const isBinary = (bytes: Buffer): boolean => bytes.subarray(0, 8000).includes(0)

export type TreeLine = {
  readonly mode: string
  readonly type: string
  readonly sha: string
  readonly size: number | undefined
  readonly path: string
}

/** What a tree holds; all that lies below it where it is asked for. Undefined where there is no such tree. */
export function treeLines(path: string, tree: string, recursive: boolean): TreeLine[] | undefined {
  if (readObjects(path, [`${tree}^{tree}`]).size === 0) return undefined
  return git(path, ['ls-tree', '-z', '-l', ...(recursive ? ['-r', '-t'] : []), tree])
    .split('\0')
    .filter(Boolean)
    .map((line) => {
      const [facts = '', name = ''] = line.split('\t')
      const [mode = '', type = '', sha = '', size = '-'] = facts.split(/ +/)
      return { mode, type, sha, size: size === '-' ? undefined : Number(size), path: name }
    })
}

/** For each file of a history, the commits that touched it, newest first. */
export function commitsByFile(path: string, tip: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  const log = git(path, ['-c', 'core.quotePath=false', 'log', '--format=%x1e%H', '--name-only', tip, '--'])
  for (const record of log.split('\x1e').slice(1)) {
    const [sha = '', ...files] = record.split('\n').filter(Boolean)
    for (const file of files) found.set(file, [...(found.get(file) ?? []), sha])
  }
  return found
}
