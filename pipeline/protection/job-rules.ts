import { fieldsOf, type Job, type Step, stepsOf, type Workflow } from './workflow.ts'
import type { Breach } from './workflow-policy.ts'

type JobRule = (job: Job, workflow: Workflow) => readonly Breach[]
type StepRule = (step: Step) => readonly Breach[]

const forEachJob =
  (rule: JobRule) =>
  (workflow: Workflow): readonly Breach[] =>
    workflow.jobs.flatMap((job) => rule(job, workflow))

const forEachStep = (rule: StepRule) => forEachJob((job) => stepsOf(job).flatMap(rule))

const PINNED = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/
const PINNED_IMAGE = /^docker:\/\/[^@\s]+@sha256:[0-9a-f]{64}$/
const isPinned = (uses: string): boolean =>
  uses.startsWith('./') || PINNED.test(uses) || PINNED_IMAGE.test(uses)

const pinned = ({ path, fields }: Job | Step): readonly Breach[] =>
  fields.uses === undefined || isPinned(String(fields.uses))
    ? []
    : [
        {
          rule: 'pin',
          path: [...path, 'uses'],
          problem: `\`${fields.uses}\` không ghim theo commit`,
          why: 'nhãn phiên bản dời được: người giữ action đổi mã lúc nào cũng được, và mã đó chạy với quyền của kho',
          fix: 'ghi đủ 40 ký tự của commit, kèm phiên bản ở chú thích: `chủ/action@<commit> # vX.Y.Z`',
        },
      ]

/** The version that a commit stands for is told beside it, so that a person can review an update. Comments are no part of YAML. */
const pinnedVersion = ({ text }: Workflow): readonly Breach[] =>
  text.split('\n').flatMap((line, index) =>
    /^\s*(?:- )?uses:.*@[0-9a-f]{40}['"]?\s*$/.test(line)
      ? [
          {
            rule: 'pin-version',
            path: [],
            line: index + 1,
            problem: `\`${line.trim()}\` không ghi phiên bản`,
            why: 'người duyệt không đọc được commit đó là phiên bản nào',
            fix: 'thêm chú thích `# vX.Y.Z` sau commit',
          },
        ]
      : [],
  )

function permissions({ path, fields }: Job): readonly Breach[] {
  if (!('permissions' in fields))
    return [
      {
        rule: 'job-permissions',
        path,
        problem: 'Job không nói nó cần quyền gì',
        why: 'người duyệt workflow phải thấy ngay từng job làm được gì',
        fix: 'thêm khối `permissions` của job, ví dụ `contents: read`',
      },
    ]
  if (typeof fields.permissions !== 'string') return []
  return [
    {
      rule: 'job-permissions',
      path: [...path, 'permissions'],
      problem: `Job nhận mọi quyền (\`${fields.permissions}\`)`,
      why: 'một action hỏng trong job này sẽ làm được mọi việc trên kho',
      fix: 'kể từng quyền job cần, ví dụ `contents: read`',
    },
  ]
}

const timeout = ({ path, fields }: Job): readonly Breach[] =>
  'timeout-minutes' in fields || 'uses' in fields
    ? []
    : [
        {
          rule: 'timeout',
          path,
          problem: 'Job không có giới hạn thời gian',
          why: 'một lần chạy treo sẽ giữ chỗ tới sáu giờ',
          fix: 'thêm `timeout-minutes`',
        },
      ]

/** Any expression, not only those known to be dangerous: what a branch or a title holds becomes part of the script. */
function injection({ path, fields }: Step): readonly Breach[] {
  const scripts = [
    { text: fields.run, path: [...path, 'run'] },
    { text: fieldsOf(fields.with).script, path: [...path, 'with', 'script'] },
  ]
  return scripts
    .filter(({ text }) => String(text ?? '').includes('${{'))
    .map((script) => ({
      rule: 'injection',
      path: script.path,
      problem: 'Lệnh có biểu thức của GitHub (dấu `${{`)',
      why: 'GitHub chép giá trị thẳng vào lệnh: tên nhánh hay tiêu đề viết khéo sẽ thành lệnh chạy thật',
      fix: 'đưa giá trị vào `env` của bước rồi dùng "$TEN_BIEN"',
    }))
}

const isCheckout = ({ fields }: Step): boolean => /^actions\/checkout@/i.test(String(fields.uses))

const credentials = (step: Step): readonly Breach[] =>
  !isCheckout(step) || String(fieldsOf(step.fields.with)['persist-credentials']) === 'false'
    ? []
    : [
        {
          rule: 'credentials',
          path: [...step.path, 'uses'],
          problem: 'Bước checkout để lại mã truy cập trên đĩa',
          why: 'mọi bước sau, kể cả mã của người ngoài, đọc được mã đó',
          fix: 'thêm `persist-credentials: false` vào `with`',
        },
      ]

/** Events whose default checkout is what somebody proposes. */
const PROPOSING = ['pull_request', 'pull_request_review', 'pull_request_target', 'merge_group']
/** A ref that leads to a proposal, in any event. */
const PROPOSED = /head|github\.(?:sha|ref)\b|refs\/pull|merge_commit/i

function bringsProposal(step: Step, { triggers }: Workflow): boolean {
  const { ref } = fieldsOf(step.fields.with)
  if (!isCheckout(step) || !PROPOSING.some((event) => event in triggers)) return false
  return ref === undefined || PROPOSED.test(String(ref))
}

/** A secret anywhere in the workflow's own `env` reaches every job. */
function secrets(job: Job, workflow: Workflow): readonly Breach[] {
  const checkout = stepsOf(job).find((step) => bringsProposal(step, workflow))
  if (checkout === undefined) return []
  const secret = /secrets\s*(?:\.|\[|:)|secrets\s*\)/i.test(JSON.stringify([job.fields, workflow.fields.env]))
  const writes = Object.entries(fieldsOf(job.fields.permissions)).filter(([, level]) => level === 'write')
  if (!secret && writes.length === 0 && typeof job.fields.permissions !== 'string') return []
  return [
    {
      rule: 'secrets',
      path: [...checkout.path, 'uses'],
      problem: `Job \`${job.id}\` lấy mã của yêu cầu gộp về máy mà lại có ${secret ? 'bí mật (secrets)' : 'quyền ghi'}`,
      why: 'mã chưa ai duyệt sẽ chạy với bí mật và quyền đó',
      fix: 'tách hai việc ra hai job: job chạy mã của yêu cầu gộp chỉ có `contents: read`',
    },
  ]
}

const SIGNING_KEY = /secrets\s*(?:\.\s*|\[\s*['"])CONGBO_RECORD_KEY/i

/** Whoever holds the key of approval records can say that anybody approved anything: only the main branch's own code may. */
function signingKey(job: Job, { triggers, fields }: Workflow): readonly Breach[] {
  if (!SIGNING_KEY.test(JSON.stringify([job.fields, fields.env]))) return []
  const proposing = PROPOSING.some((event) => event in triggers)
  if ('environment' in job.fields && !proposing) return []
  return [
    {
      rule: 'record-key',
      path: job.path,
      problem: proposing
        ? `Job \`${job.id}\` dùng khóa ký hồ sơ duyệt (CONGBO_RECORD_KEY) trong workflow chạy theo yêu cầu gộp`
        : `Job \`${job.id}\` dùng khóa ký hồ sơ duyệt (CONGBO_RECORD_KEY) mà không thuộc môi trường nào`,
      why: 'ai đẩy được một nhánh sửa workflow sẽ lấy được khóa và ký được hồ sơ giả',
      fix: 'đặt khóa làm secret của môi trường `ho-so` chỉ cho nhánh main dùng, ghi `environment: ho-so` vào job, và chỉ chạy theo lịch hoặc bấm tay',
    },
  ]
}

/** The rules about jobs and steps. */
export const JOB_RULES: readonly ((workflow: Workflow) => readonly Breach[])[] = [
  forEachJob(pinned),
  forEachStep(pinned),
  pinnedVersion,
  forEachJob(permissions),
  forEachJob(timeout),
  forEachStep(injection),
  forEachStep(credentials),
  forEachJob(secrets),
  forEachJob(signingKey),
]
