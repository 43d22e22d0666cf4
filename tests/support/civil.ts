import { expect } from 'vitest'
import type { Outcome } from './repository.ts'

/** A diagnostic of `--json`. */
export type Told = {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly rule: string
  readonly severity: string
  readonly problem: string
  readonly fix: string
}

const STACK = /^\s+at .*:\d+|^\w*Error\b|lỗi của chính phần mềm/m
/** A letter that only Vietnamese writes. */
const VIETNAMESE = /[ạảãâầấậẩẫăằắặẳẵẹẻẽêềếệểễịỉĩọỏõôồốộổỗơờớợởỡụủũưừứựửữỳỵỷỹđ]/i

/** Ended by itself, in seconds, with an exit code of the contract and no stack. */
export function expectCivil(outcome: Outcome): void {
  expect(outcome.code, outcome.stderr || outcome.stdout).toBeOneOf([0, 1, 2])
  expect(outcome.stdout + outcome.stderr).not.toMatch(STACK)
}

/** Refused in Vietnamese, with a way out. */
export function expectRefusal(outcome: Outcome, code: 1 | 2): void {
  expectCivil(outcome)
  expect(outcome.code, outcome.stdout + outcome.stderr).toBe(code)
  expect(outcome.stderr).toMatch(VIETNAMESE)
}

/** The diagnostics of `check --json`, each with a problem and a way out in Vietnamese. */
export function diagnosticsOf(outcome: Outcome): readonly Told[] {
  expectCivil(outcome)
  const { diagnostics } = JSON.parse(outcome.stdout) as { diagnostics: Told[] }
  for (const { problem, fix } of diagnostics) {
    expect(problem).toMatch(VIETNAMESE)
    expect(fix).not.toBe('')
  }
  return diagnostics
}
