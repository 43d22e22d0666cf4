import type { RateTable } from './rates.ts'
import type { Cut, Line } from './statement.ts'

type Ceilings = NonNullable<RateTable['ceilings']>

/**
 * Holds the lines of one month of publication to the ceilings of their tables: a work, then a person and month, then the month.
 * Who comes first is served first, in the order of the lines; what a ceiling takes from a line stands beside it.
 *
 * @param ceilingsOf the ceilings of a table, by the day that it holds from
 */
export function withinCeilings(
  lines: readonly Line[],
  ceilingsOf: (table: string) => Ceilings | undefined,
): Line[] {
  const steps: readonly (readonly [keyof Ceilings, (line: Line) => string])[] = [
    ['work', ({ path }) => path],
    ['personMonth', ({ person }) => person],
    ['month', () => ''],
  ]
  return steps.reduce<readonly Line[]>(
    (so, [ceiling, key]) => heldTo(so, ceiling, key, (line) => ceilingsOf(line.table)?.[ceiling]),
    lines,
  ) as Line[]
}

function heldTo(
  lines: readonly Line[],
  ceiling: Cut['ceiling'],
  keyOf: (line: Line) => string,
  limitOf: (line: Line) => number | undefined,
): Line[] {
  const paid = new Map<string, number>()
  return lines.map((line) => {
    const key = keyOf(line)
    const before = paid.get(key) ?? 0
    const limit = limitOf(line)
    const amount = limit === undefined ? line.amount : Math.min(line.amount, Math.max(0, limit - before))
    paid.set(key, before + amount)
    const cut = line.amount - amount
    return cut === 0 || limit === undefined
      ? line
      : { ...line, amount, cuts: [...(line.cuts ?? []), { ceiling, limit, amount: cut }] }
  })
}
