import { elapsedShare } from '../calendar/due-at.ts'
import type { Instant } from '../calendar/local-time.ts'
import { officeMinutesBetween } from '../calendar/working-time.ts'
import type { HoiDap } from '../contract/types.ts'
import { openMatterOf } from '../deadlines/open-matter.ts'
import { dueInWords } from '../deadlines/words.ts'
import type { TimeLeft } from '../gate/outcome.ts'
import type { Portal } from '../portal/portal.ts'
import type { Publication } from '../publication/publication.ts'
import { groundOf } from '../regulation/regulation.ts'
import { type Addressee, type Asked, orHead, type Step, stepNow } from './step.ts'

/** A question that nobody has answered yet, and who is to be reminded of it. */
export type OpenQuestion = {
  readonly time: TimeLeft
  readonly step: Step | undefined
  readonly to: readonly Addressee[]
}

type Facts = {
  readonly portal: Portal
  readonly file: string
  readonly front: HoiDap
  readonly publication: Publication
  readonly now: Instant
}

/** What is to be done about a question; undefined where it is answered, or where no number binds. */
export function openQuestion({ portal, file, front, publication, now }: Facts): OpenQuestion | undefined {
  const { regulation, calendar } = portal
  const matter = openMatterOf({ regulation, calendar, front, publication, now })
  if (!matter || matter.state === 'waiting') return undefined
  const share = elapsedShare(matter.due, now, calendar)
  const step = stepNow(portal, share, now)
  return {
    time: {
      file,
      title: front.title,
      portal: portal.id,
      state: matter.state,
      minutes: officeMinutesBetween(calendar, now, matter.due.lateAfter),
      share,
      due: dueInWords(matter.due),
      ground: groundOf(regulation, matter.deadline),
      reason: undefined,
    },
    ...(step ? askedAt(step, portal, front) : { step, to: [] }),
  }
}

/** The unit that has the question; then the next above it in the order of the regulation; last the head of the board. */
function askedAt(step: Step, { regulation: { law }, roster }: Portal, front: HoiDap): Asked {
  const people = (ids: readonly string[]): Addressee[] => ids.flatMap((id) => roster.members.get(id) ?? [])
  const unit = front.forwardedTo ?? front.answeredBy ?? front.submittedBy ?? ''
  const order = law.questions?.escalation ?? []
  const above = order.slice(order.indexOf(unit) + 1).filter((id) => roster.members.get(id)?.accounts.length)
  const { approvers: head } = law.approval.governance
  const next = above.slice(0, 1).filter((id) => !head.includes(id))
  return orHead(step, people({ approver: [unit], delegate: next, head: [] }[step]), people(head))
}
