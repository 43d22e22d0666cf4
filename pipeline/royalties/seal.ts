import { createHash } from 'node:crypto'
import { formatInstant, type Instant } from '../calendar/local-time.ts'
import { type Question, type SealedEntry, type SealedMonth, type Statement, sumOf } from './statement.ts'

export type Closing = {
  readonly portal: string
  readonly at: Instant
  /** The member who compiles the list. */
  readonly by: string
  readonly sample: boolean
  readonly former: SealedMonth | undefined
}

/**
 * A statement as a closed month. Its hash covers everything in it and the hash of the month before, so a month cannot be changed
 * without changing all that follow; each line has a mark of its own, so that the changed one can be named.
 */
export function sealed(statement: Statement, { portal, at, by, sample, former }: Closing): SealedMonth {
  const entries = statement.lines.map((line, index): SealedEntry => {
    const numbered = { line: index + 1, ...line }
    return { ...numbered, mark: markOf(numbered) }
  })
  const month: Omit<SealedMonth, 'hash'> = {
    portal,
    month: statement.month,
    ...(sample ? { sample } : {}),
    closedAt: formatInstant(at),
    closedBy: by,
    former: former ? { month: former.month, hash: former.hash } : null,
    entries,
    leftOpen: statement.questions.map(({ path, title, why }: Question) => ({ path, title, why })),
    totals: totalsOf(entries),
  }
  return { ...month, hash: hashOf(month) }
}

export const totalsOf = (entries: readonly SealedEntry[]): SealedMonth['totals'] => ({
  amount: sumOf(entries),
  entries: entries.length,
  people: new Set(entries.map(({ person }) => person)).size,
  works: new Set(entries.map(({ path }) => path)).size,
})

export function hashOf(month: Omit<SealedMonth, 'hash'> & { readonly hash?: string }): string {
  const { hash: _, ...rest } = month
  return sha256(canonical(rest))
}

export function markOf(entry: Omit<SealedEntry, 'mark'> & { readonly mark?: string }): string {
  const { mark: _, ...rest } = entry
  return sha256(canonical(rest)).slice(0, 16)
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** JSON with its keys in order: the same value gives the same text, however its file is laid out. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`
}

const HEADER = `# Sổ nhuận bút đã đóng, do \`congbo royalties --close\` ghi. KHÔNG SỬA TAY: sửa một chữ là mã băm sai và kiểm tra báo lỗi.
# Có gì sai thì sửa bảng chấm hoặc ban-bien-tap.yaml: tháng đang mở sẽ có bút toán đảo trỏ về dòng ở đây.
# KHÔNG ghi số tài khoản, số căn cước, số điện thoại vào đây hay bất cứ tệp nào trong kho: kế toán giữ riêng ở ngoài.
`

/** The file of a closed month: a field a line, so that a reviewer sees what changed; every text in quotes. */
export const sealedText = (month: SealedMonth): string => `${HEADER}${fieldsOf(month, '').join('\n')}\n`

function fieldsOf(value: object, indent: string): string[] {
  return Object.entries(value).flatMap(([key, each]) => {
    if (each === undefined) return []
    if (Array.isArray(each))
      return each.length === 0
        ? [`${indent}${key}: []`]
        : [`${indent}${key}:`, ...each.flatMap((item) => itemOf(item, `${indent}  `))]
    return typeof each === 'object' && each !== null
      ? [`${indent}${key}:`, ...fieldsOf(each, `${indent}  `)]
      : [`${indent}${key}: ${JSON.stringify(each)}`]
  })
}

function itemOf(item: object, indent: string): string[] {
  const [first = '', ...rest] = fieldsOf(item, `${indent}  `)
  return [`${indent}- ${first.trimStart()}`, ...rest]
}
