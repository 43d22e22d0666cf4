import { type Day, parseDay } from '../calendar/local-time.ts'
import type { BanBienTap } from '../contract/types.ts'
import type { Regulation } from '../regulation/regulation.ts'

export type Member = BanBienTap['members'][number]
/** Somebody who signs articles: quotas and royalties are counted by people, approvals by members. */
export type Person = NonNullable<BanBienTap['people']>[number]

/** The board as the core reads it. */
export type Roster = {
  readonly written: BanBienTap
  readonly members: ReadonlyMap<string, Member>
  /** By every byline of theirs, as written on articles. */
  readonly byByline: ReadonlyMap<string, Person>
}

export const toRoster = (written: BanBienTap): Roster => ({
  written,
  members: new Map(written.members.map((member) => [member.id, member])),
  byByline: new Map(
    (written.people ?? []).flatMap((person) => person.bylines.map((byline) => [byline, person] as const)),
  ),
})

/** The official name of a member; its id where the roster does not know it, which the roster check reports. */
export const labelOf = (roster: Roster, id: string): string => roster.members.get(id)?.label ?? id

/** People behind a member's accounts; a member without an account has nobody who could act. */
export const seatsOf = (member: Member): number => (member.accounts.length === 0 ? 0 : (member.seats ?? 1))

/** Somebody who may act for a member, by a document and within days, the last included. */
export type Delegate = {
  readonly member: Member
  readonly from: Day
  readonly to: Day
  readonly document: string
}

/** Those who may act for a member in a matter, on whatever day; nobody where the regulation allows no delegation. */
export function delegatesOf(
  { regulation, roster }: { readonly regulation: Regulation; readonly roster: Roster },
  id: string,
  { linhVuc = '', section = '' }: { readonly linhVuc?: string; readonly section?: string },
): Delegate[] {
  if (!regulation.law.approval.delegation.allowed) return []
  return roster.written.delegations
    .filter((each) => each.from === id && (each.linhVuc?.includes(linhVuc) ?? true))
    .filter(({ sections }) => sections?.includes(section) ?? true)
    .flatMap(({ to, validFrom, validTo, document }) => {
      const [member, first, last] = [roster.members.get(to), parseDay(validFrom), parseDay(validTo)]
      return member && first !== undefined && last !== undefined
        ? [{ member, from: first, to: last, document }]
        : []
    })
}

export const holdsOn = ({ from, to }: Pick<Delegate, 'from' | 'to'>, day: Day): boolean =>
  from <= day && day <= to
