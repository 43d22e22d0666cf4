import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { branchesOf, git, resolveCommit } from './git-store.ts'
import { configure } from './git-transport.ts'
import { codeownersAt, type FoundCodeowners, isRealOwner } from './merge-rules.ts'
import { notFound, Refusal } from './refusal.ts'
import { type Answer, actorOf, type Call, paged, type Route, routes } from './routing.ts'
import { rulesOf } from './rulesets.ts'
import { branchShape, fullRepoShape, nodeId, repoApi, userShape } from './shapes.ts'
import {
  type ActionsSettings,
  type Activity,
  fullName,
  homeRepo,
  isAdmin,
  isMember,
  mayRead,
  mayWrite,
  type Repo,
  sameLogin,
  stampOf,
  type World,
} from './world.ts'

function branch({ world, repo, params }: Call): Answer {
  const name = params.branch ?? ''
  const sha = branchesOf(repo.path).get(`refs/heads/${name}`)
  if (!sha) throw new Refusal(404, 'Branch not found')
  return { status: 200, body: branchShape(world, repo, name, sha, rulesOf(world, name).length > 0) }
}

/** Where a fork of an account lies, next to the repository that it comes from. */
const forkPath = (home: Repo, login: string): string =>
  `${dirname(dirname(home.path))}/${login}/${home.name}.git`

function fork(call: Call): Answer {
  const { world } = call
  const { login } = actorOf(call)
  const home = homeRepo(world)
  const known = world.repos.get(`${login}/${home.name}`)
  const made: Repo = known ?? { owner: login, name: home.name, path: forkPath(home, login), fork: true }
  if (!known) {
    mkdirSync(dirname(made.path), { recursive: true })
    git(dirname(made.path), ['clone', '--quiet', '--bare', home.path, made.path])
    configure(made.path)
    world.repos.set(fullName(made), made)
  }
  return { status: 202, body: fullRepoShape(world, made, login) }
}

/** Whether an account is a collaborator: no body, the status says it. */
function collaborator({ world, params }: Call): Answer {
  const login = params.username ?? ''
  const known = isAdmin(world, login) || mayWrite(world, login) || isMember(world, login)
  if (!known) throw notFound()
  return { status: 204 }
}

/** The account of the token; of what only it may see, nothing. */
function self(call: Call): Answer {
  const { world } = call
  const { login, app } = actorOf(call)
  if (app) throw new Refusal(403, 'Resource not accessible by integration')
  const at = stampOf(world.now)
  const counts = { public_repos: 0, public_gists: 0, followers: 0, following: 0 }
  const nothing = {
    bio: null,
    blog: '',
    company: null,
    email: null,
    hireable: null,
    location: null,
    name: null,
  }
  const body = { ...userShape(world, login), ...nothing, ...counts, created_at: at, updated_at: at }
  return { status: 200, body }
}

function permission({ world, params }: Call): Answer {
  const login = params.username ?? ''
  const level = isAdmin(world, login)
    ? 'admin'
    : mayWrite(world, login)
      ? 'write'
      : mayRead(world, login)
        ? 'read'
        : 'none'
  return {
    status: 200,
    body: { permission: level, role_name: level, user: { ...userShape(world, login), role_name: level } },
  }
}

const DAY = 24 * 60 * 60 * 1000

/** In days. */
const PERIOD: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30, quarter: 90, year: 365 }

/** The activity goes from the newest to the oldest, in pages behind a cursor; there are no page numbers. */
function activity(call: Call): Answer {
  const { world, query, url } = call
  const ref = query.get('ref')?.replace(/^(?!refs\/)/, 'refs/heads/')
  const [actor, type] = [query.get('actor'), query.get('activity_type')]
  const period = PERIOD[query.get('time_period') ?? '']
  const size = Math.min(Number(query.get('per_page') ?? 30), 100)
  const ordered = world.activities
    .filter(({ repo }) => repo === fullName(call.repo))
    .filter((entry) => ref === undefined || entry.ref === ref)
    .filter((entry) => actor === null || sameLogin(entry.actor, actor))
    .filter((entry) => type === null || entry.type === type)
    .filter(({ at }) => period === undefined || at > world.now - period * DAY)
  if (query.get('direction') !== 'asc') ordered.reverse()
  const after = Number(query.get('after') ?? 0)
  const start = ordered.findIndex(({ id }) => id === after) + 1
  const shown = ordered.slice(start, start + size)
  const next = new URLSearchParams(query)
  next.set('after', String(shown.at(-1)?.id))
  const more = ordered.length > start + size
  return {
    status: 200,
    body: shown.map((entry) => activityShape(world, entry)),
    ...(more ? { headers: { link: `<${url}?${next}>; rel="next"` } } : {}),
  }
}

const activityShape = (world: World, entry: Activity) => ({
  id: entry.id,
  node_id: nodeId('PSH', entry.id),
  before: entry.before,
  after: entry.after,
  ref: entry.ref,
  timestamp: stampOf(entry.at),
  activity_type: entry.type,
  actor: userShape(world, entry.actor),
})

function codeownersErrors({ world, query }: Call): Answer {
  const commit = resolveCommit(homeRepo(world).path, query.get('ref') ?? 'main')
  const found = commit && codeownersAt(world, commit)
  if (!found) throw notFound()
  const errors = [...badLines(found), ...strangers(world, found)].sort((one, other) => one.line - other.line)
  return { status: 200, body: { errors } }
}

const badLines = ({ path, text, codeowners }: FoundCodeowners) =>
  codeowners.errors.map(({ line, column }) => ({
    line,
    column,
    kind: 'Invalid pattern',
    source: text.split('\n')[line - 1] ?? '',
    suggestion: null,
    message: `Invalid pattern on line ${line}`,
    path,
  }))

const strangers = (world: World, { path, text, codeowners }: FoundCodeowners) =>
  codeowners.rules.flatMap(({ owners, line }) => {
    const source = text.split('\n')[line - 1] ?? ''
    return owners
      .filter((owner) => !isRealOwner(world, owner))
      .map((owner) => ({
        line,
        column: source.indexOf(owner) + 1,
        kind: 'Unknown owner',
        source,
        suggestion: owner.includes('/')
          ? `make sure the team ${owner} exists, is publicly visible, and has write access to the repository`
          : `make sure ${owner} exists and has write access to the repository`,
        message: `Unknown owner on line ${line}`,
        path,
      }))
  })

function teamMembers(call: Call): Answer {
  const { world, params } = call
  const team = world.teams.get((params.team_slug ?? '').toLowerCase())
  if (!team || !sameLogin(params.org ?? '', world.organisation)) throw notFound()
  return paged(call, team.members, (login) => userShape(world, login))
}

const pick = (settings: ActionsSettings, ...keys: readonly (keyof ActionsSettings)[]) =>
  Object.fromEntries(keys.map((key) => [key, settings[key]]))

function change({ world, body }: Call): Answer {
  Object.assign(world.actions, body)
  return { status: 204 }
}

const ROOT = '/repos/{owner}/{repo}'

export const repositoryRoutes: readonly Route[] = [
  ...routes([['metadata', 'read']], {
    'get /user': self,
    [`get ${ROOT}`]: ({ world, repo, actor }) => ({
      status: 200,
      body: fullRepoShape(world, repo, actor?.login),
    }),
  }),
  ...routes([['contents', 'read']], {
    [`get ${ROOT}/branches/{branch}`]: branch,
    [`get ${ROOT}/activity`]: activity,
    [`get ${ROOT}/codeowners/errors`]: codeownersErrors,
    [`post ${ROOT}/forks`]: fork,
  }),
  ...routes(
    [['metadata', 'read']],
    {
      [`get ${ROOT}/collaborators/{username}`]: collaborator,
      [`get ${ROOT}/collaborators/{username}/permission`]: permission,
    },
    'writer',
  ),
  ...routes([['members', 'read']], { 'get /orgs/{org}/teams/{team_slug}/members': teamMembers }, 'member'),
  ...routes(
    [['administration', 'read']],
    {
      [`get ${ROOT}/actions/permissions`]: ({ world, repo }) => ({
        status: 200,
        body: {
          ...pick(world.actions, 'enabled', 'allowed_actions', 'sha_pinning_required'),
          selected_actions_url: `${repoApi(world, repo)}/actions/permissions/selected-actions`,
        },
      }),
      [`get ${ROOT}/actions/permissions/workflow`]: ({ world }) => ({
        status: 200,
        body: pick(world.actions, 'default_workflow_permissions', 'can_approve_pull_request_reviews'),
      }),
    },
    'admin',
  ),
  ...routes(
    [['administration', 'write']],
    {
      [`put ${ROOT}/actions/permissions`]: change,
      [`put ${ROOT}/actions/permissions/workflow`]: change,
    },
    'admin',
  ),
]
