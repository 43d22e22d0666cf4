import type { Ports } from '../adapters/ports.ts'
import { dayOf, formatDay, formatInstant, vietnameseDay, vietnameseInstant } from '../calendar/local-time.ts'
import type { OpenMatter } from '../deadlines/open-matter.ts'
import { dueInWords } from '../deadlines/words.ts'
import { formatText } from '../diagnostics/format-text.ts'
import { type DutyState, upcomingDuties } from '../duties/upcoming.ts'
import { type OpenPortal, openWorkspace } from '../portal/workspace.ts'
import type { RegisterTask } from '../registers/tasks.ts'
import { groundOf } from '../regulation/regulation.ts'
import { labelOf } from '../roster/roster.ts'
import { onlyPortal, readNow } from './arguments.ts'
import type { DueOptions } from './due.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { type OpenFile, openFiles } from './open-files.ts'
import { openTasks } from './open-tasks.ts'
import { paintFor } from './paint.ts'

type Listed = {
  readonly open: OpenPortal
  readonly rows: readonly OpenFile[]
  readonly duties: readonly DutyState[]
  /** What the registers say is still to be done. */
  readonly tasks: readonly RegisterTask[]
}

const ORDER = ['overdue', 'at-risk', 'on-time', 'waiting'] as const
const WORDS = {
  overdue: ['QUÁ HẠN', 'red'],
  'at-risk': ['SẮP ĐẾN HẠN', 'yellow'],
  'on-time': ['CÒN HẠN', 'green'],
  waiting: ['ĐANG CHỜ', 'blue'],
} as const

/** What is due, at risk and overdue: documents not yet published, questions not yet answered, and the coming periodic duties. */
export async function listDue(ports: Ports, options: DueOptions): Promise<ExitCode> {
  const workspace = await openWorkspace(ports, {
    portals: onlyPortal(options.portal),
    now: readNow(options.now),
  })
  for (const each of workspace.problems) ports.err(formatText(each, paintFor(ports)))
  const found = workspace.portals.map((open) => ({
    open,
    rows: openFiles(ports, workspace.contract, open),
    duties: upcomingDuties(open.portal.regulation, open.now),
    tasks: openTasks(ports, workspace.contract, open),
  }))
  if (options.json) ports.out(JSON.stringify(found.map(toJson), null, 2))
  else for (const each of found) print(ports, each)
  return workspace.problems.length > 0 ? EXIT.problems : EXIT.ok
}

const toJson = ({ open, rows, duties, tasks }: Listed) => ({
  portal: open.portal.id,
  now: formatInstant(open.now),
  documents: rows.map(({ file, front, matter }) => ({
    file,
    title: front.title,
    state: matter.state,
    due: matter.state === 'waiting' ? null : formatInstant(matter.due.at),
    deadline: matter.state === 'waiting' ? null : matter.deadline.id,
    clause: matter.state === 'waiting' ? null : (matter.deadline.basis ?? null),
  })),
  duties: duties.map(({ duty, span }) => ({
    id: duty.id,
    type: duty.type,
    label: duty.label,
    period: span?.label ?? null,
    ends: span ? formatInstant(span.end) : null,
    clause: duty.basis ?? null,
  })),
  registers: tasks.map(({ file, what, member, since, law }) => ({
    file,
    what,
    member,
    since: formatDay(since),
    ground: law,
  })),
})

function print(ports: Ports, { open: { portal, now }, rows, duties, tasks }: Listed): void {
  const paint = paintFor(ports)
  ports.out(`\n${paint('bold', portal.cong.name)} (${portal.id}), tính đến ${vietnameseInstant(now)}`)
  for (const { file, front, matter } of ORDER.flatMap((state) =>
    rows.filter((row) => row.matter.state === state),
  )) {
    const [word, colour] = WORDS[matter.state]
    const ground = matter.state === 'waiting' ? '' : ` · ${groundOf(portal.regulation, matter.deadline)}`
    ports.out(`  ${paint(colour, word.padEnd(12))} ${when(matter, now)}  ${front.title}`)
    ports.out(`               ${paint('dim', `${file}${ground}`)}`)
  }
  for (const { file, what, member, since, law } of tasks) {
    ports.out(`  ${paint('yellow', 'SỔ'.padEnd(12))} ${what}, từ ngày ${vietnameseDay(since)}`)
    ports.out(`               ${paint('dim', `${file} · ${labelOf(portal.roster, member)} · ${law}`)}`)
  }
  if (rows.length === 0) ports.out('  Không có tin bài, câu hỏi nào đang chờ.')
  for (const { duty, span } of duties) {
    const period = span ? `kỳ ${span.label}` : 'không nêu chu kỳ'
    ports.out(`  ${paint('dim', 'định kỳ'.padEnd(12))} ${period}: ${duty.label}`)
  }
}

function when(matter: OpenMatter, now: number): string {
  if (matter.state !== 'waiting') return dueInWords(matter.due)
  const days = matter.since === undefined ? undefined : dayOf(now) - dayOf(matter.since)
  return days === undefined
    ? 'chờ duyệt, không có thời hạn bằng số'
    : `đã ${days} ngày, không có thời hạn bằng số`
}
