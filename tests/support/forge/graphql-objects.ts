import { isBinary, readObjects } from './git-objects.ts'
import { changedFiles, commitAt, git } from './git-store.ts'
import { type Asking, mustPermit, refused } from './graphql-asking.ts'
import { pullPage } from './pull-shapes.ts'
import { avatarOf, idOf, nodeId } from './shapes.ts'
import {
  accountOf,
  type CheckRun,
  fullName,
  homeRepo,
  type Pull,
  type Repo,
  stampOf,
  type World,
} from './world.ts'

/** How much of a list is asked for. */
type Page = { readonly first?: number; readonly last?: number }

/** A list as GraphQL has it. Pages behind a cursor are not there: none of our lists is that long. */
function connection<T>(all: readonly T[], { first, last }: Page, object: (item: T) => unknown) {
  if (first === undefined && last === undefined)
    throw refused('MISSING_PAGINATION_BOUNDARIES', 'You must provide a `first` or `last` value.')
  if (Math.max(first ?? 0, last ?? 0) > 100)
    throw refused('EXCESSIVE_PAGINATION', 'Requesting more than 100 records exceeds the limit.')
  const shown = first === undefined ? all.slice(-(last ?? 0)) : all.slice(0, first)
  return { totalCount: all.length, nodes: () => shown.map(object) }
}

export const repositoryId = (repo: Repo): string => nodeId('R', idOf(fullName(repo)))

export const repositoryObject = (asking: Asking, repo: Repo) => ({
  __typename: 'Repository',
  id: repositoryId(repo),
  name: repo.name,
  nameWithOwner: fullName(repo),
  defaultBranchRef: () => refObject(asking, repo, 'main'),
  ref: ({ qualifiedName }: { readonly qualifiedName: string }) => refObject(asking, repo, qualifiedName),
  object: ({ oid, expression }: { readonly oid?: string; readonly expression?: string }) =>
    gitObject(asking, repo, oid ?? expression ?? ''),
  pullRequests: (args: PullsAsked) => {
    mustPermit(asking, 'pull_requests', 'read')
    const pulls = repo === homeRepo(asking.world) ? wanted(asking.world.pulls, args) : []
    return connection(pulls, args, (pull) => pullObject(asking, pull))
  },
})

/** A branch by its short or its full name; null where it is not there. */
export function refObject(asking: Asking, repo: Repo, name: string) {
  const ref = name.startsWith('refs/') ? name : `refs/heads/${name}`
  const sha = asking.branches(repo).get(ref)
  return sha === undefined ? null : refAt(asking, repo, ref, sha)
}

/** A branch at a commit. */
export function refAt(asking: Asking, repo: Repo, ref: string, sha: string) {
  return {
    __typename: 'Ref',
    id: nodeId('REF', `${fullName(repo)}:${ref}`),
    name: ref.slice('refs/heads/'.length),
    prefix: 'refs/heads/',
    target: () => commitObject(asking, repo, sha),
  }
}

/** GitHub cuts longer texts off here, in bytes. */
const LONGEST_TEXT = 512 * 1024

function gitObject(asking: Asking, repo: Repo, name: string) {
  mustPermit(asking, 'contents', 'read')
  const stored = asking.objectAt(repo, name)
  if (stored === undefined) return null
  const { oid, type, bytes } = stored
  if (type === 'commit') return commitObject(asking, repo, oid)
  if (type === 'tree') return { __typename: 'Tree', id: nodeId('T', oid), oid }
  const binary = isBinary(bytes)
  return {
    __typename: 'Blob',
    id: nodeId('B', oid),
    oid,
    byteSize: bytes.length,
    isBinary: binary,
    isTruncated: bytes.length > LONGEST_TEXT,
    text: binary ? null : bytes.subarray(0, LONGEST_TEXT).toString(),
  }
}

export function commitObject(asking: Asking, repo: Repo, sha: string) {
  mustPermit(asking, 'contents', 'read')
  const { world } = asking
  const commit = () => asking.commit(repo, sha)
  return {
    __typename: 'Commit',
    id: nodeId('C', sha),
    oid: sha,
    message: () => commit().message,
    committedDate: () => commit().committer.date,
    author: () => gitActor(world, commit().author),
    history: (args: Page & { readonly path?: string }) => {
      const all =
        args.path === undefined
          ? git(repo.path, ['rev-list', sha]).trim().split('\n')
          : asking.commitsOf(repo, sha, args.path)
      return connection(all, args, (each) => commitObject(asking, repo, each))
    },
    file: ({ path }: { readonly path: string }) => {
      const name = `${sha}:${path}`
      const found = readObjects(repo.path, [name]).get(name)
      return found ? { name: path.split('/').at(-1), path, oid: found.oid } : null
    },
    // Commit statuses are not there: a workflow writes check runs.
    status: null,
    deployments: (args: Page) => {
      mustPermit(asking, 'deployments', 'read')
      const found = world.deployments.filter((each) => each.sha === sha)
      return connection(found, args, ({ id, statuses }) => ({
        id: nodeId('DE', id),
        environment: 'github-pages',
        latestStatus: statuses.at(-1) && {
          id: nodeId('DES', statuses.at(-1)?.id ?? 0),
          state: statuses.at(-1)?.state.toUpperCase(),
          description: null,
          environmentUrl: null,
        },
      }))
    },
    checkSuites: (args: Page) => {
      mustPermit(asking, 'checks', 'read')
      const runs = world.checkRuns.filter((each) => each.sha === sha)
      return connection(runs.length === 0 ? [] : [runs], args, (suite) => suiteObject(sha, suite))
    },
  }
}

const suiteObject = (sha: string, runs: readonly CheckRun[]) => ({
  id: nodeId('CS', sha),
  checkRuns: (args: Page) =>
    connection(runs, args, (run) => ({
      id: nodeId('CR', run.id),
      name: run.name,
      status: run.status.toUpperCase(),
      conclusion: run.conclusion?.toUpperCase() ?? null,
      detailsUrl: run.detailsUrl,
      summary: run.summary,
    })),
})

function gitActor(world: World, { name, email }: { readonly name: string; readonly email: string }) {
  const login = accountOf(world, email)
  return {
    name,
    email,
    avatarUrl: avatarOf(login ?? email),
    user: login === undefined ? null : accountObject(login),
  }
}

const accountObject = (login: string) => ({
  __typename: login.endsWith('[bot]') ? 'Bot' : 'User',
  id: nodeId('U', idOf(login)),
  databaseId: idOf(login),
  login,
  name: null,
  email: '',
  avatarUrl: avatarOf(login),
})

type PullsAsked = Page & {
  readonly states?: readonly string[]
  readonly labels?: readonly string[]
  readonly headRefName?: string
  readonly orderBy?: { readonly field: string; readonly direction: 'ASC' | 'DESC' }
}

/** Pull requests with one of the labels, in the order that is asked for. */
function wanted(pulls: readonly Pull[], { states, labels, headRefName, orderBy }: PullsAsked): Pull[] {
  const by = (pull: Pull) => (orderBy?.field === 'UPDATED_AT' ? pull.updatedAt : pull.openedAt)
  const direction = orderBy?.direction === 'DESC' ? -1 : 1
  return pulls
    .filter((pull) => states === undefined || states.includes(stateOf(pull)))
    .filter((pull) => labels === undefined || pull.labels.some((label) => labels.includes(label)))
    .filter((pull) => headRefName === undefined || pull.head.ref === headRefName)
    .toSorted((one, other) => direction * (by(one) - by(other) || one.number - other.number))
}

const stateOf = ({ merged, closedAt }: Pull): string =>
  merged ? 'MERGED' : closedAt === undefined ? 'OPEN' : 'CLOSED'

export const pullId = ({ id }: Pull): string => nodeId('PR', id)

export function pullObject(asking: Asking, pull: Pull) {
  const { world } = asking
  const home = homeRepo(world)
  return {
    __typename: 'PullRequest',
    id: pullId(pull),
    number: pull.number,
    title: pull.title,
    url: pullPage(world, pull),
    state: stateOf(pull),
    isDraft: pull.draft,
    isCrossRepository: pull.head.repo !== fullName(home),
    createdAt: stampOf(pull.openedAt),
    updatedAt: stampOf(pull.updatedAt),
    headRefName: pull.head.ref,
    headRefOid: pull.head.sha,
    author: accountObject(pull.author),
    labels: (args: Page) =>
      connection(pull.labels, args, (name) => ({ __typename: 'Label', id: nodeId('LA', name), name })),
    files: (args: Page) =>
      connection(changedFiles(home.path, pull.base.sha, pull.head.sha), args, ({ path, status }) => ({
        path,
        changeType: CHANGES[status],
      })),
  }
}

const CHANGES = {
  added: 'ADDED',
  removed: 'DELETED',
  modified: 'MODIFIED',
  renamed: 'RENAMED',
  changed: 'CHANGED',
} as const

/** A pull request or a repository by its id. */
export function nodeById(asking: Asking, id: string) {
  const pull = asking.world.pulls.find((each) => pullId(each) === id)
  if (pull) return pullObject(asking, pull)
  const repo = asking.world.repos.values().find((each) => repositoryId(each) === id)
  if (!repo) throw refused('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`)
  return repositoryObject(asking, repo)
}

/** The commit at a name, which must be there. */
export function commitNamed(repo: Repo, oid: string): string {
  const sha = commitAt(repo.path, oid)
  if (sha === undefined) throw refused('NOT_FOUND', `No commit exists with specified oid: ${oid}`)
  return sha
}
