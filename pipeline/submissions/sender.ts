import { groundOf, type Regulation } from '../regulation/regulation.ts'
import type { Roster } from '../roster/roster.ts'
import { oneLine } from './form.ts'

/** Who sends, as far as the roster knows. */
export type Sender =
  | { readonly state: 'unit'; readonly unit: string }
  /** Somebody outside; the regulation may name the unit through which such articles come. */
  | { readonly state: 'outside'; readonly via: string | undefined; readonly law: string | undefined }

/** What a form says of the unit, held against the roster: by its name or by its id, whatever its letters and dashes. */
export function senderOf(written: string | undefined, roster: Roster, regulation: Regulation): Sender {
  const wanted = written === undefined ? undefined : folded(written)
  const member = [...roster.members.values()].find(
    ({ id, label, writes }) => writes && (folded(label) === wanted || id === wanted),
  )
  if (member) return { state: 'unit', unit: member.id }
  const { intake } = regulation.law
  const via = intake?.externalVia
  return via === undefined || !intake
    ? { state: 'outside', via: undefined, law: undefined }
    : { state: 'outside', via, law: groundOf(regulation, intake) }
}

const folded = (words: string): string =>
  oneLine(words)
    .toLowerCase()
    .replace(/\s*[-–—]\s*/gu, ' - ')
