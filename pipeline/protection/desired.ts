import type {
  ActionsPolicy,
  Rule,
  Ruleset,
  SelectedActions,
  WorkflowToken,
} from '../adapters/repository-settings.ts'

/** The job that the branch requires; it is the last of kiem-tra.yml and waits for all others. */
export const REQUIRED_CHECK = 'xong'

/** GitHub Actions itself, as an app: anybody who may write could report a check of that name, only the app reports this one. */
export const ACTIONS_APP = 15368

export const RULESET_NAME = 'congbo: nhánh chính'

/**
 * The rules of the main branch. Only merge commits: publication is read from the first-parent line of the main branch, and a
 * merge commit keeps below it the very commits that were approved; squashing and rebasing would publish commits that nobody
 * approved, so a linear history is not asked for.
 */
const RULES: readonly Rule[] = [
  {
    type: 'pull_request',
    parameters: {
      required_approving_review_count: 1,
      dismiss_stale_reviews_on_push: true,
      require_code_owner_review: true,
      require_last_push_approval: true,
      required_review_thread_resolution: false,
      allowed_merge_methods: ['merge'],
    },
  },
  {
    type: 'required_status_checks',
    parameters: {
      strict_required_status_checks_policy: true,
      do_not_enforce_on_create: false,
      required_status_checks: [{ context: REQUIRED_CHECK, integration_id: ACTIONS_APP }],
    },
  },
  { type: 'deletion' },
  { type: 'non_fast_forward' },
]

export const DESIRED = {
  ruleset: {
    name: RULESET_NAME,
    target: 'branch',
    enforcement: 'active',
    bypass_actors: [],
    conditions: { ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] } },
    rules: RULES,
  } satisfies Ruleset,
  actions: { enabled: true, allowed_actions: 'selected', sha_pinning_required: true } satisfies ActionsPolicy,
  /** Every action of the workflows is GitHub's own; what a repository allows besides stays as it is. */
  selected: { github_owned_allowed: true, verified_allowed: false } satisfies SelectedActions,
  token: {
    default_workflow_permissions: 'read',
    can_approve_pull_request_reviews: false,
  } satisfies WorkflowToken,
} as const
