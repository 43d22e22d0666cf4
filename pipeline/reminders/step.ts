import { dayKind } from '../calendar/calendar.ts'
import { type Day, dayOf, type Instant } from '../calendar/local-time.ts'
import type { Approver, Need } from '../gate/need.ts'
import type { Portal } from '../portal/portal.ts'
import { holdsOn } from '../roster/roster.ts'

/** Whom a reminder goes to: the awaited approver, then who may act for him, then the head of the board. */
export type Step = 'approver' | 'delegate' | 'head'

/** Shares of the time after which each step is taken; of the regulation's profile. */
export type Thresholds = { readonly ask: number; readonly elapsed: number }

/**
 * The step that is due, and none before its time; where a run was missed, the latest only.
 *
 * @param share how much of the time has gone: 0 at the start, 1 and more when it is over
 */
export function stepAt(share: number, { ask, elapsed }: Thresholds): Step | undefined {
  if (share >= 1) return 'head'
  if (share >= elapsed) return 'delegate'
  return share >= ask ? 'approver' : undefined
}

/**
 * The step that the law of a portal asks for now. On a holiday nobody is asked for anything; what falls due then is done on the
 * next working day.
 * @throws {CalendarGap} for a year without a holiday file
 */
export function stepNow({ regulation, calendar }: Portal, share: number, now: Instant): Step | undefined {
  const { elapsed, ask = 0.5 } = regulation.law.atRisk
  return dayKind(calendar, dayOf(now)).working ? stepAt(share, { ask, elapsed }) : undefined
}

/** Somebody to be reminded. */
export type Addressee = { readonly label: string; readonly accounts: readonly string[] }

/** The step that is taken, and whom it asks; empty where nobody has an account. */
export type Asked = { readonly step: Step; readonly to: readonly Addressee[] }

/** Who is reminded at a step of the approvals that are awaited. A delegate who does not exist passes to the head. */
export function addresseesOf(
  step: Step,
  awaited: readonly Need[],
  head: readonly Addressee[],
  today: Day,
): Asked {
  const approvers = awaited.flatMap((need) => need.approvers)
  if (step === 'approver') return { step, to: withAccounts(approvers) }
  return orHead(step, step === 'delegate' ? approvers.flatMap((each) => holding(each, today)) : [], head)
}

/** Those of a step, or else the head: then it is the head's step, and the head is not asked again for it later. */
export function orHead(step: Step, wanted: readonly Addressee[], head: readonly Addressee[]): Asked {
  const to = withAccounts(wanted)
  return to.length > 0 ? { step, to } : { step: 'head', to: withAccounts(head) }
}

const holding = ({ delegates }: Approver, today: Day): Addressee[] =>
  delegates.filter((each) => holdsOn(each, today))

const withAccounts = (all: readonly Addressee[]): Addressee[] => [
  ...new Map(
    all
      .filter(({ accounts }) => accounts.length > 0)
      .map(({ label, accounts }) => [label, { label, accounts }]),
  ).values(),
]
