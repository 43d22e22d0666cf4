import type { Day } from '../calendar/local-time.ts'
import { formatDay } from '../calendar/local-time.ts'
import type { Person, Roster } from '../roster/roster.ts'
import { payeesOf, type Share } from './payees.ts'
import { multiplied, type Rates, type RateTable, tableOn, unitValueOn } from './rates.ts'
import type { Line, Question, Score, Unpaid } from './statement.ts'
import { monthOfDay, publishedOn, type Work } from './work.ts'

/** What one work comes to before any ceiling but that of its genre. */
export type Claims = {
  readonly lines: readonly Line[]
  readonly questions: readonly Question[]
  readonly unpaid: readonly Unpaid[]
}

export type ClaimFacts = {
  readonly rates: Rates
  readonly roster: Roster
  readonly score: Score | undefined
}

/**
 * Who is owed what for a work, by the table in force on the day of its publication. What a person must still say comes back as a
 * question, and then nothing of the work is paid: half a work would be forgotten.
 */
export function claimsOf(work: Work, facts: ClaimFacts): Claims {
  const day = publishedOn(work)
  const { score } = facts
  if (score?.skip !== undefined) return unpaid(work, `người chấm ghi: ${score.skip}`)
  const table = tableOn(facts.rates, day)
  if (!table)
    return asked(work, [
      ['chưa có bảng mức áp dụng vào ngày đăng', 'thêm bảng mức vào nhuan-but/<ngày áp dụng>.yaml'],
    ])
  const none = table.unpaid.find(({ kinds }) => kinds.includes(work.entry.kind))
  if (none) return unpaid(work, none.reason)
  const unitValue = unitValueOn(facts.rates, table, day)
  if (unitValue === undefined)
    return asked(work, [
      ['chưa có mức lương cơ sở áp dụng vào ngày đăng', 'thêm tệp content/luong-co-so/<ngày áp dụng>.yaml'],
    ])
  const { shares, problems, left } = payeesOf(work, table, facts)
  if (problems.length > 0) return asked(work, problems)
  return {
    lines: linesOf(work, table, unitValue, shares, day),
    questions: [],
    unpaid: left.map((why) => told(work, why)),
  }
}

const told = ({ entry: { path, title } }: Work, why: string): Unpaid => ({ path, title, why })

const unpaid = (work: Work, why: string): Claims => ({ lines: [], questions: [], unpaid: [told(work, why)] })

const asked = (work: Work, problems: readonly (readonly [why: string, fix: string])[]): Claims => ({
  lines: [],
  questions: problems.map(([why, fix]) => ({
    path: work.entry.path,
    title: work.entry.title,
    month: monthOfDay(publishedOn(work)),
    why,
    fix,
  })),
  unpaid: [],
})

/** In the order of the table; what is a share of the author's royalty is reckoned when that is known. */
function linesOf(
  work: Work,
  table: RateTable,
  unitValue: number,
  shares: readonly Share[],
  day: Day,
): Line[] {
  const own = (share: Share) => grossOf(share, unitValue, table.rounding)
  const ofAuthors = shares
    .filter(({ genre }) => genre.role === 'author')
    .reduce((sum, share) => sum + own(share), 0)
  return shares.map((share) => {
    const { genre, person, name } = share
    const gross =
      genre.percentOfAuthor === undefined
        ? own(share)
        : multiplied(ofAuthors, [genre.percentOfAuthor], 100, table.rounding)
    const cut = genre.ceiling === undefined ? 0 : Math.max(0, gross - genre.ceiling)
    return {
      ...aboutWork(work, day),
      ...aboutPerson(person, name),
      role: genre.role,
      genre: genre.id,
      label: genre.label,
      ...rateOf(share, unitValue),
      gross,
      ...(cut > 0 ? { cuts: [{ ceiling: 'genre', limit: genre.ceiling as number, amount: cut }] } : {}),
      amount: gross - cut,
      table: table.validFrom,
      ...(table.payWithin ? { payBy: formatDay(day + table.payWithin.days) } : {}),
    }
  })
}

const aboutWork = ({ entry }: Work, day: Day) => ({
  ...(entry.unit === undefined ? {} : { unit: entry.unit }),
  path: entry.path,
  title: entry.title,
  published: formatDay(day),
  month: monthOfDay(day),
})

const aboutPerson = ({ id, member }: Person, name: string) => ({ person: id, name, member })

/** What stands under hệ số and đơn giá. */
function rateOf({ genre, coefficient, count }: Share, unitValue: number) {
  const many = count > 1 ? { count } : {}
  if (genre.percentOfAuthor !== undefined) return { percent: genre.percentOfAuthor }
  if (genre.fixed !== undefined) return { ...many, unitValue: genre.fixed }
  return { coefficient: coefficient ?? 0, ...many, unitValue }
}

const grossOf = ({ genre, coefficient = 0, count }: Share, unitValue: number, step: number): number =>
  genre.fixed === undefined
    ? multiplied(unitValue, [coefficient, count], 1, step)
    : multiplied(genre.fixed, [count], 1, step)
