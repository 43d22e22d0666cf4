import { labelOf } from '../roster/roster.ts'
import type { Table } from '../tables/table.ts'
import { dongInWords } from './dong-in-words.ts'
import { paymentTable } from './payment-table.ts'
import type { RateTable } from './rates.ts'
import type { RoyaltyPortal } from './royalty-data.ts'
import { type Line, sumOf } from './statement.ts'
import { dayInWords, dongInDigits, monthInWords } from './words.ts'

/** The list that is signed and paid by, before it has a format. */
export type PaymentList = {
  readonly title: string
  readonly sample: boolean
  /** The official name of who makes the list. */
  readonly compiledBy: string | undefined
  /** What it rests on, a sentence a line. */
  readonly grounds: readonly string[]
  readonly table: Table
  readonly inWords: string
  /** From left to right: what they are there for, and their office. */
  readonly signers: readonly (readonly [as: string, office: string])[]
  readonly notes: readonly string[]
}

export type ListFacts = {
  readonly portal: RoyaltyPortal
  readonly month: string
  readonly lines: readonly Line[]
  /** The tables that its lines were reckoned by, and those in force in the month. */
  readonly tables: readonly RateTable[]
  readonly closed: boolean
}

/** What must never be in the repository, said wherever payments are. */
export const NO_ACCOUNTS =
  'Số tài khoản, số căn cước của người nhận do kế toán giữ riêng, không ghi vào kho nội dung hay tệp này.'

export function paymentList({ portal, month, lines, tables, closed }: ListFacts): PaymentList {
  const { roster, cong } = portal
  const table = tables.at(-1)
  const sample = cong.sample !== undefined || tables.some((each) => each.sample === true)
  const office = (id: string | undefined) => (id === undefined ? '' : labelOf(roster, id))
  const title = `Bảng kê nhuận bút, thù lao tháng ${monthInWords(month)}`
  const inWords = `Bằng chữ: ${dongInWords(sumOf(lines))}.`
  return {
    title,
    sample,
    compiledBy: table && office(table.compiledBy),
    grounds: [...tables.map(tableInWords), ...payDays(tables)],
    table: paymentTable(lines, title, inWords),
    inWords,
    signers: [
      ['Người lập bảng', office(table?.compiledBy)],
      ['Kế toán', office(table?.accountant)],
      ['Người duyệt', office(table?.approvedBy)],
    ],
    notes: [
      ...(closed ? [] : ['Bản nháp: tháng này chưa đóng sổ, số liệu còn có thể đổi.']),
      ...(sample ? ['Dữ liệu mẫu: mức và điểm là giả định, không dùng để chi.'] : []),
      NO_ACCOUNTS,
    ],
  }
}

export function tableInWords({ decision, validFrom, unit }: RateTable): string {
  const date = decision.date === undefined ? '' : ` ngày ${dayInWords(decision.date)}`
  const worth =
    unit.dong === undefined
      ? `${String(unit.percentOfBase).replace('.', ',')} % mức lương cơ sở vào ngày đăng`
      : `${dongInDigits(unit.dong)} đồng`
  return `Mức: ${decision.title} (${decision.number}${date}), áp dụng từ ${dayInWords(validFrom)}; một đơn vị hệ số là ${worth} (${certain(unit)}).`
}

const certain = ({
  source,
  status,
}: {
  readonly source: string
  readonly status: 'announced' | 'derived'
}): string => (status === 'announced' ? source : `${source}; chưa đối chiếu văn bản`)

const payDays = (tables: readonly RateTable[]): string[] => [
  ...new Set(
    tables.flatMap(({ payWithin }) =>
      payWithin ? [`Hạn trả: ${payWithin.days} ngày kể từ ngày đăng (${certain(payWithin)}).`] : [],
    ),
  ),
]
