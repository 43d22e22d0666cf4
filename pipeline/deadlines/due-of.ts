import { type Calendar, CalendarGap } from '../calendar/calendar.ts'
import { type Due, dueAt } from '../calendar/due-at.ts'
import { type Day, vietnameseDay } from '../calendar/local-time.ts'
import type { Deadline, Regulation } from '../regulation/regulation.ts'
import { type DeadlineSubject, deadlineOf } from './deadline-of.ts'
import { parseTrigger, TRIGGER_WORDS, type Trigger } from './trigger.ts'

/** When something is due, or why there is no such instant. “Does not apply” is a state of its own. */
export type DueOf =
  | { readonly state: 'due'; readonly deadline: Deadline; readonly trigger: Trigger; readonly due: Due }
  | { readonly state: 'no-deadline'; readonly deadline: Deadline | undefined }
  | { readonly state: 'not-applicable'; readonly deadline: Deadline; readonly why: string }
  | { readonly state: 'no-trigger'; readonly deadline: Deadline }
  | {
      readonly state: 'cannot-tell'
      readonly deadline: Deadline
      readonly problem: string
      readonly fix: string
    }

/**
 * The due instant of one subject under one regulation.
 *
 * @param triggerText the value of the field that the deadline counts from, as written; undefined where it is missing
 */
export function dueOf(
  regulation: Regulation,
  calendar: Calendar,
  subject: DeadlineSubject,
  triggerText: (deadline: Deadline) => string | undefined,
): DueOf {
  const deadline = deadlineOf(regulation, subject)
  if (!deadline || deadline.limit.unit === 'none' || deadline.trigger === undefined)
    return { state: 'no-deadline', deadline }
  const text = triggerText(deadline)
  if (text === undefined) return { state: 'no-trigger', deadline }
  const parsed = parseTrigger(text)
  if (!parsed.ok) return { state: 'cannot-tell', deadline, problem: parsed.problem, fix: parsed.fix }
  const trigger = parsed.value
  if (regulation.effectiveFrom === undefined) return { state: 'cannot-tell', deadline, ...NOT_YET_DATED }
  if (trigger.day < regulation.effectiveFrom) return beforeAll(deadline, regulation.effectiveFrom)
  if (!trigger.precise && deadline.limit.unit !== 'workingDay') {
    return {
      state: 'cannot-tell',
      deadline,
      problem: `Thời hạn này tính theo giờ, nhưng ${TRIGGER_WORDS[deadline.trigger]} chỉ ghi ngày`,
      fix: `ghi cả giờ và múi giờ, ví dụ \`${text}T08:00:00+07:00\``,
    }
  }
  return computed(deadline, trigger, calendar)
}

/** Most of an archive is older than its regulation: the same words for all of it. */
const older = new WeakMap<Deadline, DueOf & { readonly since: Day }>()

function beforeAll(deadline: Deadline, since: Day): DueOf {
  const known = older.get(deadline)
  if (known?.since === since) return known
  const why = `Quy chế có hiệu lực từ ${vietnameseDay(since)}, sau ${TRIGGER_WORDS[deadline.trigger ?? '']}`
  const state = { state: 'not-applicable', deadline, why, since } as const
  older.set(deadline, state)
  return state
}

const NOT_YET_DATED = {
  problem: 'Quy chế chưa có ngày hiệu lực (effectiveFrom), không tính được thời hạn',
  fix: 'ghi ngày hiệu lực vào quy-che.yaml, mục effectiveFrom, kèm căn cứ hoặc giả định',
}

function computed(deadline: Deadline, trigger: Trigger, calendar: Calendar): DueOf {
  try {
    return { state: 'due', deadline, trigger, due: dueAt(trigger.at, deadline.limit as never, calendar) }
  } catch (error) {
    if (!(error instanceof CalendarGap)) throw error
    return { state: 'cannot-tell', deadline, problem: error.message, fix: error.fix }
  }
}
