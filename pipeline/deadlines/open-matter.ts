import type { Due } from '../calendar/due-at.ts'
import type { Instant } from '../calendar/local-time.ts'
import type { Deadline } from '../regulation/regulation.ts'
import { instantOf } from './trigger.ts'
import { closedAt, type VerdictFacts, verdictOf } from './verdict.ts'

/** Something that somebody still owes: an article not yet published, a question not yet answered. */
export type OpenMatter =
  | { readonly state: 'overdue' | 'at-risk' | 'on-time'; readonly deadline: Deadline; readonly due: Due }
  /** No number binds it, but somebody waits. */
  | { readonly state: 'waiting'; readonly since: Instant | undefined }

/** What is still owed for a document; undefined where nothing is. */
export function openMatterOf(facts: VerdictFacts): OpenMatter | undefined {
  const verdict = verdictOf(facts)
  switch (verdict.state) {
    case 'at-risk':
      return verdict
    case 'overdue':
    case 'on-time':
    case 'late-with-reason':
      return verdict.doneAt === undefined
        ? {
            state: verdict.state === 'on-time' ? 'on-time' : 'overdue',
            deadline: verdict.deadline,
            due: verdict.due,
          }
        : undefined
    default:
      return isWaiting(facts) ? { state: 'waiting', since: receivedAt(facts) } : undefined
  }
}

const isWaiting = ({ front, publication }: VerdictFacts): boolean =>
  publication.state === 'pending' || (front.kind === 'hoi-dap' && closedAt(front) === undefined)

const receivedAt = ({ front }: VerdictFacts): Instant | undefined =>
  front.kind === 'hoi-dap' ? instantOf(front.receivedDate) : undefined
