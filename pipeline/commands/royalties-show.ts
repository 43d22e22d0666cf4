import { resolve } from 'node:path'
import type { Ports } from '../adapters/ports.ts'
import { vietnameseInstant } from '../calendar/local-time.ts'
import { clauseInWords } from '../regulation/clause.ts'
import { groundOf, type Regulation, refsOf } from '../regulation/regulation.ts'
import { type PaymentList, paymentList } from '../royalties/payment-list.ts'
import { paymentPaper } from '../royalties/payment-paper.ts'
import { byPerson, genreInWords, remarksOf, totalTables } from '../royalties/payment-table.ts'
import type { RateTable } from '../royalties/rates.ts'
import { type Line, type Question, sumOf } from '../royalties/statement.ts'
import { GROUPINGS, totalsBy } from '../royalties/totals.ts'
import { dayInWords, decimalInWords, dongInDigits, monthInWords } from '../royalties/words.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { paintFor } from './paint.ts'
import type { MonthView, RoyaltiesOptions } from './royalties.ts'
import { writePaper } from './write-paper.ts'

/** Prints a month, or writes the list of payments into a file. */
export async function showList(ports: Ports, view: MonthView, options: RoyaltiesOptions): Promise<ExitCode> {
  const format = options.json ? 'json' : (options.format ?? 'text')
  const list = listOf(view)
  if (format === 'text' || format === 'json') {
    const text = format === 'json' ? JSON.stringify(toJson(view, list), null, 2) : textOf(view).join('\n')
    return showText(ports, text, options)
  }
  const { open, statement } = view
  const paper = paymentPaper({
    portal: open.portal,
    month: statement.month,
    asOf: open.now,
    list,
    lines: statement.lines,
    totals: totalTables(statement.lines, open.portal.roster),
  })
  const name = `nhuan-but-${open.portal.id}-${statement.month}`
  return writePaper(ports, paper, { format, out: options.out, name })
}

function showText(ports: Ports, text: string, { out, json }: RoyaltiesOptions): ExitCode {
  if (out !== undefined) {
    ports.output.write(resolve(ports.files.root, out), `${text}\n`)
    ports.err(`Đã ghi ${out}.`)
    return EXIT.ok
  }
  const [first = '', ...rest] = text.split('\n')
  ports.out(json ? text : [paintFor(ports)('bold', first), ...rest].join('\n'))
  return EXIT.ok
}

/** The tables that count in a month: those that lines were reckoned by, or else the newest. */
function tablesOf({ data, statement }: MonthView): RateTable[] {
  const tables = data.tables.map(({ value }) => value)
  const used = tables.filter(({ validFrom }) => statement.lines.some(({ table }) => table === validFrom))
  return used.length > 0
    ? used
    : tables.filter(({ validFrom }) => validFrom.slice(0, 7) <= statement.month).slice(-1)
}

const listOf = (view: MonthView): PaymentList =>
  paymentList({
    portal: view.open.portal,
    month: view.statement.month,
    lines: view.statement.lines,
    tables: tablesOf(view),
    closed: view.book !== undefined,
  })

function toJson(view: MonthView, list: PaymentList) {
  const { statement, book, open } = view
  const totals = (grouping: keyof typeof GROUPINGS) =>
    totalsBy(statement.lines, GROUPINGS[grouping]).map(({ key, lines, amount }) => ({
      key,
      lines: lines.length,
      amount,
    }))
  return {
    portal: open.portal.id,
    month: statement.month,
    state: book ? 'closed' : 'open',
    ...(book ? { hash: book.hash, closedAt: book.closedAt } : {}),
    lines: statement.lines,
    total: sumOf(statement.lines),
    inWords: list.inWords,
    totals: {
      person: totals('person'),
      unit: totals('unit'),
      genre: totals('genre'),
      role: totals('role'),
      work: totals('work'),
    },
    questions: statement.questions,
    unpaid: statement.unpaid,
    notices: statement.notices,
  }
}

function textOf(view: MonthView): string[] {
  const { open, statement, book } = view
  const { portal, now } = open
  const { regulation } = portal
  const list = listOf(view)
  const { royalties: law } = regulation.law
  const state = book
    ? `đã đóng sổ lúc ${vietnameseInstant(Date.parse(book.closedAt))}`
    : `chưa đóng sổ, tính đến ${vietnameseInstant(now)}`
  return [
    `${list.title}: ${portal.cong.name} (${portal.id}), ${state}`,
    ...list.grounds.map((ground) => `  ${ground}`),
    ...(law ? [`  Căn cứ: ${groundInWords(regulation, law)}`] : []),
    ...(statement.lines.length === 0 ? ['  Không có khoản nào.'] : byPerson(statement.lines).map(lineText)),
    `  Cộng ${dongInDigits(sumOf(statement.lines))} đồng, ${statement.lines.length} khoản. ${list.inWords}`,
    ...totalsText(view),
    ...questionLines(statement.questions),
    ...unpaidText(view),
    ...statement.notices.map((notice) => `  Lưu ý: ${notice}`),
    ...list.notes.map((note) => `  ${note}`),
  ]
}

/** Every clause, and the name of the regulation once. */
function groundInWords(regulation: Regulation, value: Parameters<typeof groundOf>[1]): string {
  const clauses = refsOf(value.basis).map(clauseInWords)
  return clauses.length === 0
    ? groundOf(regulation, value)
    : `${clauses.join('; ')} ${regulation.law.shortName}`
}

/** By reason; which articles they are stands in the JSON. */
const unpaidText = ({ statement: { unpaid } }: MonthView): string[] =>
  unpaid.length === 0
    ? []
    : [
        `  Không trả (${unpaid.length}):`,
        ...[...Map.groupBy(unpaid, ({ why }) => why)].map(([why, each]) =>
          each.length === 1 ? `    «${each[0]?.title}»: ${why}` : `    ${each.length} mục: ${why}`,
        ),
      ]

function lineText(line: Line, index: number): string {
  const rate = [
    ...(line.coefficient === undefined ? [] : [`hệ số ${decimalInWords(line.coefficient)}`]),
    ...(line.unitValue === undefined ? [] : [`đơn giá ${dongInDigits(line.unitValue)}`]),
  ].join(' × ')
  const parts = [line.name, `«${line.title}»`, genreInWords(line), rate, `${dongInDigits(line.amount)} đồng`]
  const due = line.payBy === undefined ? [] : [`hạn trả ${dayInWords(line.payBy)}`]
  const remarks = remarksOf(line)
  return `  ${String(index + 1).padStart(3)}. ${[...parts, ...due].filter((part) => part !== '').join(' · ')}${remarks === '' ? '' : `\n       ${remarks}`}`
}

const totalsText = ({ statement: { lines }, open }: MonthView): string[] =>
  lines.length === 0
    ? []
    : totalTables(lines, open.portal.roster)
        .filter(({ id }) => id === 'theo-person')
        .flatMap(({ title, rows }) => [
          `  ${title}:`,
          ...rows.map(
            ({ figures: [name, many, sum] }) =>
              `    ${wordsOf(name)}: ${wordsOf(many)} khoản, ${wordsOf(sum)} đồng`,
          ),
        ])

function wordsOf(
  figure: ReturnType<typeof totalTables>[number]['rows'][number]['figures'][number] | undefined,
): string {
  const cell = figure?.cell
  if (cell?.type === 'text') return cell.text
  return cell?.type === 'dong' || cell?.type === 'integer' ? dongInDigits(cell.value) : ''
}

/** What must be answered before a month can be closed, each with the way to answer it. */
export const questionLines = (questions: readonly Question[]): string[] =>
  questions.length === 0
    ? []
    : [
        `  Còn phải trả lời (${questions.length}):`,
        ...questions.map(
          ({ title, path, month, why, fix }) =>
            `    «${title}» (${path}, tháng ${monthInWords(month)}): ${why}${fix === '' ? '' : `; ${fix}`}`,
        ),
      ]
