import { type Line, sumOf } from './statement.ts'

/** A part of a statement: whose, for what, and how much. */
export type Total = { readonly key: string; readonly lines: readonly Line[]; readonly amount: number }

/** The lines put together by something that each of them has exactly one of, so that the parts add up to the whole. */
export function totalsBy(lines: readonly Line[], keyOf: (line: Line) => string): Total[] {
  return [...Map.groupBy(lines, keyOf)].map(([key, each]) => ({ key, lines: each, amount: sumOf(each) }))
}

/** Everything that a statement is added up by. */
export const GROUPINGS = {
  person: ({ person }: Line) => person,
  unit: ({ unit, member }: Line) => unit ?? member,
  genre: ({ genre }: Line) => genre,
  role: ({ role }: Line) => role,
  work: ({ path }: Line) => path,
} as const
