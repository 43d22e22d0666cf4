import { execFileSync } from 'node:child_process'
import type { Instant } from '../../../pipeline/calendar/local-time.ts'

/** Git without the settings of the machine. */
export const GIT_ENVIRONMENT: NodeJS.ProcessEnv = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_TERMINAL_PROMPT: '0',
}

const MOST = 1 << 30

export function git(
  path: string,
  args: readonly string[],
  { input = '', env = {} }: { input?: string | Buffer; env?: NodeJS.ProcessEnv } = {},
): string {
  return execFileSync('git', ['-C', path, ...args], {
    encoding: 'utf8',
    env: { ...GIT_ENVIRONMENT, ...env },
    input,
    maxBuffer: MOST,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
}

/** What Git says, or undefined where it fails. */
export function tryGit(path: string, args: readonly string[]): string | undefined {
  try {
    return git(path, args)
  } catch {
    return undefined
  }
}

export const NO_COMMIT = '0'.repeat(40)

export const commitAt = (path: string, name: string): string | undefined =>
  tryGit(path, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`])?.trim()

/** A commit by its branch, its full or short id, or the name of a ref. */
export const resolveCommit = (path: string, name: string): string | undefined =>
  commitAt(path, `refs/heads/${name}`) ?? commitAt(path, name)

export const branchesOf = (path: string): ReadonlyMap<string, string> =>
  new Map(
    git(path, ['for-each-ref', '--format=%(refname) %(objectname)', 'refs/heads'])
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split(' ') as [string, string]),
  )

export const isAncestor = (path: string, older: string, newer: string): boolean =>
  tryGit(path, ['merge-base', '--is-ancestor', older, newer]) !== undefined

export const mergeBase = (path: string, one: string, other: string): string =>
  git(path, ['merge-base', one, other]).trim()

export const updateRef = (path: string, ref: string, sha: string | undefined): string =>
  git(path, sha === undefined ? ['update-ref', '-d', ref] : ['update-ref', ref, sha])

export const fileAt = (path: string, commit: string, file: string): string | undefined =>
  tryGit(path, ['cat-file', 'blob', `${commit}:${file}`])

export type Signature = { readonly name: string; readonly email: string; readonly date: string }

export type GitCommit = {
  readonly sha: string
  readonly tree: string
  readonly parents: readonly string[]
  readonly author: Signature
  readonly committer: Signature
  readonly message: string
}

const FORMAT = ['%H', '%T', '%P', '%an', '%ae', '%at', '%cn', '%ce', '%ct', '%B'].join('%x1f')

/** The commits of a range, oldest first. */
export function commitsOf(path: string, ...range: readonly string[]): GitCommit[] {
  return git(path, ['log', '-z', '--topo-order', '--reverse', `--format=${FORMAT}`, ...range, '--'])
    .split('\0')
    .filter(Boolean)
    .map((record) => {
      const [sha = '', tree = '', parents = '', an = '', ae = '', at, cn = '', ce = '', ct, body = ''] =
        record.split('\x1f')
      return {
        sha,
        tree,
        parents: parents.split(' ').filter(Boolean),
        author: { name: an, email: ae, date: secondsToIso(at) },
        committer: { name: cn, email: ce, date: secondsToIso(ct) },
        message: body.trimEnd(),
      }
    })
}

const secondsToIso = (seconds: string | undefined): string =>
  new Date(Number(seconds) * 1000).toISOString().replace('.000Z', 'Z')

export const commitOf = (path: string, sha: string): GitCommit =>
  commitsOf(path, '--no-walk', sha)[0] as GitCommit

export type ChangedFile = {
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'changed'
  readonly path: string
  readonly previous: string | undefined
  readonly blob: string
  readonly additions: number
  readonly deletions: number
  readonly patch: string | undefined
}

const STATUS = { A: 'added', D: 'removed', M: 'modified', R: 'renamed', T: 'changed' } as const

/** What a head changes since it left a base; renames are found, as GitHub finds them. */
export function changedFiles(path: string, base: string, head: string): ChangedFile[] {
  const range = [mergeBase(path, base, head), head, '--']
  const raw = git(path, ['diff', '--raw', '--no-abbrev', '-z', '-M', ...range]).split('\0')
  const counts = git(path, ['diff', '--numstat', '-z', '-M', ...range]).split('\0')
  const patches = git(path, ['diff', '-M', ...range])
    .split(/^diff --git .*\n/m)
    .slice(1)
  const files: ChangedFile[] = []
  for (let at = 0, count = 0; raw[at]; ) {
    const [, , before = '', after = '', letter = ''] = (raw[at++] as string).split(' ')
    const previous = letter.startsWith('R') ? raw[at++] : undefined
    const [additions, deletions] = (counts[count] as string).split('\t')
    count += previous === undefined ? 1 : 3
    const patch = patches[files.length]
    const hunk = patch?.search(/^@@ /m) ?? -1
    files.push({
      status: STATUS[letter[0] as keyof typeof STATUS],
      path: raw[at++] as string,
      previous,
      blob: letter.startsWith('D') ? before : after,
      additions: Number(additions) || 0,
      deletions: Number(deletions) || 0,
      patch: hunk < 0 ? undefined : patch?.slice(hunk).trimEnd(),
    })
  }
  return files
}

/** The change as one text: what a reviewer saw. Two heads with the same text are the same change. */
export const changeText = (path: string, base: string, head: string): string =>
  git(path, ['diff', '--raw', '--no-abbrev', '--no-renames', mergeBase(path, base, head), head, '--'])

/** Who commits what is written in the browser, merges too. */
export const WEB_COMMITTER: Identity = { name: 'GitHub', email: 'noreply@github.com' }

export type NewCommit = {
  readonly tree: string
  readonly parents: readonly string[]
  readonly message: string
  readonly author: Identity
  readonly at: Instant
}

export function writeCommit(path: string, { tree, parents, message, author, at }: NewCommit): string {
  const date = `${Math.floor(at / 1000)} +0000`
  const identity = {
    GIT_AUTHOR_NAME: author.name,
    GIT_AUTHOR_EMAIL: author.email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: WEB_COMMITTER.name,
    GIT_COMMITTER_EMAIL: WEB_COMMITTER.email,
    GIT_COMMITTER_DATE: date,
  }
  const args = ['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent])]
  return git(path, args, { input: message, env: identity }).trim()
}

/** The tree of two heads put together; undefined where they conflict. */
export const mergedTree = (path: string, base: string, head: string): string | undefined =>
  tryGit(path, ['merge-tree', '--write-tree', base, head])?.split('\n')[0]

export type Identity = { readonly name: string; readonly email: string }

export type Files = Readonly<Record<string, string | Uint8Array | null>>

/** A commit as `git fast-import` takes it: any number of files in one process. `null` removes a file or a folder. */
export function importStream(commit: {
  readonly branch: string
  readonly from: string | undefined
  readonly files: Files
  readonly message: string
  readonly author: Identity
  readonly committer?: Identity | undefined
  readonly at: Instant
}): Buffer {
  const { branch, from, files, message, author, committer = author, at } = commit
  const signed = ({ name, email }: Identity) => `${name} <${email}> ${Math.floor(at / 1000)} +0700`
  const parts: (string | Uint8Array)[] = [
    `commit refs/heads/${branch}\nauthor ${signed(author)}\ncommitter ${signed(committer)}\n`,
    ...data(message),
    from === undefined ? '' : `from ${from}\n`,
  ]
  for (const [path, content] of Object.entries(files))
    if (content === null) parts.push(`D ${path}\n`)
    else parts.push(`M 100644 inline ${path}\n`, ...data(content))
  parts.push('\ndone\n')
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)))
}

function data(content: string | Uint8Array): (string | Uint8Array)[] {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return [`data ${bytes.length}\n`, bytes, '\n']
}
