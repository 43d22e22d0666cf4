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
import { type Addressee, type Step, stepAt } from './step.ts'

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
  const { elapsed, ask = 0.5 } = regulation.law.atRisk
  const step = stepAt(share, { ask, elapsed })
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
    step,
    to: step ? askedAt(step, portal, front) : [],
  }
}

/** The unit that has the question; then those above it in the order of the regulation; last the head of the board. */
function askedAt(step: Step, portal: Portal, front: HoiDap): Addressee[] {
  const { law } = portal.regulation
  const unit = [front.forwardedTo ?? front.answeredBy ?? front.submittedBy].flatMap((id) => id ?? [])
  const above = (law.questions?.escalation ?? []).filter((id) => !unit.includes(id))
  const head = law.approval.governance.approvers
  const ids = { approver: unit, delegate: above.slice(0, 1), head }[step]
  return (ids.length > 0 ? ids : head).flatMap((id) => {
    const member = portal.roster.members.get(id)
    return member ? [{ label: member.label, accounts: member.accounts }] : []
  })
}
