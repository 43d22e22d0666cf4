import { parseDay } from '../calendar/local-time.ts'
import { labelOf, type Roster } from '../roster/roster.ts'
import { type Column, day, dong, integer, none, type Row, type Table, text } from '../tables/table.ts'
import { type Line, sumOf } from './statement.ts'
import { GROUPINGS, totalsBy } from './totals.ts'
import { CEILING_WORDS, dongInDigits, lineInWords, ROLE_WORDS } from './words.ts'

const COLUMNS: readonly Column[] = [
  { id: 'tt', label: 'TT', type: 'integer' },
  { id: 'nguoi', label: 'Họ tên, bút danh', type: 'text' },
  { id: 'bai', label: 'Tên tin, bài', type: 'text' },
  { id: 'the-loai', label: 'Thể loại', type: 'text' },
  { id: 'he-so', label: 'Hệ số', type: 'decimal' },
  { id: 'don-gia', label: 'Đơn giá (đồng)', type: 'dong' },
  { id: 'so-tien', label: 'Số tiền (đồng)', type: 'dong' },
  { id: 'han-tra', label: 'Hạn trả', type: 'day' },
  { id: 'ghi-chu', label: 'Ghi chú', type: 'text' },
  { id: 'ky-nhan', label: 'Ký nhận', type: 'text' },
]

/** Left free on paper: to be signed, or nothing to add up. */
const BLANK = text('')

/** Lines of one person together, so that each signs in one place; otherwise in the order in which they were reckoned. */
export const byPerson = (lines: readonly Line[]): Line[] =>
  totalsBy(lines, GROUPINGS.person).flatMap((total) => total.lines)

/** The list of payments. Each figure opens to the article that it was counted from. */
export function paymentTable(lines: readonly Line[], title: string, note: string): Table {
  const total: Row = {
    id: 'cong',
    figures: [
      BLANK,
      text('Cộng'),
      BLANK,
      BLANK,
      BLANK,
      BLANK,
      dong(
        sumOf(lines),
        lines.map(({ path }) => path),
      ),
      BLANK,
      BLANK,
      BLANK,
    ],
  }
  return {
    id: 'nhuan-but',
    title,
    columns: COLUMNS,
    rows: byPerson(lines).map((line, index) => rowOf(line, index + 1)),
    ...(lines.length > 0 ? { total } : {}),
    note,
    empty: 'Không có khoản nào.',
  }
}

function rowOf(line: Line, number: number): Row {
  const items = [line.path]
  return {
    id: String(number),
    figures: [
      integer(number),
      text(line.name),
      text(line.title),
      text(genreInWords(line)),
      line.coefficient === undefined ? none : { cell: { type: 'decimal', value: line.coefficient }, items },
      line.unitValue === undefined ? none : dong(line.unitValue),
      dong(line.amount, items),
      line.payBy === undefined ? none : day(parseDay(line.payBy)),
      text(remarksOf(line)),
      BLANK,
    ],
  }
}

/** `Ảnh × 4`; what is paid to somebody else than the author says to whom. */
export function genreInWords({ label, role, count, percent }: Line): string {
  const share = percent === undefined ? '' : ` (${String(percent).replace('.', ',')} % nhuận bút tác giả)`
  const many = count === undefined ? '' : ` × ${count}`
  return `${label}${many}${share}${role === 'author' ? '' : `, ${ROLE_WORDS[role]}`}`
}

/** What was cut and by which ceiling, what a line reverses, and why. */
export function remarksOf({ cuts = [], reverses, reason }: Line): string {
  return [
    ...(reverses ? [`Đảo ${lineInWords(reverses)}`] : []),
    ...(reason ? [reason] : []),
    ...cuts.map(
      ({ ceiling, limit, amount }) =>
        `Cắt ${dongInDigits(amount)} đồng vì ${CEILING_WORDS[ceiling]} (${dongInDigits(limit)} đồng)`,
    ),
  ].join('; ')
}

const GROUP_TITLES = {
  person: 'Theo người hưởng',
  unit: 'Theo đơn vị gửi',
  genre: 'Theo thể loại, việc',
  role: 'Theo vai trò',
} as const

/** The same sum added up in other ways. */
export const totalTables = (lines: readonly Line[], roster: Roster): Table[] =>
  (Object.keys(GROUP_TITLES) as (keyof typeof GROUP_TITLES)[]).map((grouping) => {
    const totals = totalsBy(lines, GROUPINGS[grouping])
    return {
      id: `theo-${grouping}`,
      title: GROUP_TITLES[grouping],
      columns: [
        { id: 'ten', label: 'Tên', type: 'text' },
        { id: 'khoan', label: 'Số khoản', type: 'integer' },
        { id: 'so-tien', label: 'Số tiền (đồng)', type: 'dong' },
      ],
      rows: totals.map(({ key, lines: own, amount }) => ({
        id: key,
        figures: [
          text(groupName(grouping, own[0] as Line, roster)),
          integer(own.length),
          dong(
            amount,
            own.map(({ path }) => path),
          ),
        ],
      })),
      total: { id: 'cong', figures: [text('Cộng'), integer(lines.length), dong(sumOf(lines))] },
      empty: 'Không có khoản nào.',
    }
  })

function groupName(grouping: keyof typeof GROUP_TITLES, line: Line, roster: Roster): string {
  if (grouping === 'person') return line.name
  if (grouping === 'unit') return labelOf(roster, line.unit ?? line.member)
  return grouping === 'genre' ? line.label : ROLE_WORDS[line.role]
}
