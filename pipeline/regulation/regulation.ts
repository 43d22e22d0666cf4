import type { Day } from '../calendar/local-time.ts'
import { parseDay } from '../calendar/local-time.ts'
import type { QuyChe } from '../contract/types.ts'
import type { ClauseRef } from './clause.ts'
import { cite } from './clause.ts'

export type LinhVuc = QuyChe['linhVuc'][number]
export type Section = QuyChe['sections'][number]
export type Clause = QuyChe['clauses'][number]
export type Deadline = QuyChe['deadlines'][number]
export type Stage = QuyChe['approval']['stages'][number]
export type Kind = QuyChe['kinds'][number]['id']

/** A regulation as the core reads it: the written form, complete, with its lists ready to be looked up. */
export type Regulation = {
  readonly law: QuyChe
  /** The first day of force; undefined where the text leaves it open and nobody has filled it in. */
  readonly effectiveFrom: Day | undefined
  readonly linhVuc: ReadonlyMap<string, LinhVuc>
  readonly sections: ReadonlyMap<string, Section>
  readonly kinds: ReadonlyMap<Kind, QuyChe['kinds'][number]>
  readonly clauses: ReadonlyMap<ClauseRef, Clause>
  /** The clauses that say they are enforced by a rule. */
  readonly clausesOfRule: ReadonlyMap<string, readonly ClauseRef[]>
}

export function toRegulation(law: QuyChe): Regulation {
  const date = law.effectiveFrom.date
  return {
    law,
    effectiveFrom: date === null ? undefined : parseDay(date),
    linhVuc: byKey(law.linhVuc, 'id'),
    sections: byKey(law.sections, 'id'),
    kinds: byKey(law.kinds, 'id'),
    clauses: byKey(law.clauses, 'ref'),
    clausesOfRule: clausesOfRule(law),
  }
}

const byKey = <K extends string, T extends Record<K, string>>(list: readonly T[], key: K): Map<T[K], T> =>
  new Map(list.map((each) => [each[key], each]))

function clausesOfRule(law: QuyChe): Map<string, ClauseRef[]> {
  const found = new Map<string, ClauseRef[]>()
  for (const { ref, enforced = [] } of law.clauses) {
    for (const rule of enforced) found.set(rule, [...(found.get(rule) ?? []), ref])
  }
  return found
}

/** One reference or several, as a list. */
export const refsOf = (basis: string | readonly string[] | undefined): readonly ClauseRef[] =>
  basis === undefined ? [] : typeof basis === 'string' ? [basis] : basis

/** The clauses in words, with what the first of them says; undefined where there are none. */
export function citeAll(regulation: Regulation, refs: readonly ClauseRef[]): string | undefined {
  const [first] = refs
  if (first === undefined) return undefined
  const says = regulation.clauses.get(first)?.says
  const words = refs.slice(0, 2).map((ref) => cite(ref, regulation.law.shortName))
  return `${words.join('; ')}${says ? `: ${says}` : ''}`
}

/** What a normative value rests on, for people: its clauses, or that it is an assumption. */
export function groundOf(
  regulation: Regulation,
  value: { basis?: string | string[]; assumption?: string },
): string {
  const refs = refsOf(value.basis)
  const cited = refs.map((ref) => cite(ref, regulation.law.shortName)).join('; ')
  return cited || `Giả định: ${value.assumption ?? ''}`
}
