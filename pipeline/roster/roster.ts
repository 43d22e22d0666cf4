import { type Day, parseDay } from '../calendar/local-time.ts'
import type { BanBienTap } from '../contract/types.ts'

export type Member = BanBienTap['members'][number]
export type Delegation = BanBienTap['delegations'][number]

/** The board as the core reads it. */
export type Roster = {
  readonly written: BanBienTap
  readonly members: ReadonlyMap<string, Member>
}

export const toRoster = (written: BanBienTap): Roster => ({
  written,
  members: new Map(written.members.map((member) => [member.id, member])),
})

/** The official name of a member; its id where the roster does not know it, which the roster check reports. */
export const labelOf = (roster: Roster, id: string): string => roster.members.get(id)?.label ?? id

/** People behind a member's accounts; a member without an account has nobody who could act. */
export const seatsOf = (member: Member): number => (member.accounts.length === 0 ? 0 : (member.seats ?? 1))

/** Delegations that a member has received and that hold on a day, its last day included. */
export function delegationsTo(roster: Roster, to: string, day: Day): Delegation[] {
  return roster.written.delegations.filter(
    (each) =>
      each.to === to &&
      (parseDay(each.validFrom) ?? Infinity) <= day &&
      day <= (parseDay(each.validTo) ?? -Infinity),
  )
}
