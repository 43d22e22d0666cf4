import type { Due } from '../calendar/due-at.ts'
import { vietnameseDay, vietnameseInstant } from '../calendar/local-time.ts'
import type { Deadline } from '../regulation/regulation.ts'
import { TRIGGER_WORDS } from './trigger.ts'

export { minutesInWords } from '../calendar/duration.ts'

/** `8 giờ hành chính kể từ thời điểm diễn ra`. */
export function limitInWords({ limit, trigger }: Deadline): string {
  const since = trigger ? ` kể từ ${TRIGGER_WORDS[trigger]}` : ''
  if (!('amount' in limit))
    return limit.unit === 'immediate' ? `ngay${since}` : 'cập nhật thường xuyên, không có thời hạn bằng số'
  const amount = String(limit.amount).padStart(2, '0')
  return limit.unit === 'officeHour' ? `${amount} giờ hành chính${since}` : `${amount} ngày làm việc${since}`
}

/** The due instant as an official says it: a day for working days, a clock time for office hours. */
export function dueInWords(due: Due): string {
  if (due.unit === 'workingDay') return `hết ngày ${vietnameseDay(due.day)}`
  if (due.unit === 'immediate') return `ngay, chậm nhất ${vietnameseInstant(due.lateAfter)}`
  return vietnameseInstant(due.at)
}
