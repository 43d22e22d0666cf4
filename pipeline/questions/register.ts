import { formatDay } from '../calendar/local-time.ts'
import { isBefore, type Trigger } from '../deadlines/trigger.ts'
import type { Severity } from '../diagnostics/diagnostic.ts'

/** A question as the register knows it: what stands in its file, right or wrong. */
export type RegisterEntry = {
  /** Below the portal's folder: `hoi-dap/2026/den-duong.md`. */
  readonly path: string
  readonly number: number | undefined
  readonly received: Trigger | undefined
  /**
   * Whether it stands on the main branch already. `unknown`: it was there before the change that is checked, and nobody asked
   * Git since when.
   */
  readonly standing: 'published' | 'unknown' | 'pending'
}

export type RegisterProblem = {
  readonly field: 'number' | 'receivedDate'
  readonly problem: string
  readonly fix: string
  readonly severity?: Severity
}

/** The number that the next question of a year takes. */
export const nextNumber = (register: readonly Pick<RegisterEntry, 'number'>[]): number =>
  Math.max(0, ...register.map(({ number = 0 }) => number)) + 1

/** `hoi-dap/2026/x.md` → 2026, the year of its register. */
export const registerYear = (path: string): string => path.split('/')[1] ?? ''

/**
 * What is wrong with the number of one question among those of its year: none, one that another has, one behind a gap, one that
 * is out of the order of receipt.
 *
 * @param register all questions of its year, itself among them
 */
export function numberProblems(entry: RegisterEntry, register: readonly RegisterEntry[]): RegisterProblem[] {
  const { path, received, number } = entry
  const year = registerYear(path)
  if (received === undefined)
    return [
      {
        field: 'receivedDate',
        problem: 'Thiếu `receivedDate`, không biết câu hỏi thuộc sổ tiếp nhận năm nào',
        fix: 'thêm dòng `receivedDate: …`, ví dụ `receivedDate: 2026-11-20T08:00:00+07:00`',
      },
    ]
  const ownYear = formatDay(received.day).slice(0, 4)
  if (ownYear !== year)
    return [
      {
        field: 'receivedDate',
        problem: `Câu hỏi tiếp nhận năm ${ownYear} nhưng nằm trong sổ năm ${year}`,
        fix: `chuyển tệp vào hoi-dap/${ownYear}/, hoặc sửa \`receivedDate\``,
      },
    ]
  if (number === undefined)
    return [
      {
        field: 'number',
        problem: `Câu hỏi chưa có số tiếp nhận trong sổ năm ${year}`,
        fix: `thêm dòng \`number: ${freeNumber(entry, register)}\``,
      },
    ]
  return [
    ...double(entry, number, register),
    ...gap(entry, number, register),
    ...disorder(entry, number, register),
  ]
}

const RANK: Record<RegisterEntry['standing'], number> = { published: 0, unknown: 1, pending: 2 }

/** Who stands longer in the register: on the main branch, then received, then by name, so that everybody says the same. */
const byStanding = (a: RegisterEntry, b: RegisterEntry): number =>
  RANK[a.standing] - RANK[b.standing] ||
  (a.received?.at ?? Number.POSITIVE_INFINITY) - (b.received?.at ?? Number.POSITIVE_INFINITY) ||
  (a.path < b.path ? -1 : 1)

/** Of those with one number the one that stands longest keeps it; every other takes a new one. */
function double(entry: RegisterEntry, number: number, register: readonly RegisterEntry[]): RegisterProblem[] {
  const [keeper] = register.filter((each) => each.number === number).sort(byStanding)
  if (!keeper || keeper.path === entry.path) return []
  const why = {
    published: 'đã ở nhánh chính',
    unknown: 'đã có trong sổ từ trước',
    pending: 'tiếp nhận trước',
  }[keeper.standing]
  return [
    {
      field: 'number',
      problem: `Số tiếp nhận ${number} năm ${registerYear(entry.path)} đã thuộc về ${keeper.path} (${why}), câu hỏi này phải đổi số`,
      fix: `sửa thành \`number: ${freeNumber(entry, register)}\``,
    },
  ]
}

/** Those without a number of their own take the next ones, in one order for all. */
function freeNumber(entry: RegisterEntry, register: readonly RegisterEntry[]): number {
  const order = [...register].sort(byStanding)
  const homeless = order.filter(
    (each) => each.number === undefined || order.find(({ number }) => number === each.number) !== each,
  )
  return (
    nextNumber(register) +
    Math.max(
      0,
      homeless.findIndex(({ path }) => path === entry.path),
    )
  )
}

/** Told once, at the first question behind the gap. */
function gap(entry: RegisterEntry, number: number, register: readonly RegisterEntry[]): RegisterProblem[] {
  const before = Math.max(0, ...register.map((each) => each.number ?? 0).filter((each) => each < number))
  if (before === number - 1) return []
  const missing = before + 2 === number ? `số ${before + 1}` : `các số từ ${before + 1} đến ${number - 1}`
  return [
    {
      field: 'number',
      problem: `Sổ tiếp nhận năm ${registerYear(entry.path)} thiếu ${missing}`,
      fix: `sửa thành \`number: ${before + 1}\` nếu ghi nhầm, hoặc đưa câu hỏi còn thiếu vào sổ`,
    },
  ]
}

/** A letter may turn up late, so this is only told; to forbid it would only teach people to write other dates. */
function disorder(
  { path, received }: RegisterEntry,
  number: number,
  register: readonly RegisterEntry[],
): RegisterProblem[] {
  const before = register.find((each) => each.number === number - 1 && each.path !== path)
  if (!before?.received || !received || !isBefore(received, before.received)) return []
  return [
    {
      field: 'number',
      severity: 'warning',
      problem: `Số ${number} tiếp nhận trước số ${number - 1} (${before.path})`,
      fix: 'kiểm tra lại `receivedDate`; nếu câu hỏi vào sổ chậm thì để nguyên',
    },
  ]
}

/** Whether anything is wrong with the register that a new number would make worse. */
export const isBroken = (register: readonly RegisterEntry[]): boolean =>
  register.some((entry) => numberProblems(entry, register).some(({ severity }) => severity !== 'warning'))
