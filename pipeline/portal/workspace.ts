import type { Files, Ports } from '../adapters/ports.ts'
import type { Instant } from '../calendar/local-time.ts'
import { parseInstant } from '../calendar/local-time.ts'
import { type Contract, createContract } from '../contract/contract.ts'
import { precompiled } from '../contract/precompiled.ts'
import { type Diagnostic, TOP } from '../diagnostics/diagnostic.ts'
import { historyOfLog } from '../publication/from-history.ts'
import { historyOfRecord } from '../publication/from-record.ts'
import type { History } from '../publication/publication.ts'
import { loadHolidays, officeHoursProblems } from './load-calendar.ts'
import { loadData, toDiagnostic } from './load-data.ts'
import { loadPortal, type Overrides, portalIds } from './load-portal.ts'
import type { Portal } from './portal.ts'

/** A portal with the instant it is looked at and what it has published. */
export type OpenPortal = History & {
  readonly portal: Portal
  readonly now: Instant
  /** Where `now` comes from: the command line, a sample portal's file, the clock. */
  readonly clock: 'given' | 'sample' | 'real'
}

export type Workspace = {
  readonly contract: Contract
  readonly portals: readonly OpenPortal[]
  /** Problems of portals that could not be opened, and of the shared calendars. */
  readonly problems: readonly Diagnostic[]
}

/** What opening a portal takes of the world; the files may be those of a revision. */
export type Sources = Pick<Ports, 'productFile' | 'precompiled' | 'git' | 'now'> & { readonly files: Files }

/** What a command asks for. */
export type WorkspaceRequest = {
  /** Only these portals; all where absent. */
  readonly portals?: ReadonlySet<string> | undefined
  readonly now?: Instant | undefined
  readonly overrides?: Overrides
  /** The files whose history is wanted, by portal; all of it where absent, none for a portal that is not named. */
  readonly historyOf?: ReadonlyMap<string, 'all' | readonly string[]>
}

/** The schemas, compiled when the product was installed, or else now. */
export async function contractOf(ports: Pick<Sources, 'productFile' | 'precompiled'>): Promise<Contract> {
  const schemaText = (name: string) => ports.productFile(`schemas/${name}.schema.json`)
  const ready = precompiled(ports.precompiled(), schemaText)
  return createContract(schemaText, ready ?? (await import('../contract/compile.ts')).compiling(schemaText))
}

/** Opens the portals of a repository. A portal with a problem in its own files is left out and its problems are told. */
export async function openWorkspace(ports: Sources, request: WorkspaceRequest): Promise<Workspace> {
  const contract = await contractOf(ports)
  const holidays = loadHolidays(ports.files, contract)
  const problems: Diagnostic[] = [...holidays.problems]
  const portals: OpenPortal[] = []
  const ids = portalIds(ports.files).filter((id) => request.portals?.has(id) ?? true)
  for (const id of ids) {
    const loaded = loadPortal(ports.files, contract, holidays.years, id, request.overrides)
    const opened = loaded.ok
      ? await open(ports, contract, loaded.value, request)
      : { ok: false as const, problems: loaded.problems }
    if (opened.ok) portals.push(opened.value)
    else problems.push(...opened.problems)
  }
  const told = new Set(problems.map(({ file }) => file))
  problems.push(...officeHoursProblems(ports.files, contract).filter(({ file }) => !told.has(file)))
  return { contract, portals, problems }
}

type Opened =
  | { readonly ok: true; readonly value: OpenPortal }
  | { readonly ok: false; readonly problems: readonly Diagnostic[] }

async function open(
  ports: Sources,
  contract: Contract,
  portal: Portal,
  request: WorkspaceRequest,
): Promise<Opened> {
  const { sample } = portal.cong
  const record = `${portal.folder}nhat-ky-xuat-ban.yaml`
  if (sample) {
    const loaded = loadData(ports.files, contract, {
      file: record,
      schema: 'nhat-ky-xuat-ban',
      rule: 'portal',
    })
    if (!loaded.ok) return loaded
    const now = request.now ?? (parseInstant(sample.now) as Instant)
    return {
      ok: true,
      value: {
        portal,
        now,
        clock: request.now === undefined ? 'sample' : 'given',
        ...historyOfRecord(loaded.value.value),
      },
    }
  }
  if (ports.files.exists(record))
    return { ok: false, problems: [toDiagnostic(record, 'portal', REAL_WITH_RECORD)] }
  const history = await historyOf(ports, portal, request)
  if (history === 'shallow' || history === 'unusable')
    return { ok: false, problems: [toDiagnostic(`${portal.folder}cong.yaml`, 'portal', NO_HISTORY[history])] }
  return {
    ok: true,
    value: {
      portal,
      now: request.now ?? ports.now(),
      clock: request.now === undefined ? 'real' : 'given',
      ...history,
    },
  }
}

const REAL_WITH_RECORD = {
  at: TOP,
  problem: 'Cổng thật không dùng tệp nhật ký xuất bản: thời điểm lấy từ đồng hồ và lịch sử Git',
  fix: 'xóa tệp này; hoặc, nếu đây là cổng mẫu, thêm mục `sample` vào cong.yaml',
}
const NO_HISTORY = {
  shallow: {
    at: TOP,
    problem: 'Bản sao Git này thiếu lịch sử (shallow), không biết bài nào đăng khi nào',
    fix: 'lấy đủ lịch sử: `git fetch --unshallow`; trong GitHub Actions ghi `fetch-depth: 0`',
  },
  unusable: {
    at: TOP,
    problem: 'Không đọc được kho Git ở đây, không biết bài nào đăng khi nào',
    fix: 'chạy `git status` ở thư mục này và làm theo lời báo: cài Git, hoặc cho phép thư mục của người khác (safe.directory)',
  },
}

async function historyOf(
  { git }: Sources,
  portal: Portal,
  { historyOf: wanted }: WorkspaceRequest,
): Promise<History | 'shallow' | 'unusable'> {
  const paths = wanted ? (wanted.get(portal.id) ?? []) : 'all'
  if (paths.length === 0) return UNKNOWN
  const state = await git.state()
  if (state === 'none') return UNKNOWN
  if (state !== 'whole') return state
  return historyOfLog(
    await git.publicationLog(portal.folder, paths === 'all' ? undefined : paths),
    portal.folder,
  )
}

const UNKNOWN: History = { publications: new Map(), revisions: new Map() }
