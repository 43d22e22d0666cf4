import type { Ports } from '../adapters/ports.ts'
import { dayOf, vietnameseDay } from '../calendar/local-time.ts'
import { printable } from '../diagnostics/format-text.ts'
import type { Draft, Unrecorded } from './make-records.ts'
import type { paintFor } from './paint.ts'
import { type Proposed, RECORDS_BRANCH } from './propose-records.ts'
import type { RecordOptions } from './record.ts'

/** What a run of `congbo record` did. */
export type RecordReport = {
  readonly drafts: readonly Draft[]
  /** Records that lie in the work tree already. */
  readonly already: number
  /** Changes that no pull request brought. */
  readonly direct: readonly Unrecorded[]
  readonly proposed: Proposed | undefined
}

/** `  #12  thanh-dong  3 tệp · 2 phê duyệt · đủ`. */
export function draftLine({ statement }: Draft, paint: ReturnType<typeof paintFor>): string {
  const { pull, portal, documents, approvals, verdict } = statement
  const end = verdict === 'sufficient' ? 'đủ' : paint('red', 'THIẾU PHÊ DUYỆT')
  return `  #${String(pull).padEnd(6)} ${portal.padEnd(12)} ${documents.length} tệp · ${approvals.length} phê duyệt · ${end}`
}

export function reportRecords(ports: Ports, options: RecordOptions, report: RecordReport): void {
  if (options.json) ports.out(JSON.stringify(toJson(options, report), null, 2))
  else for (const line of inWords(options, report)) ports.out(printable(line))
  if (report.proposed) ports.jobSummary(proposalInWords(report.proposed).join('\n\n'))
}

function inWords({ dryRun, propose }: RecordOptions, report: RecordReport): string[] {
  const { drafts, already, direct, proposed } = report
  const verb = dryRun ? 'Sẽ lập' : propose ? 'Đã ký' : 'Đã ghi'
  return [
    drafts.length === 0
      ? 'Không có hồ sơ mới nào phải lập.'
      : `${verb} ${drafts.length} hồ sơ${dryRun ? ' (chỉ xem, chưa ghi gì)' : ''}.`,
    ...(already > 0 ? [`${already} hồ sơ đã có trong thư mục làm việc, giữ nguyên.`] : []),
    ...direct.map(
      ({ change, files, portal }) =>
        `Commit ${change.commit.slice(0, 10)} (${vietnameseDay(dayOf(change.at))}) đổi ${files.length} tệp của cổng ${portal} mà không qua yêu cầu gộp nào: không có gì để lập hồ sơ, congbo verify sẽ nêu tên.`,
    ),
    ...(proposed ? proposalInWords(proposed) : []),
    ...(drafts.length > 0 && !dryRun && !propose
      ? ['Việc tiếp theo: đưa các tệp mới vào một nhánh, gửi yêu cầu gộp, chờ người có thẩm quyền duyệt.']
      : []),
  ]
}

const STATES = { opened: 'Đã mở', updated: 'Đã cập nhật', same: 'Không có gì mới ở' } as const

function proposalInWords(proposed: Proposed): string[] {
  if (proposed.state === 'branch-only')
    return [
      `Nhánh ${RECORDS_BRANCH} đã có hồ sơ, nhưng máy không được mở yêu cầu gộp (${proposed.why}).`,
      `Cách làm: mở bằng tay một lần ở ${proposed.link}; lần sau máy chỉ cập nhật. Hoặc đặt CONGBO_RECORD_TOKEN (docs/huong-dan/quan-tri.md, mục Hồ sơ duyệt).`,
    ]
  const { state, pull, startsChecks } = proposed
  return [
    `${STATES[state]} yêu cầu gộp #${pull.number}: ${pull.url}`,
    ...(startsChecks || state === 'same'
      ? []
      : [
          'Kiểm tra không tự chạy: GitHub không chạy quy trình nào vì việc của GITHUB_TOKEN. Cách làm: đóng rồi mở lại yêu cầu gộp, hoặc đặt CONGBO_RECORD_TOKEN.',
        ]),
  ]
}

const toJson = ({ dryRun }: RecordOptions, { drafts, already, direct, proposed }: RecordReport) => ({
  written: !dryRun && drafts.length > 0,
  records: drafts.map(({ file, statement }) => ({
    file,
    portal: statement.portal,
    pull: statement.pull,
    merge: statement.merge,
    documents: statement.documents.length,
    approvals: statement.approvals,
    verdict: statement.verdict,
  })),
  already,
  withoutPullRequest: direct.map(({ change, files, portal }) => ({
    commit: change.commit,
    portal,
    files: files.map(({ path }) => path),
  })),
  proposal:
    proposed === undefined
      ? null
      : proposed.state === 'branch-only'
        ? { state: proposed.state, branch: RECORDS_BRANCH, link: proposed.link }
        : { state: proposed.state, pull: proposed.pull.number, startsChecks: proposed.startsChecks },
})
