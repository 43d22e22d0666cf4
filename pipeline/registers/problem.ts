import type { Severity } from '../diagnostics/diagnostic.ts'

/** What is wrong with a record of a register: at which of its fields, why, and how to put it right. */
export type RecordProblem = {
  readonly at: readonly string[]
  readonly problem: string
  readonly fix: string
  readonly severity?: Severity
}

export const problemAt = (key: string, problem: string, fix: string): RecordProblem => ({
  at: key.split('.'),
  problem,
  fix,
})
