import type { LiveEntry } from './live.ts'
import type { Line, Question, Reckoning } from './statement.ts'
import { lineInWords, monthInWords } from './words.ts'
import { addressOf, type Finder } from './work.ts'

type Asked = {
  readonly month: string
  /** What stands in the books for works of the month. */
  readonly live: readonly LiveEntry[]
  readonly today: Reckoning
  readonly find: Finder
  readonly isBreached: (path: string) => boolean
}

type Corrections = {
  readonly lines: readonly Line[]
  readonly questions: readonly Question[]
  readonly notices: readonly string[]
}

/**
 * The difference between what the books hold for a closed month and what today's facts make of it, as entries of the open month:
 * a line that changed is taken back whole and written anew, one that fell away is taken back, one that was missing is paid late.
 * Where a work has an open question, what was paid for it stays until that is answered; so does what the ledger no longer knows.
 */
export function correctionsOf({ month, live, today, find, isBreached }: Asked): Corrections {
  const present = (path: string) => find(path)?.entry.path ?? path
  const keyOf = (line: Pick<Line, 'path' | 'genre' | 'person'>) =>
    [addressOf(present(line.path)), line.genre, line.person].join(' ')
  const now = new Map(today.lines.map((line) => [keyOf(line), line]))
  const paid = new Set(live.map(({ entry }) => keyOf(entry)))
  const open = new Set(today.questions.map(({ path }) => path))
  const lost = live.filter(({ entry }) => find(entry.path) === undefined && !isBreached(entry.path))
  const changed = live.flatMap((each) => {
    const { entry } = each
    if (lost.includes(each) || open.has(present(entry.path))) return []
    const line = now.get(keyOf(entry))
    if (line?.amount === entry.amount) return []
    const why = reasonOf(line, isBreached(entry.path) || isBreached(present(entry.path)))
    const back = reversal(each, why)
    return line ? [back, { ...line, reason: `Trả lại theo bảng chấm sửa, thay ${pointerOf(each)}` }] : [back]
  })
  const late = today.lines
    .filter((line) => !paid.has(keyOf(line)))
    .map((line) => ({ ...line, reason: `Trả muộn: bài của tháng ${monthInWords(month)} đã đóng sổ` }))
  return {
    lines: [...changed, ...late],
    questions: today.questions,
    notices: [...new Set(lost.map(({ entry }) => entry.path))].map(
      (path) =>
        `${path} đã trả ở tháng ${monthInWords(month)} nay không còn trong sổ xuất bản: giữ nguyên khoản đã trả.`,
    ),
  }
}

const pointerOf = ({ book, entry }: LiveEntry): string => lineInWords({ month: book, line: entry.line })

function reasonOf(line: Line | undefined, breached: boolean): string {
  if (breached) return 'Đảo: bài đã gỡ bỏ do vi phạm'
  return line
    ? 'Đảo: hệ số, mức hoặc mức trần tính lại khác khoản đã trả'
    : 'Đảo: khoản này không còn trong bảng chấm'
}

/** The same line with its sum below zero; what a ceiling had cut of it was never paid. */
function reversal({ book, entry }: LiveEntry, reason: string): Line {
  const { line, mark: _, cuts: __, ...rest } = entry
  return { ...rest, gross: -entry.amount, amount: -entry.amount, reverses: { month: book, line }, reason }
}
