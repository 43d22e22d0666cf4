import { foreign } from '../gate/foreign.ts'
import type { TimeLeft } from '../gate/outcome.ts'
import type { Addressee, Step } from './step.ts'

/** By this first line a reminder is known again, so that the same step is never taken twice. */
export const markOf = (step: Step, about: string): string => `<!-- congbo:nhac-viec:${step}:${about} -->`

const OPENINGS: Record<Step, string> = {
  approver: 'đang chờ duyệt',
  delegate: 'sắp hết thời hạn mà người duyệt chưa trả lời; xin người được ủy quyền xem giúp',
  head: 'cần Trưởng ban xem: thời hạn đã hết, hoặc sắp hết mà không có người được ủy quyền',
}

/** A reminder about a pull request. The accounts come from the roster of the main branch; only they are mentioned. */
export function reminder(step: Step, about: string, to: readonly Addressee[], time: TimeLeft): string {
  const accounts = [...new Set(to.flatMap((each) => each.accounts))].join(' ')
  const names = to.map(({ label }) => label).join(', ')
  const left = time.minutes > 0 ? `còn ${hours(time.minutes)} hành chính` : '**đã quá hạn**'
  return `${markOf(step, about)}
**Nhắc việc** ${accounts} (${names}): «${foreign(time.title)}» ${OPENINGS[step]}.

${left}; hạn ${time.due} (${foreign(time.ground, 200)}).
`
}

const hours = (minutes: number): string =>
  minutes < 60
    ? `${minutes} phút`
    : `${Math.floor(minutes / 60)} giờ${minutes % 60 > 0 ? ` ${minutes % 60} phút` : ''}`
