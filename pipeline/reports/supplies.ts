import type { Supply } from '../duties/freshness.ts'
import type { Written } from '../duties/quota.ts'
import type { Counted } from './facts.ts'

/** What was published and is still there. */
export const suppliesOf = (entries: readonly Counted[]): Supply[] =>
  entries
    .filter(({ removed }) => removed === undefined)
    .map(({ id, milestones, changes, section, unit }) => ({
      path: id,
      at: milestones.merged,
      changes: changes.map(({ at }) => at),
      section,
      unit,
    }))

/** What counts for quotas: an article that was taken down later was written all the same. */
export const writtenIn = (entries: readonly Counted[]): Written[] =>
  entries.map(({ id, milestones, kind, person }) => ({ path: id, at: milestones.merged, kind, person }))
