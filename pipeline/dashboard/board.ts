import { requiredApprovals } from '../approval/required-approvals.ts'
import { dayOf, type Instant, vietnameseDay } from '../calendar/local-time.ts'
import type { FrontMatter } from '../contract/types.ts'
import type { OpenMatter } from '../deadlines/open-matter.ts'
import { dueInWords } from '../deadlines/words.ts'
import type { Block, Catalogue, Item, Paper } from '../paper/paper.ts'
import type { Portal } from '../portal/portal.ts'
import type { RegisterTask } from '../registers/tasks.ts'
import { groundOf } from '../regulation/regulation.ts'
import { labelOf } from '../roster/roster.ts'
import { count, type Figure, type Row, type Table, text } from '../tables/table.ts'

/** Something that somebody still owes: a file that is not published or answered yet, or a pull request on the forge. */
export type Owed = {
  /** The path of a file; `#12` for a pull request. */
  readonly id: string
  readonly title: string
  readonly address?: string
  /** Undefined for a pull request without a document that has a deadline. */
  readonly state: OpenMatter['state']
  /** In words; what nobody set a number for says how long it has waited. */
  readonly due: string
  readonly ground: string
  /** Who must act now, by official names. */
  readonly awaited: readonly string[]
}

/** What a dashboard is made of. */
export type BoardFacts = {
  readonly now: Instant
  readonly owed: readonly Owed[]
  /** Whether the forge was asked for pull requests. */
  readonly forge: boolean
  /** The month so far, as the report tells it. */
  readonly month: Paper
}

/** What is owed for a file of the work tree: who has it, and until when. */
export function owedFor(
  { regulation, roster }: Portal,
  {
    file,
    front,
    matter,
  }: { readonly file: string; readonly front: FrontMatter; readonly matter: OpenMatter },
  now: Instant,
): Owed {
  return {
    id: file,
    title: front.title,
    state: matter.state,
    due: matter.state === 'waiting' ? waitedFor(matter.since, now) : dueInWords(matter.due),
    ground: matter.state === 'waiting' ? 'Quy chế không đặt số ngày' : groundOf(regulation, matter.deadline),
    awaited: awaitedFor(front, { regulation, roster }),
  }
}

function waitedFor(since: Instant | undefined, now: Instant): string {
  return since === undefined ? 'chờ duyệt' : `đã ${dayOf(now) - dayOf(since)} ngày`
}

/** What a register says is still to be done: a reply to a sender, an article to be taken off or put back. */
export const owedTask = ({ file, what, member, since, law }: RegisterTask, { roster }: Portal): Owed => ({
  id: file,
  title: what,
  state: 'waiting',
  due: `từ ngày ${vietnameseDay(since)}`,
  ground: law,
  awaited: [labelOf(roster, member)],
})

/** The unit that has a question; of everything else those who must approve it. */
function awaitedFor(
  front: FrontMatter,
  { regulation, roster }: Pick<Portal, 'regulation' | 'roster'>,
): string[] {
  if (front.kind === 'hoi-dap') {
    const unit = front.forwardedTo ?? front.answeredBy ?? front.submittedBy
    return unit === undefined ? [] : [labelOf(roster, unit)]
  }
  return requiredApprovals(regulation, front).map(({ approvers }) =>
    approvers.map((id) => labelOf(roster, id)).join(' hoặc '),
  )
}

/** One page for the board: what to do today, who is awaited, what is late, the month so far. It is no part of the public site. */
export function boardOf({ now, owed, forge, month }: BoardFacts): Paper {
  const urgent = owed.filter(({ state }) => state === 'overdue' || state === 'at-risk')
  return {
    ...month,
    genre: 'Bảng theo dõi',
    title: 'Việc của Ban biên tập',
    period: `Ngày ${vietnameseDay(dayOf(now))}`,
    asOf: now,
    letter: { ...month.letter, symbol: '', recipients: [], grounds: [], signers: [], copies: [] },
    blocks: [
      ...part('Việc phải làm ngay', [table(owedTable('ngay', 'Quá hạn và sắp đến hạn', urgent))]),
      ...part('Đang chờ ai', [
        table(awaitedTable(owed)),
        table(owedTable('cho', 'Mọi việc đang chờ', owed)),
        ...(forge ? [] : [NO_FORGE]),
      ]),
      ...part('Tháng này đến nay', monthBlocks(month)),
    ],
    catalogue: withOwed(month.catalogue, owed),
  }
}

const part = (heading: string, blocks: readonly Block[]): Block[] => [
  { type: 'heading', level: 1, text: heading },
  ...blocks,
]

const table = (value: Table): Block => ({ type: 'table', table: value })

const NO_FORGE: Block = {
  type: 'paragraph',
  text: 'Chưa tính các yêu cầu gộp đang mở trên GitHub: thêm --repo chủ/kho và mã truy cập để tính cả.',
}

const STATE_WORDS: Readonly<Record<Owed['state'], string>> = {
  overdue: 'Quá hạn',
  'at-risk': 'Sắp đến hạn',
  'on-time': 'Còn hạn',
  waiting: 'Đang chờ',
}

const URGENCY: readonly Owed['state'][] = ['overdue', 'at-risk', 'on-time', 'waiting']

function owedTable(id: string, title: string, owed: readonly Owed[]): Table {
  const inOrder = [...owed].sort((a, b) => URGENCY.indexOf(a.state) - URGENCY.indexOf(b.state))
  return {
    id,
    title,
    columns: [
      { id: 'title', label: 'Việc', type: 'text' },
      { id: 'state', label: 'Tình trạng', type: 'text' },
      { id: 'due', label: 'Hạn', type: 'text' },
      { id: 'who', label: 'Ai phải làm', type: 'text' },
      { id: 'ground', label: 'Căn cứ', type: 'text' },
    ],
    rows: inOrder.map(
      (each): Row => ({
        id: each.id,
        figures: [
          titleOf(each),
          text(STATE_WORDS[each.state]),
          text(each.due),
          text(each.awaited.join('; rồi ') || 'Người viết'),
          text(each.ground),
        ],
      }),
    ),
    empty: 'Không có việc nào.',
  }
}

const titleOf = ({ id, title }: Owed): Figure => ({ cell: { type: 'text', text: title }, items: [id] })

/** Every party with what waits for it now or next. */
function awaitedTable(owed: readonly Owed[]): Table {
  const pairs = owed.flatMap((each) => each.awaited.map((who) => ({ who, each })))
  const groups = [...Map.groupBy(pairs, ({ who }) => who)]
  const ids = (some: readonly { readonly each: Owed }[]) => some.map(({ each }) => each.id)
  return {
    id: 'ai',
    title: 'Số việc đang chờ từng nơi',
    columns: [
      { id: 'who', label: 'Nơi phải làm', type: 'text' },
      { id: 'all', label: 'Số việc', type: 'integer' },
      { id: 'overdue', label: 'Quá hạn', type: 'integer' },
      { id: 'risk', label: 'Sắp đến hạn', type: 'integer' },
    ],
    rows: groups
      .sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
      .map(([who, some]) => ({
        id: who,
        figures: [
          text(who),
          count(ids(some)),
          count(ids(some.filter(({ each }) => each.state === 'overdue'))),
          count(ids(some.filter(({ each }) => each.state === 'at-risk'))),
        ],
      })),
    empty: 'Không ai đang giữ việc nào.',
  }
}

/** Of the report of the month: the summary, the late ones, who has published how much, and what is due by its end. */
const OF_MONTH: ReadonlySet<string> = new Set([
  'chung',
  'muon',
  'don-vi',
  'bieu-do-don-vi',
  'dinh-muc',
  'hoi-dap',
  'nghia-vu',
])

const monthBlocks = ({ blocks }: Paper): Block[] =>
  blocks.filter(
    (block) =>
      (block.type === 'table' && OF_MONTH.has(block.table.id)) ||
      (block.type === 'chart' && OF_MONTH.has(block.chart.id)),
  )

function withOwed(catalogue: Catalogue, owed: readonly Owed[]): Catalogue {
  const known = new Set(catalogue.items.map(({ id }) => id))
  const items = owed
    .filter(({ id }) => !known.has(id))
    .map(
      ({ id, title, address, due }): Item => ({
        id,
        title,
        ...(address === undefined ? {} : { address }),
        cells: catalogue.columns.map((column) => {
          return column.id === 'verdict' ? { type: 'text', text: `chưa xong, hạn ${due}` } : { type: 'none' }
        }),
      }),
    )
  return { ...catalogue, title: 'Danh mục việc và tin, bài', items: [...items, ...catalogue.items] }
}
