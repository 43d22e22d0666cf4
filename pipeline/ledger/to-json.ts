import { formatInstant, type Instant } from '../calendar/local-time.ts'
import { groundOf, type Regulation } from '../regulation/regulation.ts'
import type { LedgerEntry } from './entry.ts'

const instant = (at: Instant | undefined): string | null => (at === undefined ? null : formatInstant(at))

/** A line of the ledger for machines; what nobody recorded is null. */
export function entryToJson(entry: LedgerEntry, regulation: Regulation) {
  const { milestones, verdict } = entry
  return {
    path: entry.path,
    title: entry.title,
    kind: entry.kind,
    linhVuc: entry.linhVuc ?? null,
    section: entry.section ?? null,
    unit: entry.unit ?? null,
    byline: entry.byline ?? null,
    person: entry.person ?? null,
    collaborator: entry.collaborator,
    words: entry.words,
    images: entry.images,
    event: instant(milestones.event),
    submitted: instant(milestones.submitted),
    approvals: milestones.approvals.map(({ at, member, stage, account, delegation }) => ({
      at: formatInstant(at),
      member,
      stage,
      account: account ?? null,
      delegation: delegation ?? null,
    })),
    merged: formatInstant(milestones.merged),
    deployed: instant(milestones.deployed),
    commit: entry.commit ?? null,
    attestation: entry.attestation,
    verdict: verdict.state,
    due: 'due' in verdict ? formatInstant(verdict.due.at) : null,
    ground: 'deadline' in verdict ? groundOf(regulation, verdict.deadline) : null,
    lateReason: verdict.state === 'late-with-reason' ? verdict.reason : null,
    custody: entry.custody.map(({ holder, from, to }) => ({
      ...holder,
      from: formatInstant(from),
      to: formatInstant(to),
    })),
    changes: entry.changes.map(({ at, commit, note }) => ({
      at: formatInstant(at),
      commit: commit ?? null,
      note: note ?? null,
    })),
    triggerMoved: entry.triggerMoved ?? null,
    removed: instant(entry.removed),
  }
}
