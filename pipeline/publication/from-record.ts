import { parseInstant } from '../calendar/local-time.ts'
import type { NhatKyXuatBan } from '../contract/types.ts'
import type { Publications } from './publication.ts'

/** The record file of a sample portal. The schema has proved every instant. */
export const publicationsFromRecord = ({ published }: NhatKyXuatBan): Publications =>
  new Map(published.map(({ path, at }) => [path, parseInstant(at) as number]))
