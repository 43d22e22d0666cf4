import { createForge, type ForgeOptions } from '../support/forge/forge.ts'
import type { PullRequestRule, RulesetInput, StatusChecksRule } from '../support/forge/rulesets.ts'

export const HOME = { owner: 'phuong-thanh-dong', repo: 'cong' }

export const ACTIONS_APP = 15368

/** A small office: two teams that own something, one that may only read, and an editor on his own. */
export const createTown = (options: Partial<ForgeOptions> = {}) =>
  createForge({
    organisation: HOME.owner,
    repository: HOME.repo,
    teams: {
      'van-phong': ['lan', 'minh'],
      'vh-xh': ['hoa'],
      'cong-tac-vien': { members: ['khanh'], access: 'read' },
    },
    writers: ['tung'],
    ...options,
  })

export const OWNERS = {
  '.github/CODEOWNERS': [
    '* @phuong-thanh-dong/van-phong',
    '/content/xa-hoi/ @phuong-thanh-dong/vh-xh',
    '/content/tu-do/',
    '/content/nham/ @phuong-thanh-dong/khong-co',
    '',
  ].join('\n'),
}

type Demands = Partial<NonNullable<PullRequestRule['parameters']>>

/** Rules for main that ask for nothing but what is given. */
export const mainRules = (
  demands: Demands,
  checks: NonNullable<StatusChecksRule['parameters']>['required_status_checks'] = [],
  strict = false,
): RulesetInput => ({
  name: 'main',
  enforcement: 'active',
  conditions: { ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] } },
  rules: [
    {
      type: 'pull_request',
      parameters: {
        dismiss_stale_reviews_on_push: false,
        require_code_owner_review: false,
        require_last_push_approval: false,
        required_approving_review_count: 0,
        required_review_thread_resolution: false,
        ...demands,
      },
    },
    ...(checks.length === 0
      ? []
      : [
          {
            type: 'required_status_checks' as const,
            parameters: { required_status_checks: checks, strict_required_status_checks_policy: strict },
          },
        ]),
    { type: 'non_fast_forward' },
    { type: 'deletion' },
  ],
})

/** The status and the words of a refusal; undefined where it went well. */
export const refusal = (asked: Promise<unknown>): Promise<{ status: number; message: string } | undefined> =>
  asked.then(
    () => undefined,
    (error: { status: number; response?: { data?: { message?: string; errors?: unknown[] } } }) => ({
      status: error.status,
      message: [error.response?.data?.message, ...(error.response?.data?.errors ?? [])]
        .map((part) => (typeof part === 'string' ? part : JSON.stringify(part)))
        .join(' | '),
    }),
  )
