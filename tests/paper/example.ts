import { atMinute, type Day, parseDay } from '../../pipeline/calendar/local-time.ts'
import type { Chart, Item, Letter, Paper } from '../../pipeline/paper/paper.ts'
import {
  count,
  day,
  dong,
  type Figure,
  instant,
  integer,
  minutes,
  none,
  type Row,
  share,
  type Table,
  text,
} from '../../pipeline/tables/table.ts'

/** A report of an office that does not exist, with every kind of cell, block and chart in it. */

const FIRST = parseDay('2026-11-02') as Day
const FIELDS = ['Kinh tế', 'Văn hóa – Xã hội', 'Quốc phòng – An ninh', 'Cải cách hành chính'] as const
const UNITS = ['Văn phòng', 'Phòng Kinh tế', 'Tổ truyền thông'] as const
const PLACES = ['thôn Đông', 'thôn Đoài', 'khu phố Hạ', 'xóm Thượng'] as const

type Article = {
  readonly id: string
  readonly title: string
  readonly field: (typeof FIELDS)[number]
  readonly unit: (typeof UNITS)[number]
  readonly published: Day
  readonly late: boolean
  readonly held: number
}

const of = <T>(list: readonly T[], index: number): T => list[index % list.length] as T

const articleOf = (index: number): Article => ({
  id: `tin-bai/2026/bai-so-${index + 1}.md`,
  title: `Bài số ${index + 1}: Ra quân vệ sinh môi trường tại ${of(PLACES, index)}`,
  field: of(FIELDS, index * index + (index >> 2)),
  unit: of(UNITS, index),
  published: FIRST + (index % 28),
  late: index % 6 === 5,
  held: 40 + ((index * 977) % 5000),
})

const itemOf = ({ id, title, field, unit, published, late, held }: Article, index: number): Item => ({
  id,
  title,
  ...(index % 3 === 0 ? { address: `https://vi-du.example.vn/${id.replace('.md', '/')}` } : {}),
  cells: [
    { type: 'text', text: field },
    { type: 'text', text: unit },
    { type: 'day', day: published },
    { type: 'instant', at: atMinute(published, 9 * 60 + (index % 60)) },
    { type: 'minutes', minutes: held },
    { type: 'text', text: late ? 'Chậm' : 'Đúng hạn' },
  ],
})

const idsOf = (articles: readonly Article[]): string[] => articles.map(({ id }) => id)

function punctuality(articles: readonly Article[]): Table {
  const row = (id: string, name: string, some: readonly Article[]): Row => {
    const onTime = some.filter(({ late }) => !late)
    return {
      id,
      figures: [
        text(name),
        count(idsOf(some)),
        count(idsOf(onTime)),
        count(idsOf(some.filter(({ late }) => late))),
        share(onTime.length, some.length),
        minutes(Math.round(some.reduce((sum, { held }) => sum + held, 0) / (some.length || 1))),
        day(some.at(-1)?.published),
      ],
    }
  }
  return {
    id: 'linh-vuc',
    title: 'Tin, bài theo lĩnh vực',
    ground: 'Điều 11 khoản 2 điểm c Quy chế',
    columns: [
      { id: 'linh-vuc', label: 'Lĩnh vực', type: 'text' },
      { id: 'so', label: 'Số tin, bài', type: 'integer' },
      { id: 'dung', label: 'Đúng hạn', type: 'integer' },
      { id: 'cham', label: 'Chậm', type: 'integer' },
      { id: 'ty-le', label: 'Tỷ lệ đúng hạn', type: 'share' },
      { id: 'duyet', label: 'Duyệt trung bình', type: 'minutes' },
      { id: 'cuoi', label: 'Đăng gần nhất', type: 'day' },
    ],
    rows: [
      ...FIELDS.map((field, index) =>
        row(
          `lv-${index}`,
          field,
          articles.filter((each) => each.field === field),
        ),
      ),
      row('lv-trong', 'Biên giới, hải đảo', []),
    ],
    total: row('tong', 'Tổng số', articles),
    note: 'Bài chậm có lý do được ghi trong danh mục.',
    empty: 'Không có tin, bài nào trong kỳ.',
  }
}

function money(articles: readonly Article[]): Table {
  const row = (id: string, name: string, some: readonly Article[]): Row => ({
    id,
    figures: [
      text(name),
      integer(some.length),
      { cell: { type: 'decimal', value: some.length * 0.125 } },
      dong(some.length * 292_500, idsOf(some)),
      instant(some[0] && atMinute(some[0].published, 1000)),
      none,
    ],
  })
  return {
    id: 'nhuan-but',
    title: 'Nhuận bút theo đơn vị',
    columns: [
      { id: 'don-vi', label: 'Đơn vị', type: 'text' },
      { id: 'so', label: 'Số tin, bài', type: 'integer' },
      { id: 'he-so', label: 'Hệ số', type: 'decimal' },
      { id: 'tien', label: 'Số tiền', type: 'dong' },
      { id: 'cham-luc', label: 'Chấm lúc', type: 'instant' },
      { id: 'ky', label: 'Ký nhận', type: 'text' },
    ],
    rows: UNITS.map((unit, index) =>
      row(
        `dv-${index}`,
        unit,
        articles.filter((each) => each.unit === unit),
      ),
    ),
    total: row('tong', 'Cộng', articles),
    empty: 'Không có khoản chi nào trong kỳ.',
  }
}

function weeks(articles: readonly Article[]): Table {
  const rows = [0, 1, 2, 3].map((week): Row => {
    const some = articles.filter(({ published }) => Math.floor((published - FIRST) / 7) === week)
    return {
      id: `tuan-${week + 1}`,
      figures: [text(`Tuần ${week + 1}`), count(idsOf(some)), count(idsOf(some.filter(({ late }) => late)))],
    }
  })
  return {
    id: 'tuan',
    title: 'Tin, bài theo tuần',
    columns: [
      { id: 'tuan', label: 'Tuần', type: 'text' },
      { id: 'so', label: 'Số tin, bài', type: 'integer' },
      { id: 'cham', label: 'Chậm', type: 'integer' },
    ],
    rows,
    empty: 'Không có tin, bài nào trong kỳ.',
  }
}

const NO_REFUSALS: Table = {
  id: 'tu-choi',
  title: 'Từ chối đăng, gỡ bài',
  ground: 'Điều 4 khoản 2 điểm b Quy chế',
  columns: [{ id: 'bai', label: 'Bài', type: 'text' }],
  rows: [],
  empty: 'Trong kỳ không từ chối, không gỡ bài nào.',
}

const CHARTS: Record<'bars' | 'parts' | 'shares' | 'weeks', Chart> = {
  bars: { id: 'c1', title: 'Số tin, bài theo lĩnh vực', kind: 'bar', table: 'linh-vuc', columns: ['so'] },
  parts: {
    id: 'c2',
    title: 'Đúng hạn và chậm theo lĩnh vực',
    kind: 'stacked',
    table: 'linh-vuc',
    columns: ['dung', 'cham'],
  },
  shares: { id: 'c3', title: 'Tỷ lệ đúng hạn', kind: 'bar', table: 'linh-vuc', columns: ['ty-le'] },
  weeks: { id: 'c4', title: 'Tin, bài theo tuần', kind: 'line', table: 'tuan', columns: ['so', 'cham'] },
}

const LETTER: Letter = {
  authorityAbove: 'Ủy ban nhân dân phường Ví Dụ',
  authority: 'Ban Biên tập Cổng thông tin điện tử',
  symbol: 'BC-BBT',
  place: 'Ví Dụ',
  date: parseDay('2026-12-02'),
  recipients: ['Ủy ban nhân dân phường Ví Dụ'],
  grounds: [
    'Quyết định số 00/QĐ-UBND ngày 01/7/2025 ban hành Quy chế hoạt động của Cổng thông tin điện tử phường Ví Dụ',
  ],
  signers: [{ capacity: 'TM. Ban Biên tập', office: 'Trưởng ban' }],
  copies: ['Như trên', 'Thành viên Ban Biên tập', 'Lưu: VT, BBT'],
}

/** The report over so many articles. */
export function examplePaper(articles = 24): Paper {
  const all = Array.from({ length: articles }, (_, index) => articleOf(index))
  return {
    portal: { id: 'vi-du', name: 'Cổng thông tin điện tử phường Ví Dụ' },
    genre: 'Báo cáo',
    title: 'Kết quả hoạt động của Cổng thông tin điện tử phường Ví Dụ',
    period: 'Tháng 11/2026',
    asOf: atMinute(FIRST + 28, 17 * 60),
    sample: true,
    letter: LETTER,
    blocks: [
      { type: 'heading', level: 1, text: 'Kết quả chung' },
      {
        type: 'paragraph',
        text: `Trong tháng, Cổng đã đăng ${articles} tin, bài; công tác duyệt bài cơ bản kịp thời.`,
      },
      {
        type: 'list',
        entries: ['Tin, bài về cải cách hành chính tăng so với tháng trước', 'Không có tin, bài phải gỡ'],
      },
      { type: 'heading', level: 2, text: 'Tin, bài theo lĩnh vực' },
      { type: 'table', table: punctuality(all) },
      { type: 'chart', chart: CHARTS.bars },
      { type: 'chart', chart: CHARTS.parts },
      { type: 'chart', chart: CHARTS.shares },
      { type: 'heading', level: 2, text: 'Diễn biến theo tuần' },
      { type: 'table', table: weeks(all) },
      { type: 'chart', chart: CHARTS.weeks },
      { type: 'heading', level: 1, text: 'Nhuận bút, từ chối, gỡ bài' },
      { type: 'table', table: money(all), signed: true },
      { type: 'table', table: NO_REFUSALS },
      { type: 'heading', level: 1, text: 'Kiến nghị' },
      { type: 'heading', level: 2, text: 'Đối với các đơn vị' },
      { type: 'paragraph', text: 'Đề nghị các đơn vị gửi bài trước 16 giờ hằng ngày.' },
    ],
    catalogue: {
      title: 'Danh mục tin, bài',
      label: 'Tiêu đề',
      columns: [
        { id: 'linh-vuc', label: 'Lĩnh vực', type: 'text' },
        { id: 'don-vi', label: 'Đơn vị', type: 'text' },
        { id: 'ngay', label: 'Ngày đăng', type: 'day' },
        { id: 'luc', label: 'Đăng lúc', type: 'instant' },
        { id: 'duyet', label: 'Thời gian duyệt', type: 'minutes' },
        { id: 'han', label: 'Thời hạn', type: 'text' },
      ],
      items: all.map(itemOf),
    },
  }
}

/** What people, or those who mean harm, put into titles. */
export const HOSTILE = [
  '<script>alert(1)</script>',
  ']]> &amp; <!-- </style></title>',
  '=HYPERLINK("https://xau.example","bấm")',
  '+cmd|calc',
  '-2+3',
  '@SUM(A1:A9)',
  'constructor',
  '__proto__',
  '| ống | dẫn | `mã` **đậm** [nối](javascript:alert(1))',
  '```\n# tiêu đề\n```',
  'Trái \u202e ngược \u202c và \u2067العربية\u2069',
  'điều khiển \u0000\u0007\u000b\ufffe, nửa \ud800 cặp',
  '007',
  '2026-11-02',
  '&#0; &lt;b&gt; %00',
  'x'.repeat(400),
  `${'Ủy ban nhân dân '.repeat(19)}`.trim().slice(0, 300),
  '',
  '   hai đầu có dấu cách   ',
  '😀 nụ cười',
] as const

/** The same report with hostile text wherever text can stand. */
export function hostilePaper(): Paper {
  const example = examplePaper(HOSTILE.length)
  const row = (name: string, index: number): Row => ({
    id: `r${index}`,
    figures: [
      text(name),
      count([example.catalogue.items[index]?.id ?? '']),
      share(0, 0),
      text(name),
    ] as Figure[],
  })
  const table: Table = {
    id: 'xau',
    title: HOSTILE[0],
    ground: HOSTILE[1],
    columns: [
      { id: 'a', label: HOSTILE[1], type: 'text' },
      { id: 'b', label: HOSTILE[2], type: 'integer' },
      { id: 'c', label: HOSTILE[15], type: 'share' },
      { id: 'd', label: HOSTILE[8], type: 'text' },
    ],
    rows: HOSTILE.map(row),
    note: HOSTILE[8],
    empty: HOSTILE[0],
  }
  return {
    ...example,
    title: HOSTILE[16],
    period: HOSTILE[1],
    portal: { id: 'vi-du', name: HOSTILE[0] },
    letter: {
      ...example.letter,
      place: HOSTILE[0],
      copies: [...HOSTILE],
      grounds: [HOSTILE[1]],
      recipients: [...HOSTILE],
    },
    blocks: [
      ...HOSTILE.map((words) => ({ type: 'heading' as const, level: 2 as const, text: words })),
      ...HOSTILE.map((words) => ({ type: 'paragraph' as const, text: words })),
      { type: 'list', entries: [...HOSTILE] },
      { type: 'table', table },
      {
        type: 'chart',
        chart: { id: 'x', title: HOSTILE[0], kind: 'bar', table: 'xau', columns: ['b', 'c'] },
      },
      { type: 'chart', chart: { id: 'y', title: HOSTILE[1], kind: 'line', table: 'xau', columns: ['b'] } },
    ],
    catalogue: {
      ...example.catalogue,
      title: HOSTILE[0],
      label: HOSTILE[2],
      items: example.catalogue.items.map((item, index) => ({
        ...item,
        title: HOSTILE[index] as string,
        address: index % 2 === 0 ? 'javascript:alert(1)' : `https://vi-du.example.vn/"><script>|${index}`,
        cells: [{ type: 'text', text: HOSTILE[index] as string }, ...item.cells.slice(1)],
      })),
    },
  }
}
