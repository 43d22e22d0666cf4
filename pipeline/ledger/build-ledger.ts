import type { Calendar } from '../calendar/calendar.ts'
import { dayOf, formatDay, type Instant } from '../calendar/local-time.ts'
import type { FrontMatter } from '../contract/types.ts'
import { deadlineOf } from '../deadlines/deadline-of.ts'
import { parseTrigger } from '../deadlines/trigger.ts'
import { fieldOf, type Verdict, verdictOf } from '../deadlines/verdict.ts'
import type { Regulation } from '../regulation/regulation.ts'
import type { Roster } from '../roster/roster.ts'
import { custodyOf } from './custody.ts'
import type { LaterChange, LedgerEntry, Milestones } from './entry.ts'
import { type Laws, lawOf } from './laws.ts'
import type { Trace } from './trace.ts'

/** What a ledger is computed from. */
export type LedgerFacts = {
  readonly laws: Laws
  readonly calendar: Calendar
  readonly roster: Roster
  readonly asOf: Instant
  readonly traces: readonly Trace[]
}

/**
 * The ledger: every article with its milestones, judged by the law that was in force when its deadline began and by the front
 * matter with which it was published. Whatever is written into it later, its verdict stands. Oldest publication first.
 */
export const buildLedger = (facts: LedgerFacts): LedgerEntry[] =>
  facts.traces
    .map((trace) => entryOf(trace, facts))
    .sort((a, b) => a.milestones.merged - b.milestones.merged || (a.path < b.path ? -1 : 1))

function entryOf(trace: Trace, { laws, calendar, roster, asOf }: LedgerFacts): LedgerEntry {
  const { first, present, recorded } = trace
  const merged = recorded?.merged ?? trace.published.at
  const regulation = lawFor(first.front, laws)
  const milestones: Milestones = {
    event: triggerOf(first.front, regulation),
    submitted: recorded?.opened,
    approvals: recorded?.approvals ?? [],
    merged,
    deployed: recorded?.deployed,
  }
  const front = present.front as FrontMatter & { collaborator?: boolean }
  return {
    path: trace.path,
    front,
    title: front.title,
    kind: front.kind,
    linhVuc: front.linhVuc,
    section: front.section,
    unit: front.submittedBy,
    byline: front.author,
    person: roster.byByline.get(front.author ?? '')?.id,
    collaborator:
      front.collaborator === true || roster.byByline.get(front.author ?? '')?.collaborator === true,
    words: present.words,
    images: present.images,
    milestones,
    commit: trace.published.commit,
    attestation: trace.attestation,
    verdict: judge(trace, regulation, calendar, merged, asOf),
    custody: custodyOf(milestones, recorded?.returns ?? []),
    changes: trace.changes.map((each) => ({ ...each, note: noteOf(front, each.at) })),
    triggerMoved: movedTrigger(first.front, present.front, regulation),
    removed: trace.removed,
  }
}

/** The law of the day on which the deadline begins; of a document without one, the law of today. */
function lawFor(front: FrontMatter, laws: Laws): Regulation {
  const begun = triggerOf(front, laws.present)
  return begun === undefined ? laws.present : lawOf(laws, dayOf(begun))
}

/** The instant that the deadline counts from; where none applies, the event that the article tells of. */
function triggerOf(front: FrontMatter, regulation: Regulation): Instant | undefined {
  const text = fieldOf(front, deadlineOf(regulation, front)?.trigger) ?? fieldOf(front, 'eventDate')
  const parsed = text === undefined ? undefined : parseTrigger(text)
  return parsed?.ok ? parsed.value.at : undefined
}

/** Of a question the answer is judged, as far as it has come; of everything else what was published. */
function judge(
  { first, present }: Trace,
  regulation: Regulation,
  calendar: Calendar,
  at: Instant,
  now: Instant,
): Verdict {
  const front = first.front.kind === 'hoi-dap' ? present.front : first.front
  return verdictOf({ regulation, calendar, front, publication: { state: 'published', at }, now })
}

/** The note that the front matter gives for the day of a change. */
function noteOf(front: FrontMatter, at: Instant): LaterChange['note'] {
  const { updates = [] } = front as { updates?: readonly { date: string; note: string }[] }
  const day = formatDay(dayOf(at))
  return updates.find(({ date }) => date.slice(0, 10) === day)?.note
}

function movedTrigger(
  first: FrontMatter,
  present: FrontMatter,
  regulation: Regulation,
): LedgerEntry['triggerMoved'] {
  const field = deadlineOf(regulation, first)?.trigger
  const [from, to] = [fieldOf(first, field), fieldOf(present, field)]
  return from !== undefined && to !== undefined && from !== to ? { from, to } : undefined
}
