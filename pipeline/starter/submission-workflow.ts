import { checkoutMain, expression, HOW, indent, install, type Place, RUNNER } from './workflow-steps.ts'

/** What the form puts on every article. */
export const SUBMISSION_LABEL = 'gui-bai'
/** What a secretary puts on an article that is to be taken; whoever may only send cannot. */
export const TAKEN_LABEL = 'nhan-bai'
/** What a secretary puts on an article that is refused, the ground said before in a comment. */
export const REFUSED_LABEL = 'tu-choi-bai'

const WRITES = ['contents: write', 'issues: write', 'pull-requests: write']

type Job = {
  readonly id: string
  readonly when: string
  readonly permissions: readonly string[]
  readonly name: string
  readonly options: string
  readonly env?: string
}

/** Of the issue only its number comes here, and who put the label on: its words are read by the command, and never by a shell. */
const job = (place: Place, { id, when, permissions, name, options, env = '' }: Job): string => `  ${id}:
    if: ${when}
    runs-on: ${RUNNER}
    timeout-minutes: 15
    permissions:
${permissions.map((each) => `      ${each}`).join('\n')}
    steps:
${indent(
  6,
  `${checkoutMain}
${install(place)}
- name: ${name}
  env:
    GITHUB_TOKEN: ${expression('github.token')}
    ISSUE: ${expression('github.event.issue.number')}
${env}  run: ${HOW[place].congbo} gui-bai --issue "$ISSUE" ${options}`,
)}
`

const labelled = (label: string): string =>
  `github.event.action == 'labeled' && github.event.label.name == '${label}'`

/**
 * `gui-bai.yml`: looks an article over when it is sent or mended, takes it or refuses it when a secretary says so.
 * Each label waits for its own kind only: GitHub keeps one waiting run of a group, and a sender who goes on mending would push a secretary's out.
 */
export const submissionWorkflow = (
  place: Place,
): string => `# Tin, bài gửi bằng mẫu trên kho: vừa gửi hay vừa sửa thì máy xem và trả lời; thư ký gắn nhãn ${TAKEN_LABEL} thì thành yêu cầu gộp,
# ghi lời nhắn «Từ chối: <lý do>» rồi gắn nhãn ${REFUSED_LABEL} thì từ chối. Chữ của người gửi không bao giờ vào lệnh: chỉ có số của việc (issue).
name: Gửi tin, bài

on:
  issues:
    types: [labeled, edited]

permissions: {}

concurrency:
  group: gui-bai-${expression('github.event.issue.number')}-${expression("github.event.action == 'edited' && 'gui-bai' || github.event.label.name")}
  cancel-in-progress: false

jobs:
${[
  {
    id: 'xem',
    when: `(${labelled(SUBMISSION_LABEL)}) || (github.event.action == 'edited' && contains(github.event.issue.labels.*.name, '${SUBMISSION_LABEL}'))`,
    permissions: ['contents: read', 'issues: write'],
    name: 'Xem bài và trả lời người gửi',
    options: '--check-only',
  },
  {
    id: 'nhan',
    when: labelled(TAKEN_LABEL),
    permissions: WRITES,
    name: 'Đưa bài lên một nhánh',
    options: '--propose',
  },
  {
    id: 'tu-choi',
    when: labelled(REFUSED_LABEL),
    permissions: WRITES,
    name: 'Từ chối, trả lời người gửi, ghi sổ',
    options: '--refuse --actor "$ACTOR"',
    env: `    ACTOR: ${expression('github.event.sender.login')}\n`,
  },
]
  .map((each) => job(place, each))
  .join('\n')}`
