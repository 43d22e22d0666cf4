import type { Calendar } from '../calendar/calendar.ts'
import { CalendarGap } from '../calendar/calendar.ts'
import type { Instant } from '../calendar/local-time.ts'
import { officeMinutesBetween } from '../calendar/working-time.ts'
import { TRIGGER_WORDS } from '../deadlines/trigger.ts'
import { dueInWords } from '../deadlines/words.ts'
import type { Holder } from '../ledger/entry.ts'
import { holderName, spanInWords } from '../ledger/words.ts'
import type { Portal } from '../portal/portal.ts'
import { groundOf } from '../regulation/regulation.ts'
import { labelOf } from '../roster/roster.ts'
import { count, instant, minutes, none, type Row, type Table, text } from '../tables/table.ts'
import type { Counted } from './facts.ts'
import { idsOf } from './punctuality.ts'

/** Every article that came too late: by how much, on which clause, and the reason that was given. */
export function lateTable(entries: readonly Counted[], { regulation, roster, calendar }: Portal): Table {
  return {
    id: 'muon',
    title: 'Tin, bài, văn bản đăng muộn',
    columns: [
      { id: 'title', label: 'Tin, bài', type: 'text' },
      { id: 'unit', label: 'Đơn vị', type: 'text' },
      { id: 'due', label: 'Hạn', type: 'text' },
      { id: 'published', label: 'Công bố', type: 'instant' },
      { id: 'late', label: 'Muộn (giờ hành chính)', type: 'minutes' },
      { id: 'ground', label: 'Căn cứ', type: 'text' },
      { id: 'reason', label: 'Lý do', type: 'text' },
    ],
    rows: entries.flatMap((entry): Row[] => {
      const { verdict, milestones } = entry
      if (verdict.state !== 'overdue' && verdict.state !== 'late-with-reason') return []
      return [
        {
          id: entry.id,
          figures: [
            { cell: { type: 'text', text: entry.title }, items: [entry.id] },
            text(entry.unit === undefined ? '' : labelOf(roster, entry.unit)),
            text(dueInWords(verdict.due)),
            instant(milestones.merged),
            minutes(officeMinutes(calendar, verdict.due.lateAfter, milestones.merged)),
            text(groundOf(regulation, verdict.deadline)),
            text(verdict.state === 'late-with-reason' ? verdict.reason : 'Không nêu'),
          ],
        },
      ]
    }),
    empty: 'Trong kỳ không có tin, bài, văn bản nào đăng muộn.',
  }
}

/** Undefined where the calendar does not know one of the years. */
function officeMinutes(calendar: Calendar, from: Instant, to: Instant): number | undefined {
  try {
    return officeMinutesBetween(calendar, from, to)
  } catch (error) {
    if (error instanceof CalendarGap) return undefined
    throw error
  }
}

/** In the order in which an article passes them. */
const PARTIES: readonly Holder['party'][] = ['writer', 'approver', 'merge', 'deploy', 'unrecorded']

/** How long each party held the articles of the period, in office time: in all, and for the article in the middle. */
export function handlingTable(entries: readonly Counted[], { roster, calendar }: Portal): Table {
  const held = entries.flatMap((entry) =>
    entry.custody.map(({ holder, from, to }) => ({
      name: holderName(holder, roster),
      party: holder.party,
      id: entry.id,
      minutes: officeMinutes(calendar, from, to) ?? 0,
    })),
  )
  const inOrder = held.sort((a, b) => PARTIES.indexOf(a.party) - PARTIES.indexOf(b.party))
  const rows = [...Map.groupBy(inOrder, ({ name }) => name)].map(([name, parts]) => {
    const each = [...Map.groupBy(parts, ({ id }) => id).values()].map((some) => sum(some))
    return {
      id: name,
      figures: [
        text(name),
        count([...new Set(parts.map(({ id }) => id))]),
        minutes(median(each)),
        minutes(Math.max(...each)),
        minutes(sum(parts)),
      ],
    }
  })
  return {
    id: 'xu-ly',
    title: 'Thời gian từng bên giữ tin, bài (giờ hành chính)',
    columns: [
      { id: 'name', label: 'Bên giữ', type: 'text' },
      { id: 'count', label: 'Số tin, bài', type: 'integer' },
      { id: 'median', label: 'Trung vị', type: 'minutes' },
      { id: 'longest', label: 'Lâu nhất', type: 'minutes' },
      { id: 'sum', label: 'Tổng', type: 'minutes' },
    ],
    rows,
    note: 'Tính từ lúc việc diễn ra tới lúc lên cổng. «Không ghi ai giữ» là quãng không có hồ sơ duyệt.',
    empty: 'Trong kỳ không có tin, bài nào để tính.',
  }
}

const sum = (parts: readonly { readonly minutes: number }[]): number =>
  parts.reduce((total, each) => total + each.minutes, 0)

/** The one in the middle; of two in the middle the mean, rounded down. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return Number.isInteger(middle)
    ? Math.floor(((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2)
    : (sorted[Math.floor(middle)] as number)
}

/** Later changes of published articles, with their notes, and triggers that were changed after publication. */
export function changesTable(changed: readonly Counted[]): Table {
  return {
    id: 'sua',
    title: 'Sửa sau khi công bố',
    columns: [
      { id: 'title', label: 'Tin, bài', type: 'text' },
      { id: 'at', label: 'Sửa lúc', type: 'instant' },
      { id: 'note', label: 'Nội dung sửa', type: 'text' },
    ],
    rows: changed.flatMap((entry) =>
      entry.changes.map((change, index) => ({
        id: `${entry.id}:${index}`,
        figures: [
          { cell: { type: 'text' as const, text: entry.title }, items: [entry.id] },
          instant(change.at),
          text(change.note ?? movedWords(entry) ?? 'Không ghi chú'),
        ],
      })),
    ),
    empty: 'Trong kỳ không sửa tin, bài nào đã công bố.',
  }
}

function movedWords({ triggerMoved, verdict }: Counted): string | undefined {
  if (!triggerMoved) return undefined
  const trigger = 'deadline' in verdict && verdict.deadline.trigger
  const name = (trigger && TRIGGER_WORDS[trigger]) || 'mốc tính hạn'
  return `Đổi ${name} từ ${triggerMoved.from} thành ${triggerMoved.to}; thời hạn vẫn tính theo mốc lúc công bố`
}

/** Articles that were taken off the portal. */
export function removedTable(removed: readonly Counted[]): Table {
  return {
    id: 'go',
    title: 'Gỡ khỏi cổng',
    columns: [
      { id: 'title', label: 'Tin, bài', type: 'text' },
      { id: 'published', label: 'Công bố', type: 'instant' },
      { id: 'removed', label: 'Gỡ lúc', type: 'instant' },
      { id: 'shown', label: 'Đã ở trên cổng', type: 'text' },
    ],
    rows: removed.map((entry) => ({
      id: entry.id,
      figures: [
        { cell: { type: 'text' as const, text: entry.title }, items: [entry.id] },
        instant(entry.milestones.merged),
        instant(entry.removed),
        entry.removed === undefined ? none : text(spanInWords(entry.removed - entry.milestones.merged)),
      ],
    })),
    empty: 'Trong kỳ không gỡ tin, bài nào.',
  }
}

/** Where the instants come from, so that a reader knows what they are worth. */
export function evidenceTable(
  entries: readonly Counted[],
  words: Readonly<Record<Counted['attestation'], string>>,
): Table {
  const groups = Map.groupBy(entries, ({ attestation }) => attestation)
  return {
    id: 'nguon-so-lieu',
    title: 'Thời điểm công bố lấy từ đâu',
    columns: [
      { id: 'name', label: 'Nguồn', type: 'text' },
      { id: 'count', label: 'Số tin, bài', type: 'integer' },
    ],
    rows: (Object.keys(words) as Counted['attestation'][])
      .filter((each) => groups.has(each))
      .map((each) => ({ id: each, figures: [text(words[each]), count(idsOf(groups.get(each) ?? []))] })),
    empty: 'Không có số liệu.',
  }
}
