import type { Ports } from '../adapters/ports.ts'
import { vietnameseDay, vietnameseInstant } from '../calendar/local-time.ts'
import type { DutyProgress, Occurrence } from '../duties/duty-calendar.ts'
import {
  type DutyPortal,
  dutyGround,
  partiesInWords,
  progressInWords,
  reminderInWords,
  TYPE_WORDS,
} from '../duties/duty-words.ts'
import type { Duty } from '../duties/upcoming.ts'
import type { DutyListing } from './duties.ts'
import { paintFor } from './paint.ts'

/** What is to be asked about first: that which is over and nobody has marked. */
const PARTS: readonly (readonly [
  state: DutyProgress['state'],
  title: string,
  colour: 'yellow' | 'blue' | 'green' | 'dim',
])[] = [
  ['unmarked', 'Đã hết kỳ, chưa ghi đã làm', 'yellow'],
  ['running', 'Đang trong kỳ', 'blue'],
  ['coming', 'Chưa tới kỳ', 'dim'],
  ['done', 'Đã làm', 'green'],
]

/** The calendar of duties for the terminal. */
export function printDuties(ports: Ports, { open, calendar, from, to }: DutyListing): void {
  const paint = paintFor(ports)
  const { portal, now } = open
  ports.out(`${paint('bold', portal.cong.name)} (${portal.id}), tính đến ${vietnameseInstant(now)}`)
  ports.out(`Nghĩa vụ có kỳ kết thúc từ ${vietnameseDay(from)} đến hết ${vietnameseDay(to)}.`)
  ports.out(
    'Ngày nhắc là ngày làm việc cuối kỳ: Quy chế không nêu ngày nộp, ngày họp, nên đây là giả định, không phải thời hạn.',
  )
  for (const [state, title, colour] of PARTS) {
    const those = calendar.occurrences.filter(({ progress }) => progress.state === state)
    if (those.length === 0) continue
    ports.out(`\n${paint(colour, title)} (${those.length})`)
    for (const each of those) for (const line of linesOf(each, portal)) ports.out(line)
  }
  printRest(ports, { open, calendar, from, to })
}

const linesOf = ({ duty, span, reminder, progress }: Occurrence, portal: DutyPortal): string[] => [
  `  ${span.label.padEnd(22)} ${duty.label}  [${duty.id} · ${span.code}]`,
  `  ${''.padEnd(22)} ${progress.state === 'done' ? progressInWords(progress) : `nhắc: ${reminderInWords(reminder)}`} · ${partyAndGround(duty, portal)}`,
  ...(reminder.state === 'unknown' ? [`  ${''.padEnd(22)} cách xử lý: ${reminder.fix}`] : []),
]

const partyAndGround = (duty: Duty, portal: DutyPortal): string =>
  [partiesInWords(duty, portal), dutyGround(duty, portal)].filter((words) => words !== '').join(' · ')

function printRest(ports: Ports, { open: { portal }, calendar }: DutyListing): void {
  const counted = new Map(
    calendar.occurrences
      .filter(({ progress }) => progress.state === 'counted')
      .map(({ duty }) => [duty.id, duty]),
  )
  const every = [...counted.values(), ...calendar.daily]
  if (every.length > 0) {
    ports.out(`\nMáy đếm từ tin bài đã đăng, không cần ghi; xem: congbo coverage ${portal.id}`)
    for (const duty of every) ports.out(`  ${duty.label} · ${partyAndGround(duty, portal)}`)
  }
  if (calendar.unbound.length > 0) ports.out('\nQuy chế không nêu chu kỳ')
  for (const { duty, marks } of calendar.unbound) {
    ports.out(`  ${TYPE_WORDS[duty.type].padEnd(10)} ${duty.label}  [${duty.id}]`)
    ports.out(`  ${''.padEnd(10)} ${partyAndGround(duty, portal)}`)
    for (const mark of marks)
      ports.out(`  ${''.padEnd(10)} ${progressInWords({ state: 'done', mark })} (kỳ ${mark.period})`)
  }
}
