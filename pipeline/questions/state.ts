import { type Calendar, CalendarGap } from '../calendar/calendar.ts'
import type { Due } from '../calendar/due-at.ts'
import { type Day, dayOf, type Instant, parseDay, startOf } from '../calendar/local-time.ts'
import { addWorkingDays } from '../calendar/working-time.ts'
import type { HoiDap } from '../contract/types.ts'
import { instantOf } from '../deadlines/trigger.ts'
import { closedAt, verdictOf } from '../deadlines/verdict.ts'
import type { Deadline, Regulation } from '../regulation/regulation.ts'
import { noticesOf } from './steps.ts'

/** How far an open question has come, whatever the clock says. */
export type QuestionStage =
  | { readonly stage: 'received' }
  | { readonly stage: 'passed'; readonly to: string }
  | { readonly stage: 'noticed'; readonly promised: Day; readonly to: string | undefined }
  /** It is for somebody else, and the asker does not know yet. */
  | { readonly stage: 'out-of-competence' }

/** What the clock says of an open question that is not late. */
export type QuestionTime =
  | { readonly limit: 'set'; readonly due: Due; readonly deadline: Deadline; readonly atRisk: boolean }
  /** The regulation sets no number: there is an age, and nothing to be late for. */
  | { readonly limit: 'none' }
  | { readonly limit: 'cannot-tell'; readonly problem: string; readonly fix: string }

/** Whether what was owed came in time. */
export type Punctuality = 'in-time' | 'late' | 'no-limit' | 'cannot-tell'

/** How a question stands: one of these, computed from its fields, the regulation, the calendar and the clock. */
export type QuestionState =
  /** Open and not late; `out-of-competence`: it is for somebody else, and the asker has still to be told. */
  | {
      readonly state: 'received' | 'passed' | 'noticed' | 'out-of-competence'
      readonly at?: undefined
      readonly stage: QuestionStage
      readonly time: QuestionTime
    }
  | {
      readonly state: 'answered' | 'out-of-competence'
      /** When the asker got the answer, or was told. */
      readonly at: Instant
      readonly punctuality: Punctuality
    }
  | {
      readonly state: 'overdue' | 'very-late'
      readonly at?: undefined
      readonly stage: QuestionStage
      readonly due: Due
      readonly deadline: Deadline
      readonly reason: string | undefined
    }

export type QuestionFacts = {
  readonly regulation: Regulation
  readonly calendar: Calendar
  readonly front: HoiDap
  readonly now: Instant
}

/** Every state, in the order in which they are counted and listed. */
export const QUESTION_STATES = [
  'received',
  'passed',
  'noticed',
  'overdue',
  'very-late',
  'answered',
  'out-of-competence',
] as const satisfies readonly QuestionState['state'][]

/** How a question stands at an instant; what was written down for later has not happened yet. */
export function questionState(facts: QuestionFacts): QuestionState {
  const front = asOf(facts.front, facts.now)
  const verdict = verdictOf({ ...facts, front, publication: { state: 'pending' } })
  const at = closedAt(front)
  const stage = stageOf(front)
  if (at !== undefined)
    return {
      state: front.outOfField ? 'out-of-competence' : 'answered',
      at,
      punctuality: PUNCTUALITY[verdict.state],
    }
  if (verdict.state === 'overdue' || verdict.state === 'late-with-reason') {
    const { due, deadline } = verdict
    const reason = verdict.state === 'late-with-reason' ? verdict.reason : undefined
    return { state: isVeryLate(facts, due) ? 'very-late' : 'overdue', stage, due, deadline, reason }
  }
  return { state: stage.stage, stage, time: timeOf(verdict) }
}

type Verdict = ReturnType<typeof verdictOf>

const PUNCTUALITY: Record<Verdict['state'], Punctuality> = {
  'on-time': 'in-time',
  'at-risk': 'in-time',
  overdue: 'late',
  'late-with-reason': 'late',
  'no-deadline': 'no-limit',
  'not-applicable': 'no-limit',
  'no-trigger': 'cannot-tell',
  'cannot-tell': 'cannot-tell',
}

function timeOf(verdict: Verdict): QuestionTime {
  switch (verdict.state) {
    case 'on-time':
    case 'at-risk':
      return {
        limit: 'set',
        due: verdict.due,
        deadline: verdict.deadline,
        atRisk: verdict.state === 'at-risk',
      }
    case 'cannot-tell':
      return { limit: 'cannot-tell', problem: verdict.problem, fix: verdict.fix }
    case 'no-trigger':
      return { limit: 'cannot-tell', problem: 'Thiếu `receivedDate`', fix: 'ghi thời điểm tiếp nhận' }
    default:
      return { limit: 'none' }
  }
}

function stageOf(front: HoiDap): QuestionStage {
  if (front.outOfField) return { stage: 'out-of-competence' }
  const promised = parseDay(noticesOf(front).findLast((each) => each.promisedDate)?.promisedDate ?? '')
  if (promised !== undefined) return { stage: 'noticed', promised, to: front.forwardedTo }
  return front.forwardedTo === undefined ? { stage: 'received' } : { stage: 'passed', to: front.forwardedTo }
}

/** Late by as much as the regulation's profile calls very late, counted in working days from the last day in time. */
function isVeryLate({ regulation, calendar, now }: QuestionFacts, due: Due): boolean {
  const limit = regulation.law.questions?.veryLate
  if (!limit) return false
  try {
    return now >= startOf(addWorkingDays(calendar, due.day, limit.amount).value + 1)
  } catch (error) {
    if (!(error instanceof CalendarGap)) throw error
    return false
  }
}

/** The front matter as it stood at an instant: the steps that were taken later are not there yet. */
export function asOf(front: HoiDap, now: Instant): HoiDap {
  const done = (text: string | undefined): boolean => (instantOf(text) ?? Number.NEGATIVE_INFINITY) <= now
  const past: Partial<HoiDap> & HoiDap = { ...front }
  if (!done(front.answeredDate)) delete past.answeredDate
  if (!done(front.toldDate)) delete past.toldDate
  if (!done(front.forwardedDate)) {
    delete past.forwardedDate
    delete past.forwardedTo
  }
  if (!done(front.progressNotice?.sentDate)) delete past.progressNotice
  const later = front.furtherNotices?.filter(({ sentDate }) => done(sentDate)) ?? []
  if (later.length > 0) past.furtherNotices = later as NonNullable<HoiDap['furtherNotices']>
  else delete past.furtherNotices
  return past
}

/** Whole days since a question was received, of the calendar and not of the office; undefined where no receipt is written. */
export function ageInDays({ receivedDate }: HoiDap, now: Instant): number | undefined {
  const received = instantOf(receivedDate)
  return received === undefined ? undefined : Math.max(0, dayOf(now) - dayOf(received))
}
