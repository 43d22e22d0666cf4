import type { Day } from '../calendar/local-time.ts'
import type { Approver, Need } from '../gate/need.ts'

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

/** Somebody to be reminded. */
export type Addressee = { readonly label: string; readonly accounts: readonly string[] }

/** Who is reminded at a step of the approvals that are awaited. A step whose people do not exist passes to the next above. */
export function addresseesOf(
  step: Step,
  awaited: readonly Need[],
  head: readonly Addressee[],
  today: Day,
): { readonly step: Step; readonly to: readonly Addressee[] } {
  const approvers = awaited.flatMap((need) => need.approvers)
  if (step === 'approver') return { step, to: withAccounts(approvers) }
  const delegates = step === 'delegate' ? withAccounts(approvers.flatMap((each) => holding(each, today))) : []
  return delegates.length > 0 ? { step, to: delegates } : { step: 'head', to: withAccounts(head) }
}

const holding = ({ delegates }: Approver, today: Day): Addressee[] =>
  delegates.filter(({ from, to }) => from <= today && today <= to)

const withAccounts = (all: readonly Addressee[]): Addressee[] => [
  ...new Map(
    all
      .filter(({ accounts }) => accounts.length > 0)
      .map(({ label, accounts }) => [label, { label, accounts }]),
  ).values(),
]
