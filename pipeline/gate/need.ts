import type { Day } from '../calendar/local-time.ts'

/** Somebody who may act for an approver within given days, by a document (ủy quyền). */
export type Delegate = {
  /** A member of the roster. */
  readonly id: string
  readonly label: string
  readonly accounts: readonly string[]
  readonly from: Day
  /** The last day on which it holds. */
  readonly to: Day
  readonly document: string
}

/** A role or unit that may give an approval. */
export type Approver = {
  /** A member of the roster; `administrators` for those of the product. */
  readonly id: string
  readonly label: string
  readonly accounts: readonly string[]
  readonly delegates: readonly Delegate[]
}

/** One approval that a change needs; any one of the approvers gives it. Whole in itself: deciding looks at nothing else. */
export type Need = {
  readonly key: string
  /** The portal whose regulation asks for it; undefined for what belongs to no portal. */
  readonly portal: string | undefined
  /** The step of the regulation; `governance` and `administrators` are steps of no regulation. */
  readonly stage: string
  readonly label: string
  readonly approvers: readonly Approver[]
  /** Decides where the approvers cannot settle it. */
  readonly escalateTo: Approver | undefined
  /** What it rests on, in words: the clauses, or that it is an assumption, or a rule of this system. */
  readonly ground: string
  /** The clauses themselves; none where the regulation leaves it open. */
  readonly clauses: readonly string[]
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
      known
        ? {
            ...known,
            clauses: union(known.clauses, need.clauses),
            covers: union(known.covers, need.covers).sort(),
          }
        : need,
    )
  }
  return [...merged.values()]
}

const union = (one: readonly string[], other: readonly string[]): string[] => [...new Set([...one, ...other])]
