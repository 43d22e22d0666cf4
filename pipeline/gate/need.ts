import type { Day } from '../calendar/local-time.ts'

/** Somebody who may act for an approver within given days, by a document (ủy quyền). */
export type Delegate = {
  readonly label: string
  readonly accounts: readonly string[]
  readonly from: Day
  /** The last day on which it holds. */
  readonly to: Day
  readonly document: string
}

/** A role or unit that may give an approval. */
export type Approver = {
  readonly label: string
  readonly accounts: readonly string[]
  readonly delegates: readonly Delegate[]
}

/** One approval that a change needs; any one of the approvers gives it. Whole in itself: deciding looks at nothing else. */
export type Need = {
  readonly key: string
  readonly label: string
  readonly approvers: readonly Approver[]
  /** Decides where the approvers cannot settle it. */
  readonly escalateTo: Approver | undefined
  /** What it rests on, in words: the clauses, or that it is an assumption, or a rule of this system. */
  readonly ground: string
  /** The paths it is about: an approval of a former revision counts only while they are the same. */
  readonly covers: readonly string[]
}

/** Needs of the same approval, put together. */
export function mergeNeeds(needs: readonly Need[]): Need[] {
  const merged = new Map<string, Need>()
  for (const need of needs) {
    const known = merged.get(need.key)
    merged.set(
      need.key,
      known ? { ...known, covers: [...new Set([...known.covers, ...need.covers])].sort() } : need,
    )
  }
  return [...merged.values()]
}
