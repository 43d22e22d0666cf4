import { vietnameseDay } from '../calendar/local-time.ts'
import type { Cell, Figure, Table } from '../tables/table.ts'
import type { PaymentList } from './payment-list.ts'
import { decimalInWords, dongInDigits } from './words.ts'

/** The list as Markdown, to be read in a pull request. */
export function paymentMarkdown(list: PaymentList, totals: readonly Table[]): string {
  return [
    `# ${list.title}`,
    list.owner,
    ...list.grounds,
    markdownTable(list.table),
    `**${list.inWords}**`,
    ...totals.flatMap((table) => [`## ${table.title}`, markdownTable(table)]),
    ...list.notes,
    list.signers.map(([as, office]) => `${as}: ${office}`).join(' · '),
  ]
    .map((block) => `${block}\n`)
    .join('\n')
}

function markdownTable({ columns, rows, total, empty }: Table): string {
  if (rows.length === 0) return empty
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    line(columns.map(({ label }) => label)),
    line(columns.map(({ type }) => (type === 'text' ? '---' : '---:'))),
    ...[...rows, ...(total ? [total] : [])].map(({ figures }) => line(figures.map(figureInWords))),
  ].join('\n')
}

const figureInWords = ({ cell }: Figure): string => escaped(cellInWords(cell))

function cellInWords(cell: Cell): string {
  if (cell.type === 'text') return cell.text
  if (cell.type === 'dong' || cell.type === 'integer') return dongInDigits(cell.value)
  if (cell.type === 'decimal') return decimalInWords(cell.value)
  return cell.type === 'day' ? vietnameseDay(cell.day) : ''
}

/** What an editor wrote stays text: no mark of Markdown or HTML in it counts. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>|#!]/g, '\\$&').replace(/\s+/g, ' ')
