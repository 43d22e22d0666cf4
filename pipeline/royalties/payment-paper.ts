import type { Instant } from '../calendar/local-time.ts'
import type { Block, Item, Paper } from '../paper/paper.ts'
import { labelOf } from '../roster/roster.ts'
import type { Table } from '../tables/table.ts'
import { NO_ACCOUNTS, type PaymentList } from './payment-list.ts'
import type { RoyaltyPortal } from './royalty-data.ts'
import type { Line } from './statement.ts'
import { monthInWords } from './words.ts'

/** What makes a paper of a list of payments. */
export type PaymentPaper = {
  readonly portal: RoyaltyPortal
  readonly month: string
  readonly asOf: Instant
  readonly list: PaymentList
  readonly lines: readonly Line[]
  /** The same sum added up in other ways. */
  readonly totals: readonly Table[]
}

/** The list of payments as a paper: it is signed by who made it, the accountant and who approves. */
export function paymentPaper({ portal, month, asOf, list, lines, totals }: PaymentPaper): Paper {
  const { cong, roster } = portal
  const paragraphs = (texts: readonly string[]): Block[] => texts.map((text) => ({ type: 'paragraph', text }))
  return {
    portal: { id: portal.id, name: cong.name },
    genre: 'Bảng kê',
    title: `Nhuận bút, thù lao ${cong.name}`,
    period: `Tháng ${monthInWords(month)}`,
    asOf,
    sample: list.sample,
    ...(cong.accent === undefined ? {} : { accent: cong.accent }),
    letter: {
      authorityAbove: cong.owner,
      authority: list.compiledBy ?? roster.written.board.name,
      symbol: 'BK-NB',
      place: cong.unit.name,
      date: undefined,
      recipients: [],
      grounds: [],
      signers: list.signers.map(([capacity, office]) => ({ capacity, office })),
      copies: [],
    },
    blocks: [
      ...paragraphs(list.grounds),
      { type: 'table', table: list.table, signed: true },
      ...paragraphs(list.notes.filter((note) => note !== NO_ACCOUNTS)),
      ...totals.map((table): Block => ({ type: 'table', table })),
      ...paragraphs([NO_ACCOUNTS]),
    ],
    catalogue: {
      title: 'Tin, bài được trả',
      label: 'Tiêu đề',
      columns: [
        { id: 'unit', label: 'Đơn vị gửi', type: 'text' },
        { id: 'path', label: 'Tệp', type: 'text' },
      ],
      items: [...new Map(lines.map((line) => [line.path, itemOf(line, portal)])).values()],
    },
  }
}

const itemOf = ({ path, title, unit, member }: Line, { roster }: RoyaltyPortal): Item => ({
  id: path,
  title,
  cells: [
    { type: 'text', text: labelOf(roster, unit ?? member) },
    { type: 'text', text: path },
  ],
})
