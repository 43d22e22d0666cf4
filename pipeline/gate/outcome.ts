import type { Suggestion } from '../adapters/forge.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { isError } from '../diagnostics/diagnostic.ts'
import type { NeedState } from './decide.ts'

/** Something that keeps the gate closed, whatever people have approved. */
export type Obstacle = { readonly problem: string; readonly fix: string }

/** The time that a document of the change still has. */
export type TimeLeft = {
  readonly file: string
  readonly title: string
  readonly state: 'on-time' | 'at-risk' | 'overdue' | 'late-with-reason'
  /** Office minutes until it is late; 0 where it is. */
  readonly minutes: number
  /** Which share of the time has gone: 1 when it is over. */
  readonly share: number
  readonly portal: string
  /** The due instant as an official says it. */
  readonly due: string
  readonly ground: string
  readonly reason: string | undefined
}

/** A date that decides a deadline, as it was and as it became, on the branch or inside the change. */
export type ChangedTrigger = {
  readonly file: string
  readonly field: string
  readonly values: readonly string[]
}

/** What the gate found out about a change. */
export type Outcome = {
  readonly needs: readonly NeedState[]
  /** Accounts that approved without being asked by the regulation. */
  readonly idle: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
  readonly obstacles: readonly Obstacle[]
  readonly times: readonly TimeLeft[]
  readonly triggers: readonly ChangedTrigger[]
  readonly suggestions: readonly Suggestion[]
  /** The revision that was judged, and the one whose law judged it. */
  readonly head: string
  readonly base: string
}

/** `closed`: something does not let the gate judge; `problems`: the content breaks rules; then what people say. */
export type Verdict = 'closed' | 'problems' | 'refused' | 'waiting' | 'open'

/** When in doubt the gate is closed. A change that needs nobody is a doubt too. */
export function verdictOfGate({ obstacles, diagnostics, needs }: Outcome): Verdict {
  if (obstacles.length > 0 || needs.length === 0) return 'closed'
  if (diagnostics.some(isError)) return 'problems'
  if (needs.some(({ state }) => state === 'refused')) return 'refused'
  return needs.every(({ state }) => state === 'given') ? 'open' : 'waiting'
}
