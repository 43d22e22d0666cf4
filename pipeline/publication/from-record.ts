import { parseInstant } from '../calendar/local-time.ts'
import type { NhatKyXuatBan } from '../contract/types.ts'
import type { History } from './publication.ts'

/** The record file of a sample portal. The schema has proved every instant. */
export function historyOfRecord({ published, revised = [], removed = [] }: NhatKyXuatBan): History {
  const changes = Map.groupBy(
    revised.map(({ path, at }) => ({ path, at: parseInstant(at) as number })),
    ({ path }) => path,
  )
  return {
    publications: new Map(published.map(({ path, at }) => [path, parseInstant(at) as number])),
    revisions: new Map(
      [...changes].map(([path, each]) => [path, each.map(({ at }) => at).sort((a, b) => a - b)]),
    ),
    removed: new Set(removed.map(({ path }) => path)),
  }
}
