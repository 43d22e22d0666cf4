import { describe, expect, test } from 'vitest'
import type { Rule, Ruleset } from '../../pipeline/adapters/repository-settings.ts'
import { DESIRED } from '../../pipeline/protection/desired.ts'
import { driftOf } from '../../pipeline/protection/drift.ts'
import type { Protection } from '../../pipeline/protection/expectations.ts'
import { mended, mendedRuleset } from '../../pipeline/protection/mend.ts'

const good: Protection = {
  ruleset: { ...DESIRED.ruleset, id: 7 },
  actions: DESIRED.actions,
  selected: DESIRED.selected,
  token: DESIRED.token,
}

const ruleset = (change: Partial<Ruleset>): Protection => ({
  ...good,
  ruleset: { ...(good.ruleset as Ruleset), ...change },
})
const without = (type: string) =>
  ruleset({ rules: DESIRED.ruleset.rules.filter((rule) => rule.type !== type) })
const also = (rule: Rule) => ruleset({ rules: [...DESIRED.ruleset.rules, rule] })
/** One rule with other parameters. */
const altered = (type: string, parameters: object) =>
  ruleset({
    rules: DESIRED.ruleset.rules.map((rule) =>
      rule.type === type ? { type, parameters: { ...rule.parameters, ...parameters } } : rule,
    ),
  })
const review = (parameters: object) => altered('pull_request', parameters)
const checks = (...required_status_checks: object[]) =>
  altered('required_status_checks', { required_status_checks })

// biome-ignore format: a table
const CASES: readonly (readonly [words: string, protection: Protection, because: string])[] = [
  ['Quy tắc nhánh «congbo: nhánh chính»',  { ...good, ruleset: undefined },                              'anybody publishes'],
  ['Hiệu lực của quy tắc nhánh',           ruleset({ enforcement: 'evaluate' }),                         'a trial blocks nothing'],
  ['Nhánh được bảo vệ',                    ruleset({ conditions: { ref_name: { include: ['refs/heads/thu'], exclude: [] } } }), 'another branch'],
  ['Nhánh được bảo vệ',                    ruleset({ conditions: { ref_name: { include: ['~DEFAULT_BRANCH'], exclude: ['refs/heads/main'] } } }), 'taken back'],
  ['Người được miễn quy tắc',              ruleset({ bypass_actors: [{ actor_id: 5, actor_type: 'RepositoryRole' }] }), 'administrators publish alone'],
  ['Người được miễn quy tắc',              ruleset({ bypass_actors: undefined }),                        'what may not be seen is not taken on trust'],
  ['Số người duyệt tối thiểu',             review({ required_approving_review_count: 0 }),               'nobody'],
  ['Người phụ trách thư mục phải duyệt (CODEOWNERS)', review({ require_code_owner_review: false }),      'any member could approve any field'],
  ['Bản mới làm mất phê duyệt cũ',         review({ dismiss_stale_reviews_on_push: false }),             'approved before it was changed'],
  ['Người đẩy bản cuối không được là người duyệt duy nhất', review({ require_last_push_approval: false }), 'he approves what he wrote'],
  ['Cách gộp',                             review({ allowed_merge_methods: ['merge', 'squash'] }),       'a squash publishes a commit that nobody saw'],
  ['Cách gộp',                             review({ allowed_merge_methods: undefined }),                 'all of them'],
  ['Bắt buộc lịch sử thẳng',               also({ type: 'required_linear_history' }),                    'nothing could be merged'],
  ['Kiểm tra bắt buộc «xong» do GitHub Actions báo', checks({ context: 'xong' }),                        'anybody may report it'],
  ['Kiểm tra bắt buộc «xong» do GitHub Actions báo', checks({ context: 'gate', integration_id: 15368 }), 'another job'],
  ['Kiểm tra bắt buộc «xong» do GitHub Actions báo', checks(),                                           'no check'],
  ['Nhánh phải cập nhật theo nhánh chính trước khi gộp', altered('required_status_checks', { strict_required_status_checks_policy: false }), 'checked against a former regulation'],
  ['Cấm xóa nhánh chính',                  without('deletion'),                                          'the register is gone'],
  ['Cấm ghi đè lịch sử (force push)',      without('non_fast_forward'),                                  'the register is rewritten'],
  ['GitHub Actions',                       { ...good, actions: { ...DESIRED.actions, enabled: false } }, 'nothing is checked'],
  ['Action được phép chạy',                { ...good, actions: { ...DESIRED.actions, allowed_actions: 'all' } }, 'any action'],
  ['Action phải ghim theo commit',         { ...good, actions: { ...DESIRED.actions, sha_pinning_required: false } }, 'a tag moves'],
  ['Cho phép action của GitHub',           { ...good, selected: { ...DESIRED.selected, github_owned_allowed: false } }, 'our workflows would not run'],
  ['Cho phép mọi action của nhà phát hành đã xác minh', { ...good, selected: { ...DESIRED.selected, verified_allowed: true } }, 'a known name is no review'],
  ['Quyền mặc định của workflow',          { ...good, token: { ...DESIRED.token, default_workflow_permissions: 'write' } }, 'who forgets to say may write'],
  ['Workflow được phê duyệt yêu cầu gộp',  { ...good, token: { ...DESIRED.token, can_approve_pull_request_reviews: true } }, 'a machine approves'],
]

describe('driftOf', () => {
  test('finds nothing where all is as it should be', () => expect(driftOf(good)).toEqual([]))
  test('finds nothing where something is stricter', () => {
    expect(
      driftOf(review({ required_approving_review_count: 2, required_review_thread_resolution: true })),
    ).toEqual([])
    expect(driftOf(also({ type: 'required_signatures' }))).toEqual([])
  })
  test.each(CASES)('%s: %#', (setting, protection) => {
    const found = driftOf(protection)
    expect(found.map((each) => each.setting)).toEqual([setting])
    for (const each of found) expect(each.is).not.toBe(each.shouldBe)
  })
  test('without the rule for pull requests, everything it would say is missing', () => {
    expect(driftOf(without('pull_request')).length).toBeGreaterThan(5)
  })
})

describe('mending', () => {
  test.each(CASES)('leaves nothing of %s: %#', (_, protection) => {
    expect(driftOf(mended(protection))).toEqual([])
  })
  test('keeps what is stricter, and the ruleset that is there', () => {
    const stricter = ruleset({
      rules: [
        { type: 'required_signatures' },
        { type: 'pull_request', parameters: { required_approving_review_count: 2 } },
        {
          type: 'required_status_checks',
          parameters: { required_status_checks: [{ context: 'xong' }, { context: 'khac' }] },
        },
      ],
    }).ruleset as Ruleset
    const { id, rules } = mendedRuleset(stricter)
    expect(id).toBe(7)
    expect(rules).toContainEqual({ type: 'required_signatures' })
    const parameters = (type: string) => rules.find((each) => each.type === type)?.parameters
    expect(parameters('pull_request')).toMatchObject({ required_approving_review_count: 2 })
    expect(parameters('required_status_checks')?.required_status_checks).toEqual([
      { context: 'xong', integration_id: 15368 },
      { context: 'khac' },
    ])
  })
})
