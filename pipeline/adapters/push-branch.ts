import { spawn } from 'node:child_process'
import type { Instant } from '../calendar/local-time.ts'
import { withToken } from './revisions.ts'

/** Files to be put onto a commit, as a commit of its own, at the head of a branch of `origin`. */
export type BranchPush = {
  readonly branch: string
  /** The full name of the commit below. */
  readonly parent: string
  /** New texts by path, counted from the root. */
  readonly files: ReadonlyMap<string, string>
  readonly message: string
  readonly at: Instant
}

/** `same`: the branch brings these very files already, and was left alone. */
export type Pushed =
  | { readonly state: 'pushed' | 'same' }
  | { readonly state: 'refused'; readonly why: string }

/** Whoever the job is: the forge knows this address as that of its own robot. */
const ROBOT = 'github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>'

const HERE = 'refs/congbo/de-nghi'
const THERE = 'refs/congbo/da-de-nghi'

/**
 * Makes the commit from Git's objects alone, so that nothing of the work tree and of its index takes part, and overwrites the branch;
 * a branch that brings the same files is left alone, because a push would take approvals away.
 */
export async function pushBranch(root: string, token: string | undefined, push: BranchPush): Promise<Pushed> {
  const git = (args: readonly string[], input?: string, env?: NodeJS.ProcessEnv) =>
    run(root, args, input, env)
  const prefix = (await git(['rev-parse', '--show-prefix'])).stdout.trim()
  const origin = (await git(['remote', 'get-url', 'origin'])).stdout.trim()
  const rights = withToken(origin, token)
  const made = await git(['fast-import', '--quiet', '--force', '--done'], streamOf(push, prefix))
  if (made.code !== 0) return { state: 'refused', why: made.stderr }
  const fetched = await git(
    ['fetch', '--quiet', '--no-tags', 'origin', `+refs/heads/${push.branch}:${THERE}`],
    undefined,
    rights,
  )
  if (fetched.code === 0) {
    const base = (await git(['merge-base', push.parent, THERE])).stdout.trim()
    const [now, before] = await Promise.all([
      git(['diff', '--raw', '--no-abbrev', '--no-renames', push.parent, HERE, '--']),
      git(['diff', '--raw', '--no-abbrev', '--no-renames', base, THERE, '--']),
    ])
    if (base !== '' && now.stdout === before.stdout) return { state: 'same' }
  }
  const pushed = await git(
    ['push', '--quiet', '--force', 'origin', `${HERE}:refs/heads/${push.branch}`],
    undefined,
    rights,
  )
  return pushed.code === 0 ? { state: 'pushed' } : { state: 'refused', why: pushed.stderr }
}

/** A commit as `git fast-import` takes it. */
function streamOf({ parent, files, message, at }: BranchPush, prefix: string): string {
  const date = `${Math.floor(at / 1000)} +0700`
  const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`
  return [
    `commit ${HERE}\nauthor ${ROBOT} ${date}\ncommitter ${ROBOT} ${date}\n${data(message)}from ${parent}\n`,
    ...[...files].map(([path, text]) => `M 100644 inline ${prefix}${path}\n${data(text)}`),
    '\ndone\n',
  ].join('')
}

type Result = { readonly code: number; readonly stdout: string; readonly stderr: string }

function run(cwd: string, args: readonly string[], input = '', env: NodeJS.ProcessEnv = {}): Promise<Result> {
  return new Promise((done, failed) => {
    const child = spawn('git', args, { cwd, env: { ...process.env, GIT_TERMINAL_PROMPT: '0', ...env } })
    const said = { stdout: '', stderr: '' }
    for (const stream of ['stdout', 'stderr'] as const)
      child[stream].setEncoding('utf8').on('data', (text: string) => {
        said[stream] += text
      })
    child.on('error', failed)
    child.on('close', (code) => done({ code: code ?? 1, ...said }))
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}
