import type { Day } from '../calendar/local-time.ts'
import type { Regulation } from '../regulation/regulation.ts'

/** A regulation through time: the one that is in the files now, and the former ones, oldest first. */
export type Laws = {
  readonly present: Regulation
  readonly former: readonly Regulation[]
}

/**
 * The law that was in force on a day: of all that had begun by then the one that began last, and of several that began on one
 * day the one that was written last, because it corrected the others. Where none had begun, the present one, which says so.
 */
export function lawOf({ present, former }: Laws, day: Day): Regulation {
  const begun = [...former, present].filter(
    ({ effectiveFrom }) => effectiveFrom !== undefined && effectiveFrom <= day,
  )
  return (
    begun.reduce<Regulation | undefined>(
      (last, each) => (last && (last.effectiveFrom as Day) > (each.effectiveFrom as Day) ? last : each),
      undefined,
    ) ?? present
  )
}
