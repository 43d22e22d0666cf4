import { dayOf, vietnameseDay } from '../calendar/local-time.ts'
import type { Roster } from '../roster/roster.ts'
import { withinCeilings } from './ceilings.ts'
import { type Claims, claimsOf } from './claims.ts'
import { correctionsOf } from './corrections.ts'
import { liveEntries } from './live.ts'
import type { Rates } from './rates.ts'
import type { Line, MonthScore, Question, Reckoning, SealedMonth, Statement } from './statement.ts'
import { twinQuestion, twinsAmong } from './twins.ts'
import { addressOf, type Finder, finderOf, monthOfDay, publishedOn, sameTitle, type Work } from './work.ts'

/** A work of another portal, to tell of an article that is paid for twice. */
export type ElsewhereWork = { readonly portal: string; readonly path: string; readonly title: string }

/** Everything that a statement is made of; no clock and no file. */
export type Facts = {
  /** Oldest publication first. */
  readonly works: readonly Work[]
  readonly roster: Roster
  readonly rates: Rates
  readonly scores: readonly MonthScore[]
  /** Oldest first. */
  readonly sealed: readonly SealedMonth[]
  /** Paths of articles that were taken down for a breach: nothing is owed for them, and what was paid is taken back. */
  readonly breached: ReadonlySet<string>
  readonly elsewhere: readonly ElsewhereWork[]
}

/**
 * What is owed in a month: for what was published in it, and, in the first month after the last closed one, what today's scores,
 * roster and takedowns change in the closed ones. An article is paid once, whatever it was called.
 */
export function settle(facts: Facts, month: string): Statement {
  const find = finderOf(facts.works)
  const monthOf = monthsOf(facts, find)
  const own = reckon(facts, find, (work) => monthOf(work) === month)
  const last = facts.sealed.at(-1)?.month
  const corrects = last !== undefined && nextMonth(last) === month
  const corrections = corrects
    ? facts.sealed.map((sealed) =>
        correctionsOf({
          month: sealed.month,
          live: liveEntries(facts.sealed).filter(({ entry }) => entry.month === sealed.month),
          today: reckon(facts, find, (work) => monthOf(work) === sealed.month),
          find,
          isBreached: breachedBy(facts),
        }),
      )
    : []
  return {
    month,
    lines: [...own.lines, ...corrections.flatMap(({ lines }) => lines)],
    questions: [
      ...own.questions,
      ...strayScores(facts, find, monthOf, month),
      ...corrections.flatMap(({ questions }) => questions),
    ],
    unpaid: own.unpaid,
    notices: [
      ...corrections.flatMap(({ notices }) => notices),
      ...twice(facts, own.lines),
      ...calledAlike(facts, own.lines),
      ...removedYetPaid(facts, own.lines),
      ...(last !== undefined && month > nextMonth(last)
        ? [`Tháng ${nextMonth(last)} chưa đóng sổ: chỗ sửa của các tháng đã đóng nằm ở bảng kê tháng ấy.`]
        : []),
    ],
  }
}

const breachedBy = ({ breached }: Facts): ((path: string) => boolean) => {
  const addresses = new Set([...breached].map(addressOf))
  return (path) => addresses.has(addressOf(path))
}

/** The month that a work belongs to: the one in which it was paid, whatever its record says now, else that of its publication. */
function monthsOf({ sealed }: Facts, find: Finder): (work: Work) => string {
  const paid = new Map(
    sealed.flatMap(({ entries }) =>
      entries.flatMap(({ path, month }) => {
        const work = find(path)
        return work ? [[work, month] as const] : []
      }),
    ),
  )
  return (work) => paid.get(work) ?? monthOfDay(publishedOn(work))
}

function reckon(facts: Facts, find: Finder, wanted: (work: Work) => boolean): Reckoning {
  const isBreached = breachedBy(facts)
  const scores = new Map(facts.scores.map((score) => [find(score.path), score]))
  const twins = twinsAmong(facts.works)
  const claims = facts.works.filter(wanted).map((work): Claims => {
    const { path, title } = work.entry
    const score = scores.get(work)
    const twin = twins.get(work)
    if (isBreached(path) || work.formerPaths.some(isBreached))
      return { lines: [], questions: [], unpaid: [{ path, title, why: 'đã gỡ bỏ do vi phạm' }] }
    return twin?.alike === 'text' && score?.skip === undefined && !score?.newWork
      ? { lines: [], questions: [twinQuestion(work, twin)], unpaid: [] }
      : claimsOf(work, { ...facts, score })
  })
  const { tables } = facts.rates
  return {
    lines: withinCeilings(
      claims.flatMap(({ lines }) => lines),
      (table) => tables.find(({ validFrom }) => validFrom === table)?.ceilings,
    ),
    questions: claims.flatMap(({ questions }) => questions),
    unpaid: claims.flatMap(({ unpaid }) => unpaid),
  }
}

/** A score for something that the ledger does not know, or in another month than its own. */
function strayScores(
  { scores }: Facts,
  find: Finder,
  monthOf: (work: Work) => string,
  month: string,
): Question[] {
  return scores
    .filter((score) => score.month === month)
    .flatMap(({ path }) => {
      const work = find(path)
      if (work && monthOf(work) === month) return []
      const why = work
        ? `chấm ở tháng này nhưng bài của tháng ${monthOf(work)}`
        : 'chấm điểm cho bài chưa đăng'
      return [
        {
          path,
          title: work?.entry.title ?? path,
          month,
          why,
          fix: 'chuyển mục chấm sang tháng đăng của bài, hoặc bỏ đi',
        },
      ]
    })
}

function calledAlike({ works }: Facts, lines: readonly Line[]): string[] {
  const paid = new Set(lines.map(({ path }) => path))
  return [...twinsAmong(works)].flatMap(([{ entry }, { earlier, alike }]) =>
    alike === 'title' && paid.has(entry.path)
      ? [
          `«${entry.title}» (${entry.path}) trùng tên và người viết với ${earlier.entry.path}: xem lại có phải một bài không.`,
        ]
      : [],
  )
}

function twice({ elsewhere }: Facts, lines: readonly Line[]): string[] {
  const titles = Map.groupBy(elsewhere, ({ title }) => sameTitle(title))
  const works = new Map(lines.map((line) => [line.path, line.title]))
  return [...works].flatMap(([path, title]) =>
    (titles.get(sameTitle(title)) ?? []).map(
      (other) =>
        `«${title}» (${path}) cũng đăng ở cổng ${other.portal} (${other.path}): xem lại để một bài không trả ở hai cổng.`,
    ),
  )
}

/** What left the portal for another reason than a breach had been published, and is paid; a reader should know. */
function removedYetPaid({ works }: Facts, lines: readonly Line[]): string[] {
  const paid = new Set(lines.map(({ path }) => path))
  return works.flatMap(({ entry: { path, title, removed } }) =>
    removed !== undefined && paid.has(path)
      ? [
          `«${title}» (${path}) đã rút khỏi cổng ngày ${vietnameseDay(dayOf(removed))}, không phải do vi phạm: vẫn tính.`,
        ]
      : [],
  )
}

/** `2027-01` after `2026-12`. */
export function nextMonth(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}
