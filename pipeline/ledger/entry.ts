import type { Instant } from '../calendar/local-time.ts'
import type { FrontMatter } from '../contract/types.ts'
import type { Verdict } from '../deadlines/verdict.ts'

/** An approval that let an article through: by whom, in which capacity, on which clause. */
export type Approval = {
  readonly at: Instant
  /** A member of the roster. */
  readonly member: string
  /** The step of the regulation that it fulfils. */
  readonly stage: string
  /** The account that pressed the button; a sample portal has none. */
  readonly account: string | undefined
  /** The paper of a delegation, where somebody acted for another. */
  readonly delegation: string | undefined
}

/** When an article passed each station. What nobody recorded is undefined; only the publication is always known. */
export type Milestones = {
  /** What the deadline counts from, as written at publication; a later change of the front matter does not move it. */
  readonly event: Instant | undefined
  readonly submitted: Instant | undefined
  readonly approvals: readonly Approval[]
  /** The merge into the main branch. */
  readonly merged: Instant
  readonly deployed: Instant | undefined
}

/** How long one party held an article. The parts of an article add up to the time from its first milestone to its last. */
export type Custody = {
  readonly holder: Holder
  readonly from: Instant
  readonly to: Instant
}

/**
 * `writer`: the unit that had not sent it yet, or had it back; `approver`: a member of the roster, in a step where it approved;
 * `merge`: approved, not yet merged; `deploy`: merged, not yet on the web; `unrecorded`: nobody wrote down who had it.
 */
export type Holder =
  | { readonly party: 'approver'; readonly member: string; readonly stage: string | undefined }
  | { readonly party: 'writer' | 'merge' | 'deploy' | 'unrecorded' }

/** A later change of a published article, with the note that its front matter gives for that day. */
export type LaterChange = {
  readonly at: Instant
  readonly commit: string | undefined
  readonly note: string | undefined
}

/**
 * How far the publication instant can be trusted: a record signed by CI; a merge commit of the main branch; a commit made straight
 * on it, whose date its writer could choose; the record file of a sample portal.
 */
export type Attestation = 'record' | 'merge' | 'direct' | 'sample'

/** One published article and its life: a line of the ledger. */
export type LedgerEntry = {
  /** Its present path below the portal's folder; for one that was removed, its last. */
  readonly path: string
  /** As it stands at the instant that is looked at, or stood last. */
  readonly front: FrontMatter
  readonly title: string
  readonly kind: FrontMatter['kind']
  readonly linhVuc: string | undefined
  readonly section: string | undefined
  /** The unit that answers for it (`submittedBy`). */
  readonly unit: string | undefined
  readonly byline: string | undefined
  /** The person of the roster behind the byline. */
  readonly person: string | undefined
  readonly collaborator: boolean
  /** Syllables of the body, as a Vietnamese counts words. */
  readonly words: number
  readonly images: number
  readonly milestones: Milestones
  /** The commit of the main branch that published it; a sample portal has none. */
  readonly commit: string | undefined
  readonly attestation: Attestation
  /** By the front matter at publication. */
  readonly verdict: Verdict
  readonly custody: readonly Custody[]
  readonly changes: readonly LaterChange[]
  /** A trigger that was changed after publication: as it was, as it is. The verdict stands by the first. */
  readonly triggerMoved: { readonly from: string; readonly to: string } | undefined
  /** When it was taken off the portal, where it was and is no longer. */
  readonly removed: Instant | undefined
}

/** The ledger of a portal at an instant, oldest publication first. */
export type Ledger = {
  readonly portal: string
  readonly asOf: Instant
  readonly entries: readonly LedgerEntry[]
  /** Files of the history that cannot be read as documents, and so are not in it. */
  readonly unreadable: readonly string[]
}
