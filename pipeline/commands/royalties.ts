import type { Ports } from '../adapters/ports.ts'
import { dayOf, parseDay, vietnameseInstant } from '../calendar/local-time.ts'
import type { Contract } from '../contract/contract.ts'
import { isError } from '../diagnostics/diagnostic.ts'
import { formatText } from '../diagnostics/format-text.ts'
import type { PaperFormat } from '../paper/paper.ts'
import { contentPlace } from '../portal/content-place.ts'
import { portalIds } from '../portal/load-portal.ts'
import { CONTENT } from '../portal/portal.ts'
import { type OpenPortal, openWorkspace, type Workspace } from '../portal/workspace.ts'
import type { Registers } from '../registers/register-files.ts'
import { checkRoyalties } from '../royalties/check-royalties.ts'
import { loadBaseSalaries, loadRoyalties } from '../royalties/load-royalties.ts'
import { type RoyaltyData, ratesOf } from '../royalties/royalty-data.ts'
import { type ElsewhereWork, settle } from '../royalties/settle.ts'
import type { SealedMonth, Statement } from '../royalties/statement.ts'
import { monthInWords } from '../royalties/words.ts'
import { monthOfDay } from '../royalties/work.ts'
import { knownPortal, readNow, UsageError } from './arguments.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { paintFor } from './paint.ts'
import { readRegisters } from './read-registers.ts'
import { readWorks } from './read-works.ts'
import { closeMonth } from './royalties-close.ts'
import { showList } from './royalties-show.ts'

export type RoyaltiesOptions = {
  readonly period?: string
  readonly close?: boolean
  readonly leaveOpen?: boolean
  readonly by?: string
  readonly verify?: boolean
  readonly format?: 'text' | PaperFormat
  readonly json?: boolean
  readonly out?: string
  readonly now?: string
}

/** A month of royalties as a command sees it: what is owed, and the book where the month is closed. */
export type MonthView = {
  readonly open: OpenPortal
  readonly data: RoyaltyData
  readonly statement: Statement
  readonly book: SealedMonth | undefined
}

/** Who is owed what for which articles; closes a month; proves that closed months were not touched. */
export async function royalties(ports: Ports, id: string, options: RoyaltiesOptions): Promise<ExitCode> {
  knownPortal(id, portalIds(ports.files))
  const workspace = await openWorkspace(ports, { now: readNow(options.now) })
  const open = workspace.portals.find(({ portal }) => portal.id === id)
  const own = workspace.problems.filter(
    ({ file }) => file.startsWith(`${CONTENT}/${id}/`) || contentPlace(file).in === 'shared',
  )
  const salaries = loadBaseSalaries(ports.files, workspace.contract)
  const found = open ? checkRoyalties(ports.files, workspace.contract, open.portal, open) : undefined
  const problems = [...own, ...salaries.problems, ...(found?.problems ?? [])]
  for (const each of problems) ports.err(formatText(each, paintFor(ports)))
  if (!open || !found) return EXIT.cannotRun
  if (options.verify) return verified(ports, found.data, problems.some(isError))
  if (problems.some(isError)) {
    ports.err('Chưa lập bảng kê: sửa các lỗi trên rồi chạy lại, vì sai một chỗ là trả sai tiền.')
    return EXIT.problems
  }
  if (found.data.tables.length === 0)
    throw new UsageError(
      `Cổng ${id} chưa có bảng mức; thêm ${open.portal.folder}nhuan-but/<ngày áp dụng>.yaml theo quyết định của cơ quan có thẩm quyền`,
    )
  const month = readMonth(options.period, open.now)
  const view = await viewOf(ports, workspace, { open, data: found.data, month, salaries: salaries.salaries })
  return options.close ? closeMonth(ports, view, options) : showList(ports, view, options)
}

/** `2026-11`; without one the month that runs. */
function readMonth(text: string | undefined, now: number): string {
  if (text === undefined) return monthOfDay(dayOf(now))
  if (parseDay(`${text}-01`) === undefined)
    throw new UsageError(`--period: \`${text}\` không phải là tháng; ví dụ: --period 2026-11`)
  return text
}

type Asked = {
  readonly open: OpenPortal
  readonly data: RoyaltyData
  readonly month: string
  readonly salaries: Parameters<typeof ratesOf>[1]
}

async function viewOf(
  ports: Ports,
  workspace: Workspace,
  { open, data, month, salaries }: Asked,
): Promise<MonthView> {
  const books = data.books.map(({ value }) => value)
  const book = books.find((each) => each.month === month)
  if (book) return { open, data, book, statement: closedStatement(book) }
  const statement = settle(
    {
      works: await readWorks(ports, workspace.contract, open),
      roster: open.portal.roster,
      rates: ratesOf(data, salaries),
      scores: data.scores.flatMap(({ value }) =>
        value.scores.map((score) => ({ ...score, month: value.month })),
      ),
      sealed: books,
      breached: breachedPaths(await readRegisters(ports, workspace.contract, open.portal)),
      elsewhere: await elsewhere(ports, workspace, { id: open.portal.id, month }),
    },
    month,
  )
  return { open, data, book, statement }
}

/** Articles that were taken down for a breach, and not put back. */
const breachedPaths = ({ takedowns }: Registers): ReadonlySet<string> =>
  new Set(
    takedowns.flatMap(({ value }) => (value.breach && value.putBackAt === undefined ? [value.path] : [])),
  )

const closedStatement = (book: SealedMonth): Statement => ({
  month: book.month,
  lines: book.entries.map(({ line: _, mark: __, ...line }) => line),
  questions: book.leftOpen.map((each) => ({ ...each, month: book.month, fix: '' })),
  unpaid: [],
  notices: [],
})

/** What the other portals of the repository have paid, or have published in the same month. */
async function elsewhere(
  ports: Ports,
  { portals, contract }: Workspace,
  { id, month }: { readonly id: string; readonly month: string },
): Promise<ElsewhereWork[]> {
  const others = portals.filter(({ portal }) => portal.id !== id)
  const found = others.map(async (open) => [
    ...paidIn(ports, contract, open),
    ...(await readWorks(ports, contract, open, month)).map(({ entry }) => ({
      portal: open.portal.id,
      path: entry.path,
      title: entry.title,
    })),
  ])
  const all = (await Promise.all(found)).flat()
  return [...new Map(all.map((each) => [`${each.portal} ${each.path}`, each])).values()]
}

const paidIn = ({ files }: Ports, contract: Contract, { portal }: OpenPortal): ElsewhereWork[] =>
  loadRoyalties(files, contract, portal.folder).data.books.flatMap(({ value }) =>
    value.entries.map(({ path, title }) => ({ portal: portal.id, path, title })),
  )

function verified(ports: Ports, { books }: RoyaltyData, wrong: boolean): ExitCode {
  if (wrong) return EXIT.problems
  const months = books.map(({ value }) => value)
  if (months.length === 0) ports.out('Chưa đóng sổ tháng nào.')
  for (const { month, closedAt, totals, hash } of months)
    ports.out(
      `tháng ${monthInWords(month)}  đóng ${vietnameseInstant(Date.parse(closedAt))}  ${totals.entries} khoản  mã băm ${hash.slice(0, 16)}… khớp`,
    )
  if (months.length > 0) ports.out('Các sổ đã đóng còn nguyên, nối liền nhau, không bài nào trả hai lần.')
  return EXIT.ok
}
