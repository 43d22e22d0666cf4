import type { Ports } from '../adapters/ports.ts'
import { formatInstant, vietnameseInstant } from '../calendar/local-time.ts'
import { type Verdict, verdictOf } from '../deadlines/verdict.ts'
import { dueInWords } from '../deadlines/words.ts'
import { formatText } from '../diagnostics/format-text.ts'
import { placeOf } from '../documents/document.ts'
import { parseDocument } from '../documents/parse-document.ts'
import { type DutyState, upcomingDuties } from '../duties/upcoming.ts'
import { type OpenPortal, openWorkspace } from '../portal/workspace.ts'
import { publicationOf } from '../publication/publication.ts'
import { groundOf } from '../regulation/regulation.ts'
import { onlyPortal, readNow } from './arguments.ts'
import type { DueOptions } from './due.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { paintFor } from './paint.ts'

/** One document that somebody still owes something for. */
type Open = {
  readonly file: string
  readonly title: string
  readonly verdict: Extract<Verdict, { due: unknown }>
}

const ORDER = ['overdue', 'at-risk', 'on-time'] as const
const WORDS = { overdue: 'QUÁ HẠN', 'at-risk': 'SẮP ĐẾN HẠN', 'on-time': 'CÒN HẠN' } as const
const COLOUR = { overdue: 'red', 'at-risk': 'yellow', 'on-time': 'green' } as const

/** What is due, at risk and overdue: documents not yet published, questions not yet answered, and the coming periodic duties. */
export async function listDue(ports: Ports, options: DueOptions): Promise<ExitCode> {
  const workspace = await openWorkspace(ports, {
    portals: onlyPortal(options.portal),
    now: readNow(options.now),
  })
  const paint = paintFor(ports)
  for (const each of workspace.problems) ports.err(formatText(each, paint))
  const found = workspace.portals.map((open) => ({
    open,
    rows: openDocuments(ports, workspace, open),
    duties: upcomingDuties(open.portal.regulation, open.now),
  }))
  if (options.json) ports.out(JSON.stringify(found.map(toJson), null, 2))
  else for (const each of found) print(ports, each)
  return workspace.problems.length > 0 ? EXIT.problems : EXIT.ok
}

function openDocuments(
  ports: Ports,
  { contract }: { contract: Parameters<typeof parseDocument>[2] },
  open: OpenPortal,
): Open[] {
  const { portal, publications, now } = open
  return ports.files
    .list(portal.folder.slice(0, -1))
    .map(({ path }) => path.slice(portal.folder.length))
    .filter((path) => placeOf(path))
    .flatMap((path) => {
      const read = ports.files.read(portal.folder + path)
      const { document } =
        read.state === 'read' ? parseDocument(path, read.bytes, contract) : { document: undefined }
      if (!document) return []
      const verdict = verdictOf({
        regulation: portal.regulation,
        calendar: portal.calendar,
        front: document.front,
        publication: publicationOf(publications, path, now),
        now,
      })
      const isOpen =
        (verdict.state === 'overdue' || verdict.state === 'at-risk' || verdict.state === 'on-time') &&
        !('doneAt' in verdict && verdict.doneAt !== undefined)
      return isOpen ? [{ file: portal.folder + path, title: document.front.title, verdict }] : []
    })
    .sort((a, b) => a.verdict.due.at - b.verdict.due.at || (a.file < b.file ? -1 : 1))
}

type Listed = {
  readonly open: OpenPortal
  readonly rows: readonly Open[]
  readonly duties: readonly DutyState[]
}

const toJson = ({ open, rows, duties }: Listed) => ({
  portal: open.portal.id,
  now: formatInstant(open.now),
  documents: rows.map(({ file, title, verdict }) => ({
    file,
    title,
    state: verdict.state,
    due: formatInstant(verdict.due.at),
    deadline: verdict.deadline.id,
    clause: verdict.deadline.basis ?? null,
  })),
  duties: duties.map(({ duty, span }) => ({
    id: duty.id,
    type: duty.type,
    label: duty.label,
    period: span?.label ?? null,
    ends: span ? formatInstant(span.end) : null,
    clause: duty.basis ?? null,
  })),
})

function print(ports: Ports, { open: { portal, now }, rows, duties }: Listed): void {
  const paint = paintFor(ports)
  ports.out(`\n${paint('bold', portal.cong.name)} (${portal.id}), tính đến ${vietnameseInstant(now)}`)
  for (const state of ORDER) {
    for (const { file, title, verdict } of rows.filter((row) => row.verdict.state === state)) {
      ports.out(`  ${paint(COLOUR[state], WORDS[state].padEnd(12))} ${dueInWords(verdict.due)}  ${title}`)
      ports.out(
        `               ${paint('dim', `${file} · ${groundOf(portal.regulation, verdict.deadline)}`)}`,
      )
    }
  }
  if (rows.length === 0) ports.out('  Không có tin bài, câu hỏi nào đang chờ.')
  for (const { duty, span } of duties)
    ports.out(`  ${'định kỳ'.padEnd(12)} ${span ? `kỳ ${span.label}` : 'không nêu chu kỳ'}: ${duty.label}`)
}
