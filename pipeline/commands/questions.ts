import type { Ports } from '../adapters/ports.ts'
import { UsageError } from './arguments.ts'
import type { ExitCode } from './exit-code.ts'

export type QuestionOptions = {
  readonly title?: string
  readonly file?: string
  readonly linhVuc?: string
  readonly received?: string
  readonly channel?: string
  readonly askedBy?: string
  readonly general?: boolean
  readonly mask?: boolean
  readonly issue?: string
  readonly propose?: boolean
  readonly checkOnly?: boolean
  readonly repo?: string
  readonly to?: string
  readonly by?: string
  readonly at?: string
  readonly promised?: string
  readonly text?: string
  readonly reason?: string
  readonly authority?: string
  readonly lateReason?: string
  readonly state?: string
  readonly now?: string
  readonly json?: boolean
}

const TASKS = {
  new: 'vào sổ một câu hỏi',
  pass: 'chuyển cho đơn vị',
  notice: 'ghi thông báo quá trình xử lý',
  tell: 'ghi đã báo ngoài phạm vi',
  answer: 'ghi câu trả lời',
  list: 'xem sổ',
} as const

/** The register of questions: `new`, `pass`, `notice`, `tell`, `answer`, `list`. */
export async function questions(
  ports: Ports,
  [task, id, question]: readonly (string | undefined)[],
  options: QuestionOptions,
): Promise<ExitCode> {
  switch (task) {
    case 'new':
      return options.issue === undefined
        ? (await import('./question-new.ts')).newQuestion(ports, id, options)
        : (await import('./question-issue.ts')).questionFromIssue(ports, id, options)
    case 'pass':
    case 'notice':
    case 'tell':
    case 'answer':
      return (await import('./question-move.ts')).moveQuestion(ports, task, [id, question], options)
    case 'list':
      return (await import('./question-list.ts')).listQuestions(ports, id, options)
    default:
      throw new UsageError(
        `Không có việc \`${task}\`; có: ${Object.entries(TASKS)
          .map(([name, words]) => `${name} (${words})`)
          .join(', ')}`,
      )
  }
}
