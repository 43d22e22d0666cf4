import type { Severity } from '../diagnostics/diagnostic.ts'
import type { MeaningProblem } from '../regulation/check-regulation.ts'

/** What a document says of those who made it; undefined where there is none. */
export type Makers = (path: string) =>
  | {
      readonly byline: string | undefined
      readonly credits: readonly string[]
      readonly unit: string | undefined
    }
  | undefined

export type ScoreProblem = MeaningProblem & { readonly severity?: Severity }

export const problem = (
  at: string | readonly (string | number)[],
  text: string,
  fix: string,
  severity?: Severity,
): ScoreProblem => ({
  path: typeof at === 'string' ? [at] : at,
  problem: text,
  fix,
  ...(severity ? { severity } : {}),
})
