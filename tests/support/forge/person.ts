import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Octokit } from 'octokit'
import {
  commitAt,
  type Files,
  GIT_ENVIRONMENT,
  type Identity,
  importStream,
  resolveCommit,
  WEB_COMMITTER,
} from './git-store.ts'
import { cloneUrl } from './shapes.ts'
import { fullName, homeRepo, type Repo, type World } from './world.ts'

export type PushOptions = {
  readonly message?: string
  /** `Co-authored-by`, `Signed-off-by`, …: at the end of the message, one a line. */
  readonly trailers?: readonly (readonly [name: string, value: string])[]
  /** The branch to start from where the branch is new, or forced; `main` where absent. */
  readonly base?: string
  /** Starts again from the base, and overwrites what the branch had. */
  readonly force?: boolean
  /** Who the commit says wrote it; it need not be true. */
  readonly author?: Identity
  /** Written in the browser: GitHub itself is the committer. */
  readonly web?: boolean
  /** Pushes to the fork of the account. */
  readonly fork?: boolean
}

export type OpenOptions = {
  readonly title?: string
  readonly body?: string
  readonly base?: string
  readonly draft?: boolean
  readonly fork?: boolean
}

export type ReviewOptions = { readonly body?: string; readonly commit?: string }

const SILENT = { debug: silence, info: silence, warn: silence, error: silence }

function silence(): void {}

/** Octokit as it comes, without the waiting between requests and after refusals. */
export const clientOf = (world: World, token: string | undefined): Octokit =>
  new Octokit({
    ...(token === undefined ? {} : { auth: token }),
    baseUrl: `${world.address}/api/v3`,
    log: SILENT,
    throttle: { enabled: false },
    retry: { enabled: false },
  })

/**
 * An account at work, from outside: everything goes over HTTP.
 *
 * @param folder where the clones of this account lie
 */
export function person(world: World, login: string, token: string, folder: string) {
  const octokit = clientOf(world, token)
  const home = { owner: world.organisation, repo: world.repository }
  const forked = (): Repo => world.repos.get(`${login}/${world.repository}`) ?? homeRepo(world)

  /** Runs Git in a clone of this account, made when it is first needed. */
  const gitIn = async (repo: Repo, args: readonly string[], input?: string | Buffer): Promise<string> => {
    const clone = join(folder, login, repo.owner)
    if (mkdirSync(clone, { recursive: true }) !== undefined) {
      const remote = cloneUrl(world, repo).replace('://', `://${encodeURIComponent(login)}:${token}@`)
      await run(clone, ['init', '--quiet', '-b', 'main'])
      await run(clone, ['config', 'remote.origin.url', remote])
      await run(clone, ['config', 'remote.origin.fetch', '+refs/heads/*:refs/remotes/origin/*'])
      await run(clone, ['config', 'user.name', login])
      await run(clone, ['config', 'user.email', `${login}@users.noreply.github.com`])
      // As if all had been fetched just now; only what goes out goes over HTTP.
      writeFileSync(join(clone, '.git/objects/info/alternates'), `${join(repo.path, 'objects')}\n`)
    }
    return run(clone, args, input)
  }

  /** Commits files to a branch and pushes it over HTTP; answers the new commit. `null` removes a file. */
  const push = async (branch: string, files: Files, options: PushOptions = {}): Promise<string> => {
    const { message = 'Cập nhật', trailers = [], base = 'main', force = false, fork = false } = options
    const repo = fork ? forked() : homeRepo(world)
    const known = force ? undefined : commitAt(repo.path, `refs/heads/${branch}`)
    const ending = trailers.map(([name, value]) => `${name}: ${value}`).join('\n')
    const commit = importStream({
      branch,
      from: known ?? resolveCommit(repo.path, base),
      files,
      message: [message, ending].filter(Boolean).join('\n\n'),
      author: options.author ?? { name: login, email: `${login}@users.noreply.github.com` },
      committer: options.web ? WEB_COMMITTER : undefined,
      at: world.now,
    })
    await gitIn(repo, ['fast-import', '--quiet', '--force', '--done'], commit)
    await gitIn(repo, ['push', '--quiet', ...(force ? ['--force'] : []), 'origin', `refs/heads/${branch}`])
    return commitAt(repo.path, `refs/heads/${branch}`) as string
  }

  const openPullRequest = async (branch: string, options: OpenOptions = {}): Promise<number> => {
    const { title = branch, body, base = 'main', draft = false, fork = false } = options
    const head = fork ? `${login}:${branch}` : branch
    const { data } = await octokit.rest.pulls.create({
      ...home,
      title,
      head,
      base,
      draft,
      ...(body === undefined ? {} : { body }),
    })
    return data.number
  }

  const give = async (
    event: 'APPROVE' | 'REQUEST_CHANGES' | 'COMMENT',
    pull: number,
    { body, commit }: ReviewOptions,
  ) => {
    const { data } = await octokit.rest.pulls.createReview({
      ...home,
      pull_number: pull,
      event,
      ...(body === undefined ? {} : { body }),
      ...(commit === undefined ? {} : { commit_id: commit }),
    })
    return data.id
  }

  return {
    login,
    token,
    octokit,
    push,
    openPullRequest,
    /** Gives a review; answers its number. */
    review: give,
    approve: (pull: number, options: ReviewOptions = {}) => give('APPROVE', pull, options),
    requestChanges: (pull: number, body: string) => give('REQUEST_CHANGES', pull, { body }),
    comment: async (pull: number, body: string): Promise<number> => {
      const { data } = await octokit.rest.issues.createComment({ ...home, issue_number: pull, body })
      return data.id
    },
    /** Merges; answers the new commit of the base branch. */
    merge: async (pull: number, sha?: string): Promise<string> => {
      const { data } = await octokit.rest.pulls.merge({ ...home, pull_number: pull, ...(sha ? { sha } : {}) })
      return data.sha
    },
    fork: async (): Promise<void> => {
      await octokit.rest.repos.createFork(home)
    },
    /** The same with something to read, for `git fast-import`. */
    feedGit: (input: string, ...args: readonly string[]): Promise<string> =>
      gitIn(homeRepo(world), args, input),
    /** Any Git command in the clone of this account, whose remote is `origin`. */
    git: (...args: readonly string[]): Promise<string> => gitIn(homeRepo(world), args),
    clone: join(folder, login, fullName(homeRepo(world)).split('/')[0] as string),
  }
}

export type Person = ReturnType<typeof person>

function run(cwd: string, args: readonly string[], input?: string | Buffer): Promise<string> {
  return new Promise((done, failed) => {
    const child = execFile(
      'git',
      args,
      { cwd, env: GIT_ENVIRONMENT, encoding: 'utf8', maxBuffer: 1 << 28 },
      (error, stdout, stderr) => {
        if (error) failed(new Error(`git ${args[0]}: ${stderr}`))
        else done(stdout)
      },
    )
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input ?? '')
  })
}
