import type { Clause } from './regulation.ts'

/** How a clause is served, as a row of the coverage matrix. */
export type Service = {
  readonly mode: 'enforced' | 'tracked' | 'published' | 'shown'
  readonly by: string
  readonly planned: boolean
}

/** Reports and reminders that exist; a test holds that a clause names no other. */
export const TRACKERS: ReadonlySet<string> = new Set(['due', 'duties'])

export function servicesOf(clause: Clause): Service[] {
  const now = modes(clause).map(([mode, by]) => ({ mode, by, planned: false }))
  const later = clause.planned ? modes(clause.planned).map(([mode, by]) => ({ mode, by, planned: true })) : []
  return [
    ...now,
    ...(clause.shown ? [{ mode: 'shown' as const, by: 'quy-che', planned: false }] : []),
    ...later,
  ]
}

const modes = (
  each: Pick<Clause, 'enforced' | 'tracked' | 'published'>,
): ['enforced' | 'tracked' | 'published', string][] => [
  ...(each.enforced ?? []).map((by): ['enforced', string] => ['enforced', by]),
  ...(each.tracked ?? []).map((by): ['tracked', string] => ['tracked', by]),
  ...(each.published ?? []).map((by): ['published', string] => ['published', by]),
]

const WORDS = {
  enforced: 'máy kiểm tra',
  tracked: 'theo dõi',
  published: 'công khai',
  shown: 'hiển thị',
} as const

/** `máy kiểm tra: deadline, trigger; theo dõi: due; sẽ làm: gate`. */
export function servedInWords(clause: Clause): string {
  const services = servicesOf(clause)
  const parts = (['enforced', 'tracked', 'published', 'shown'] as const).flatMap((mode) => {
    const by = services.filter((each) => each.mode === mode && !each.planned).map((each) => each.by)
    return by.length === 0
      ? []
      : [mode === 'shown' ? 'hiển thị trên trang này' : `${WORDS[mode]}: ${by.join(', ')}`]
  })
  const planned = services.filter((each) => each.planned).map((each) => each.by)
  return [...parts, ...(planned.length > 0 ? [`sẽ làm: ${planned.join(', ')}`] : [])].join('; ')
}
