import type {
  ActionsPolicy,
  Ruleset,
  SelectedActions,
  WorkflowToken,
} from '../adapters/repository-settings.ts'
import { ACTIONS_APP, DESIRED, REQUIRED_CHECK } from './desired.ts'

/** The protection of a repository as the forge has it. */
export type Protection = {
  readonly ruleset: Ruleset | undefined
  readonly actions: ActionsPolicy
  /** Only where selected actions may run; elsewhere there is no such list. */
  readonly selected: SelectedActions | undefined
  readonly token: WorkflowToken
}

/** A part of the protection, each written by one call. */
export type Part = 'ruleset' | 'actions' | 'selected' | 'token'

/** One setting that is not what it should be; in Vietnamese. */
export type Drift = {
  readonly part: Part
  readonly setting: string
  readonly is: string
  readonly shouldBe: string
  readonly why: string
  /** Where a person changes it by hand. */
  readonly where: string
}

/** What a setting should be, and how it is found. */
export type Expectation = Omit<Drift, 'is'> & {
  readonly read: (protection: Protection) => unknown
  readonly met: (is: unknown) => boolean
}

export const RULES_PAGE = 'Settings → Rules → Rulesets'
const ACTIONS_PAGE = 'Settings → Actions → General'

const is = (wanted: unknown) => (value: unknown) => value === wanted
const rule = ({ ruleset }: Protection, type: string) => ruleset?.rules.find((each) => each.type === type)
const parameter = (type: string, name: string) => (protection: Protection) =>
  rule(protection, type)?.parameters?.[name]

const branch = (
  setting: string,
  shouldBe: string,
  why: string,
  read: Expectation['read'],
  met: Expectation['met'],
): Expectation => ({ part: 'ruleset', setting, shouldBe, why, where: RULES_PAGE, read, met })

const review = (setting: string, name: string, why: string): Expectation =>
  branch(setting, 'bật', why, parameter('pull_request', name), is(true))

const present = (type: string) => (protection: Protection) => rule(protection, type) !== undefined

/** A check of the right name, reported by the app of GitHub Actions. */
const isRequired = (checks: unknown): boolean =>
  Array.isArray(checks) &&
  checks.some((each) => each?.context === REQUIRED_CHECK && each?.integration_id === ACTIONS_APP)

/** What the ruleset of the main branch should say, in the order of weight. */
export const BRANCH: readonly Expectation[] = [
  branch(
    'Hiệu lực của quy tắc nhánh',
    'active',
    'quy tắc tắt hoặc chỉ thử thì không chặn được gì',
    ({ ruleset }) => ruleset?.enforcement,
    is('active'),
  ),
  branch(
    'Nhánh được bảo vệ',
    'nhánh mặc định (~DEFAULT_BRANCH), không ngoại lệ',
    'cổng được dựng từ nhánh mặc định',
    ({ ruleset }) => [
      ...(ruleset?.conditions.ref_name.include ?? []),
      ...(ruleset?.conditions.ref_name.exclude ?? []).map((ref) => `trừ ${ref}`),
    ],
    (refs) =>
      (refs as string[]).some((ref) => ref === '~DEFAULT_BRANCH' || ref === '~ALL') &&
      !(refs as string[]).some((ref) => ref.startsWith('trừ ')),
  ),
  branch(
    'Người được miễn quy tắc',
    'không có',
    'người được miễn, kể cả quản trị, đăng được bài chưa ai duyệt',
    ({ ruleset }) => ruleset?.bypass_actors,
    (actors) => Array.isArray(actors) && actors.length === 0,
  ),
  branch(
    'Chỉ gộp qua yêu cầu gộp (pull request)',
    'bật',
    'đẩy thẳng lên nhánh chính là đăng bài không qua duyệt',
    present('pull_request'),
    is(true),
  ),
  branch(
    'Số người duyệt tối thiểu',
    'từ 1 trở lên',
    'không có thì người viết tự đăng được',
    parameter('pull_request', 'required_approving_review_count'),
    (count) => typeof count === 'number' && count >= 1,
  ),
  review(
    'Người phụ trách thư mục phải duyệt (CODEOWNERS)',
    'require_code_owner_review',
    'lĩnh vực nào do đơn vị được Quy chế giao duyệt',
  ),
  review(
    'Bản mới làm mất phê duyệt cũ',
    'dismiss_stale_reviews_on_push',
    'phê duyệt là cho đúng bản đã đọc, không cho bản sửa sau đó',
  ),
  review(
    'Người đẩy bản cuối không được là người duyệt duy nhất',
    'require_last_push_approval',
    'không ai tự duyệt phần mình vừa sửa',
  ),
  branch(
    'Cách gộp',
    'merge',
    'gộp bằng commit gộp mới giữ lại đúng các commit đã được duyệt, và ngày giờ công bố đọc từ commit gộp',
    parameter('pull_request', 'allowed_merge_methods'),
    (methods) => Array.isArray(methods) && methods.join() === 'merge',
  ),
  branch(
    'Bắt buộc lịch sử thẳng',
    'tắt',
    'lịch sử thẳng cấm commit gộp, tức là cấm cách gộp duy nhất được dùng',
    present('required_linear_history'),
    is(false),
  ),
  branch(
    `Kiểm tra bắt buộc «${REQUIRED_CHECK}» do GitHub Actions báo`,
    `${REQUIRED_CHECK}, integration_id ${ACTIONS_APP}`,
    'không ghi rõ ứng dụng thì ai có quyền ghi cũng tự báo «đạt» được',
    parameter('required_status_checks', 'required_status_checks'),
    isRequired,
  ),
  branch(
    'Nhánh phải cập nhật theo nhánh chính trước khi gộp',
    'bật',
    'Quy chế, ban biên tập có thể đã đổi sau lần kiểm tra trước',
    parameter('required_status_checks', 'strict_required_status_checks_policy'),
    is(true),
  ),
  branch('Cấm xóa nhánh chính', 'bật', 'lịch sử Git là sổ công bố', present('deletion'), is(true)),
  branch(
    'Cấm ghi đè lịch sử (force push)',
    'bật',
    'lịch sử Git là sổ công bố, không ai được viết lại',
    present('non_fast_forward'),
    is(true),
  ),
]

const actions = (
  part: Part,
  setting: string,
  shouldBe: string,
  why: string,
  read: Expectation['read'],
  wanted: unknown,
): Expectation => ({ part, setting, shouldBe, why, where: ACTIONS_PAGE, read, met: is(wanted) })

/** What the repository should say of GitHub Actions. */
export const OTHERS: readonly Expectation[] = [
  actions(
    'actions',
    'GitHub Actions',
    'bật',
    'tắt thì không kiểm tra, không đăng được gì',
    (each) => each.actions.enabled,
    DESIRED.actions.enabled,
  ),
  actions(
    'actions',
    'Action được phép chạy',
    'selected',
    'chỉ nên chạy action đã chọn; action lạ chạy được với quyền của kho',
    (each) => each.actions.allowed_actions,
    DESIRED.actions.allowed_actions,
  ),
  actions(
    'actions',
    'Action phải ghim theo commit',
    'bật',
    'nhãn phiên bản dời được, commit thì không',
    (each) => each.actions.sha_pinning_required,
    DESIRED.actions.sha_pinning_required,
  ),
  actions(
    'selected',
    'Cho phép action của GitHub',
    'bật',
    'mọi action trong các workflow của congbo là của GitHub',
    (each) => each.selected?.github_owned_allowed ?? true,
    DESIRED.selected.github_owned_allowed,
  ),
  actions(
    'selected',
    'Cho phép mọi action của nhà phát hành đã xác minh',
    'tắt',
    'xác minh tên người phát hành không phải là xem mã của họ',
    (each) => each.selected?.verified_allowed ?? false,
    DESIRED.selected.verified_allowed,
  ),
  actions(
    'token',
    'Quyền mặc định của workflow',
    'read',
    'workflow nào quên đặt quyền sẽ ghi được vào kho',
    (each) => each.token.default_workflow_permissions,
    DESIRED.token.default_workflow_permissions,
  ),
  actions(
    'token',
    'Workflow được phê duyệt yêu cầu gộp',
    'tắt',
    'phê duyệt phải là của người có thẩm quyền, không phải của máy',
    (each) => each.token.can_approve_pull_request_reviews,
    DESIRED.token.can_approve_pull_request_reviews,
  ),
]
