import type { Instant } from '../calendar/local-time.ts'
import type { Verdict } from '../deadlines/verdict.ts'
import { approvalKey, type Law, type Outcome, outcomeUnder, type PublishedDocument } from './outcome.ts'

/** In what two laws may differ about a document. */
export const ASPECTS = ['verdict', 'due', 'approvers', 'unknown'] as const
export type Aspect = (typeof ASPECTS)[number]

export type Difference = {
  readonly document: PublishedDocument
  /** In what they differ; at least one. */
  readonly aspects: readonly Aspect[]
  readonly before: Outcome
  readonly after: Outcome
}

export type Simulation = {
  /** How many documents were judged. */
  readonly judged: number
  /** Changed verdicts first, then names that are no longer known; the newest first among equals. */
  readonly differences: readonly Difference[]
  readonly totals: Readonly<Record<Aspect, number>>
  /** From which verdict to which, the most frequent first. */
  readonly turns: readonly Turn[]
}

export type Turn = {
  readonly from: Verdict['state']
  readonly to: Verdict['state']
  readonly documents: number
}

/** What would have been otherwise, had the second law been in force in the place of the first. */
export function simulate(
  before: Law,
  after: Law,
  documents: readonly PublishedDocument[],
  now: Instant,
): Simulation {
  const differences = documents
    .flatMap((document) => {
      const outcomes = {
        before: outcomeUnder(before, document, now),
        after: outcomeUnder(after, document, now),
      }
      const aspects = ASPECTS.filter(
        (aspect) => KEYS[aspect](outcomes.before) !== KEYS[aspect](outcomes.after),
      )
      return aspects.length === 0 ? [] : [{ document, aspects, ...outcomes }]
    })
    .sort(byWeight)
  const count = (aspect: Aspect) => differences.filter(({ aspects }) => aspects.includes(aspect)).length
  return {
    judged: documents.length,
    differences,
    totals: {
      verdict: count('verdict'),
      due: count('due'),
      approvers: count('approvers'),
      unknown: count('unknown'),
    },
    turns: turnsOf(differences),
  }
}

/** Two outcomes are the same in an aspect where these texts are; names and clauses alone make no difference. */
const KEYS: Record<Aspect, (outcome: Outcome) => string> = {
  verdict: ({ verdict }) => verdict,
  due: ({ due }) => JSON.stringify(due && [due.at, due.lateAfter]) ?? '',
  approvers: ({ approvals }) => approvals.map(approvalKey).join('\n'),
  unknown: ({ unknown }) => JSON.stringify(unknown),
}

function byWeight(a: Difference, b: Difference): number {
  return (
    weightOf(a) - weightOf(b) || b.document.at - a.document.at || (a.document.path < b.document.path ? -1 : 1)
  )
}

const weightOf = ({ aspects }: Difference): number =>
  aspects.includes('verdict') ? 0 : aspects.includes('unknown') ? 1 : 2

function turnsOf(differences: readonly Difference[]): Turn[] {
  const turns = new Map<string, Turn>()
  for (const { aspects, before, after } of differences) {
    if (!aspects.includes('verdict')) continue
    const [from, to] = [before.verdict, after.verdict]
    const key = `${from} ${to}`
    turns.set(key, { from, to, documents: (turns.get(key)?.documents ?? 0) + 1 })
  }
  return [...turns]
    .sort(([a, first], [b, second]) => second.documents - first.documents || (a < b ? -1 : 1))
    .map(([, turn]) => turn)
}
