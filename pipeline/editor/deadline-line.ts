import type { Calendar } from '../calendar/calendar.ts'
import type { Instant } from '../calendar/local-time.ts'
import { type DueOf, dueOf } from '../deadlines/due-of.ts'
import { TRIGGER_WORDS } from '../deadlines/trigger.ts'
import { dueInWords, limitInWords } from '../deadlines/words.ts'
import { groundOf, type Kind, type Regulation } from '../regulation/regulation.ts'

/** What the form says of the deadline, and how loudly. */
export type DeadlineLine = { readonly tone: 'calm' | 'ask' | 'late'; readonly text: string }

/** What has been typed so far, by the names of front matter; an empty field is an empty text or absent. */
export type Typed = Readonly<Record<string, unknown>>

/** The deadline of the article that is being typed, with its clause, in a sentence for its writer. */
export function deadlineLine(
  regulation: Regulation,
  calendar: Calendar,
  kind: Kind,
  typed: Typed,
  now: Instant,
): DeadlineLine {
  const found = dueOf(
    regulation,
    calendar,
    { kind, section: text(typed.section), linhVuc: text(typed.linhVuc) },
    ({ trigger }) => text(typed[trigger ?? '']),
  )
  return inWords(regulation, found, now)
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

function inWords(regulation: Regulation, found: DueOf, now: Instant): DeadlineLine {
  switch (found.state) {
    case 'due': {
      const { due, deadline } = found
      const ground = `${limitInWords(deadline)}; ${groundOf(regulation, deadline)}`
      const when = `${due.unit === 'officeHour' ? 'trước ' : ''}${dueInWords(due)}`
      return now > due.lateAfter
        ? {
            tone: 'late',
            text: `Đã quá hạn (${when}: ${ground}). Vẫn gửi được, nhưng phải ghi «Lý do quá hạn» ở dưới để người duyệt đọc; đừng sửa thời điểm cho vừa hạn.`,
          }
        : { tone: 'calm', text: `Phải đăng ${when} (${ground}).` }
    }
    case 'no-deadline':
      return { tone: 'calm', text: 'Quy chế không đặt thời hạn bằng số cho bài này.' }
    case 'no-trigger':
      return {
        tone: 'ask',
        text: `Ghi ${TRIGGER_WORDS[found.deadline.trigger ?? ''] ?? 'mốc tính thời hạn'} ở trên, hạn đăng hiện ở đây: ${limitInWords(found.deadline)} (${groundOf(regulation, found.deadline)}).`,
      }
    case 'not-applicable':
      return { tone: 'calm', text: `Không tính thời hạn: ${found.why}.` }
    case 'cannot-tell':
      return { tone: 'ask', text: `${found.problem}. Cách sửa: ${found.fix}.` }
  }
}
