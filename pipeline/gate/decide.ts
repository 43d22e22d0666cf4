import type { Review } from '../adapters/forge.ts'
import { dayOf, type Instant } from '../calendar/local-time.ts'
import { holdsOn } from '../roster/roster.ts'
import type { Approver, Need } from './need.ts'
import { accountKey } from './writers.ts'

/** Everything that a decision looks at beside the needs. */
export type Evidence = {
  readonly reviews: readonly Review[]
  /** Accounts that took part in writing the change, as `accountKey` spells them. */
  readonly writers: ReadonlySet<string>
  /** The accounts of people behind an account of the roster, which may be a team; spelt by `accountKey`. */
  readonly people: (account: string) => ReadonlySet<string>
  readonly head: string
  /** Whether paths are the same at a former revision as at the head. */
  readonly unchangedSince: (commit: string, paths: readonly string[]) => boolean
}

/** Somebody who gave or refused an approval, and in which capacity. */
export type Voice = {
  readonly account: string
  readonly at: Instant
  readonly as: string
  /** The member of the roster in whose name it speaks, and the one that acts for that member. */
  readonly member: string
  readonly delegate: string | undefined
  /** The revision that was looked at, where the forge tells. */
  readonly revision: string | undefined
  /** The document of the delegation, where the voice is another's. */
  readonly delegation: string | undefined
}

/** An approval that does not count, and why. */
export type Void = { readonly account: string; readonly why: 'writer' | 'outdated' | 'delegation-expired' }

export type NeedState =
  | { readonly state: 'given'; readonly need: Need; readonly by: Voice }
  | { readonly state: 'refused'; readonly need: Need; readonly by: Voice }
  | { readonly state: 'awaited'; readonly need: Need; readonly voided: readonly Void[] }

/** What becomes of each need. The change may go in when all are given. */
export const decide = (needs: readonly Need[], evidence: Evidence): NeedState[] => {
  const opinions = standing(evidence.reviews)
  return needs.map((need) => stateOf(need, opinions, evidence))
}

/** Accounts whose approval speaks for nobody here: seen, and of no weight. */
export function idleApprovals(states: readonly NeedState[], reviews: readonly Review[]): string[] {
  const heard = new Set(
    states.flatMap((each) =>
      each.state === 'awaited' ? each.voided.map(({ account }) => account) : [each.by.account],
    ),
  )
  const counted = new Set([...heard].map(accountKey))
  return standing(reviews)
    .filter(({ state, account }) => state === 'approved' && !counted.has(accountKey(account)))
    .map(({ account }) => account)
}

/** The last word of each account: a comment says nothing, and a dismissed review takes its author's former word with it. */
export function standing(reviews: readonly Review[]): Review[] {
  const last = new Map<string, Review>()
  const spoken = reviews.filter(({ state }) => state !== 'commented' && state !== 'pending')
  for (const review of [...spoken].sort((a, b) => a.at - b.at || a.id - b.id))
    last.set(accountKey(review.account), review)
  return [...last.values()].filter(({ state }) => state !== 'dismissed')
}

/** Higher authority settles what the approvers of a stage cannot; otherwise one refusal outweighs any approval. */
function stateOf(need: Need, opinions: readonly Review[], evidence: Evidence): NeedState {
  const settled = need.escalateTo && firstApproval([need.escalateTo], need, opinions, evidence)
  const refused = need.escalateTo && firstRefusal([need.escalateTo], opinions, evidence)
  if (refused) return { state: 'refused', need, by: refused }
  if (settled) return { state: 'given', need, by: settled }
  const refusal = firstRefusal(need.approvers, opinions, evidence)
  if (refusal) return { state: 'refused', need, by: refusal }
  const approval = firstApproval(need.approvers, need, opinions, evidence)
  if (approval) return { state: 'given', need, by: approval }
  return { state: 'awaited', need, voided: voidOf(need, opinions, evidence) }
}

function firstApproval(
  approvers: readonly Approver[],
  need: Need,
  opinions: readonly Review[],
  evidence: Evidence,
): Voice | undefined {
  for (const review of opinions) {
    if (review.state !== 'approved' || isWriter(review, evidence) || !isOfHead(review, need, evidence))
      continue
    const voice = voiceOf(review, approvers, evidence)
    if (voice) return voice
  }
  return undefined
}

const firstRefusal = (
  approvers: readonly Approver[],
  opinions: readonly Review[],
  evidence: Evidence,
): Voice | undefined =>
  opinions
    .filter(({ state }) => state === 'changes-requested')
    .map((review) => voiceOf(review, approvers, evidence))
    .find((voice) => voice !== undefined)

const isWriter = ({ account }: Review, { writers }: Evidence): boolean => writers.has(accountKey(account))

/** An approval is of the very revision; what came later must have left alone what it was about. */
const isOfHead = ({ commit }: Review, { covers }: Need, { head, unchangedSince }: Evidence): boolean =>
  commit !== undefined && (commit === head || unchangedSince(commit, covers))

/** In whose name a review speaks, of the approvers given: its own, or by a delegation that held when it was written. */
export function voiceOf(
  review: Review,
  approvers: readonly Approver[],
  { people }: Pick<Evidence, 'people'>,
): Voice | undefined {
  const { account, at, commit: revision } = review
  const isBehind = (accounts: readonly string[]) =>
    accounts.some((each) => people(each).has(accountKey(account)))
  for (const { id, label, accounts } of approvers)
    if (isBehind(accounts))
      return { account, at, as: label, member: id, delegate: undefined, revision, delegation: undefined }
  for (const { id, label, delegates } of approvers) {
    const found = delegates.find((each) => isBehind(each.accounts) && holdsOn(each, dayOf(at)))
    if (found) {
      const as = `${found.label} thay ${label}`
      return { account, at, as, member: id, delegate: found.id, revision, delegation: found.document }
    }
  }
  return undefined
}

/** Approvals of the right people that do not count: the comment says why, so that nobody wonders. */
function voidOf(need: Need, opinions: readonly Review[], evidence: Evidence): Void[] {
  const all = need.escalateTo ? [...need.approvers, need.escalateTo] : need.approvers
  return opinions.flatMap((review): Void[] => {
    if (review.state !== 'approved') return []
    const { account } = review
    const voice = voiceOf(review, all, evidence)
    if (!voice) return isLateDelegate(review, all, evidence) ? [{ account, why: 'delegation-expired' }] : []
    return [{ account, why: isWriter(review, evidence) ? 'writer' : 'outdated' }]
  })
}

const isLateDelegate = ({ account }: Review, approvers: readonly Approver[], { people }: Evidence): boolean =>
  approvers.some(({ delegates }) =>
    delegates.some(({ accounts }) => accounts.some((each) => people(each).has(accountKey(account)))),
  )
