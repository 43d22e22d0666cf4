import { parseDay, parseInstant, startOf, vietnameseDay } from '../calendar/local-time.ts'
import { refusalGround, replyOf } from '../registers/refusals.ts'
import { takedownLaw } from '../registers/takedowns.ts'
import { labelOf } from '../roster/roster.ts'
import { day, instant, type Table, text } from '../tables/table.ts'
import { isInside } from './duties-part.ts'
import type { ReportFacts } from './facts.ts'

/** What was refused in the period, on which ground, and whether the sender knows. */
export function refusalsTable({ portal, registers, span, asOf }: ReportFacts): Table {
  const { regulation, roster } = portal
  return {
    id: 'tu-choi',
    title: 'Tin, bài từ chối đăng',
    columns: [
      { id: 'number', label: 'Số', type: 'integer' },
      { id: 'title', label: 'Nội dung', type: 'text' },
      { id: 'decided', label: 'Quyết định', type: 'day' },
      { id: 'by', label: 'Người quyết định', type: 'text' },
      { id: 'why', label: 'Lý do', type: 'text' },
      { id: 'reply', label: 'Trả lời người gửi', type: 'text' },
      { id: 'ground', label: 'Căn cứ', type: 'text' },
    ],
    rows: registers.refusals
      .filter(({ value }) => isInside(startOf(parseDay(value.decidedOn) as number), span, asOf))
      .map(({ value, number }) => {
        const { words, law } = refusalGround(value.ground, regulation)
        const reply = replyOf(value, regulation)
        return {
          id: `tu-choi-${value.decidedOn.slice(0, 4)}-${number}`,
          figures: [
            { cell: { type: 'integer' as const, value: number } },
            text(value.title),
            day(parseDay(value.decidedOn)),
            text(labelOf(roster, value.decidedBy)),
            text(words),
            text(
              reply.state === 'replied'
                ? `đã trả lời ngày ${vietnameseDay(reply.on)}`
                : reply.state === 'owed'
                  ? 'chưa trả lời'
                  : 'Quy chế không đòi',
            ),
            text(law),
          ],
        }
      }),
    empty: 'Trong kỳ không từ chối tin, bài nào.',
  }
}

/** What was decided to be taken down in the period. */
export function takedownsTable({ portal, registers, span, asOf }: ReportFacts): Table {
  const { regulation, roster } = portal
  return {
    id: 'go-bo',
    title: 'Quyết định gỡ tin, bài',
    columns: [
      { id: 'title', label: 'Tin, bài', type: 'text' },
      { id: 'at', label: 'Gỡ lúc', type: 'instant' },
      { id: 'by', label: 'Người quyết định', type: 'text' },
      { id: 'why', label: 'Lý do', type: 'text' },
      { id: 'breach', label: 'Vi phạm', type: 'text' },
      { id: 'ground', label: 'Căn cứ', type: 'text' },
    ],
    rows: registers.takedowns
      .filter(({ value }) => isInside(parseInstant(value.takenDownAt), span, asOf))
      .map(({ value, number }) => ({
        id: `go-bo-${value.takenDownAt.slice(0, 4)}-${number}`,
        figures: [
          text(value.title),
          instant(parseInstant(value.takenDownAt)),
          text(labelOf(roster, value.decidedBy)),
          text(value.ground),
          text(value.breach ? 'có' : 'không'),
          text(takedownLaw(regulation)),
        ],
      })),
    empty: 'Trong kỳ không có quyết định gỡ nào.',
  }
}
