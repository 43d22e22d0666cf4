import { commitAt, commitsOf, git, mergedTree, updateRef, writeCommit } from './git-store.ts'
import { obstacles } from './merge-rules.ts'
import { recordActivity, refreshTrial } from './pull-state.ts'
import { pullOf } from './pulls.ts'
import { Refusal } from './refusal.ts'
import { type Answer, actorOf, type Call, type Route, routes } from './routing.ts'
import { type PullRequestRule, parametersOf } from './rulesets.ts'
import { homeRepo, type Pull, type Repo, type World } from './world.ts'

type Merge = {
  readonly sha?: string
  readonly merge_method?: 'merge' | 'squash' | 'rebase'
  readonly commit_title?: string
  readonly commit_message?: string
}

function merge(call: Call): Answer {
  const { world } = call
  const pull = pullOf(call)
  const wanted = (call.body ?? {}) as Merge
  const method = wanted.merge_method ?? 'merge'
  if (pull.closedAt !== undefined) throw new Refusal(405, 'Pull Request is not mergeable')
  if (pull.draft) throw new Refusal(405, 'Pull Request is still a draft')
  if (wanted.sha !== undefined && wanted.sha !== pull.head.sha)
    throw new Refusal(409, 'Head branch was modified. Review and try the merge again.')
  if (!methodsOf(world, pull).includes(method))
    throw new Refusal(
      405,
      `${method === 'merge' ? 'Merge commits' : `${method} merges`} are not allowed on this repository.`,
    )
  const missing = obstacles(world, pull)
  if (missing.length > 0)
    throw new Refusal(405, `Repository rule violations found\n\n${missing.join('\n')}\n`)
  const sha = writeMerge(world, pull, actorOf(call).login, wanted)
  return { status: 200, body: { sha, merged: true, message: 'Pull Request successfully merged' } }
}

/** This repository takes merge and squash; a ruleset may take less. */
const methodsOf = (world: World, pull: Pull): string[] =>
  ['merge', 'squash'].filter((method) =>
    parametersOf<PullRequestRule>(world, pull.base.ref, 'pull_request').every(
      ({ allowed_merge_methods }) => allowed_merge_methods?.includes(method) ?? true,
    ),
  )

function writeMerge(world: World, pull: Pull, login: string, wanted: Merge): string {
  const home = homeRepo(world)
  const ref = `refs/heads/${pull.base.ref}`
  const base = commitAt(home.path, ref) as string
  const tree = mergedTree(home.path, base, pull.head.sha)
  if (!tree) throw new Refusal(405, 'Pull Request has merge conflicts')
  const squash = wanted.merge_method === 'squash'
  const title =
    wanted.commit_title ??
    (squash
      ? `${pull.title} (#${pull.number})`
      : `Merge pull request #${pull.number} from ${pull.head.repo.split('/')[0]}/${pull.head.ref}`)
  const message = wanted.commit_message ?? (squash ? squashed(home, base, pull) : pull.title)
  const by = squash ? pull.author : login
  const sha = writeCommit(home.path, {
    tree,
    parents: squash ? [base] : [base, pull.head.sha],
    message: `${title}\n\n${message}`.trimEnd(),
    author: { name: by, email: `${by}@users.noreply.github.com` },
    at: world.now,
  })
  git(home.path, ['update-ref', ref, sha, base])
  recordActivity(world, home, { before: base, after: sha, ref, type: 'pr_merge', actor: login })
  pull.merged = { at: world.now, by: login, sha }
  pull.closedAt = world.now
  pull.updatedAt = world.now
  updateRef(home.path, `refs/pull/${pull.number}/merge`, undefined)
  for (const other of world.pulls)
    if (other.closedAt === undefined && other.base.ref === pull.base.ref) refreshTrial(world, other)
  return sha
}

/** The messages of all commits, as GitHub puts them into a squash. */
const squashed = (home: Repo, base: string, pull: Pull): string =>
  commitsOf(home.path, `${base}..${pull.head.sha}`)
    .map(({ message }) => `* ${message}`)
    .join('\n\n')

export const mergeRoutes: readonly Route[] = routes(
  [['contents', 'write']],
  { 'put /repos/{owner}/{repo}/pulls/{pull_number}/merge': merge },
  'writer',
)
