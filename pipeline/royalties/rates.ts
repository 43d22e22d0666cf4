import { type Day, parseDay } from '../calendar/local-time.ts'
import type { LuongCoSo, NhuanBut } from '../contract/types.ts'

export type RateTable = NhuanBut
export type BaseSalary = LuongCoSo
export type Genre = NhuanBut['genres'][number]

/** What a work or a task is paid by on a day. */
export type Rates = {
  /** In any order. */
  readonly tables: readonly RateTable[]
  readonly salaries: readonly BaseSalary[]
}

/** The table in force on a day: the newest that had begun; undefined before the first. */
export const tableOn = ({ tables }: Rates, day: Day): RateTable | undefined => inForce(tables, day)

function inForce<T extends { readonly validFrom: string }>(dated: readonly T[], day: Day): T | undefined {
  const begun = dated.filter(({ validFrom }) => (parseDay(validFrom) as Day) <= day)
  return begun.reduce<T | undefined>(
    (best, each) => (best && best.validFrom >= each.validFrom ? best : each),
    undefined,
  )
}

/**
 * Whole đồng of one unit of coefficient on a day: a share of the base salary of that day (NĐ 18/2014/NĐ-CP, Điều 7: 10 %),
 * rounded half up to a đồng, or the sum that the table sets. Undefined where no file tells the base salary of the day.
 */
export function unitValueOn({ salaries }: Rates, { unit }: RateTable, day: Day): number | undefined {
  if (unit.dong !== undefined) return unit.dong
  const base = inForce(salaries, day)
  return base && unit.percentOfBase !== undefined
    ? multiplied(base.amount, [unit.percentOfBase], 100, 1)
    : undefined
}

/**
 * `amount` times every factor, divided, and rounded half up to a multiple of `step`. A factor has at most two decimals, so
 * the work is done in hundredths and no sum depends on how a machine writes fractions.
 */
export function multiplied(
  amount: number,
  factors: readonly number[],
  divisor: number,
  step: number,
): number {
  const top = factors.reduce((product, factor) => product * hundredths(factor), BigInt(amount))
  const bottom = BigInt(divisor) * 100n ** BigInt(factors.length) * BigInt(step)
  return Number((2n * top + bottom) / (2n * bottom)) * step
}

const hundredths = (factor: number): bigint => BigInt(Math.round(factor * 100))

/** Whether a coefficient can be reckoned with exactly: at most two decimals. */
export const isExact = (factor: number): boolean => Math.abs(Math.round(factor * 100) - factor * 100) < 1e-9
