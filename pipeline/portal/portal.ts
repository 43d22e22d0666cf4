import type { Calendar } from '../calendar/calendar.ts'
import { type Day, dayOf, type Instant, parseDay } from '../calendar/local-time.ts'
import type { Cong } from '../contract/types.ts'
import type { Regulation } from '../regulation/regulation.ts'
import type { Roster } from '../roster/roster.ts'

/** A portal as every command sees it: who it is, its law, its people, its calendar. */
export type Portal = {
  readonly id: string
  /** `content/<id>/`, with the slash. */
  readonly folder: string
  readonly cong: Cong
  readonly regulation: Regulation
  readonly roster: Roster
  readonly calendar: Calendar
}

/** Where the portal stands in its life on a day. */
export type Status =
  | { readonly state: 'active' }
  | { readonly state: 'not-yet'; readonly from: Day }
  | {
      readonly state: 'archived'
      readonly from: Day
      readonly reason: string
      readonly successors: readonly Successor[]
      /** Where every old address leads; undefined for an archive that stays where it is. */
      readonly movedTo: string | undefined
    }

/** An authority that took over; it may have a portal of its own. */
export type Successor = { readonly name: string; readonly url: string | undefined }

type Step = Cong['lifecycle'][number] & { readonly day: Day }

const known = new WeakMap<Pick<Cong, 'lifecycle'>, readonly Step[]>()

/** The steps of a portal's life in their order; every document asks. */
function stepsOf(cong: Pick<Cong, 'lifecycle'>): readonly Step[] {
  const steps =
    known.get(cong) ??
    cong.lifecycle.map((step) => ({ ...step, day: parseDay(step.from) as Day })).sort((a, b) => a.day - b.day)
  known.set(cong, steps)
  return steps
}

export function statusOn(cong: Pick<Cong, 'lifecycle'>, instant: Instant): Status {
  const day = dayOf(instant)
  const steps = stepsOf(cong)
  const current = steps.filter((step) => step.day <= day).at(-1)
  if (!current) return { state: 'not-yet', from: (steps[0] as { day: Day }).day }
  if (current.status === 'active') return { state: 'active' }
  return {
    state: 'archived',
    from: current.day,
    reason: current.reason,
    successors: (current.successors ?? []).map((each) =>
      typeof each === 'string' ? { name: each, url: undefined } : each,
    ),
    movedTo: current.movedTo,
  }
}

/** Folder of all portals in the repository. */
export const CONTENT = 'content'

/** Folders of `content/` that are not portals. */
export const SHARED_FOLDERS: ReadonlySet<string> = new Set([
  'lich-nghi',
  'gio-hanh-chinh',
  'luong-co-so',
  'don-vi-cu',
])
