import { type Person, seatsOf } from '../roster/roster.ts'
import type { RoyaltyPortal } from './royalty-data.ts'
import { type Makers, problem, type ScoreProblem } from './score-problem.ts'
import type { Score } from './statement.ts'

/**
 * Nobody scores his own work. By his account it is certain; where the scorer is a role that one person holds and the payee belongs to it,
 * too. A payee of the scorer's own office is only pointed out: somebody else there may have scored.
 */
export function selfScored(
  score: Score,
  { portal, makers }: { readonly portal: RoyaltyPortal; readonly makers: Makers },
): ScoreProblem[] {
  const { roster } = portal
  const member = roster.members.get(score.by)
  const made = makers(score.path)
  if (!member || !score.items) return []
  const accounts = score.account === undefined ? member.accounts : [score.account]
  const payees = payeesOf(score, made, roster)
  const own = payees.filter(
    (person) =>
      (person.account !== undefined && accounts.includes(person.account)) ||
      (person.member === score.by && seatsOf(member) <= 1),
  )
  const near =
    payees.some((person) => person.member === score.by && !own.includes(person)) || made?.unit === score.by
  if (own.length > 0)
    return own.map(({ bylines, id }) =>
      problem(
        'by',
        `«${bylines[0] ?? id}» tự chấm bài của mình`,
        'để người khác được giao chấm, và ghi người ấy ở by',
      ),
    )
  return near
    ? [
        problem(
          'by',
          `«${member.label}» chấm bài của đơn vị mình`,
          'xem lại để người hưởng không tự chấm; nếu là người khác trong đơn vị thì ghi account',
          'warning',
        ),
      ]
    : []
}

function payeesOf(
  { items = [] }: Score,
  made: ReturnType<Makers>,
  { written, byByline }: RoyaltyPortal['roster'],
): Person[] {
  const named = (written.people ?? []).filter(({ id }) => items.some(({ person }) => person === id))
  const signed = [made?.byline ?? '', ...(made?.credits ?? [])].flatMap(
    (byline) => byByline.get(byline) ?? [],
  )
  return [...new Set([...named, ...signed])]
}
