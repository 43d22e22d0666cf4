import {
  branchesOf,
  changeText,
  git,
  isAncestor,
  mergedTree,
  NO_COMMIT,
  updateRef,
  writeCommit,
} from './git-store.ts'
import { type PullRequestRule, parametersOf } from './rulesets.ts'
import { type Activity, fullName, homeRepo, type Pull, type Repo, type World } from './world.ts'

type Branches = ReadonlyMap<string, string>

/**
 * What follows from branches that moved: entries of the activity, and pull requests that follow their branch.
 *
 * @param login who moved them
 */
export function recordMoves(world: World, repo: Repo, before: Branches, login: string): void {
  const after = branchesOf(repo.path)
  for (const ref of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const [from = NO_COMMIT, to = NO_COMMIT] = [before.get(ref), after.get(ref)]
    if (from === to) continue
    recordActivity(world, repo, { before: from, after: to, ref, type: kindOf(repo, from, to), actor: login })
    follow(world, repo, ref.slice('refs/heads/'.length), to, login)
  }
}

function kindOf(repo: Repo, from: string, to: string): Activity['type'] {
  if (from === NO_COMMIT) return 'branch_creation'
  if (to === NO_COMMIT) return 'branch_deletion'
  return isAncestor(repo.path, from, to) ? 'push' : 'force_push'
}

export function recordActivity(world: World, repo: Repo, entry: Omit<Activity, 'id' | 'repo' | 'at'>): void {
  world.activities.push({ id: world.nextId(), repo: fullName(repo), at: world.now, ...entry })
}

function follow(world: World, repo: Repo, branch: string, to: string, login: string): void {
  for (const pull of world.pulls.filter(({ closedAt }) => closedAt === undefined)) {
    if (pull.head.repo === fullName(repo) && pull.head.ref === branch) moveHead(world, pull, to, login)
    else if (repo === homeRepo(world) && pull.base.ref === branch) refreshTrial(world, pull)
  }
}

/** New commits on the branch of a pull request; where the branch went away, the pull request is closed. */
function moveHead(world: World, pull: Pull, to: string, login: string): void {
  if (to === NO_COMMIT) {
    pull.closedAt = world.now
    return
  }
  const before = pull.head.sha
  pull.lastPusher = login
  syncHead(world, pull, to)
  dismissStale(world, pull, before)
}

/** Fetches the head of a pull request into `refs/pull/N/head` and tries the merge. */
export function syncHead(world: World, pull: Pull, sha: string): void {
  const home = homeRepo(world)
  const from = world.repos.get(pull.head.repo) as Repo
  if (from !== home) git(home.path, ['fetch', '--quiet', from.path, sha])
  updateRef(home.path, `refs/pull/${pull.number}/head`, sha)
  pull.head.sha = sha
  pull.base.sha = branchesOf(home.path).get(`refs/heads/${pull.base.ref}`) ?? pull.base.sha
  pull.updatedAt = world.now
  refreshTrial(world, pull)
}

/** Approvals given to another change than the one that stands there now. */
function dismissStale(world: World, pull: Pull, before: string): void {
  const demands = parametersOf<PullRequestRule>(world, pull.base.ref, 'pull_request')
  if (!demands.some(({ dismiss_stale_reviews_on_push }) => dismiss_stale_reviews_on_push)) return
  const { path } = homeRepo(world)
  const [old, now] = [before, pull.head.sha].map((sha) =>
    changeText(path, `refs/heads/${pull.base.ref}`, sha),
  )
  if (old === now) return
  for (const review of pull.reviews) if (review.state === 'APPROVED') review.state = 'DISMISSED'
}

/** `refs/pull/N/merge`: the trial merge into the base branch as it is now. */
export function refreshTrial(world: World, pull: Pull): void {
  const { path } = homeRepo(world)
  const ref = `refs/pull/${pull.number}/merge`
  const base = branchesOf(path).get(`refs/heads/${pull.base.ref}`)
  const tree = base && mergedTree(path, base, pull.head.sha)
  if (!base || !tree) {
    pull.trialMerge = undefined
    updateRef(path, ref, undefined)
    return
  }
  pull.trialMerge = writeCommit(path, {
    tree,
    parents: [base, pull.head.sha],
    message: `Merge ${pull.head.sha} into ${base}`,
    author: { name: pull.author, email: `${pull.author}@users.noreply.github.com` },
    at: world.now,
  })
  updateRef(path, ref, pull.trialMerge)
}
