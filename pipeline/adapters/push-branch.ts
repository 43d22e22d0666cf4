import { spawn } from 'node:child_process'
import type { Instant } from '../calendar/local-time.ts'
import { withToken } from './revisions.ts'

/** Files to be put onto a commit, as a commit of its own, at the head of a branch of `origin`. */
export type BranchPush = {
  readonly branch: string
  /** The full name of the commit below. */
  readonly parent: string
  /** New texts and bytes by path, counted from the root. */
  readonly files: ReadonlyMap<string, string | Uint8Array>
  readonly message: string
  readonly at: Instant
  /** Whether a branch of this name with something else is overwritten; else it is left alone. */
  readonly over: 'whatever' | 'nothing'
  /** `person`: whoever Git knows here; a job is the forge's robot. */
  readonly by: 'robot' | 'person'
}

/** `same`: the branch brings these very files already, and was left alone. `taken`: it brings something else. */
export type Pushed =
  | { readonly state: 'pushed' | 'same' | 'taken' }
  | { readonly state: 'refused'; readonly why: string }

/** Whoever the job is: the forge knows this address as that of its own robot. */
const ROBOT = 'github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>'

const HERE = 'refs/congbo/de-nghi'
const THERE = 'refs/congbo/da-de-nghi'

/**
 * Makes the commit from Git's objects alone, so that nothing of the work tree and of its index takes part, and puts it at the branch;
 * a branch that brings the same files is left alone, because a push would take approvals away.
 */
export async function pushBranch(root: string, token: string | undefined, push: BranchPush): Promise<Pushed> {
  const git = (args: readonly string[], input?: Buffer, env?: NodeJS.ProcessEnv) =>
    run(root, args, input, env)
  const prefix = (await git(['rev-parse', '--show-prefix'])).stdout.trim()
  const origin = (await git(['remote', 'get-url', 'origin'])).stdout.trim()
  const rights = withToken(origin, token)
  const who = push.by === 'robot' ? ROBOT : ((await personIn(git)) ?? ROBOT)
  const made = await git(['fast-import', '--quiet', '--force', '--done'], streamOf(push, prefix, who))
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
    if (push.over === 'nothing') return { state: 'taken' }
  }
  // The empty lease: only where there is no such branch.
  const force = push.over === 'nothing' ? `--force-with-lease=refs/heads/${push.branch}:` : '--force'
  const pushed = await git(
    ['push', '--quiet', force, 'origin', `${HERE}:refs/heads/${push.branch}`],
    undefined,
    rights,
  )
  return pushed.code === 0 ? { state: 'pushed' } : { state: 'refused', why: pushed.stderr }
}

type Run = (args: readonly string[]) => Promise<Result>

/** Whoever Git would take for the author of a commit here. */
async function personIn(git: Run): Promise<string | undefined> {
  const [name, email] = await Promise.all(
    ['user.name', 'user.email'].map(async (key) =>
      (await git(['config', '--get', key])).stdout.replace(/[<>\p{Cc}]+/gu, ' ').trim(),
    ),
  )
  return name && email ? `${name} <${email}>` : undefined
}

/** A commit as `git fast-import` takes it. */
function streamOf({ parent, files, message, at }: BranchPush, prefix: string, who: string): Buffer {
  const date = `${Math.floor(at / 1000)} +0700`
  const data = (content: string | Uint8Array): Buffer => {
    const bytes = Buffer.from(content)
    return Buffer.concat([Buffer.from(`data ${bytes.length}\n`), bytes, Buffer.from('\n')])
  }
  return Buffer.concat([
    Buffer.from(`commit ${HERE}\nauthor ${who} ${date}\ncommitter ${who} ${date}\n`),
    data(message),
    Buffer.from(`from ${parent}\n`),
    ...[...files].flatMap(([path, content]) => [
      Buffer.from(`M 100644 inline ${prefix}${path}\n`),
      data(content),
    ]),
    Buffer.from('\ndone\n'),
  ])
}

type Result = { readonly code: number; readonly stdout: string; readonly stderr: string }

function run(
  cwd: string,
  args: readonly string[],
  input: Uint8Array = new Uint8Array(),
  env: NodeJS.ProcessEnv = {},
): Promise<Result> {
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
