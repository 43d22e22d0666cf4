import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Instant } from '../../../pipeline/calendar/local-time.ts'
import { parseInstant } from '../../../pipeline/calendar/local-time.ts'
import { addDeployment } from './deployments.ts'
import { dropFile } from './dropped.ts'
import { commitAt, type Files, fileAt, git, importStream, WEB_COMMITTER } from './git-store.ts'
import { initBare } from './git-transport.ts'
import { obstacles } from './merge-rules.ts'
import { clientOf, person } from './person.ts'
import { addRuleset, type RulesetInput } from './rulesets.ts'
import { startServer } from './server.ts'
import { cloneUrl } from './shapes.ts'
import {
  ACTIONS,
  type Fault,
  fullName,
  type Permissions,
  type Team,
  type Token,
  type World,
} from './world.ts'

export type ForgeOptions = {
  readonly organisation: string
  readonly repository: string
  /** Members of each team; a list alone is a team that may write, and so may its members. */
  readonly teams?: Readonly<Record<string, readonly string[] | Team>>
  /** Accounts that may write by themselves. */
  readonly writers?: readonly string[]
  /** Accounts that may do everything; `quan-tri` where absent. */
  readonly admins?: readonly string[]
  /** Addresses that accounts have made known to the forge. */
  readonly emails?: Readonly<Record<string, string>>
  readonly files?: Files
  readonly visibility?: 'public' | 'private'
  readonly rulesets?: readonly RulesetInput[]
  /** ISO 8601 with an offset. */
  readonly now?: string
}

/** What GITHUB_TOKEN may do in a workflow that asks for it. It never reads who is in a team. */
export const WORKFLOW_PERMISSIONS: Permissions = {
  contents: 'write',
  checks: 'write',
  issues: 'write',
  pull_requests: 'write',
  deployments: 'read',
  actions: 'read',
  metadata: 'read',
}

export type Forge = Awaited<ReturnType<typeof createForge>>

/** A GitHub of one organisation and one repository, over real HTTP and real Git, on this machine only; see README.md. */
export async function createForge(options: ForgeOptions) {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'congbo-forge-')))
  const world = worldOf(options, root)
  const home = world.repos.values().next().value as {
    path: string
    owner: string
    name: string
    fork: boolean
  }
  seed(world, home.path, options.files ?? {})
  for (const ruleset of options.rulesets ?? []) addRuleset(world, ruleset)
  const server = await startServer(world)
  const accounts = new Map<string, ReturnType<typeof person>>()

  return {
    world,
    /** For GITHUB_API_URL. */
    apiUrl: `${world.address}/api/v3`,
    /** Where GraphQL is asked. */
    graphqlUrl: `${world.address}/api/graphql`,
    /** For GITHUB_SERVER_URL. */
    address: world.address,
    cloneUrl: cloneUrl(world, home),
    /** For GITHUB_REPOSITORY. */
    fullName: fullName(home),
    /** The bare repository on disk. */
    path: home.path,
    head: (branch = 'main'): string => {
      const sha = commitAt(home.path, `refs/heads/${branch}`)
      if (!sha) throw new Error(`no branch ${branch}`)
      return sha
    },
    read: (path: string, commit = 'main'): string | undefined => fileAt(home.path, commit, path),
    setNow: (at: string | Instant): void => {
      world.now = typeof at === 'number' ? at : instantOf(at)
    },
    /** An account, to act with; it need not be known to the organisation. */
    as: (login: string): ReturnType<typeof person> => {
      const known = accounts.get(login)
      if (known) return known
      if (!world.tokens.has(`token-${login}`)) world.tokens.set(`token-${login}`, { login })
      const made = person(world, login, `token-${login}`, join(root, 'clones'))
      accounts.set(login, made)
      return made
    },
    /** Octokit with any token; without one it is nobody. */
    client: (token?: string) => clientOf(world, token),
    /** Makes a token known, or one that is known mean something else. */
    grant: (token: string, grant: Token): void => {
      world.tokens.set(token, grant)
    },
    setTeam: (slug: string, team: readonly string[] | Team | undefined): void => {
      if (team === undefined) world.teams.delete(slug.toLowerCase())
      else world.teams.set(slug.toLowerCase(), teamOf(team))
    },
    /** What the workflow that publishes does with a commit, at the instant that it is. */
    deploy: (sha: string, state: 'success' | 'failure' = 'success'): void =>
      addDeployment(world, sha, world.now, state),
    /** What a browser does with a file that is dropped into an issue; answers its address. */
    drop: (bytes: Uint8Array, name?: string): string => dropFile(world, bytes, name),
    addRuleset: (ruleset: RulesetInput): number => addRuleset(world, ruleset).id,
    clearRulesets: (): void => {
      world.rulesets.length = 0
    },
    /** Orders requests to go wrong. */
    fail: (fault: Fault): void => {
      world.faults.push({ fault, hits: 0 })
    },
    /** Takes every order back. */
    heal: (): void => {
      world.faults.length = 0
    },
    /** What stands between a pull request and its merge, in GitHub's words. */
    obstacles: (pull: number): string[] => {
      const found = world.pulls.find(({ number }) => number === pull)
      if (!found) throw new Error(`no pull request ${pull}`)
      return obstacles(world, found)
    },
    /**
     * Ends the server and removes its files.
     *
     * @throws Error where an answer was none that GitHub's description allows
     */
    close: async (): Promise<void> => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
      rmSync(root, { recursive: true, force: true })
      if (world.broken.length > 0) throw new Error(`the forge answered wrongly:\n${world.broken.join('\n')}`)
    },
  }
}

const teamOf = (team: readonly string[] | Team): Team =>
  'members' in team ? team : { members: team, access: 'write' }

/** The account that commits what is written in the browser. */
const WEB = [WEB_COMMITTER.email, 'web-flow'] as const

const START = '2026-11-20T08:00:00+07:00'

function instantOf(text: string): Instant {
  const instant = parseInstant(text)
  if (instant === undefined) throw new Error(`${text} is no instant with an offset`)
  return instant
}

function worldOf(options: ForgeOptions, root: string): World {
  const { organisation, repository, teams = {}, writers = [], admins = ['quan-tri'] } = options
  const home = {
    owner: organisation,
    name: repository,
    path: join(root, 'git', organisation, `${repository}.git`),
    fork: false,
  }
  const named = Object.entries(teams).map(([slug, team]) => [slug.toLowerCase(), teamOf(team)] as const)
  const logins = new Set([...writers, ...admins, ...named.flatMap(([, { members }]) => members)])
  let last = 1000
  return {
    organisation,
    repository,
    visibility: options.visibility ?? 'public',
    teams: new Map(named),
    writers: new Set(writers),
    admins: new Set(admins),
    emails: new Map([
      WEB,
      ...Object.entries(options.emails ?? {}).map(([email, login]) => [email.toLowerCase(), login] as const),
    ]),
    tokens: new Map<string, Token>([
      ['token-actions', { ...ACTIONS, permissions: WORKFLOW_PERMISSIONS }],
      ...[...logins].map((login) => [`token-${login}`, { login }] as const),
    ]),
    repos: new Map([[fullName(home), home]]),
    pulls: [],
    issues: [],
    comments: [],
    reviewComments: [],
    checkRuns: [],
    deployments: [],
    dropped: new Map(),
    rulesets: [],
    activities: [],
    faults: [],
    asked: [],
    unknown: [],
    broken: [],
    actions: {
      enabled: true,
      allowed_actions: 'all',
      sha_pinning_required: false,
      default_workflow_permissions: 'read',
      can_approve_pull_request_reviews: false,
    },
    nextId: () => ++last,
    now: instantOf(options.now ?? START),
    address: '',
  }
}

/** The first commit of main, which nobody pushed. */
function seed(world: World, path: string, files: Files): void {
  mkdirSync(dirname(path), { recursive: true })
  initBare(path)
  const [admin = world.organisation] = world.admins
  const commit = importStream({
    branch: 'main',
    from: undefined,
    files: { 'README.md': `# ${world.repository}\n`, ...files },
    message: 'Khởi tạo',
    author: { name: admin, email: `${admin}@users.noreply.github.com` },
    at: world.now,
  })
  git(path, ['fast-import', '--quiet', '--done'], { input: commit })
}
