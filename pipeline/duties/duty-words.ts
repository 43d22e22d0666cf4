import { parseDay, vietnameseDay } from '../calendar/local-time.ts'
import { groundOf, type Regulation } from '../regulation/regulation.ts'
import { labelOf, type Roster } from '../roster/roster.ts'
import type { DutyProgress, Occurrence, ReminderDay } from './duty-calendar.ts'
import type { Duty } from './upcoming.ts'

/** Whose duties they are: enough to call everybody by name and to cite. */
export type DutyPortal = { readonly regulation: Regulation; readonly roster: Roster }

/** In `by` of a duty: all units, each for itself. */
export const EVERY_UNIT = 'moi-don-vi'

export const TYPE_WORDS: Readonly<Record<Duty['type'], string>> = {
  report: 'báo cáo',
  meeting: 'họp',
  plan: 'kế hoạch',
  budget: 'dự toán',
  backup: 'sao lưu',
  quota: 'định mức',
  freshness: 'cập nhật',
}

/** What no regulation names a day for. */
const DAY_OF: Readonly<Record<Duty['type'], string>> = {
  report: 'ngày nộp',
  meeting: 'ngày họp',
  plan: 'ngày trình',
  budget: 'ngày trình',
  backup: 'ngày sao lưu',
  quota: 'ngày kiểm',
  freshness: 'ngày kiểm',
}

/** Why this day: an assumption, said every time, so that nobody takes a reminder for a deadline. */
export const reminderWords = ({ type }: Duty): string =>
  `Quy chế không nêu ${DAY_OF[type]}; nhắc vào ngày làm việc cuối kỳ`

export const STATE_WORDS: Readonly<Record<DutyProgress['state'], string>> = {
  done: 'đã làm',
  running: 'đang trong kỳ',
  unmarked: 'đã hết kỳ, chưa ghi đã làm',
  coming: 'chưa tới kỳ',
  counted: 'máy đếm từ tin bài',
}

/** `Thường trực Ban Biên tập → Chủ tịch UBND xã`. */
export function partiesInWords({ by = [], to = [] }: Duty, { roster }: DutyPortal): string {
  const who = by.map((id) => (id === EVERY_UNIT ? 'mọi đơn vị' : labelOf(roster, id))).join(', ')
  return [...(who ? [who] : []), ...(to.length > 0 ? [to.join('; ')] : [])].join(' → ')
}

export const dutyGround = (duty: Duty, { regulation }: DutyPortal): string => groundOf(regulation, duty)

/** `29/03/2024`, with a word where a day on the way is not announced yet; why not, where there is none. */
export const reminderInWords = (reminder: ReminderDay): string =>
  reminder.state === 'unknown'
    ? `không có ngày nhắc: ${reminder.problem}`
    : `${vietnameseDay(reminder.day)}${reminder.provisional ? ' (tạm tính)' : ''}`

/** `đã làm 28/03/2024, 12/BC-BBT`. */
export function progressInWords(progress: DutyProgress): string {
  if (progress.state !== 'done') return STATE_WORDS[progress.state]
  const { doneOn, document } = progress.mark
  return `đã làm ${vietnameseDay(parseDay(doneOn) as number)}, ${document}`
}

/** How many occurrences stand in each state. */
export const countByState = (
  occurrences: readonly Occurrence[],
): ReadonlyMap<DutyProgress['state'], number> =>
  new Map(
    [...Map.groupBy(occurrences, ({ progress }) => progress.state)].map(([state, each]) => [
      state,
      each.length,
    ]),
  )
