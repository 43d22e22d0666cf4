import type { Forge, PullRequest, RepositoryName } from '../adapters/forge.ts'
import type { Ports } from '../adapters/ports.ts'
import type { Instant } from '../calendar/local-time.ts'
import type { ApprovalRecord } from '../records/record.ts'
import { UsageError } from './arguments.ts'
import { openPull } from './open-pull.ts'

/** The branch that brings new records; one pull request, made anew from the main branch each time. */
export const RECORDS_BRANCH = 'ho-so-duyet'

export type Proposed =
  | {
      readonly state: 'opened' | 'updated' | 'same'
      readonly pull: PullRequest
      readonly startsChecks: boolean
    }
  /** The branch is there, but the forge does not let this token open a pull request. */
  | { readonly state: 'branch-only'; readonly link: string; readonly why: string }

type Proposal = {
  readonly repository: RepositoryName
  /** The name and the tip of the main branch. */
  readonly base: { readonly ref: string; readonly sha: string }
  readonly files: ReadonlyMap<string, string>
  readonly records: readonly ApprovalRecord[]
  readonly now: Instant
}

/** Puts records on their branch, and opens the one pull request that brings them, unless it is open already. */
export async function proposeRecords(ports: Ports, forge: Forge, proposal: Proposal): Promise<Proposed> {
  const { repository, base, files, records, now } = proposal
  const title = `Hồ sơ duyệt của ${records.length} lần gộp`
  const pushed = await ports.pushBranch({
    branch: RECORDS_BRANCH,
    parent: base.sha,
    files,
    message: title,
    at: now,
    over: 'whatever',
    by: 'robot',
  })
  if (pushed.state === 'refused')
    throw new UsageError(
      `Không đẩy được nhánh ${RECORDS_BRANCH}: ${pushed.why.trim().split('\n').at(-1) ?? ''}. Cách sửa: job cần quyền contents: write, hoặc đặt CONGBO_RECORD_TOKEN`,
    )
  const startsChecks = ports.environment('CONGBO_RECORD_TOKEN') !== undefined
  const open = await forge.pullRequestFrom(RECORDS_BRANCH)
  if (open) return { state: pushed.state === 'same' ? 'same' : 'updated', pull: open, startsChecks }
  const opened = await openPull(ports, forge, repository, {
    title,
    body: bodyOf(records),
    head: RECORDS_BRANCH,
    base: base.ref,
  })
  return opened.state === 'opened'
    ? { state: 'opened', pull: opened.pull, startsChecks }
    : { state: 'branch-only', link: opened.link, why: opened.why }
}

/** Numbers and verdicts; titles are what anybody wrote. */
const bodyOf = (records: readonly ApprovalRecord[]): string =>
  [
    'Hồ sơ duyệt do máy lập từ các yêu cầu gộp đã gộp. Người duyệt chỉ cần xem: yêu cầu này chỉ thêm tệp trong `ho-so/`, và cửa duyệt không báo gì; cửa duyệt đã kiểm chữ ký và đối chiếu với Git.',
    '',
    ...records.map(
      ({ pull, portal, verdict, documents, approvals }) =>
        `- #${pull} (\`${portal}\`): ${documents.length} tệp, ${approvals.length} phê duyệt${verdict === 'sufficient' ? '' : ', **thiếu phê duyệt**'}`,
    ),
  ].join('\n')
