import { liveEntries, pointer } from './live.ts'
import { hashOf, markOf, totalsOf } from './seal.ts'
import { nextMonth } from './settle.ts'
import type { SealedEntry, SealedMonth } from './statement.ts'
import { lineInWords, monthInWords } from './words.ts'
import { addressOf } from './work.ts'

/** Something that cannot be true of books that nobody touched; the path leads to it in the file of the month. */
export type BookProblem = {
  readonly month: string
  readonly path: readonly (string | number)[]
  readonly problem: string
}

/** The way out of every one of them. */
export const BOOK_FIX =
  'lấy lại tệp từ lịch sử Git (git log -p <tệp>); muốn sửa khoản đã trả thì sửa bảng chấm, tháng đang mở sẽ có bút toán đảo'

/** Reckons every hash, sum and pointer of the books again. @param books oldest first */
export function verifyBooks(books: readonly SealedMonth[]): BookProblem[] {
  return [
    ...books.flatMap((book, index) => [...sealProblems(book), ...chainProblems(book, books[index - 1])]),
    ...books.flatMap(sumProblems),
    ...pointerProblems(books),
    ...paidTwice(books),
  ]
}

function sealProblems(book: SealedMonth): BookProblem[] {
  const { month } = book
  const lines = book.entries.flatMap((entry, index) =>
    markOf(entry) === entry.mark && entry.line === index + 1
      ? []
      : [
          {
            month,
            path: ['entries', index],
            problem: `Sổ tháng ${monthInWords(month)} đã bị sửa ở dòng ${entry.line}: «${entry.title}», ${entry.name}`,
          },
        ],
  )
  if (hashOf(book) === book.hash) return lines
  const where = lines.length > 0 ? '' : ', ở phần đầu, phần cộng, hoặc có dòng bị thêm, bớt'
  return [
    {
      month,
      path: ['hash'],
      problem: `Mã băm của sổ tháng ${monthInWords(month)} không khớp: sổ đã bị sửa sau khi đóng${where}`,
    },
    ...lines,
  ]
}

function chainProblems({ month, former }: SealedMonth, before: SealedMonth | undefined): BookProblem[] {
  const wrong = (problem: string): BookProblem[] => [{ month, path: ['former'], problem }]
  if (!before)
    return former === null
      ? []
      : wrong(
          `Sổ tháng ${monthInWords(month)} nối vào sổ tháng ${monthInWords(former.month)}, mà tệp ấy không còn`,
        )
  if (former === null || former.month !== before.month || nextMonth(before.month) !== month)
    return wrong(`Sổ tháng ${monthInWords(month)} không nối liền sổ tháng ${monthInWords(before.month)}`)
  return former.hash === before.hash
    ? []
    : wrong(
        `Sổ tháng ${monthInWords(before.month)} không còn là sổ mà tháng ${monthInWords(month)} đã nối vào: sổ ấy đã bị đóng lại hoặc thay`,
      )
}

function sumProblems({ month, entries, totals }: SealedMonth): BookProblem[] {
  const wrong = entries.flatMap((entry, index) =>
    entry.amount === entry.gross - (entry.cuts ?? []).reduce((sum, { amount }) => sum + amount, 0)
      ? []
      : [
          {
            month,
            path: ['entries', index, 'amount'],
            problem: `Dòng ${entry.line}: số tiền không bằng số trước khi cắt trừ các khoản cắt`,
          },
        ],
  )
  const found = totalsOf(entries)
  const off = (Object.keys(found) as (keyof typeof found)[]).filter((key) => found[key] !== totals[key])
  return [
    ...wrong,
    ...off.map((key) => ({
      month,
      path: ['totals', key],
      problem: `Tổng ở sổ tháng ${monthInWords(month)} ghi ${totals[key]}, cộng lại được ${found[key]}`,
    })),
  ]
}

/** A reversing entry points back at a line of its own size, which nothing else reverses. */
function pointerProblems(books: readonly SealedMonth[]): BookProblem[] {
  const seen = new Map<string, SealedEntry>()
  const taken = new Set<string>()
  return books.flatMap(({ month, entries }) => {
    const found = entries.flatMap((entry, index) => {
      const problem = pointerProblem(entry, seen, taken)
      return problem === undefined ? [] : [{ month, path: ['entries', index], problem }]
    })
    for (const entry of entries) seen.set(pointer({ month, line: entry.line }), entry)
    return found
  })
}

function pointerProblem(
  { line, amount, reverses }: SealedEntry,
  seen: ReadonlyMap<string, SealedEntry>,
  taken: Set<string>,
): string | undefined {
  if (!reverses) return amount < 0 ? `Dòng ${line}: số âm mà không chỉ ra khoản bị đảo` : undefined
  const key = pointer(reverses)
  const target = seen.get(key)
  const again = taken.has(key)
  taken.add(key)
  const words = `Dòng ${line} đảo ${lineInWords(reverses)}`
  if (!target) return `${words}, mà không có dòng ấy ở sổ trước`
  if (again) return `${words} lần thứ hai`
  return target.amount === -amount ? undefined : `${words} không đúng số tiền`
}

/** One person is paid once for one thing in one work, over all months and whatever folder it lay in. */
function paidTwice(books: readonly SealedMonth[]): BookProblem[] {
  const first = new Map<string, { readonly month: string; readonly line: number }>()
  return liveEntries(books).flatMap(({ book, entry }) => {
    const key = [addressOf(entry.path), entry.genre, entry.person].join(' ')
    const before = first.get(key)
    if (!before) {
      first.set(key, { month: book, line: entry.line })
      return []
    }
    return [
      {
        month: book,
        path: ['entries', entry.line - 1],
        problem: `Dòng ${entry.line} trả lần thứ hai cho «${entry.title}», ${entry.name}: đã trả ở ${lineInWords(before)}`,
      },
    ]
  })
}
