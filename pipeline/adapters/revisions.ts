import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { readBlobs, resolveObjects, type TreeFiles, treeFiles } from './tree-files.ts'

const run = promisify(execFile)

/** Revisions of the repository, read from Git's objects; nothing of them is ever checked out or run. */
export type Revisions = {
  /** Fetches refs from `origin`; false where Git could not. */
  readonly fetchRefs: (refspecs: readonly string[]) => Promise<boolean>
  /** The full name of a commit; undefined where there is none. */
  readonly commitOf: (name: string) => Promise<string | undefined>
  /** Where two histories part; undefined where they have nothing in common, or more than one such place. */
  readonly mergeBase: (one: string, other: string) => Promise<string | undefined>
  /** Output of `git diff --raw -z` between two commits, renames as two files. */
  readonly rawDiff: (from: string, to: string) => Promise<string>
  /** The commits of `to` that `from` has not and that touch some paths, oldest first. */
  readonly commitsBetween: (from: string, to: string, paths: readonly string[]) => Promise<readonly string[]>
  /** Files of a folder of a commit whose text holds a string. */
  readonly filesWith: (text: string, commit: string, folder: string) => Promise<readonly string[]>
  readonly files: (commit: string) => TreeFiles
  /** Contents by their names, in one call of Git; a name that is none is left out. */
  readonly contents: (blobs: readonly string[]) => ReadonlyMap<string, Uint8Array>
  /** The objects that expressions (`<commit>^2`, `<commit>:./path`) stand for, in one call of Git; what stands for nothing is left out. */
  readonly objects: (expressions: readonly string[]) => ReadonlyMap<string, string>
  /** The address of `origin`. */
  readonly origin: () => Promise<string | undefined>
  /** The main branch of `origin` with its last commit, which is fetched; undefined where `origin` does not answer. */
  readonly mainOfOrigin: () => Promise<{ readonly ref: string; readonly sha: string } | undefined>
}

const FULL = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/
const MOST_OUTPUT = 1024 * 1024 * 1024

/** @param token gives the right to fetch from a private `origin`; it is handed on in the environment, where no process list shows it */
export function gitRevisions(root: string, token: () => string | undefined): Revisions {
  const git = async (args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> => {
    const { stdout } = await run('git', ['-c', 'core.quotePath=false', ...args], {
      cwd: root,
      maxBuffer: MOST_OUTPUT,
      env: { ...process.env, GIT_TERMINAL_PROMPT: '0', ...env },
    })
    return stdout
  }
  const tried = (args: readonly string[], env?: NodeJS.ProcessEnv) => git(args, env).catch(() => undefined)
  const origin = async () => (await tried(['remote', 'get-url', 'origin']))?.trim()
  return {
    origin,
    fetchRefs: async (refspecs) => {
      const rights = withToken(await origin(), token())
      const args = ['fetch', '--quiet', '--no-tags', '--no-recurse-submodules', 'origin', ...refspecs]
      return (await tried(args, rights)) !== undefined
    },
    mainOfOrigin: async () => {
      const rights = withToken(await origin(), token())
      const told = (await tried(['ls-remote', '--symref', 'origin', 'HEAD'], rights)) ?? ''
      const ref = /^ref: refs\/heads\/(\S+)\tHEAD$/m.exec(told)?.[1]
      const sha = /^([0-9a-f]{40,64})\tHEAD$/m.exec(told)?.[1]
      if (ref === undefined || sha === undefined) return undefined
      const here = await tried(['cat-file', '-e', `${sha}^{commit}`])
      const fetched = here ?? (await tried(['fetch', '--quiet', '--no-tags', 'origin', sha], rights))
      return fetched === undefined ? undefined : { ref, sha }
    },
    commitOf: async (name) => {
      const commit = (
        await tried(['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`])
      )?.trim()
      return commit && FULL.test(commit) ? commit : undefined
    },
    mergeBase: async (one, other) => {
      const bases = (await tried(['merge-base', '--all', one, other]))?.trim().split('\n') ?? []
      return bases.length === 1 && bases[0] ? bases[0] : undefined
    },
    rawDiff: (from, to) =>
      git(['diff', '--raw', '-z', '--no-renames', '--no-abbrev', '--no-ext-diff', from, to, '--']),
    commitsBetween: async (from, to, paths) =>
      (await git(['--literal-pathspecs', 'rev-list', '--reverse', `${from}..${to}`, '--', ...paths]))
        .split('\n')
        .filter(Boolean),
    filesWith: async (text, commit, folder) => {
      const found = await tried([
        '--literal-pathspecs',
        'grep',
        '-z',
        '-l',
        '-F',
        '-e',
        text,
        commit,
        '--',
        folder,
      ])
      return (found ?? '')
        .split('\0')
        .filter(Boolean)
        .map((each) => each.slice(commit.length + 1))
    },
    files: (commit) => treeFiles(root, commit),
    objects: (expressions) => resolveObjects(root, expressions),
    contents: (blobs) => readBlobs(root, blobs),
  }
}

/** The job's checkout keeps no credentials, so Git is given the token for this one address. */
export function withToken(origin: string | undefined, token: string | undefined): NodeJS.ProcessEnv {
  if (!token || !origin || !/^https?:\/\//.test(origin)) return {}
  const secret = Buffer.from(`x-access-token:${token}`).toString('base64')
  return {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `http.${new URL(origin).origin}/.extraHeader`,
    GIT_CONFIG_VALUE_0: `Authorization: Basic ${secret}`,
  }
}
