import { type Instant, startOf } from '../calendar/local-time.ts'
import type { Span } from '../calendar/periods.ts'
import { FOLDER_OF } from '../documents/document.ts'
import type { Duty } from '../duties/upcoming.ts'
import type { Ledger, LedgerEntry } from '../ledger/entry.ts'
import type { Portal } from '../portal/portal.ts'
import type { Registers } from '../registers/register-files.ts'

/** What a report is computed from. */
export type ReportFacts = {
  readonly portal: Portal
  /** The duty that it fulfils; undefined where the regulation asks for no report of such a period. */
  readonly duty: Duty | undefined
  readonly span: Span
  /** Up to when it counts: the end of the period, or now where that is earlier. */
  readonly asOf: Instant
  readonly ledger: Ledger
  readonly registers: Pick<Registers, 'marks' | 'refusals' | 'takedowns'>
}

/** An entry with the id under which figures open to it: its path, told apart where one came, went and came again. */
export type Counted = LedgerEntry & { readonly id: string }

/** What a period knows of a ledger. */
export type Scope = {
  /** Everything that had been published by then, in this period or before. */
  readonly all: readonly Counted[]
  /** Articles and documents published in the period. */
  readonly published: readonly Counted[]
  readonly questions: readonly Counted[]
  readonly pages: readonly Counted[]
  /** Whatever was changed in the period after it had been published, with those changes alone. */
  readonly changed: readonly Counted[]
  readonly removed: readonly Counted[]
}

export function scopeOf({ ledger, span, asOf }: ReportFacts): Scope {
  const inside = (at: Instant | undefined) =>
    at !== undefined && at >= startOf(span.first) && at < span.end && at <= asOf
  const all = numbered(ledger.entries)
  const published = all.filter(({ milestones }) => inside(milestones.merged))
  const of = (...folders: string[]) => published.filter(({ kind }) => folders.includes(FOLDER_OF[kind]))
  return {
    all,
    published: of('tin-bai', 'van-ban'),
    questions: of('hoi-dap'),
    pages: of('trang'),
    changed: all.flatMap((entry) => {
      const changes = entry.changes.filter(({ at }) => inside(at))
      return changes.length > 0 ? [{ ...entry, changes }] : []
    }),
    removed: all.filter(({ removed }) => inside(removed)),
  }
}

/** Entries with the ids under which figures open to them. */
export function numbered(entries: readonly LedgerEntry[]): Counted[] {
  const seen = new Map<string, number>()
  return entries.map((entry) => {
    const times = (seen.get(entry.path) ?? 0) + 1
    seen.set(entry.path, times)
    return { ...entry, id: times === 1 ? entry.path : `${entry.path}#${times}` }
  })
}
