import { existsSync, realpathSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import type { SimpleGit } from 'simple-git'
import { formerNames, HISTORY_LOG, PUBLICATION_LOG } from '../publication/from-history.ts'
import type { Changes, Git } from './ports.ts'
import { stagedChanges } from './staged.ts'

/** What may name a commit on the command line: never something that Git would read as an option. */
const SAFE_REF = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_./~^@{}-]*$/u

/** The full name of a commit. */
const FULL = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/

/** More paths than this make a command line too long; their whole folder is asked for instead. */
const MOST_PATHS = 1000

/** What a person's own settings would otherwise change in the answers. */
const SETTINGS = ['core.quotePath=false', 'log.showRoot=true']

/** Git through simple-git, which is loaded when it is first needed. */
export function gitRepository(root: string): Git {
  let client: Promise<SimpleGit> | undefined
  const git = () => {
    client ??= import('simple-git').then(({ simpleGit }) => simpleGit(root, { config: [...SETTINGS] }))
    return client
  }
  const raw = async (...args: string[]) => (await git()).raw(args)
  /** Git names paths from the top of the work tree, which may lie above the root. */
  const prefix = once(async () => {
    const top = (await raw('rev-parse', '--show-toplevel')).trim()
    const below = relative(top, realpathSync(root)).split(sep).join('/')
    return below === '' ? '' : `${below}/`
  })
  /** Of all files, asked for once: to leave some out costs Git more than to tell of them, and the order of dates needs every commit. */
  const logs = new Map<string, Promise<string>>()
  const wholeLog = (branch: string): Promise<string> => {
    const log = logs.get(branch) ?? raw(...HISTORY_LOG, '--relative', branch)
    logs.set(branch, log)
    return log
  }
  const fromRoot = async (list: string) => {
    const start = await prefix()
    return list
      .split('\0')
      .filter((path) => path !== '' && path.startsWith(start))
      .map((path) => path.slice(start.length))
  }
  return {
    state: () =>
      raw('rev-parse', '--is-shallow-repository').then(
        (text) => (text.trim() === 'true' ? 'shallow' : 'whole'),
        () => (isBelowRepository(root) ? 'unusable' : 'none'),
      ),
    publicationLog: async (folder, paths) => {
      const branch = await mainBranch(raw)
      if (branch === undefined) return ''
      return paths === undefined || paths.length > MOST_PATHS
        ? wholeLog(branch)
        : logOfPaths(raw, branch, folder, paths)
    },
    mainTip: () => mainBranch(raw),
    mainLog: async (tip, after) => {
      if (after === undefined) return wholeLog(tip)
      return FULL.test(after)
        ? raw(...HISTORY_LOG, '--relative', `${after}..${tip}`).catch(() => undefined)
        : undefined
    },
    changedSince: (ref, folder) => changedSince(raw, fromRoot, ref, folder),
    staged: (folder) => stagedChanges(root, folder),
    filesWith: async (text, folder) =>
      fromRoot(await raw('grep', '--full-name', '-z', '-l', '-F', '-e', text, '--', folder).catch(() => '')),
  }
}

/** Where publication happens, best known first: the forge's main branch, one's own, and where there is none, the present one. */
const MAIN = ['refs/remotes/origin/HEAD', 'refs/remotes/origin/main', 'refs/heads/main', 'HEAD']

/** The branch whose merges publish; a commit on any other is still a proposal. Undefined where there is no commit. */
async function mainBranch(raw: (...args: string[]) => Promise<string>): Promise<string | undefined> {
  for (const name of MAIN) {
    // Where there is no such commit, simple-git takes the silent failure for an empty answer.
    const commit = await raw('rev-parse', '--verify', '--quiet', `${name}^{commit}`).catch(() => '')
    if (commit.trim() !== '') return commit.trim()
  }
  return undefined
}

/** A folder `.git` of the root or above: the files are in a repository, whatever keeps Git from reading it. */
function isBelowRepository(folder: string): boolean {
  if (existsSync(join(folder, '.git'))) return true
  return dirname(folder) !== folder && isBelowRepository(dirname(folder))
}

/** The log of single paths, and of the names they had before; the whole commits are shown, because a rename needs both names. */
async function logOfPaths(
  raw: (...args: string[]) => Promise<string>,
  branch: string,
  folder: string,
  paths: readonly string[],
): Promise<string> {
  const log = await raw(
    '--literal-pathspecs',
    ...PUBLICATION_LOG,
    '--full-diff',
    '--relative',
    branch,
    '--',
    ...paths,
  )
  const former = formerNames(log, folder, paths)
  return former.length === 0 ? log : logOfPaths(raw, branch, folder, [...paths, ...former])
}

async function changedSince(
  raw: (...args: string[]) => Promise<string>,
  fromRoot: (list: string) => Promise<string[]>,
  ref: string,
  folder: string,
): Promise<Changes> {
  if (!SAFE_REF.test(ref))
    return { ok: false, why: `--since: \`${ref}\` không phải là tên nhánh hay mã commit` }
  const commit = await raw('rev-parse', '--verify', '--quiet', `${ref}^{commit}`).then(
    (text) => text.trim(),
    () => undefined,
  )
  if (!commit)
    return {
      ok: false,
      why: `--since: kho Git không có \`${ref}\`; kiểm tra lại tên nhánh, hoặc chạy \`git fetch\``,
    }
  const base = await raw('merge-base', commit, 'HEAD').then(
    (text) => text.trim(),
    () => undefined,
  )
  if (!base)
    return {
      ok: false,
      why: `--since: \`${ref}\` không có gốc chung với nhánh hiện tại; lấy đủ lịch sử bằng \`git fetch --unshallow\``,
    }
  const [changed, untracked] = await Promise.all([
    raw('diff', '--name-status', '-z', '--no-renames', base, '--', folder),
    raw('ls-files', '--others', '--exclude-standard', '--full-name', '-z', '--', folder),
  ])
  const words = changed.split('\0')
  const paths = (deleted: boolean) =>
    words.filter((_, index) => index % 2 === 1 && (words[index - 1] === 'D') === deleted).join('\0')
  return {
    ok: true,
    present: [...(await fromRoot(paths(false))), ...(await fromRoot(untracked))],
    deleted: await fromRoot(paths(true)),
  }
}

function once<T>(compute: () => Promise<T>): () => Promise<T> {
  let value: Promise<T> | undefined
  return () => {
    value ??= compute()
    return value
  }
}
