import type { Files, Ports } from '../adapters/ports.ts'
import { type Instant, parseDay, startOf } from '../calendar/local-time.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { formatText } from '../diagnostics/format-text.ts'
import { portalIds } from '../portal/load-portal.ts'
import { openWorkspace } from '../portal/workspace.ts'
import { loadLaws, publishedDocuments } from '../simulation/load.ts'
import type { Law } from '../simulation/outcome.ts'
import { simulate } from '../simulation/simulate.ts'
import { portalToJson } from '../simulation/to-json.ts'
import { type PortalReport, portalInWords } from '../simulation/words.ts'
import { knownPortal, readNow, UsageError } from './arguments.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { paintFor } from './paint.ts'

export type PolicyOptions = {
  readonly base?: string
  readonly since?: string
  readonly portal?: string
  readonly now?: string
  readonly json?: boolean
}

/** `simulate`: what would have been otherwise, had the law of the work tree been in force in the place of the base's. */
export async function policy(ports: Ports, action: string, options: PolicyOptions): Promise<ExitCode> {
  if (action !== 'simulate')
    throw new UsageError(`Không có việc \`${action}\`; gõ: congbo policy simulate [--base <commit>]`)
  const since = readSince(options.since)
  const base = await readBase(ports, options.base ?? 'HEAD')
  const older = ports.revisions.files(base)
  const ids = portalsToCompare(older, ports.files, options)

  const workspace = await openWorkspace(ports, { portals: new Set(ids.both), now: readNow(options.now) })
  const laws = loadLaws(older, workspace.contract, ids.both)
  const shortBase = base.slice(0, 10)
  tell(ports, `Quy định cũ, ở commit ${shortBase}, có lỗi nên không thử được:`, laws.problems)
  tell(ports, 'Quy định mới, ở thư mục làm việc, có lỗi nên không thử được:', workspace.problems)
  if (laws.problems.length > 0)
    ports.err('Chọn bằng --base một commit mà quy định ở đó đúng mẫu; `git log` cho biết các commit đã có.')
  if (laws.problems.length + workspace.problems.length > 0) return EXIT.cannotRun

  const reports = workspace.portals.map((open): PortalReport => {
    const archive = publishedDocuments(ports.files, older, workspace.contract, open, since)
    const before = laws.portals.get(open.portal.id) as Law
    return { open, archive, simulation: simulate(before, open.portal, archive.documents, open.now) }
  })
  if (options.json) {
    const { added, removed } = ids
    const head = { base, since: options.since ?? null, added, removed }
    ports.out(JSON.stringify({ ...head, portals: reports.map(portalToJson) }, null, 2))
    return EXIT.ok
  }
  ports.out(`Quy định cũ: commit ${shortBase}. Quy định mới: thư mục làm việc.`)
  for (const report of reports) for (const line of portalInWords(report, paintFor(ports))) ports.out(line)
  for (const id of ids.added) ports.out(`\nCổng ${id} chưa có ở quy định cũ nên không có gì để so.`)
  for (const id of ids.removed) ports.out(`\nCổng ${id} không còn ở quy định mới nên không có gì để so.`)
  return EXIT.ok
}

function readSince(text: string | undefined): Instant {
  if (text === undefined) return Number.NEGATIVE_INFINITY
  const day = parseDay(text)
  if (day === undefined)
    throw new UsageError(`--since: \`${text}\` không phải là ngày có thật; ví dụ: --since 2026-01-01`)
  return startOf(day)
}

async function readBase({ git, revisions }: Ports, name: string): Promise<string> {
  const state = await git.state()
  if (state === 'none')
    throw new UsageError(
      'Thư mục này không nằm trong kho Git nên không có quy định cũ để so; chạy lệnh ở thư mục gốc của kho nội dung',
    )
  if (state === 'unusable')
    throw new UsageError(
      'Không đọc được kho Git ở đây; chạy `git status` ở thư mục này và làm theo lời báo của Git',
    )
  const commit = await revisions.commitOf(name)
  if (commit === undefined)
    throw new UsageError(
      `--base: kho Git không có commit \`${name}\`; kiểm tra lại tên nhánh hay mã commit, hoặc chạy \`git fetch\``,
    )
  return commit
}

/** A portal has two laws where both sets of files know it. */
function portalsToCompare(older: Files, newer: Files, { portal }: PolicyOptions) {
  const [before, after] = [portalIds(older), portalIds(newer)]
  const all = [...new Set([...before, ...after])].sort()
  if (all.length === 0)
    throw new UsageError('Không thấy cổng nào trong content/; chạy lệnh ở thư mục gốc của kho nội dung')
  knownPortal(portal, all)
  const wanted = all.filter((id) => portal === undefined || id === portal)
  return {
    both: wanted.filter((id) => before.includes(id) && after.includes(id)),
    added: wanted.filter((id) => !before.includes(id)),
    removed: wanted.filter((id) => !after.includes(id)),
  }
}

function tell(ports: Ports, heading: string, problems: readonly Diagnostic[]): void {
  if (problems.length === 0) return
  ports.err(heading)
  for (const each of problems) ports.err(formatText(each, paintFor(ports)))
}
