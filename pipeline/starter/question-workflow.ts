import { checkoutMain, expression, HOW, indent, install, type Place, RUNNER } from './workflow-steps.ts'

/** What the form puts on every question. */
export const QUESTION_LABEL = 'cau-hoi'
/** What a secretary puts on a question that is to be entered; whoever may only ask cannot. */
export const ACCEPTED_LABEL = 'tiep-nhan'

const job = (
  place: Place,
  id: string,
  label: string,
  permissions: readonly string[],
  step: string,
): string => `  ${id}:
    if: github.event.label.name == '${label}'
    runs-on: ${RUNNER}
    timeout-minutes: 10
    permissions:
${permissions.map((each) => `      ${each}`).join('\n')}
    steps:
${indent(6, `${checkoutMain}\n${install(place)}\n${step}`)}
`

/** Of the issue only its number comes here: its words are read by the command, and never by a shell. */
const step = (place: Place, name: string, options: string): string => `- name: ${name}
  env:
    GITHUB_TOKEN: ${expression('github.token')}
    ISSUE: ${expression('github.event.issue.number')}
  run: ${HOW[place].congbo} hoi-dap new --issue "$ISSUE" ${options}`

/** `cau-hoi.yml`: looks a question over when it is asked, and enters it when a secretary says so. */
export const questionWorkflow = (
  place: Place,
): string => `# Câu hỏi gửi bằng mẫu trên kho: vừa gửi thì xét thông tin riêng; khi thư ký gắn nhãn ${ACCEPTED_LABEL} thì đưa vào sổ tiếp nhận.
# Chữ của người hỏi không bao giờ vào lệnh: chỉ có số của việc (issue).
name: Câu hỏi

on:
  issues:
    types: [labeled]

permissions: {}

concurrency:
  group: cau-hoi-${expression('github.event.issue.number')}
  cancel-in-progress: false

jobs:
${job(place, 'xet', QUESTION_LABEL, ['contents: read', 'issues: write'], step(place, 'Xét thông tin riêng', '--check-only'))}
${job(place, 'vao-so', ACCEPTED_LABEL, ['contents: write', 'issues: write', 'pull-requests: write'], step(place, 'Đưa câu hỏi lên một nhánh', '--propose'))}`
