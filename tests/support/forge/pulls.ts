import { branchesOf, changedFiles, commitsOf } from './git-store.ts'
import { obstacles } from './merge-rules.ts'
import { fullPullShape, pullShape } from './pull-shapes.ts'
import { refreshTrial, syncHead } from './pull-state.ts'
import { invalid, notFound, Refusal } from './refusal.ts'
import { type Answer, actorOf, type Call, numberOf, paged, type Route, routes } from './routing.ts'
import { commitShape, repoApi, repoPage } from './shapes.ts'
import {
  ACTIONS,
  fullName,
  homeRepo,
  mayWrite,
  nextNumber,
  type Pull,
  type Repo,
  sameLogin,
  type World,
} from './world.ts'

/** GitHub lists no more than these, and says so nowhere in its answer. */
const MOST_FILES = 3000
const MOST_COMMITS = 250

export function pullOf(call: Call, name = 'pull_number'): Pull {
  const pull = call.world.pulls.find(({ number }) => number === numberOf(call, name))
  if (!pull || call.repo !== homeRepo(call.world)) throw notFound()
  return pull
}

const byNumber = (one: Pull, other: Pull): number => one.number - other.number

/** By what a list may be sorted; `popularity` and `long-running` are not there. */
const ORDERS: Readonly<Record<string, (one: Pull, other: Pull) => number>> = {
  created: byNumber,
  updated: (one, other) => one.updatedAt - other.updatedAt || byNumber(one, other),
}

function list(call: Call): Answer {
  const { world, query } = call
  const state = query.get('state') ?? 'open'
  const [head, base] = [query.get('head'), query.get('base')]
  const ascending = query.get('direction') === 'asc'
  const order = ORDERS[query.get('sort') ?? 'created'] ?? byNumber
  const pulls = world.pulls
    .filter(({ closedAt }) => state === 'all' || (closedAt === undefined) === (state === 'open'))
    .filter((pull) => head === null || `${pull.head.repo.split('/')[0]}:${pull.head.ref}` === head)
    .filter((pull) => base === null || pull.base.ref === base)
    .sort((one, other) => (ascending ? order(one, other) : order(other, one)))
  return paged(call, pulls, (pull) => pullShape(world, pull))
}

type NewPull = {
  readonly title?: string
  readonly head: string
  readonly base: string
  readonly body?: string
  readonly draft?: boolean
}

function open(call: Call): Answer {
  const { world } = call
  const { login } = actorOf(call)
  const { title, head, base, body, draft = false } = call.body as NewPull
  if (login === ACTIONS.login && !world.actions.can_approve_pull_request_reviews)
    throw new Refusal(403, 'GitHub Actions is not permitted to create or approve pull requests.')
  if (!title) throw invalid('PullRequest', 'title', 'title is required')
  const { repo, branch, sha } = headOf(world, head)
  if (repo === homeRepo(world) && !mayWrite(world, login))
    throw new Refusal(403, 'Must have push access to repository')
  const target = branchesOf(homeRepo(world).path).get(`refs/heads/${base}`)
  if (target === undefined) throw invalid('PullRequest', 'base', 'base is invalid')
  const same = world.pulls.find(
    (pull) =>
      pull.closedAt === undefined &&
      pull.head.repo === fullName(repo) &&
      pull.head.ref === branch &&
      pull.base.ref === base,
  )
  if (same) throw invalid('PullRequest', 'head', `A pull request already exists for ${repo.owner}:${branch}.`)
  if (repo === homeRepo(world) && commitsOf(repo.path, `${target}..${sha}`).length === 0)
    throw invalid('PullRequest', 'head', `No commits between ${base} and ${branch}`)
  const pull: Pull = {
    id: world.nextId(),
    number: nextNumber(world),
    author: login,
    head: { repo: fullName(repo), ref: branch, sha },
    base: { ref: base, sha: target },
    reviews: [],
    openedAt: world.now,
    title,
    body: body ?? null,
    draft,
    labels: [],
    updatedAt: world.now,
    closedAt: undefined,
    merged: undefined,
    lastPusher: lastPusherOf(world, repo, branch) ?? login,
    trialMerge: undefined,
  }
  world.pulls.push(pull)
  syncHead(world, pull, sha)
  return { status: 201, body: fullPullShape(world, pull, isBlocked(world, pull)) }
}

const lastPusherOf = (world: World, repo: Repo, branch: string): string | undefined =>
  world.activities.findLast((entry) => entry.repo === fullName(repo) && entry.ref === `refs/heads/${branch}`)
    ?.actor

/** `branch` of this repository, or `account:branch` of a fork. */
function headOf(world: World, head: string): { repo: Repo; branch: string; sha: string } {
  const [owner, branch] = head.includes(':') ? head.split(':') : [world.organisation, head]
  const repo = world.repos.values().find((each) => sameLogin(each.owner, owner ?? ''))
  const sha = repo && branchesOf(repo.path).get(`refs/heads/${branch}`)
  if (!repo || !branch || !sha) throw invalid('PullRequest', 'head', 'head is invalid')
  return { repo, branch, sha }
}

const isBlocked = (world: World, pull: Pull): boolean => obstacles(world, pull).length > 0

const one = (call: Call): Answer => {
  const pull = pullOf(call)
  return { status: 200, body: fullPullShape(call.world, pull, isBlocked(call.world, pull)) }
}

type Edit = {
  readonly title?: string
  readonly body?: string
  readonly base?: string
  readonly state?: string
}

function edit(call: Call): Answer {
  const { world } = call
  const pull = pullOf(call)
  const { login } = actorOf(call)
  if (!sameLogin(login, pull.author) && !mayWrite(world, login))
    throw new Refusal(403, 'Must have push access to repository')
  const { title, body, base, state } = call.body as Edit
  if (title !== undefined) pull.title = title
  if (body !== undefined) pull.body = body
  if (base !== undefined) {
    const sha = branchesOf(homeRepo(world).path).get(`refs/heads/${base}`)
    if (sha === undefined) throw invalid('PullRequest', 'base', 'base is invalid')
    pull.base = { ref: base, sha }
  }
  if (state !== undefined && pull.merged === undefined)
    pull.closedAt = state === 'closed' ? world.now : undefined
  pull.updatedAt = world.now
  if (pull.closedAt === undefined) refreshTrial(world, pull)
  return one(call)
}

function files(call: Call): Answer {
  const { world } = call
  const pull = pullOf(call)
  const home = homeRepo(world)
  const changed = changedFiles(home.path, pull.base.sha, pull.head.sha).slice(0, MOST_FILES)
  return paged(call, changed, (file) => {
    const place = file.path.split('/').map(encodeURIComponent).join('/')
    return {
      sha: file.blob,
      filename: file.path,
      status: file.status,
      additions: file.additions,
      deletions: file.deletions,
      changes: file.additions + file.deletions,
      blob_url: `${repoPage(world, home)}/blob/${pull.head.sha}/${place}`,
      raw_url: `${repoPage(world, home)}/raw/${pull.head.sha}/${place}`,
      contents_url: `${repoApi(world, home)}/contents/${place}?ref=${pull.head.sha}`,
      ...(file.patch === undefined ? {} : { patch: file.patch }),
      ...(file.previous === undefined ? {} : { previous_filename: file.previous }),
    }
  })
}

function commits(call: Call): Answer {
  const { world } = call
  const { base, head } = pullOf(call)
  const home = homeRepo(world)
  const listed = commitsOf(home.path, `${base.sha}..${head.sha}`).slice(0, MOST_COMMITS)
  return paged(call, listed, (commit) => commitShape(world, home, commit))
}

export const pullRoutes: readonly Route[] = [
  ...routes([['pull_requests', 'read']], {
    'get /repos/{owner}/{repo}/pulls': list,
    'get /repos/{owner}/{repo}/pulls/{pull_number}': one,
    'get /repos/{owner}/{repo}/pulls/{pull_number}/files': files,
    'get /repos/{owner}/{repo}/pulls/{pull_number}/commits': commits,
  }),
  ...routes([['pull_requests', 'write']], {
    'post /repos/{owner}/{repo}/pulls': open,
    'patch /repos/{owner}/{repo}/pulls/{pull_number}': edit,
  }),
]

/** Whether a commit is one of those of a pull request. */
export const isOfPull = (pull: Pull, home: Repo, commit: string): boolean =>
  commitsOf(home.path, `${pull.base.sha}..${pull.head.sha}`).some(({ sha }) => sha === commit)
