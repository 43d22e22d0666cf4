import type { Portal } from '../portal/portal.ts'
import { labelOf } from '../roster/roster.ts'
import { type Table, text } from '../tables/table.ts'
import type { Counted } from './facts.ts'
import { PUNCTUALITY_COLUMNS, punctualityFigures } from './punctuality.ts'

/** A way to sort articles into groups, every one into one of them. */
export type Dimension = {
  readonly id: string
  readonly title: string
  readonly label: string
  readonly groupOf: (entry: Counted) => string | undefined
  readonly nameOf: (group: string) => string
  /** Groups that are shown with nothing in them too, in their order; the rest follows. */
  readonly expected: readonly string[]
  /** What an article without a group is put under. */
  readonly without: string
}

/** The five ways in which the regulations count: lĩnh vực, section, kind, unit, byline. */
export function dimensionsOf({ regulation, roster }: Portal): Dimension[] {
  const { law, linhVuc, sections, kinds } = regulation
  return [
    {
      id: 'linh-vuc',
      title: 'Tin, bài, văn bản theo lĩnh vực',
      label: 'Lĩnh vực',
      groupOf: (entry) => entry.linhVuc,
      nameOf: (id) => linhVuc.get(id)?.label ?? id,
      expected: law.linhVuc.map(({ id }) => id),
      without: 'Không ghi lĩnh vực',
    },
    {
      id: 'chuyen-muc',
      title: 'Tin, bài, văn bản theo chuyên mục',
      label: 'Chuyên mục',
      groupOf: (entry) => entry.section,
      nameOf: (id) => sections.get(id)?.label ?? id,
      expected: law.sections.map(({ id }) => id),
      without: 'Không ghi chuyên mục',
    },
    {
      id: 'the-loai',
      title: 'Tin, bài, văn bản theo thể loại',
      label: 'Thể loại',
      groupOf: (entry) => entry.kind,
      nameOf: (id) => kinds.get(id as Counted['kind'])?.label ?? id,
      expected: [],
      without: '',
    },
    {
      id: 'don-vi',
      title: 'Tin, bài, văn bản theo cơ quan, đơn vị',
      label: 'Cơ quan, đơn vị',
      groupOf: (entry) => entry.unit,
      nameOf: (id) => labelOf(roster, id),
      expected: roster.written.members
        .filter(({ type, writes }) => type === 'unit' && writes)
        .map(({ id }) => id),
      without: 'Không ghi đơn vị',
    },
    {
      id: 'but-danh',
      title: 'Tin, bài, văn bản theo tác giả',
      label: 'Tác giả (bút danh)',
      groupOf: (entry) => entry.byline,
      nameOf: (name) => name,
      expected: [],
      without: 'Không ghi tác giả',
    },
  ]
}

/** One row a group, the expected ones first, and the sum of all. */
export function tableOf(dimension: Dimension, entries: readonly Counted[]): Table {
  const groups = Map.groupBy(entries, dimension.groupOf)
  const expected = new Set(dimension.expected)
  const rest = [...groups.keys()].filter((group) => group !== undefined && !expected.has(group)) as string[]
  const order = [...dimension.expected, ...rest.sort((a, b) => bySize(groups, a, b))]
  const row = (id: string, name: string, group: string | undefined) => ({
    id,
    figures: [text(name), ...punctualityFigures(groups.get(group) ?? [])],
  })
  return {
    id: dimension.id,
    title: dimension.title,
    columns: [{ id: 'name', label: dimension.label, type: 'text' }, ...PUNCTUALITY_COLUMNS],
    rows: [
      ...order.map((group) => row(group, dimension.nameOf(group), group)),
      ...(groups.has(undefined) ? [row('khong-ghi', dimension.without, undefined)] : []),
    ],
    total: { id: 'cong', figures: [text('Cộng'), ...punctualityFigures(entries)] },
    empty: 'Trong kỳ không công bố tin, bài, văn bản nào.',
  }
}

/** The largest first; of equal ones by name. */
const bySize = (groups: ReadonlyMap<string | undefined, readonly Counted[]>, a: string, b: string): number =>
  (groups.get(b)?.length ?? 0) - (groups.get(a)?.length ?? 0) || (a < b ? -1 : 1)
