import type { DutyCalendar } from './duty-calendar.ts'
import {
  type DutyPortal,
  dutyGround,
  partiesInWords,
  progressInWords,
  reminderInWords,
} from './duty-words.ts'
import type { Duty } from './upcoming.ts'

/** The calendar of duties as Markdown, to be put into a plan or an issue. */
export function dutyMarkdown(
  { occurrences, daily, unbound }: DutyCalendar,
  portal: DutyPortal,
  title: string,
): string {
  const rest = [
    ...daily.map((duty) => ['hằng ngày', duty, ''] as const),
    ...unbound.map(
      ({ duty, marks }) =>
        [
          'không nêu chu kỳ',
          duty,
          marks.map((mark) => progressInWords({ state: 'done', mark })).join('; '),
        ] as const,
    ),
  ]
  return [
    `# ${title}`,
    '',
    'Ngày nhắc là ngày làm việc cuối kỳ: Quy chế không nêu ngày nộp, nên đây là giả định, không phải thời hạn.',
    '',
    ...table(
      ['Kỳ', 'Ngày nhắc', 'Việc', 'Ai làm → gửi ai', 'Căn cứ', 'Tình trạng'],
      occurrences.map(({ duty, span, reminder, progress }) => [
        span.label,
        reminderInWords(reminder),
        duty.label,
        partiesInWords(duty, portal),
        dutyGround(duty, portal),
        progressInWords(progress),
      ]),
    ),
    '',
    '## Việc không có ngày',
    '',
    ...table(
      ['Chu kỳ', 'Việc', 'Ai làm → gửi ai', 'Căn cứ', 'Đã làm'],
      rest.map(([every, duty, done]: readonly [string, Duty, string]) => [
        every,
        duty.label,
        partiesInWords(duty, portal),
        dutyGround(duty, portal),
        done,
      ]),
    ),
    '',
  ].join('\n')
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] =>
  rows.length === 0
    ? ['Không có.']
    : [line(head), line(head.map(() => '---')), ...rows.map((row) => line(row.map(cell)))]

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** A bar would end a cell, a line break the row. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ')
