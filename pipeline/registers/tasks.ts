import { type Day, dayOf, type Instant, parseDay, parseInstant } from '../calendar/local-time.ts'
import { groundOf, type Regulation } from '../regulation/regulation.ts'
import { replyOf } from './refusals.ts'
import type { Registers } from './register-files.ts'
import { type Articles, takedownLaw, takedownState } from './takedowns.ts'

/** Something that a register says is still to be done. */
export type RegisterTask = {
  readonly file: string
  readonly what: string
  /** Who decided, and is to see to it: a member of the roster. */
  readonly member: string
  readonly since: Day
  /** The clause in words, or that it is an assumption. */
  readonly law: string
}

/** Replies that are owed to senders, articles that are still there or not yet back. Oldest first. */
export function registerTasks(
  { refusals, takedowns }: Registers,
  regulation: Regulation,
  articles: Articles,
): RegisterTask[] {
  const { refusal } = regulation.law
  const replies = refusals.flatMap(({ file, value }): RegisterTask[] =>
    refusal && replyOf(value, regulation).state === 'owed'
      ? [
          {
            file,
            what: `Trả lời người gửi bài không đăng: ${value.title}`,
            member: value.decidedBy,
            since: parseDay(value.decidedOn) as Day,
            law: groundOf(regulation, refusal),
          },
        ]
      : [],
  )
  const articlesLeft = takedowns
    .filter(
      ({ value }, index) => !takedowns.slice(index + 1).some((later) => later.value.path === value.path),
    )
    .flatMap(({ file, value }): RegisterTask[] => {
      const { state } = takedownState(value, articles)
      const what =
        state === 'still-there'
          ? `Gỡ bài đã có quyết định gỡ: ${value.title}`
          : state === 'to-put-back'
            ? `Đăng lại bài đã có quyết định đăng lại: ${value.title}`
            : undefined
      const since = dayOf(parseInstant(value.putBackAt ?? value.takenDownAt) as Instant)
      return what === undefined ? [] : [{ file, what, member: value.by, since, law: takedownLaw(regulation) }]
    })
  return [...replies, ...articlesLeft].sort((a, b) => a.since - b.since || (a.file < b.file ? -1 : 1))
}
