/** How much a diagnostic weighs: an `error` blocks the merge, a `warning` and an `info` are for the approver to read. */
export type Severity = 'error' | 'warning' | 'info'

/** A place in a file; both numbers start at 1. */
export type Place = { readonly line: number; readonly column: number }

/** The first character of a file: the place of a problem that concerns the file as a whole. */
export const TOP: Place = { line: 1, column: 1 }

/** What a check found, before the engine adds the rule's name, its severity and the clause it rests on. */
export type Finding = {
  readonly at: Place
  /** What is wrong, in Vietnamese, one sentence. */
  readonly problem: string
  /** How to put it right: a sentence that starts with a verb. */
  readonly fix: string
  /** Weighs less or more than the rule does by default. */
  readonly severity?: Severity
  /** The clauses this very finding rests on, where the rule as a whole rests on others. */
  readonly clauses?: readonly string[]
  /** The one right answer, where there is one: what `check --fix` does. */
  readonly repair?: Repair
}

/** A change that puts a finding right without a person's judgement. */
export type Repair =
  | { readonly kind: 'rewrite'; readonly how: string; readonly apply: (text: string) => string }
  | {
      readonly kind: 'rewrite-bytes'
      readonly how: string
      readonly apply: (bytes: Uint8Array) => Uint8Array
    }
  | { readonly kind: 'move'; readonly how: string; readonly to: string }

/** A finding with its file, its rule and the law: what a person reads. */
export type Diagnostic = {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly rule: string
  readonly severity: Severity
  readonly problem: string
  readonly fix: string
  /** The clause in words; absent for a technical convention that no regulation speaks of. */
  readonly law?: string
  readonly repair?: Repair
}

export const isError = (diagnostic: { severity: Severity }): boolean => diagnostic.severity === 'error'

/** By file, line, column, rule: equal input gives equal output. */
export function orderDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      compare(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compare(a.rule, b.rule) ||
      compare(a.problem, b.problem),
  )
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
