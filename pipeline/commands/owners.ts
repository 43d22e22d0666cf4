import type { Ports } from '../adapters/ports.ts'
import { type Diagnostic, isError } from '../diagnostics/diagnostic.ts'
import { formatText } from '../diagnostics/format-text.ts'
import { compareText, type Drift, driftDiagnostics } from '../owners/compare-codeowners.ts'
import { CODEOWNERS_FILE, ownersError, REWRITE } from '../owners/owners-error.ts'
import { proveOwners } from '../owners/prove-owners.ts'
import { CODEOWNERS_LIMIT } from '../owners/read-codeowners.ts'
import { renderCodeowners } from '../owners/render-codeowners.ts'
import { portalIds } from '../portal/load-portal.ts'
import { CONTENT } from '../portal/portal.ts'
import { openWorkspace } from '../portal/workspace.ts'
import { UsageError } from './arguments.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { paintFor } from './paint.ts'

export type OwnersOptions = { readonly check?: boolean; readonly write?: boolean; readonly json?: boolean }

/** `blocked`: nothing was made or written, because the portals have errors. */
type State = 'shown' | 'written' | 'same' | 'different' | 'absent' | 'unreadable' | 'blocked'

/** The answer of `--json`. */
export type OwnersAnswer = {
  readonly file: string
  readonly state: State
  /** The file as it should be; null where the portals have errors. */
  readonly text: string | null
  readonly missing: Drift['missing']
  readonly extra: Drift['extra']
  readonly diagnostics: readonly Diagnostic[]
}

/** Prints the CODEOWNERS of the repository; `--write` writes it, `--check` holds the one on the disk against it. */
export async function owners(ports: Ports, options: OwnersOptions): Promise<ExitCode> {
  if (options.check && options.write)
    throw new UsageError('Chọn một trong hai: --check (chỉ đối chiếu) hoặc --write (ghi tệp)')
  if (portalIds(ports.files).length === 0)
    throw new UsageError('Chưa có cổng nào trong thư mục content/; tạo cổng bằng `congbo init`')
  const answer = await answerTo(ports, options)
  if (options.json) ports.out(JSON.stringify(answer, null, 2))
  else tell(ports, answer)
  return answer.diagnostics.some(isError) ? EXIT.problems : EXIT.ok
}

async function answerTo(ports: Ports, options: OwnersOptions): Promise<OwnersAnswer> {
  const { portals: open, problems } = await openWorkspace(ports, { historyOf: new Map() })
  if (problems.length > 0) return toAnswer('blocked', null, problems)
  const portals = open.map(({ portal }) => portal)
  const text = renderCodeowners(portals)
  const proof = proveOwners(portals, text, ports.files.folders(CONTENT))
  const found = [...proof, ...otherFiles(ports)]
  if (options.check) return check(ports, text, found)
  if (!options.write) return toAnswer('shown', text, found)
  if (proof.length > 0) return toAnswer('blocked', text, found)
  if (ports.files.taken(CODEOWNERS_FILE) && !ports.files.exists(CODEOWNERS_FILE))
    throw new UsageError(
      `${CODEOWNERS_FILE} không phải là tệp thường (liên kết hoặc thư mục); xóa đi rồi chạy lại`,
    )
  ports.files.write(CODEOWNERS_FILE, text)
  return toAnswer('written', text, found)
}

const toAnswer = (
  state: State,
  text: string | null,
  diagnostics: readonly Diagnostic[],
  { missing, extra }: Pick<Drift, 'missing' | 'extra'> = { missing: [], extra: [] },
): OwnersAnswer => ({ file: CODEOWNERS_FILE, state, text, missing, extra, diagnostics })

function check({ files }: Ports, text: string, found: readonly Diagnostic[]): OwnersAnswer {
  const read = files.read(CODEOWNERS_FILE, CODEOWNERS_LIMIT)
  if (read.state === 'absent') return toAnswer('absent', text, [...found, ABSENT])
  if (read.state === 'too-large') return toAnswer('unreadable', text, [...found, TOO_LARGE])
  if (read.state === 'unreadable')
    return toAnswer('unreadable', text, [
      ...found,
      ownersError(CODEOWNERS_FILE, `Không đọc được tệp: ${read.why}`, `xóa tệp này, ${REWRITE}`),
    ])
  // A byte order mark is kept, because it spoils the first line for GitHub; bytes that are no UTF-8 differ from our file anyway.
  const onDisk = new TextDecoder('utf-8', { ignoreBOM: true }).decode(read.bytes)
  const drift = compareText(text, onDisk)
  const diagnostics = [...found, ...driftDiagnostics(onDisk, drift)]
  return toAnswer(drift.same ? 'same' : 'different', text, diagnostics, drift)
}

const ABSENT = ownersError(CODEOWNERS_FILE, 'Chưa có tệp này, nên GitHub không đòi ai duyệt', REWRITE)
const TOO_LARGE = ownersError(
  CODEOWNERS_FILE,
  'Tệp từ 3 MB trở lên: GitHub không đọc, nên không tệp nào có người duyệt',
  REWRITE,
)

/** GitHub reads the first it finds, so another file says what does not hold. */
const otherFiles = ({ files }: Ports): Diagnostic[] =>
  ['CODEOWNERS', 'docs/CODEOWNERS']
    .filter((path) => files.taken(path))
    .map((path) =>
      ownersError(
        path,
        `GitHub đọc ${CODEOWNERS_FILE} trước, nên tệp này không có tác dụng và dễ gây nhầm`,
        'xóa tệp này',
        undefined,
        'warning',
      ),
    )

const SAID: Partial<Record<State, string>> = {
  written: `Đã ghi ${CODEOWNERS_FILE}`,
  same: `${CODEOWNERS_FILE} đúng với Quy chế và ban biên tập của các cổng`,
  different: `${CODEOWNERS_FILE} không còn đúng với Quy chế và ban biên tập của các cổng`,
  blocked: `Chưa lập được ${CODEOWNERS_FILE}: sửa các lỗi trên rồi chạy lại`,
}

function tell(ports: Ports, { state, text, diagnostics }: OwnersAnswer): void {
  for (const each of diagnostics) ports.err(formatText(each, paintFor(ports)))
  const said = state === 'shown' ? text?.trimEnd() : SAID[state]
  if (said === undefined) return
  if (state === 'different' || state === 'blocked') ports.err(said)
  else ports.out(said)
}
