import type { Octokit } from 'octokit'
import type { RepositoryName } from './forge.ts'
import { asking, type GitHubSettings, githubClient } from './github-client.ts'

/** One rule of a ruleset, as GitHub writes it. */
export type Rule = { readonly type: string; readonly parameters?: Readonly<Record<string, unknown>> }

/** Rules of a branch; GitHub's REST API, “repository rulesets”. */
export type Ruleset = {
  /** Undefined for one that does not exist yet. */
  readonly id?: number
  readonly name: string
  readonly target: string
  readonly enforcement: string
  /** Who need not keep the rules; undefined where the token may not see it. */
  readonly bypass_actors?: readonly object[] | undefined
  readonly conditions: {
    readonly ref_name: { readonly include: readonly string[]; readonly exclude: readonly string[] }
  }
  readonly rules: readonly Rule[]
}

export type ActionsPolicy = {
  readonly enabled: boolean
  readonly allowed_actions: 'all' | 'local_only' | 'selected'
  readonly sha_pinning_required: boolean
}

/** Which actions may run where only selected ones may. */
export type SelectedActions = {
  readonly github_owned_allowed: boolean
  readonly verified_allowed: boolean
  readonly patterns_allowed?: readonly string[]
}

/** What the token of a workflow may do where the workflow does not say. */
export type WorkflowToken = {
  readonly default_workflow_permissions: 'read' | 'write'
  readonly can_approve_pull_request_reviews: boolean
}

/** The protection of one repository on the forge. Every call may throw ForgeFailure. */
export type RepositorySettings = {
  /** The repository's own ruleset of a name. */
  readonly ruleset: (name: string) => Promise<Ruleset | undefined>
  /** Changes the ruleset that has its id, or makes a new one. */
  readonly writeRuleset: (ruleset: Ruleset) => Promise<void>
  readonly actions: () => Promise<ActionsPolicy>
  readonly writeActions: (policy: ActionsPolicy) => Promise<void>
  readonly selectedActions: () => Promise<SelectedActions>
  readonly writeSelectedActions: (selected: SelectedActions) => Promise<void>
  readonly workflowToken: () => Promise<WorkflowToken>
  readonly writeWorkflowToken: (token: WorkflowToken) => Promise<void>
}

const WHO = 'mã truy cập cá nhân của người quản trị kho; mã mặc định của Actions không có quyền này'
const READ = `Administration: read (${WHO})`
const WRITE = `Administration: write (${WHO})`

/** The settings of a repository on GitHub. */
export function githubSettings(
  { owner, name }: RepositoryName,
  settings: GitHubSettings,
): RepositorySettings {
  let client: Promise<Octokit> | undefined
  const at = { owner, repo: name }
  const ask = async <T>(what: string, needs: string, call: (octokit: Octokit) => Promise<T>): Promise<T> =>
    asking(`${what} của kho ${owner}/${name}`, needs, async () => {
      client ??= githubClient(settings)
      return call(await client)
    })
  const read = <T>(what: string, route: string): Promise<T> =>
    ask(`đọc ${what}`, READ, async (octokit) => (await octokit.request(`GET ${route}`, at)).data as T)
  const write = (what: string, route: string, body: object): Promise<void> =>
    ask(`sửa ${what}`, WRITE, async (octokit) => void (await octokit.request(route, { ...at, ...body })))
  return {
    ruleset: (ruleset) => ask('đọc quy tắc nhánh', READ, (octokit) => findRuleset(octokit, at, ruleset)),
    writeRuleset: ({ id, ...body }) =>
      id === undefined
        ? write('quy tắc nhánh', `POST ${RULESETS}`, body)
        : write('quy tắc nhánh', `PUT ${RULESETS}/{ruleset_id}`, { ruleset_id: id, ...body }),
    actions: () => read('thiết lập Actions', ACTIONS),
    writeActions: (policy) => write('thiết lập Actions', `PUT ${ACTIONS}`, policy),
    selectedActions: () => read('danh sách action được phép', `${ACTIONS}/selected-actions`),
    writeSelectedActions: (selected) =>
      write('danh sách action được phép', `PUT ${ACTIONS}/selected-actions`, selected),
    workflowToken: () => read('quyền mặc định của workflow', `${ACTIONS}/workflow`),
    writeWorkflowToken: (token) => write('quyền mặc định của workflow', `PUT ${ACTIONS}/workflow`, token),
  }
}

const RULESETS = '/repos/{owner}/{repo}/rulesets'
const ACTIONS = '/repos/{owner}/{repo}/actions/permissions'

/** The list holds no rules; the ruleset itself does. Those of the organisation are not the repository's to change. */
async function findRuleset(
  octokit: Octokit,
  at: { owner: string; repo: string },
  name: string,
): Promise<Ruleset | undefined> {
  const all = await octokit.paginate(octokit.rest.repos.getRepoRulesets, {
    ...at,
    includes_parents: false,
    per_page: 100,
  })
  const found = all.find((each) => each.name === name)
  if (!found) return undefined
  const { data } = await octokit.rest.repos.getRepoRuleset({ ...at, ruleset_id: found.id })
  const { id, target = 'branch', enforcement, bypass_actors, conditions, rules = [] } = data
  const refs = (conditions as Partial<Ruleset['conditions']> | undefined)?.ref_name
  return {
    id,
    name,
    target,
    enforcement,
    bypass_actors,
    conditions: { ref_name: { include: refs?.include ?? [], exclude: refs?.exclude ?? [] } },
    rules: rules as readonly Rule[],
  }
}
