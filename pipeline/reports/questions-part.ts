import { startOf } from '../calendar/local-time.ts'
import { type CountedQuestion, questionFigures, questionTable } from '../questions/figures.ts'
import type { Table } from '../tables/table.ts'
import type { Counted, ReportFacts } from './facts.ts'

/** The questions of the register that were received and settled in the period, and how those stand that are still open. */
export function questionsTable({ portal, span, asOf }: ReportFacts, entries: readonly Counted[]): Table {
  const questions = entries.flatMap(({ id, front, removed }): CountedQuestion[] =>
    front.kind === 'hoi-dap' && removed === undefined ? [{ path: id, front }] : [],
  )
  const stretch = { from: startOf(span.first), end: span.end, asOf }
  return questionTable(questionFigures(questions, portal, stretch), portal.regulation)
}
