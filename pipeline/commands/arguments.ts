import { type Instant, parseInstant } from '../calendar/local-time.ts'

/** What the user typed cannot be carried out; the message tells what to type instead. Ends with exit code 2. */
export class UsageError extends Error {}

/** `--now 2026-11-20T09:00:00+07:00`. */
export function readNow(text: string | undefined): Instant | undefined {
  if (text === undefined) return undefined
  const instant = parseInstant(text)
  if (instant === undefined)
    throw new UsageError(
      `--now: \`${text}\` không phải là thời điểm có múi giờ; ví dụ: --now 2026-11-20T09:00:00+07:00`,
    )
  return instant
}

/** The portals that an option asks for: one, or all. */
export const onlyPortal = (id: string | undefined): ReadonlySet<string> | undefined =>
  id === undefined ? undefined : new Set([id])

/** The portals of a folder, or why there are none. */
export const portalsInWords = (ids: readonly string[]): string =>
  ids.join(', ') || 'chưa có cổng nào ở thư mục này; chạy lệnh ở thư mục gốc của kho, nơi có thư mục content'

/** Refuses a portal that does not exist, with the list of those that do. */
export function knownPortal(id: string | undefined, ids: readonly string[]): string | undefined {
  if (id !== undefined && !ids.includes(id))
    throw new UsageError(`Không có cổng \`${id}\`; các cổng hiện có: ${portalsInWords(ids)}`)
  return id
}
