import { vietnameseDay } from '../calendar/local-time.ts'
import type { Span } from '../calendar/periods.ts'
import { placeOf, urlOf } from '../documents/document.ts'
import { ATTESTATION_WORDS, VERDICT_WORDS } from '../ledger/words.ts'
import type { Block, Catalogue, Item, Paper } from '../paper/paper.ts'
import type { Portal } from '../portal/portal.ts'
import { citeAll, refsOf } from '../regulation/regulation.ts'
import { labelOf } from '../roster/roster.ts'
import { type Cell, count, type Figure, integer, type Table, text } from '../tables/table.ts'
import { changesTable, evidenceTable, handlingTable, lateTable, removedTable } from './articles.ts'
import { dimensionsOf, tableOf } from './dimensions.ts'
import { dutyTable, freshnessTables, quotaTables } from './duties-part.ts'
import { type Counted, type ReportFacts, type Scope, scopeOf } from './facts.ts'
import { letterOf } from './letter.ts'
import { idsOf, punctualityOf } from './punctuality.ts'
import { questionsTable } from './questions-part.ts'
import { refusalsTable, takedownsTable } from './registers-part.ts'

/** A part of a report: its heading and its blocks, in their order. */
export type Part = { readonly heading: string; readonly blocks: readonly Block[] }

/**
 * The report of a period, ready for any format: what was published and how punctually, who had it how long, and whatever else the
 * regulation counts. The same facts make the same report.
 */
export function reportOf(facts: ReportFacts): Paper {
  const { portal, duty, span, asOf } = facts
  const scope = scopeOf(facts)
  const blocks = numberedParts(partsOf(facts, scope))
  return {
    portal: { id: portal.id, name: portal.cong.name },
    genre: 'Báo cáo',
    title: `Kết quả hoạt động của ${portal.cong.name}`,
    period: capitalised(span.label),
    asOf,
    sample: portal.cong.sample !== undefined,
    ...(portal.cong.accent === undefined ? {} : { accent: portal.cong.accent }),
    letter: letterOf(portal, duty),
    blocks,
    catalogue: catalogueOf(portal, scope, blocks),
  }
}

function partsOf(facts: ReportFacts, scope: Scope): Part[] {
  const { portal } = facts
  return [
    { heading: 'Kết quả chung', blocks: overview(facts, scope) },
    { heading: 'Tin, bài, văn bản đã công bố', blocks: byDimension(portal, scope) },
    { heading: 'Chấp hành thời hạn', blocks: deadlines(portal, scope) },
    {
      heading: 'Định mức và cập nhật',
      blocks: [...quotaTables(facts, scope.all), ...freshnessTables(facts, scope.all)].map(table),
    },
    { heading: 'Hỏi đáp', blocks: [table(questionsTable(facts, scope.all))] },
    { heading: 'Từ chối đăng', blocks: [table(refusalsTable(facts))] },
    {
      heading: 'Sửa, gỡ sau khi công bố',
      blocks: [changesTable(scope.changed), removedTable(scope.removed), takedownsTable(facts)].map(table),
    },
    { heading: 'Nghĩa vụ khác trong kỳ', blocks: [table(dutyTable(facts))] },
    { heading: 'Phương hướng, kiến nghị', blocks: [BLANK] },
    { heading: 'Nguồn số liệu', blocks: evidence(facts, scope) },
  ].filter(({ blocks }) => blocks.length > 0)
}

const BLANK: Block = {
  type: 'paragraph',
  text: '(Phần nhận định, phương hướng và kiến nghị do người lập báo cáo viết.)',
}

const table = (value: Table): Block => ({ type: 'table', table: value })

const numberedParts = (parts: readonly Part[]): Block[] =>
  parts.flatMap(({ heading, blocks }): Block[] => [{ type: 'heading', level: 1, text: heading }, ...blocks])

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

function overview({ portal, duty, span, asOf }: ReportFacts, scope: Scope): Block[] {
  const { published, questions, pages, changed, removed } = scope
  const { onTime, withReason, withoutReason, unbound } = punctualityOf(published)
  const bound = onTime.length + withReason.length + withoutReason.length
  const ground = duty && citeAll(portal.regulation, refsOf(duty.basis))
  return [
    { type: 'paragraph', text: reachOf(span, asOf) },
    ...(ground ? [{ type: 'paragraph' as const, text: `${duty.label}, theo ${ground}` }] : [NOT_ASKED]),
    table({
      id: 'chung',
      title: 'Kết quả trong kỳ',
      columns: [
        { id: 'name', label: 'Chỉ tiêu', type: 'text' },
        { id: 'value', label: 'Số lượng', type: 'integer' },
      ],
      rows: [
        row('cong-bo', 'Tin, bài, văn bản công bố trong kỳ', published),
        row('dung-han', '  trong đó: đúng hạn', onTime),
        row('muon-co-ly-do', '  muộn, có lý do', withReason),
        row('muon', '  muộn, không nêu lý do', withoutReason),
        row('khong-han', '  không đặt thời hạn bằng số', unbound),
        row('hoi-dap', 'Câu hỏi, kiến nghị công khai trong kỳ', questions),
        row('trang', 'Trang cố định mới', pages),
        row('sua', 'Tin, bài sửa sau khi công bố', changed),
        row('go', 'Tin, bài gỡ khỏi cổng', removed),
        { id: 'chu', figures: [text('Số chữ đã đăng'), integer(total(published, 'words'))] },
        { id: 'anh', figures: [text('Số ảnh đã đăng'), integer(total(published, 'images'))] },
      ],
      empty: '',
      ...(bound > 0
        ? {
            note: `${onTime.length} trong ${bound} tin, bài, văn bản có thời hạn được công bố đúng hạn.`,
          }
        : {}),
    }),
  ]
}

const NOT_ASKED: Block = {
  type: 'paragraph',
  text: 'Quy chế không yêu cầu báo cáo cho loại kỳ này; đây là bảng tổng hợp để theo dõi.',
}

/** Up to when the figures reach, where the period is not over yet. */
const reachOf = (span: Span, asOf: number): string => {
  const period = `Kỳ báo cáo: ${span.label}, từ ngày ${vietnameseDay(span.first)} đến hết ngày ${vietnameseDay(span.last)}.`
  return asOf < span.end - 1 ? `${period} Kỳ chưa kết thúc, số liệu còn thay đổi.` : period
}

const row = (id: string, name: string, entries: readonly Counted[]) => ({
  id,
  figures: [text(name), count(idsOf(entries))],
})

const total = (entries: readonly Counted[], field: 'words' | 'images'): number =>
  entries.reduce((sum, each) => sum + each[field], 0)

const CHARTED: ReadonlySet<string> = new Set(['linh-vuc', 'don-vi'])

function byDimension(portal: Portal, { published }: Scope): Block[] {
  return dimensionsOf(portal).flatMap((dimension): Block[] => [
    table(tableOf(dimension, published)),
    ...(CHARTED.has(dimension.id) && published.length > 0
      ? [
          {
            type: 'chart' as const,
            chart: {
              id: `bieu-do-${dimension.id}`,
              title: `${dimension.title}: đúng hạn và muộn`,
              kind: 'stacked' as const,
              table: dimension.id,
              columns: ['on-time', 'with-reason', 'without-reason', 'unbound'],
            },
          },
        ]
      : []),
  ])
}

const deadlines = (portal: Portal, { published }: Scope): Block[] => [
  table(lateTable(published, portal)),
  table(handlingTable(published, portal)),
]

function evidence({ ledger, portal }: ReportFacts, { published }: Scope): Block[] {
  const { unreadable } = ledger
  return [
    {
      type: 'paragraph',
      text: portal.cong.sample
        ? 'Cổng mẫu: thời điểm lấy từ tệp nhật ký, nội dung do nhóm dự án soạn; số liệu chỉ để minh họa.'
        : 'Thời điểm công bố là lúc yêu cầu gộp vào nhánh chính; ngày giờ người viết tự ghi không làm bài muộn thành đúng hạn.',
    },
    table(evidenceTable(published, ATTESTATION_WORDS)),
    ...(unreadable.length > 0
      ? [
          { type: 'paragraph' as const, text: 'Những tệp không đọc được, không có trong số liệu:' },
          { type: 'list' as const, entries: unreadable },
        ]
      : []),
  ]
}

/** Whatever a figure opens to, oldest publication first. */
function catalogueOf(portal: Portal, { all }: Scope, blocks: readonly Block[]): Catalogue {
  const named = new Set(
    blocks
      .flatMap((block) => (block.type === 'table' ? figuresOf(block.table) : []))
      .flatMap(({ items = [] }) => items),
  )
  return {
    title: 'Danh mục tin, bài',
    label: 'Tiêu đề',
    columns: [
      { id: 'published', label: 'Công bố', type: 'instant' },
      { id: 'verdict', label: 'Thời hạn', type: 'text' },
      { id: 'linh-vuc', label: 'Lĩnh vực', type: 'text' },
      { id: 'section', label: 'Chuyên mục', type: 'text' },
      { id: 'kind', label: 'Thể loại', type: 'text' },
      { id: 'unit', label: 'Đơn vị', type: 'text' },
      { id: 'byline', label: 'Tác giả', type: 'text' },
      { id: 'words', label: 'Số chữ', type: 'integer' },
    ],
    items: all.filter(({ id }) => named.has(id)).map((entry) => itemOf(entry, portal)),
  }
}

const figuresOf = ({ rows, total }: Table): readonly Figure[] =>
  [...rows, ...(total ? [total] : [])].flatMap(({ figures }) => figures)

function itemOf(entry: Counted, { cong, regulation, roster }: Portal): Item {
  const words = (value: string | undefined): Cell =>
    value === undefined ? { type: 'none' } : { type: 'text', text: value }
  return {
    id: entry.id,
    title: entry.title,
    ...addressOf(entry, cong),
    cells: [
      { type: 'instant', at: entry.milestones.merged },
      words(VERDICT_WORDS[entry.verdict.state]),
      words(entry.linhVuc && (regulation.linhVuc.get(entry.linhVuc)?.label ?? entry.linhVuc)),
      words(entry.section && (regulation.sections.get(entry.section)?.label ?? entry.section)),
      words(regulation.kinds.get(entry.kind)?.label ?? entry.kind),
      words(entry.unit && labelOf(roster, entry.unit)),
      words(entry.byline),
      { type: 'integer', value: entry.words },
    ],
  }
}

/** Where the article can be read: on the real portal, as long as it is there. */
function addressOf({ path, removed }: Counted, { baseUrl, sample }: Portal['cong']): Pick<Item, 'address'> {
  const place = placeOf(path)
  return place && baseUrl && !sample && removed === undefined
    ? { address: `${baseUrl.replace(/\/$/, '')}/${urlOf(place)}` }
    : {}
}
