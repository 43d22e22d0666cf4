import type { Instant } from '../calendar/local-time.ts'
import type { Custody, Holder, Milestones } from './entry.ts'

/** An approver sent an article back: from then on its writer held it. */
export type Return = { readonly at: Instant; readonly member: string | undefined }

type Station = { readonly at: Instant; readonly before: Holder; readonly after: Holder | undefined }

const WRITER: Holder = { party: 'writer' }
const MERGE: Holder = { party: 'merge' }
const DEPLOY: Holder = { party: 'deploy' }
const UNRECORDED: Holder = { party: 'unrecorded' }

/**
 * Who held an article how long, from its first milestone to its last. An approval ends the time of the one who gave it; after a
 * return the writer holds it until somebody speaks again. A milestone that claims to lie before the one that it follows, or after
 * the publication, counts from there, so that no part is negative and the parts add up exactly.
 */
export function custodyOf(
  { event, submitted, approvals, merged, deployed }: Milestones,
  returns: readonly Return[],
): Custody[] {
  const spoken = [
    ...approvals.map(
      ({ at, member, stage }): Station => ({
        at,
        before: { party: 'approver', member, stage },
        after: undefined,
      }),
    ),
    ...returns.map(
      ({ at, member }): Station => ({
        at,
        before: member === undefined ? UNRECORDED : { party: 'approver', member, stage: undefined },
        after: WRITER,
      }),
    ),
  ].sort((a, b) => a.at - b.at)
  const stations: Station[] = [
    ...(submitted === undefined ? [] : [{ at: submitted, before: WRITER, after: undefined }]),
    ...spoken,
    { at: merged, before: approvals.length > 0 ? MERGE : UNRECORDED, after: undefined },
  ]
  const start = Math.min(event ?? merged, ...stations.map(({ at }) => at))
  const parts = partsBetween(start, merged, stations)
  return deployed === undefined || deployed <= merged
    ? parts
    : [...parts, { holder: DEPLOY, from: merged, to: deployed }]
}

function partsBetween(start: Instant, end: Instant, stations: readonly Station[]): Custody[] {
  const parts: Custody[] = []
  let from = start
  let forced: Holder | undefined
  for (const { at, before, after } of stations) {
    const to = Math.min(Math.max(at, from), end)
    if (to > from) parts.push({ holder: forced ?? before, from, to })
    from = to
    forced = after
  }
  return parts
}

/** From the first milestone to the last, in milliseconds: the sum of the parts. */
export const heldFor = (parts: readonly Custody[]): number =>
  parts.reduce((sum, { from, to }) => sum + to - from, 0)
