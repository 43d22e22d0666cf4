import type { Verdict } from '../deadlines/verdict.ts'
import type { Column } from '../tables/table.ts'
import { count, type Figure, share } from '../tables/table.ts'
import type { Counted } from './facts.ts'

/** How published articles stand to their deadlines: every one is in exactly one of the four. */
export type Punctuality = {
  readonly onTime: readonly Counted[]
  readonly withReason: readonly Counted[]
  readonly withoutReason: readonly Counted[]
  /** No number binds them, or none can be computed. */
  readonly unbound: readonly Counted[]
}

const CLASS: Readonly<Record<Verdict['state'], keyof Punctuality>> = {
  'on-time': 'onTime',
  'at-risk': 'onTime',
  'late-with-reason': 'withReason',
  overdue: 'withoutReason',
  'no-deadline': 'unbound',
  'not-applicable': 'unbound',
  'no-trigger': 'unbound',
  'cannot-tell': 'unbound',
}

export function punctualityOf(entries: readonly Counted[]): Punctuality {
  const groups = Map.groupBy(entries, ({ verdict }) => CLASS[verdict.state])
  const of = (name: keyof Punctuality) => groups.get(name) ?? []
  return {
    onTime: of('onTime'),
    withReason: of('withReason'),
    withoutReason: of('withoutReason'),
    unbound: of('unbound'),
  }
}

/** The columns that `punctualityFigures` fills. */
export const PUNCTUALITY_COLUMNS: readonly Column[] = [
  { id: 'all', label: 'Tổng số', type: 'integer' },
  { id: 'on-time', label: 'Đúng hạn', type: 'integer' },
  { id: 'with-reason', label: 'Muộn, có lý do', type: 'integer' },
  { id: 'without-reason', label: 'Muộn, không nêu lý do', type: 'integer' },
  { id: 'unbound', label: 'Không đặt thời hạn', type: 'integer' },
  { id: 'share', label: 'Tỷ lệ đúng hạn', type: 'share' },
]

/** All, each class, and the share on time of those that had a deadline. */
export function punctualityFigures(entries: readonly Counted[]): Figure[] {
  const { onTime, withReason, withoutReason, unbound } = punctualityOf(entries)
  return [
    count(idsOf(entries)),
    count(idsOf(onTime)),
    count(idsOf(withReason)),
    count(idsOf(withoutReason)),
    count(idsOf(unbound)),
    share(onTime.length, onTime.length + withReason.length + withoutReason.length),
  ]
}

export const idsOf = (entries: readonly Counted[]): string[] => entries.map(({ id }) => id)
