import type { Diagnostic } from './diagnostic.ts'

/** What a parser at the door returns: a complete value, or every problem it met. Expected failures are values. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Diagnostic[] }
