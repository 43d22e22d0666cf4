import { resolve } from 'node:path'
import type { Ports } from '../adapters/ports.ts'
import { countInWords, formatText } from '../diagnostics/format-text.ts'
import { portalIds } from '../portal/load-portal.ts'
import { CONTENT } from '../portal/portal.ts'
import { type OpenPortal, openWorkspace, type Workspace } from '../portal/workspace.ts'
import { createArchive } from '../rules/archive.ts'
import { checkEntry } from '../rules/check-documents.ts'
import { buildSite } from '../site/build-site.ts'
import { knownPortal, onlyPortal, readNow, UsageError } from './arguments.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { paintFor } from './paint.ts'

export type BuildOptions = {
  readonly portal?: string
  readonly out?: string
  readonly now?: string
  readonly preview?: boolean
  readonly basePath?: string
}

/** Builds the static sites. Nothing is built where a file cannot be read: the former output stays whole. */
export async function build(ports: Ports, options: BuildOptions): Promise<ExitCode> {
  const ids = portalIds(ports.files)
  if (ids.length === 0)
    throw new UsageError(`Không thấy cổng nào trong ${CONTENT}/; chạy lệnh ở thư mục gốc của kho nội dung`)
  knownPortal(options.portal, ids)
  const workspace = await openWorkspace(ports, {
    portals: onlyPortal(options.portal),
    now: readNow(options.now),
  })
  if (workspace.problems.length > 0) {
    for (const each of workspace.problems) ports.err(formatText(each, paintFor(ports)))
    ports.err(`Không dựng: ${countInWords(workspace.problems)}. Bản dựng trước (nếu có) vẫn nguyên.`)
    return EXIT.problems
  }
  for (const open of workspace.portals) {
    if (!(await buildOne(ports, workspace, open, options))) return EXIT.problems
  }
  return EXIT.ok
}

/** Builds one portal and tells how it went; false where its files kept it from being built. */
export async function buildOne(
  ports: Ports,
  workspace: Workspace,
  open: OpenPortal,
  options: BuildOptions,
): Promise<boolean> {
  const started = ports.stopwatch()
  const folder = resolve(ports.files.root, options.out ?? '_site', open.portal.id)
  const built = await buildSite(ports, workspace.contract, open, {
    folder,
    basePath: options.basePath ?? '/',
    preview: options.preview ?? false,
  })
  if (!built.ok) {
    reportUnreadable(ports, workspace, open, built.unreadable)
    return false
  }
  const seconds = ((ports.stopwatch() - started) / 1000).toFixed(1).replace('.', ',')
  const waiting = built.pending > 0 ? ` · ${built.pending} chờ duyệt, không đưa lên` : ''
  ports.out(
    `  ${open.portal.id.padEnd(12)} ${built.documents} tin bài, văn bản · ${built.pages} trang${waiting} · ${seconds} giây`,
  )
  return true
}

function reportUnreadable(
  ports: Ports,
  { contract }: Workspace,
  open: OpenPortal,
  unreadable: readonly string[],
): void {
  const archive = createArchive(ports.files, open.portal.folder)
  const paths = unreadable.map((file) => file.slice(open.portal.folder.length))
  const diagnostics = paths.flatMap(
    (path) => checkEntry({ files: ports.files, contract, open, archive }, { path, type: 'file' }).diagnostics,
  )
  for (const each of diagnostics) ports.err(formatText(each, paintFor(ports)))
  ports.err(
    `Không dựng ${open.portal.id}: ${unreadable.length} tệp không đọc được. Bản dựng trước (nếu có) vẫn nguyên.`,
  )
}
