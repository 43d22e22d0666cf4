import type { Files, Ports } from '../adapters/ports.ts'
import { isError } from '../diagnostics/diagnostic.ts'
import { formatGitHub } from '../diagnostics/format-github.ts'
import { formatJson } from '../diagnostics/format-json.ts'
import { formatSarif } from '../diagnostics/format-sarif.ts'
import { countInWords, formatText } from '../diagnostics/format-text.ts'
import { portalIds } from '../portal/load-portal.ts'
import { CONTENT } from '../portal/portal.ts'
import { openWorkspace } from '../portal/workspace.ts'
import { checkWorkspace, type Findings } from '../rules/check-workspace.ts'
import { rules } from '../rules/index.ts'
import { knownPortal, readNow, UsageError } from './arguments.ts'
import { type Scope, scopeOf } from './check-scope.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { applyRepairs } from './fix.ts'
import { paintFor } from './paint.ts'

export type CheckOptions = {
  readonly portal?: string
  readonly since?: string
  readonly staged?: boolean
  readonly now?: string
  readonly format?: 'text' | 'github' | 'json' | 'sarif'
  readonly json?: boolean
  readonly fix?: boolean
}

/** Reports every broken rule in the content, or in the files named. */
export async function check(
  ports: Ports,
  paths: readonly string[],
  options: CheckOptions,
): Promise<ExitCode> {
  if (options.staged) return checkStaged(ports, paths, options)
  const found = await findings(ports, paths, options)
  const repaired = options.fix ? applyRepairs(ports, found.diagnostics) : []
  const moved = new Map(repaired.flatMap(({ from, to }) => (from === to ? [] : [[from, to]])))
  const again = paths.map((path) => moved.get(path) ?? path)
  const final = repaired.length > 0 ? await findings(ports, again, options) : found
  report(
    ports,
    options,
    final,
    repaired.map(({ text }) => text),
  )
  return final.diagnostics.some(isError) ? EXIT.problems : EXIT.ok
}

/** Checks what the next commit would hold, and nothing else: the work tree may be ahead of it. */
async function checkStaged(ports: Ports, paths: readonly string[], options: CheckOptions): Promise<ExitCode> {
  if (paths.length > 0 || options.since !== undefined || options.fix)
    throw new UsageError('--staged xét đúng phần đã `git add`; không dùng cùng tên tệp, --since hay --fix')
  const staged = await ports.git.staged(CONTENT)
  if (!staged.ok) throw new UsageError(staged.why)
  const files = ports.revisions.files(staged.tree)
  const git = {
    ...ports.git,
    changedSince: () => Promise.resolve(staged),
    filesWith: (text: string, folder: string) => ports.revisions.filesWith(text, staged.tree, folder),
  }
  const found = await findings({ ...ports, files, git }, [], { ...options, since: 'HEAD' })
  report(ports, options, found, [])
  if (!found.diagnostics.some(isError)) return EXIT.ok
  ports.err(STOPPED)
  return EXIT.problems
}

const STOPPED = `Chưa ghi gì vào lịch sử. Sửa theo chỉ dẫn ở trên, \`git add\` lại rồi ghi.
Vượt qua (git commit --no-verify): nội dung vào lịch sử của kho, ai lấy kho cũng đọc được, xóa ở bản sau không xóa được bản cũ; chỉ dùng khi chắc chắn máy báo nhầm.`

/** The files may be those of a tree. */
type World = Omit<Ports, 'files'> & { readonly files: Files }

async function findings(ports: World, paths: readonly string[], options: CheckOptions): Promise<Findings> {
  const ids = portalIds(ports.files)
  if (ids.length === 0)
    throw new UsageError(`Không thấy cổng nào trong ${CONTENT}/; chạy lệnh ở thư mục gốc của kho nội dung`)
  const portal = knownPortal(options.portal, ids)
  const scope = await scopeOf(ports, { paths, since: options.since, portal }, ids)
  const workspace = await openWorkspace(ports, {
    portals: new Set(scope.portals.keys()),
    now: readNow(options.now),
    historyOf: historyWanted(scope),
  })
  return checkWorkspace(ports.files, workspace, { ...ports, published: await before(ports, scope) }, scope)
}

/** What new articles are compared with: those of the last commit. The whole archive is not compared with itself. */
async function before(ports: World, { portals }: Scope) {
  const articles = [...portals.values()].some(
    (entries) => entries !== 'all' && entries.some(({ path }) => path.startsWith('tin-bai/')),
  )
  const commit = articles ? await ports.revisions.commitOf('HEAD') : undefined
  if (commit === undefined) return undefined
  const { publishedAt } = await import('./read-likeness.ts')
  return publishedAt(ports, commit)
}

/** The history of the files that are checked, and no other's: its cost follows the change. */
const historyWanted = ({ portals }: Scope): Map<string, 'all' | readonly string[]> =>
  new Map(
    [...portals].map(([id, entries]) => [
      id,
      entries === 'all' ? 'all' : entries.map(({ path }) => `${CONTENT}/${id}/${path}`),
    ]),
  )

function report(
  ports: Ports,
  options: CheckOptions,
  { diagnostics, checked }: Findings,
  repaired: readonly string[],
): void {
  const format = options.json ? 'json' : (options.format ?? 'text')
  if (format === 'json') ports.out(formatJson(diagnostics, checked))
  else if (format === 'sarif') ports.out(formatSarif(diagnostics, ruleDescriptions, ports.version))
  else {
    const paint = paintFor(ports)
    for (const line of repaired) ports.out(`${paint('green', 'đã sửa')}  ${line}`)
    for (const each of diagnostics)
      ports.out(format === 'github' ? formatGitHub(each) : formatText(each, paint))
    ports.out(`Đã kiểm tra ${checked} tệp nội dung: ${countInWords(diagnostics)}.`)
  }
}

const ruleDescriptions = rules.map(({ id, question }) => ({ id, question, page: `docs/quy-tac/${id}.md` }))
