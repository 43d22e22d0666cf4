import { type Instant, parseInstant } from '../calendar/local-time.ts'
import type { NhatKyXuatBan } from '../contract/types.ts'
import type { Recorded, Trace, Version } from './trace.ts'

type Line = NhatKyXuatBan['published'][number]

/**
 * The record file of a sample portal as traces: it has no Git history, so what the file says stands for it. A file that the record
 * names and that is not there was removed, and has left nothing to tell of.
 *
 * @param versionAt a document by its path below the portal's folder
 */
export function tracesOfRecord(
  { published, revised = [], removed = [] }: NhatKyXuatBan,
  versionAt: (path: string) => Version | undefined,
  asOf: Instant,
): Trace[] {
  const instant = (text: string) => parseInstant(text) as Instant
  const changes = Map.groupBy(revised, ({ path }) => path)
  const gone = new Map(removed.map(({ path, at }) => [path, instant(at)]))
  return published.flatMap((line): Trace[] => {
    const at = instant(line.at)
    const version = at <= asOf ? versionAt(line.path) : undefined
    if (!version) return []
    const removedAt = gone.get(line.path)
    return [
      {
        path: line.path,
        published: { at, commit: undefined },
        attestation: 'sample',
        first: version,
        present: version,
        changes: (changes.get(line.path) ?? [])
          .map((each) => ({ at: instant(each.at), commit: undefined }))
          .filter((each) => each.at <= asOf)
          .sort((a, b) => a.at - b.at),
        removed: removedAt !== undefined && removedAt <= asOf ? removedAt : undefined,
        recorded: recordedIn(line),
      },
    ]
  })
}

function recordedIn({ submitted, approvals = [], deployed }: Line): Recorded | undefined {
  if (submitted === undefined && approvals.length === 0 && deployed === undefined) return undefined
  return {
    opened: submitted === undefined ? undefined : parseInstant(submitted),
    approvals: approvals.map(({ by, stage, at }) => ({
      at: parseInstant(at) as Instant,
      member: by,
      stage,
      account: undefined,
      delegation: undefined,
    })),
    returns: [],
    merged: undefined,
    deployed: deployed === undefined ? undefined : parseInstant(deployed),
  }
}
