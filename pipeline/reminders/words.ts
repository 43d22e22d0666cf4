import { minutesInWords } from '../deadlines/words.ts'
import { foreign } from '../gate/foreign.ts'
import type { TimeLeft } from '../gate/outcome.ts'
import type { Asked, Step } from './step.ts'

/** By this first line a reminder is known again, so that the same step is never taken twice. */
export const markOf = (step: Step, about: string): string => `<!-- congbo:nhac-viec:${step}:${about} -->`

/** What is waited for: the approval of a pull request, the answer to a question. */
export type Awaited = 'approval' | 'answer'

const OPENINGS: Record<Awaited, Record<Step, string>> = {
  approval: {
    approver: 'đang chờ duyệt',
    delegate: 'sắp hết thời hạn mà người duyệt chưa trả lời; xin người được ủy quyền xem giúp',
    head: 'cần Trưởng ban xem: thời hạn đã hết, hoặc sắp hết mà không có người được ủy quyền',
  },
  answer: {
    approver: 'đang chờ trả lời',
    delegate: 'sắp hết thời hạn mà chưa có câu trả lời; xin đôn đốc đơn vị được giao',
    head: 'cần Trưởng ban xem: thời hạn trả lời đã hết, hoặc sắp hết mà không còn cấp nào khác đôn đốc',
  },
}

/** A reminder. The accounts come from the roster of the main branch; only they are mentioned. */
export function reminder(awaited: Awaited, { step, to }: Asked, about: string, time: TimeLeft): string {
  const accounts = [...new Set(to.flatMap((each) => each.accounts))].join(' ')
  const names = to.map(({ label }) => label).join(', ')
  const left = time.minutes > 0 ? `còn ${minutesInWords(time.minutes)} hành chính` : '**đã quá hạn**'
  return `${markOf(step, about)}
**Nhắc việc** ${accounts} (${names}): «${foreign(time.title)}» ${OPENINGS[awaited][step]}.

${left}; hạn ${time.due} (${foreign(time.ground, 200)}).
`
}
