import { type Calendar, CalendarGap } from '../calendar/calendar.ts'
import { type Due, dueOnDay, elapsedShare } from '../calendar/due-at.ts'
import { type Instant, parseDay } from '../calendar/local-time.ts'
import type { FrontMatter, HoiDap } from '../contract/types.ts'
import type { Publication } from '../publication/publication.ts'
import type { Deadline, Regulation } from '../regulation/regulation.ts'
import { dueOf } from './due-of.ts'
import { instantOf } from './trigger.ts'

/** How a document stands to its deadline. The words are those of docs/GLOSSARY.md. */
export type Verdict =
  | {
      readonly state: 'on-time'
      readonly deadline: Deadline
      readonly due: Due
      readonly doneAt: Instant | undefined
    }
  | { readonly state: 'at-risk'; readonly deadline: Deadline; readonly due: Due }
  | {
      readonly state: 'overdue'
      readonly deadline: Deadline
      readonly due: Due
      readonly doneAt: Instant | undefined
    }
  | {
      readonly state: 'late-with-reason'
      readonly deadline: Deadline
      readonly due: Due
      readonly doneAt: Instant | undefined
      readonly reason: string
    }
  | { readonly state: 'no-deadline' }
  | { readonly state: 'not-applicable'; readonly why: string }
  | { readonly state: 'no-trigger'; readonly deadline: Deadline }
  | {
      readonly state: 'cannot-tell'
      readonly deadline: Deadline
      readonly problem: string
      readonly fix: string
    }

/** What a verdict is made of. */
export type VerdictFacts = {
  readonly regulation: Regulation
  readonly calendar: Calendar
  readonly front: FrontMatter
  readonly publication: Publication
  readonly now: Instant
}

/** On time, at risk, overdue, late with reason, no deadline, not applicable; or what is missing to tell. */
export function verdictOf(facts: VerdictFacts): Verdict {
  const { regulation, calendar, front } = facts
  const found = dueOf(regulation, calendar, front, (deadline) => fieldOf(front, deadline.trigger))
  if (found.state !== 'due') return found.state === 'no-deadline' ? { state: 'no-deadline' } : found
  try {
    return judge(facts, found.deadline, found.due)
  } catch (error) {
    if (!(error instanceof CalendarGap)) throw error
    return { state: 'cannot-tell', deadline: found.deadline, problem: error.message, fix: error.fix }
  }
}

function judge(facts: VerdictFacts, deadline: Deadline, first: Due): Verdict {
  const { due, doneAt } = fulfilment(facts, deadline, first)
  const late = (doneAt ?? facts.now) > due.lateAfter
  if (!late) {
    const risk =
      doneAt === undefined &&
      elapsedShare(due, facts.now, facts.calendar) >= facts.regulation.law.atRisk.elapsed
    return risk ? { state: 'at-risk', deadline, due } : { state: 'on-time', deadline, due, doneAt }
  }
  const reason = reasonOf(facts.front)
  return reason === undefined
    ? { state: 'overdue', deadline, due, doneAt }
    : { state: 'late-with-reason', deadline, due, doneAt, reason }
}

/** Why it is late: what was written for that, or why the asker was put off again. */
function reasonOf(front: FrontMatter): string | undefined {
  if (front.kind === 'trang') return undefined
  const putOff = front.kind === 'hoi-dap' ? front.furtherNotices?.at(-1)?.reason : undefined
  return front.lateReason ?? putOff
}

/** When the duty was fulfilled, and against which instant it is judged. */
function fulfilment(
  { front, publication, regulation }: VerdictFacts,
  deadline: Deadline,
  due: Due,
): { due: Due; doneAt: Instant | undefined } {
  if (deadline.duty === 'publish' || front.kind !== 'hoi-dap') {
    return { due, doneAt: publication.state === 'published' ? publication.at : undefined }
  }
  const answered = closedAt(front)
  if (deadline.duty !== 'progressOrReply' || (answered !== undefined && answered <= due.lateAfter))
    return { due, doneAt: answered }
  return { due: promised(front, due, regulation.law.questions?.promiseBinds ?? 'first'), doneAt: answered }
}

/** When the asker got what he was owed: the answer, or word that the question is for somebody else. */
export function closedAt({ answeredDate, outOfField, toldDate }: HoiDap): Instant | undefined {
  const [answered, told] = [instantOf(answeredDate), outOfField ? instantOf(toldDate) : undefined]
  return answered !== undefined && told !== undefined ? Math.min(answered, told) : (answered ?? told)
}

/**
 * A progress notice sent in time that names a day moves the due instant to that day; one that names none does not. A later one
 * moves it again only where the regulation is read so, and where it is sent before the former promise has run out.
 */
function promised({ progressNotice, furtherNotices = [] }: HoiDap, first: Due, binds: 'first' | 'last'): Due {
  const notices = progressNotice ? [progressNotice, ...furtherNotices] : []
  return (binds === 'first' ? notices.slice(0, 1) : notices).reduce((due, { sentDate, promisedDate }) => {
    const [sent, day] = [instantOf(sentDate), parseDay(promisedDate ?? '')]
    return sent !== undefined && day !== undefined && sent <= due.lateAfter ? dueOnDay(due.start, day) : due
  }, first)
}

/** A front-matter field by its name, where it is text. */
export function fieldOf(front: FrontMatter, name: string | undefined): string | undefined {
  const value = name === undefined ? undefined : (front as unknown as Record<string, unknown>)[name]
  return typeof value === 'string' ? value : undefined
}
