import { locate } from '../yaml/positions.ts'
import { REQUIRED_CHECK } from './desired.ts'
import { JOB_RULES } from './job-rules.ts'
import { fieldsOf, type Job, namesIn, type Path, readWorkflow, type Workflow } from './workflow.ts'

/** A workflow as it lies in the repository. */
export type WorkflowFile = { readonly path: string; readonly text: string }

/** What is wrong, why that is dangerous, and how to mend it; in Vietnamese. */
export type Breach = {
  readonly rule: string
  readonly path: Path
  /** Where no path leads to it. */
  readonly line?: number
  readonly problem: string
  readonly why: string
  readonly fix: string
}

/** A breach with its place in a file. */
export type WorkflowProblem = Omit<Breach, 'path' | 'line'> & { readonly file: string; readonly line: number }

/**
 * Everything in the workflows of a repository that would let somebody publish, or read a secret, without approval. What a linter
 * of workflows says (unknown keys, wrong expressions) is not repeated here.
 */
export const checkWorkflows = (files: readonly WorkflowFile[]): readonly WorkflowProblem[] => [
  ...files.flatMap(checkWorkflow),
  ...requiredCheck(files),
]

/** The problems of one workflow, in the order of its lines. */
export function checkWorkflow({ path: file, text }: WorkflowFile): readonly WorkflowProblem[] {
  const read = readWorkflow(text)
  if (!read.ok)
    return [
      {
        file,
        line: read.line,
        rule: 'unreadable',
        problem: `Không đọc được: ${read.problem}`,
        why: 'workflow mà người không đọc chắc được thì không ai duyệt được',
        fix: read.fix,
      },
    ]
  return [
    ...RULES.flatMap((rule) => rule(read.workflow)),
    ...JOB_RULES.flatMap((rule) => rule(read.workflow)),
  ]
    .map(({ path, line = locate(text, path).line, ...breach }) => ({ file, line, ...breach }))
    .sort((a, b) => a.line - b.line)
}

const FORBIDDEN = ['pull_request_target', 'workflow_run']

function forbiddenTriggers({ triggers }: Workflow): readonly Breach[] {
  return FORBIDDEN.filter((name) => name in triggers).map((name) => ({
    rule: 'trigger',
    path: ['on', name],
    problem: `Workflow chạy theo sự kiện \`${name}\``,
    why: 'sự kiện này trao bí mật và quyền ghi của kho cho lần chạy do người ngoài gây ra',
    fix: 'dùng `pull_request`',
  }))
}

function closedByDefault({ fields }: Workflow): readonly Breach[] {
  const { permissions } = fields
  const closed = 'permissions' in fields && permissions !== null && typeof permissions === 'object'
  return closed && Object.keys(permissions).length === 0
    ? []
    : [
        {
          rule: 'permissions',
          path: ['permissions'],
          problem:
            'permissions' in fields
              ? 'Quyền ở đầu workflow được mở cho mọi job'
              : 'Workflow không đặt quyền ở đầu tệp',
          why: 'job nào quên đặt quyền sẽ nhận cả những quyền nó không cần',
          fix: 'ghi `permissions: {}` ở đầu tệp, rồi cho từng job đúng quyền nó cần',
        },
      ]
}

const concurrency = ({ fields }: Workflow): readonly Breach[] =>
  'concurrency' in fields
    ? []
    : [
        {
          rule: 'concurrency',
          path: [],
          problem: 'Workflow không đặt `concurrency`',
          why: 'hai lần chạy cùng lúc có thể đưa bản cũ lên sau bản mới',
          fix: 'thêm khối `concurrency` với `group` và `cancel-in-progress`',
        },
      ]

function pathFilters({ triggers }: Workflow): readonly Breach[] {
  return ['paths', 'paths-ignore']
    .filter((key) => key in fieldsOf(triggers.pull_request))
    .map((key) => ({
      rule: 'path-filter',
      path: ['on', 'pull_request', key],
      problem: `Workflow chỉ chạy khi một số tệp đổi (\`${key}\`)`,
      why: 'yêu cầu gộp không đụng tới các tệp đó sẽ chờ kiểm tra bắt buộc mãi mãi',
      fix: `bỏ \`${key}\`; để lệnh tự biết tệp nào đã đổi`,
    }))
}

const mergeQueue = ({ triggers }: Workflow): readonly Breach[] =>
  !('pull_request' in triggers) || 'merge_group' in triggers
    ? []
    : [
        {
          rule: 'merge-queue',
          path: ['on'],
          problem: 'Workflow kiểm tra yêu cầu gộp nhưng không chạy cho hàng đợi gộp (`merge_group`)',
          why: 'khi bật hàng đợi gộp, kiểm tra bắt buộc sẽ không bao giờ có kết quả',
          fix: 'thêm `merge_group` vào `on`',
        },
      ]

function finalJob({ triggers, jobs }: Workflow): readonly Breach[] {
  if (!('pull_request' in triggers) || jobs.some((job) => waitsForAll(job, jobs))) return []
  return [
    {
      rule: 'final-job',
      path: ['jobs', REQUIRED_CHECK],
      problem: 'Không có job cuối chờ mọi job khác và luôn chạy',
      why: 'GitHub coi job bị bỏ qua là đạt, nên một job hỏng có thể không chặn được việc gộp',
      fix: `thêm job \`${REQUIRED_CHECK}\` có \`if: always()\`, \`needs\` đủ mọi job khác, và đòi \`needs.*.result\` là success`,
    },
  ]
}

function waitsForAll({ id, fields, ...job }: Job, jobs: readonly Job[]): boolean {
  const needs = new Set(namesIn(fields.needs))
  return (
    id === REQUIRED_CHECK &&
    /^(?:\$\{\{\s*)?always\(\)(?:\s*\}\})?$/.test(String(fields.if)) &&
    jobs.every((other) => other.id === id || needs.has(other.id)) &&
    JSON.stringify({ fields, job }).includes('needs.*.result')
  )
}

const RULES: readonly ((workflow: Workflow) => readonly Breach[])[] = [
  forbiddenTriggers,
  closedByDefault,
  concurrency,
  pathFilters,
  mergeQueue,
  finalJob,
]

/** One check is required of the branch: two jobs of its name would hide each other, and none would block every merge. */
function requiredCheck(files: readonly WorkflowFile[]): readonly WorkflowProblem[] {
  const holders = files.filter(({ text }) => {
    const read = readWorkflow(text)
    return read.ok && read.workflow.jobs.some(({ id }) => id === REQUIRED_CHECK)
  })
  if (holders.length === 1) return []
  return [
    {
      file: holders[1]?.path ?? '.github/workflows/kiem-tra.yml',
      line: 1,
      rule: 'required-check',
      problem:
        holders.length === 0
          ? `Không workflow nào có job \`${REQUIRED_CHECK}\`, kiểm tra bắt buộc của nhánh chính`
          : `${holders.length} workflow cùng có job \`${REQUIRED_CHECK}\`: ${holders.map(({ path }) => path).join(', ')}`,
      why: 'GitHub tìm kiểm tra bắt buộc theo tên: không có thì không gộp được gì, trùng tên thì cái này che cái kia',
      fix: `giữ đúng một job tên \`${REQUIRED_CHECK}\`, trong workflow kiểm tra yêu cầu gộp`,
    },
  ]
}
