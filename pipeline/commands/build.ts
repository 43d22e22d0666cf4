import { resolve } from 'node:path'
import type { Ports } from '../adapters/ports.ts'
import { countInWords, formatText } from '../diagnostics/format-text.ts'
import { placeOf, urlOf } from '../documents/document.ts'
import { portalIds } from '../portal/load-portal.ts'
import { CONTENT } from '../portal/portal.ts'
import { type OpenPortal, openWorkspace, type Workspace } from '../portal/workspace.ts'
import { createArchive } from '../rules/archive.ts'
import { checkEntry } from '../rules/check-documents.ts'
import { buildSite } from '../site/build-site.ts'
import { knownPortal, onlyPortal, readNow, UsageError } from './arguments.ts'
import { DISK_WORDS } from './disk-words.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { paintFor } from './paint.ts'
import { prepareLikeness } from './read-likeness.ts'
import { searchFailure, searchWriter } from './search-index.ts'
import { writeStartPage } from './start-page.ts'

export type BuildOptions = {
  readonly portal?: string
  readonly out?: string
  readonly now?: string
  readonly preview?: boolean
  readonly basePath?: string
  /** The portals share one server: each below its id, and a page above them. */
  readonly together?: boolean
  /** False: without the index of the search. */
  readonly search?: boolean
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
    if (!(await buildOne(ports, workspace, open, placed(open, options)))) return EXIT.problems
  }
  if (options.together) writeStartPage(ports, options.out ?? '_site', workspace.portals)
  // An index like that of the search: whoever builds without the one does not wait for the other.
  if (options.search !== false) await prepareLikeness(ports)
  return EXIT.ok
}

const placed = ({ portal }: OpenPortal, options: BuildOptions): BuildOptions =>
  options.together
    ? { ...options, basePath: `${(options.basePath ?? '').replace(/\/+$/, '')}/${portal.id}/` }
    : options

/** Builds one portal and tells how it went; false where its files kept it from being built. */
export async function buildOne(
  ports: Ports,
  workspace: Workspace,
  open: OpenPortal,
  options: BuildOptions,
): Promise<boolean> {
  const started = ports.stopwatch()
  if (reportAddresses(ports, workspace, open)) return false
  const folder = resolve(ports.files.root, options.out ?? '_site', open.portal.id)
  const built = await buildSite(ports, workspace.contract, open, {
    folder,
    basePath: options.basePath ?? '/',
    preview: options.preview ?? false,
    ...(options.search === false ? {} : { alsoWrite: searchWriter(ports, folder) }),
  }).catch((error) => {
    throw searchFailure(error) ?? cannotWrite(folder, error)
  })
  if (!built.ok) {
    reportUnreadable(ports, workspace, open, built.unreadable)
    return false
  }
  for (const file of built.failedPictures)
    ports.err(
      `  ${file}: ảnh không làm được nên không lên trang (giữa bài thì lời mô tả thay chỗ); xem lỗi: congbo check ${file}`,
    )
  const seconds = ((ports.stopwatch() - started) / 1000).toFixed(1).replace('.', ',')
  const waiting = built.pending > 0 ? ` · ${built.pending} chờ duyệt, không đưa lên` : ''
  const closed = built.withheld > 0 ? ` · ${built.withheld} câu hỏi không công khai` : ''
  ports.out(
    `  ${open.portal.id.padEnd(12)} ${built.documents} tin bài, văn bản · ${built.pages} trang${waiting}${closed} · ${seconds} giây`,
  )
  return true
}

/** Rules about where a document stands: broken, it has no address of its own, and its page would be another's. */
const ADDRESS: ReadonlySet<string> = new Set(['file', 'slug', 'duplicate-slug'])

/** Tells of documents without an address of their own; true where there are any. */
function reportAddresses(ports: Ports, { contract }: Workspace, open: OpenPortal): boolean {
  const { folder } = open.portal
  const listing = ports.files
    .list(folder.slice(0, -1))
    .map(({ path, type }) => ({ path: path.slice(folder.length), type }))
  const homeless = withoutOwnAddress(listing.filter(({ type }) => type === 'file').map(({ path }) => path))
  if (homeless.size === 0) return false
  const archive = createArchive(ports.files, folder, { listing })
  const scope = { files: ports.files, contract, open, archive }
  const found = listing
    .filter(({ path }) => homeless.has(path))
    .flatMap((entry) => checkEntry(scope, entry).diagnostics.filter(({ rule }) => ADDRESS.has(rule)))
  for (const each of found) ports.err(formatText(each, paintFor(ports)))
  if (found.length > 0)
    ports.err(
      `Không dựng ${open.portal.id}: ${found.length} tệp không có địa chỉ riêng. Bản dựng trước (nếu có) vẫn nguyên.`,
    )
  return found.length > 0
}

/** Documents whose name cannot stand in an address, and those that would share one. */
function withoutOwnAddress(paths: readonly string[]): ReadonlySet<string> {
  const owners = new Map<string, string>()
  const homeless = new Set<string>()
  for (const path of paths) {
    const place = placeOf(path)
    if (!place) continue
    const url = urlOf(place)
    const owner = owners.get(url)
    if (owner !== undefined) homeless.add(path).add(owner)
    else if (!SLUG.test(place.slug)) homeless.add(path)
    owners.set(url, path)
  }
  return homeless
}

const SLUG = /^[a-z0-9-]+$/

function cannotWrite(folder: string, error: unknown): unknown {
  const { code = '', path = folder } = error as NodeJS.ErrnoException
  const why = DISK_WORDS[code]
  return why === undefined
    ? error
    : new UsageError(`Không ghi được ${path}: ${why}. Cách sửa: kiểm tra ổ đĩa và quyền ghi, hoặc dùng --out`)
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
