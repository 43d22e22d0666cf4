import type { Instant } from '../../../pipeline/calendar/local-time.ts'
import type { Deployment } from './deployments.ts'
import type { Ruleset } from './rulesets.ts'

export type Permission =
  | 'actions'
  | 'administration'
  | 'checks'
  | 'contents'
  | 'deployments'
  | 'issues'
  | 'members'
  | 'metadata'
  | 'pull_requests'

/** What a token may do; what is not named it may not. */
export type Permissions = Readonly<Partial<Record<Permission, 'read' | 'write'>>>

export type App = { readonly id: number; readonly slug: string }

/** An account at work: the rights of the account, cut down to those of its token. */
export type Token = {
  readonly login: string
  /** Absent: all that the account may do. */
  readonly permissions?: Permissions
  /** The token is one of a GitHub App, as that of a workflow is. */
  readonly app?: App
}

export type Team = { readonly members: readonly string[]; readonly access: 'read' | 'write' }

/** A repository on disk: the one of the organisation, or a fork. */
export type Repo = {
  readonly owner: string
  readonly name: string
  readonly path: string
  readonly fork: boolean
}

export type Activity = {
  readonly id: number
  readonly repo: string
  readonly before: string
  readonly after: string
  readonly ref: string
  readonly at: Instant
  readonly type: 'push' | 'force_push' | 'branch_creation' | 'branch_deletion' | 'pr_merge'
  readonly actor: string
}

export type ReviewState = 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING'

export type Review = {
  readonly id: number
  readonly login: string
  readonly commit: string
  body: string
  state: ReviewState
  at: Instant | undefined
}

export type Comment = {
  readonly id: number
  /** The number of a pull request, or of an issue. */
  readonly pull: number
  readonly login: string
  readonly app: App | undefined
  body: string
  readonly createdAt: Instant
  updatedAt: Instant
}

/** A remark at a line of a pull request. */
export type ReviewComment = {
  readonly id: number
  readonly pull: number
  readonly review: number | null
  readonly login: string
  readonly body: string
  readonly path: string
  readonly line: number
  readonly side: 'LEFT' | 'RIGHT'
  readonly commit: string
  readonly replyTo: number | undefined
  readonly at: Instant
}

export type Annotation = Readonly<Record<string, unknown>>

export type CheckRun = {
  readonly id: number
  readonly sha: string
  readonly app: App
  readonly annotations: Annotation[]
  name: string
  status: string
  conclusion: string | null
  startedAt: string | null
  completedAt: string | null
  title: string | null
  summary: string | null
  text: string | null
  externalId: string
  detailsUrl: string | null
}

export type Pull = {
  readonly id: number
  readonly number: number
  readonly author: string
  readonly head: { readonly repo: string; readonly ref: string; sha: string }
  base: { readonly ref: string; sha: string }
  readonly reviews: Review[]
  readonly openedAt: Instant
  title: string
  body: string | null
  draft: boolean
  /** By name; any name is a label. */
  labels: readonly string[]
  updatedAt: Instant
  closedAt: Instant | undefined
  merged: { readonly at: Instant; readonly by: string; readonly sha: string } | undefined
  /** Who pushed the newest commits; it is not always the author. */
  lastPusher: string
  /** The trial merge, where there is no conflict. */
  trialMerge: string | undefined
}

export type Issue = {
  readonly id: number
  readonly number: number
  readonly author: string
  readonly app: App | undefined
  readonly openedAt: Instant
  title: string
  body: string | null
  updatedAt: Instant
  closedAt: Instant | undefined
  closedBy: string | undefined
  /** Why it is closed, or open again. */
  reason: string | null
}

/** An answer that is ordered to go wrong. */
export type Fault = {
  readonly method?: string
  readonly path: RegExp
  readonly status: number
  /** How many requests it hits; all of them where absent. */
  readonly times?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly message?: string
}

export type Asked = {
  readonly method: string
  readonly path: string
  readonly login: string | undefined
  readonly status: number
}

export type ActionsSettings = {
  enabled: boolean
  allowed_actions: 'all' | 'local_only' | 'selected'
  sha_pinning_required: boolean
  default_workflow_permissions: 'read' | 'write'
  can_approve_pull_request_reviews: boolean
}

/** All that the forge knows, apart from what Git knows. */
export type World = {
  readonly organisation: string
  readonly repository: string
  readonly visibility: 'public' | 'private'
  readonly teams: Map<string, Team>
  /** Accounts that may write by themselves, not through a team. */
  readonly writers: Set<string>
  readonly admins: Set<string>
  /** Addresses that accounts have made known, besides their noreply addresses. */
  readonly emails: Map<string, string>
  readonly tokens: Map<string, Token>
  readonly repos: Map<string, Repo>
  readonly pulls: Pull[]
  readonly issues: Issue[]
  readonly comments: Comment[]
  readonly reviewComments: ReviewComment[]
  readonly checkRuns: CheckRun[]
  readonly deployments: Deployment[]
  /** Files that were dropped into issues, by their path. */
  readonly dropped: Map<string, Uint8Array>
  readonly rulesets: Ruleset[]
  readonly activities: Activity[]
  readonly faults: { readonly fault: Fault; hits: number }[]
  readonly asked: Asked[]
  /** What was asked of the API and is not there: GitHub may well have it. */
  readonly unknown: string[]
  /** Answers that GitHub would not give; a fake with one of these proves nothing. */
  readonly broken: string[]
  readonly actions: ActionsSettings
  readonly nextId: () => number
  now: Instant
  /** `http://127.0.0.1:<port>`, known when the server listens. */
  address: string
}

/** The number of the next pull request or issue: they share one count. */
export const nextNumber = ({ pulls, issues }: World): number => pulls.length + issues.length + 1

/** The account of GITHUB_TOKEN in a workflow, and its app; both are GitHub's own. */
export const ACTIONS = { login: 'github-actions[bot]', app: { id: 15368, slug: 'github-actions' } } as const

/** Accounts are the same whatever the case. */
export const sameLogin = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

const has = (logins: Iterable<string>, login: string): boolean =>
  Iterator.from(logins).some((each) => sameLogin(each, login))

export const isAdmin = (world: World, login: string): boolean => has(world.admins, login)

/** Whether an account may write: by itself, as an administrator, or as a member of a team that may. */
export const mayWrite = (world: World, login: string): boolean =>
  has(world.writers, login) ||
  isAdmin(world, login) ||
  world.teams.values().some((team) => team.access === 'write' && has(team.members, login))

export const isMember = (world: World, login: string): boolean =>
  has(world.writers, login) ||
  isAdmin(world, login) ||
  world.teams.values().some(({ members }) => has(members, login))

export const mayRead = (world: World, login: string | undefined): boolean =>
  world.visibility === 'public' ||
  (login !== undefined && (login === ACTIONS.login || isMember(world, login)))

export const inTeam = (world: World, slug: string, login: string): boolean =>
  has(world.teams.get(slug.toLowerCase())?.members ?? [], login)

const NOREPLY = /^(?:\d+\+)?([^@]+)@users\.noreply\.github\.com$/

/** The account that an address of a commit belongs to, as far as GitHub knows it. */
export const accountOf = (world: World, email: string): string | undefined =>
  world.emails.get(email.toLowerCase()) ?? NOREPLY.exec(email)?.[1]

export const fullName = ({ owner, name }: { readonly owner: string; readonly name: string }) =>
  `${owner}/${name}`

export const homeRepo = (world: World): Repo =>
  world.repos.get(`${world.organisation}/${world.repository}`) as Repo

/** `2026-11-20T01:00:00Z`, as GitHub writes instants. */
export const stampOf = (at: Instant): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z')
