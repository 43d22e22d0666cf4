import { type Instant, startOf } from '../calendar/local-time.ts'
import type { Span } from '../calendar/periods.ts'
import { dutyCalendar, isMarked } from '../duties/duty-calendar.ts'
import { dutyGround, partiesInWords, progressInWords } from '../duties/duty-words.ts'
import { type FreshnessLine, freshnessOf } from '../duties/freshness.ts'
import { type Quota, type QuotaLine, quotasOf } from '../duties/quota.ts'
import { type Portal, statusOn } from '../portal/portal.ts'
import { groundOf } from '../regulation/regulation.ts'
import { labelOf } from '../roster/roster.ts'
import { count, instant, type Row, type Table, text } from '../tables/table.ts'
import type { Counted, ReportFacts } from './facts.ts'
import { suppliesOf, writtenIn } from './supplies.ts'

/** Who has written how much of what a regulation asks of each member; no table where it asks nothing. */
export function quotaTables({ portal, span, asOf }: ReportFacts, entries: readonly Counted[]): Table[] {
  const { regulation, roster } = portal
  const facts = { regulation, roster, publications: writtenIn(entries), span, asOf }
  const quotas = quotasOf(facts)
  if (quotas.length === 0) return []
  return [
    {
      id: 'dinh-muc',
      title: 'Định mức tin, bài',
      columns: [
        { id: 'who', label: 'Người viết', type: 'text' },
        { id: 'period', label: 'Kỳ', type: 'text' },
        { id: 'written', label: 'Đã viết', type: 'integer' },
        { id: 'asked', label: 'Định mức', type: 'text' },
        { id: 'standing', label: 'Kết quả', type: 'text' },
      ],
      rows: quotas.flatMap(quotaRows),
      ground: [...new Set(quotas.map(({ duty }) => groundOf(regulation, duty)))].join('; '),
      empty: 'Không có định mức nào.',
    },
  ]
}

function quotaRows(quota: Quota): Row[] {
  if (quota.state !== 'counted')
    return [
      {
        id: quota.duty.id,
        figures: [
          text(quota.duty.label),
          text(''),
          text(''),
          text(''),
          text(
            quota.state === 'nobody'
              ? 'chưa đếm được: ban-bien-tap.yaml chưa khai báo người viết (people)'
              : 'Quy chế không nêu số lượng',
          ),
        ],
      },
    ]
  return quota.lines.map((line) => ({
    id: `${quota.duty.id}:${quota.span.code}:${line.person.id}`,
    figures: [
      text(line.person.bylines[0] ?? line.person.id),
      text(quota.span.label),
      count(line.items),
      text(String(quota.amount)),
      text(standingInWords(line)),
    ],
  }))
}

function standingInWords({ standing }: QuotaLine): string {
  switch (standing.state) {
    case 'met':
      return 'đủ'
    case 'short':
      return `thiếu ${standing.owed}`
    case 'open':
      return `còn ${standing.owed}, kỳ chưa hết`
    case 'exempt':
      return 'không tính: không ở trọn kỳ'
  }
}

/** Whether sections and units were kept fresh, as far as a regulation asks for it. */
export function freshnessTables({ portal, span, asOf }: ReportFacts, entries: readonly Counted[]): Table[] {
  const { regulation, roster, calendar } = portal
  const supplies = suppliesOf(entries)
  const lines = freshnessOf({ regulation, roster, calendar, supplies, span, asOf })
  if (lines.length === 0) return []
  return [
    {
      id: 'cap-nhat',
      title: 'Cập nhật thường xuyên, theo chuyên mục và đơn vị',
      columns: [
        { id: 'subject', label: 'Nơi phải cập nhật', type: 'text' },
        { id: 'count', label: 'Trong kỳ', type: 'integer' },
        { id: 'last', label: 'Lần cuối', type: 'instant' },
        { id: 'standing', label: 'Kết quả', type: 'text' },
        { id: 'ground', label: 'Căn cứ', type: 'text' },
      ],
      rows: lines.map((line) => ({
        id: `${line.duty.id}:${line.subject.scope === 'portal' ? '' : line.subject.id}`,
        figures: [
          text(subjectInWords(line, portal)),
          count(line.items),
          instant(line.last),
          text(freshnessInWords(line)),
          text(groundOf(regulation, line.duty)),
        ],
      })),
      empty: 'Quy chế không đòi cập nhật theo kỳ.',
    },
  ]
}

function subjectInWords({ subject }: FreshnessLine, { regulation, roster }: Portal): string {
  if (subject.scope === 'portal') return 'Cả cổng'
  return subject.scope === 'unit'
    ? labelOf(roster, subject.id)
    : `Chuyên mục «${regulation.sections.get(subject.id)?.label ?? subject.id}»`
}

/** Silent periods are named as long as they can be read; of many only how many. */
const MOST_NAMED = 3

function freshnessInWords({ freshness }: FreshnessLine): string {
  switch (freshness.state) {
    case 'kept':
      return 'đủ'
    case 'open':
      return `chưa có, ${freshness.period.label} chưa hết`
    case 'silent': {
      const { periods } = freshness
      return periods.length <= MOST_NAMED
        ? `không có gì trong ${periods.map(({ label }) => label).join(', ')}`
        : `không có gì trong ${periods.length} kỳ`
    }
    case 'no-number':
      return 'Quy chế không nêu số ngày'
  }
}

/** What else the regulation makes due by the end of the period: done, or not marked as done. */
export function dutyTable({ portal, span, asOf, registers }: ReportFacts): Table {
  const { regulation, roster, calendar, cong } = portal
  const { occurrences } = dutyCalendar({
    regulation,
    calendar,
    marks: registers.marks.flatMap(({ value }) => value.done),
    now: asOf === span.end - 1 ? span.end : asOf,
    from: span.first,
    to: span.last,
    activeOn: (day) => statusOn(cong, startOf(day)).state === 'active',
  })
  return {
    id: 'nghia-vu',
    title: 'Nghĩa vụ định kỳ hết hạn trong kỳ',
    columns: [
      { id: 'label', label: 'Việc', type: 'text' },
      { id: 'period', label: 'Kỳ', type: 'text' },
      { id: 'who', label: 'Ai làm, gửi ai', type: 'text' },
      { id: 'progress', label: 'Tình trạng', type: 'text' },
      { id: 'ground', label: 'Căn cứ', type: 'text' },
    ],
    rows: occurrences
      .filter(({ duty }) => isMarked(duty))
      .map(({ duty, span: each, progress }) => ({
        id: `${duty.id}:${each.code}`,
        figures: [
          text(duty.label),
          text(each.label),
          text(partiesInWords(duty, { regulation, roster })),
          text(progressInWords(progress)),
          text(dutyGround(duty, { regulation, roster })),
        ],
      })),
    empty: 'Không có nghĩa vụ nào hết hạn trong kỳ.',
  }
}

/** Whether an instant lies in a period and is known by then. */
export const isInside = (at: Instant | undefined, span: Span, asOf: Instant): boolean =>
  at !== undefined && at >= startOf(span.first) && at < span.end && at <= asOf
