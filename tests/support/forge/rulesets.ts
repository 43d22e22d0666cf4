import type { Instant } from '../../../pipeline/calendar/local-time.ts'
import { notFound } from './refusal.ts'
import { type Call, numberOf, paged, type Route, routes } from './routing.ts'
import { nodeId, repoApi, repoPage } from './shapes.ts'
import { fullName, homeRepo, isAdmin, stampOf, type World } from './world.ts'

export type PullRequestRule = {
  readonly type: 'pull_request'
  readonly parameters?: {
    readonly allowed_merge_methods?: readonly string[]
    readonly dismiss_stale_reviews_on_push: boolean
    readonly require_code_owner_review: boolean
    readonly require_last_push_approval: boolean
    readonly required_approving_review_count: number
    readonly required_review_thread_resolution: boolean
  }
}

export type StatusChecksRule = {
  readonly type: 'required_status_checks'
  readonly parameters?: {
    readonly required_status_checks: readonly { readonly context: string; readonly integration_id?: number }[]
    readonly strict_required_status_checks_policy: boolean
  }
}

export type Rule =
  | PullRequestRule
  | StatusChecksRule
  | { readonly type: 'creation' | 'update' | 'deletion' | 'non_fast_forward' | 'required_linear_history' }

/** A ruleset as an administrator writes it. */
export type RulesetInput = {
  readonly name: string
  readonly target?: 'branch' | 'tag' | 'push'
  readonly enforcement: 'active' | 'evaluate' | 'disabled'
  readonly bypass_actors?: readonly Readonly<Record<string, unknown>>[]
  readonly conditions?: {
    readonly ref_name?: { readonly include?: readonly string[]; readonly exclude?: readonly string[] }
  }
  readonly rules?: readonly Rule[]
}

export type Ruleset = {
  readonly id: number
  input: RulesetInput
  readonly createdAt: Instant
  updatedAt: Instant
}

export type ActiveRule = { readonly rule: Rule; readonly ruleset: number }

/** The rules that hold for a branch, in the order of their rulesets. */
export const rulesOf = (world: World, branch: string): ActiveRule[] =>
  world.rulesets
    .filter(({ input }) => input.enforcement === 'active' && (input.target ?? 'branch') === 'branch')
    .filter(({ input }) => covers(input, `refs/heads/${branch}`))
    .flatMap(({ id, input }) => (input.rules ?? []).map((rule) => ({ rule, ruleset: id })))

/** The parameters of every rule of a kind that holds for a branch. */
export function parametersOf<R extends PullRequestRule | StatusChecksRule>(
  world: World,
  branch: string,
  type: R['type'],
): NonNullable<R['parameters']>[] {
  return rulesOf(world, branch).flatMap(({ rule }) =>
    rule.type === type && 'parameters' in rule && rule.parameters
      ? [rule.parameters as NonNullable<R['parameters']>]
      : [],
  )
}

function covers({ conditions }: RulesetInput, ref: string): boolean {
  const { include = [], exclude = [] } = conditions?.ref_name ?? {}
  const named = (pattern: string) =>
    pattern === '~ALL' ||
    (pattern === '~DEFAULT_BRANCH' ? ref === 'refs/heads/main' : globOf(pattern).test(ref))
  return include.some(named) && !exclude.some(named)
}

const globOf = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .split(/(\*\*|\*|\?)/)
      .map(
        (part) =>
          ({ '**': '.*', '*': '[^/]*', '?': '[^/]' })[part] ?? part.replace(/[.+^${}()|[\]\\]/g, '\\$&'),
      )
      .join('')}$`,
  )

/** The rules of a branch that a bare `git push` would break. */
export function pushLimits(world: World, branch: string) {
  const types = new Set(rulesOf(world, branch).map(({ rule }) => rule.type))
  return {
    closed: types.has('pull_request') || types.has('update') || types.has('required_status_checks'),
    noForce: types.has('non_fast_forward'),
    noDeletion: types.has('deletion'),
  }
}

export function addRuleset(world: World, input: RulesetInput): Ruleset {
  const ruleset = { id: world.nextId(), input, createdAt: world.now, updatedAt: world.now }
  world.rulesets.push(ruleset)
  return ruleset
}

function summary(world: World, { id, input, createdAt, updatedAt }: Ruleset) {
  const home = homeRepo(world)
  return {
    id,
    node_id: nodeId('RRS', id),
    name: input.name,
    target: input.target ?? 'branch',
    source_type: 'Repository',
    source: fullName(home),
    enforcement: input.enforcement,
    created_at: stampOf(createdAt),
    updated_at: stampOf(updatedAt),
    _links: {
      self: { href: `${repoApi(world, home)}/rulesets/${id}` },
      html: { href: `${repoPage(world, home)}/rules/${id}` },
    },
  }
}

/** Who may bypass a ruleset is shown only to those who may change it. */
const whole = ({ world, actor }: Call, ruleset: Ruleset) => ({
  ...summary(world, ruleset),
  conditions: ruleset.input.conditions ?? {},
  rules: ruleset.input.rules ?? [],
  ...(actor && isAdmin(world, actor.login) ? { bypass_actors: ruleset.input.bypass_actors ?? [] } : {}),
  current_user_can_bypass: 'never',
})

function found(call: Call): Ruleset {
  const ruleset = call.world.rulesets.find(({ id }) => id === numberOf(call, 'ruleset_id'))
  if (!ruleset) throw notFound()
  return ruleset
}

export const rulesetRoutes: readonly Route[] = [
  ...routes([['metadata', 'read']], {
    'get /repos/{owner}/{repo}/rulesets': (call) =>
      paged(call, call.world.rulesets, (ruleset) => summary(call.world, ruleset)),
    'get /repos/{owner}/{repo}/rulesets/{ruleset_id}': (call) => ({
      status: 200,
      body: whole(call, found(call)),
    }),
    'get /repos/{owner}/{repo}/rules/branches/{branch}': (call) =>
      paged(call, rulesOf(call.world, call.params.branch ?? ''), ({ rule, ruleset }) => ({
        ...rule,
        ruleset_source_type: 'Repository',
        ruleset_source: fullName(homeRepo(call.world)),
        ruleset_id: ruleset,
      })),
  }),
  ...routes(
    [['administration', 'write']],
    {
      'post /repos/{owner}/{repo}/rulesets': (call) => ({
        status: 201,
        body: whole(call, addRuleset(call.world, call.body as RulesetInput)),
      }),
      'put /repos/{owner}/{repo}/rulesets/{ruleset_id}': (call) => {
        const ruleset = found(call)
        ruleset.input = { ...ruleset.input, ...(call.body as Partial<RulesetInput>) }
        ruleset.updatedAt = call.world.now
        return { status: 200, body: whole(call, ruleset) }
      },
    },
    'admin',
  ),
]
