import { dayOf } from '../calendar/local-time.ts'
import type { Need } from '../gate/need.ts'
import { holdsOn } from '../roster/roster.ts'
import { approversOf } from './make-record.ts'
import { type ApprovalRecord, instantOf as at, type RecordedApproval } from './record.ts'
import type { Facts } from './record-facts.ts'
import { problem, type Remark, short } from './remark.ts'

/** What the law of the day asked for and the record does not show, by member and stage; who is in a team only the forge knows. */
export function approvalRemarks(record: ApprovalRecord, facts: Facts): Remark[] {
  const { needs } = facts
  if (needs === undefined)
    return [
      {
        weight: 'note',
        problem: `Quy chế, ban biên tập ở commit ${short(record.base)} không đọc được theo mẫu ngày nay nên chưa đối chiếu lại ai phải duyệt`,
        fix: 'dùng bản congbo của thời ấy để đối chiếu',
      },
      ...insufficient(record),
    ]
  const judged = needs.map((need) => ({ need, tries: triesOf(record, need, facts) }))
  const missing = judged.filter(({ tries }) => !tries.some(({ why }) => why === undefined))
  const lost = judged.some(({ tries }) => tries.every(({ why, lost }) => why !== undefined || lost))
  return [
    ...missing.map(({ need, tries }) => missingApproval(need, tries)),
    ...(missing.length === 0 ? insufficient(record) : []),
    ...(missing.length === 0 && lost ? [LOST] : []),
  ]
}

const LOST: Remark = {
  weight: 'note',
  problem: 'Git không còn giữ bản mà người duyệt đã đọc (nhánh bị đẩy đè); chỉ còn chữ ký của hồ sơ bảo đảm',
  fix: 'không phải làm gì; lần sau đừng đẩy đè (force push) nhánh đã được duyệt',
}

const insufficient = ({ verdict }: ApprovalRecord): Remark[] =>
  verdict === 'sufficient'
    ? []
    : [
        problem(
          'Chính hồ sơ ghi rằng yêu cầu gộp được gộp khi chưa đủ phê duyệt',
          'ban biên tập xem lại bài; quản trị chạy congbo protect để xem vì sao gộp được',
        ),
      ]

type Try = { readonly approval: RecordedApproval; readonly why: string | undefined; readonly lost: boolean }

/** The approvals of the stage by somebody who may give it, each with the reason why it does not count. */
function triesOf(record: ApprovalRecord, need: Need, facts: Facts): Try[] {
  return record.approvals
    .filter(({ stage, member }) => stage === need.stage && approversOf(need).some(({ id }) => id === member))
    .map((approval) => {
      const seen = seenBy(approval, need, facts, record)
      return { approval, why: whyNot(approval, need, record, seen), lost: seen === 'lost' }
    })
}

function whyNot(
  approval: RecordedApproval,
  need: Need,
  record: ApprovalRecord,
  seen: Seen,
): string | undefined {
  if (record.writers.includes(approval.account)) return 'cũng là người viết'
  if (at(approval.at) > at(record.merged)) return 'duyệt sau khi đã gộp'
  if (approval.delegate !== undefined && !mayActFor(approval, need))
    return `không có ủy quyền «${approval.delegation}» cho \`${approval.delegate}\` vào ngày ấy`
  if (seen === 'other') return 'đã duyệt một bản khác'
  return undefined
}

const mayActFor = ({ member, delegate, delegation, at: when }: RecordedApproval, need: Need): boolean =>
  approversOf(need)
    .filter(({ id }) => id === member)
    .some(({ delegates }) =>
      delegates.some(
        (each) => each.id === delegate && each.document === delegation && holdsOn(each, dayOf(at(when))),
      ),
    )

type Seen = 'same' | 'other' | 'lost'

/** Whether the revision that was approved held for every path of the need what came into the main branch. */
function seenBy(
  { revision, paths }: RecordedApproval,
  { covers }: Need,
  { folder, contentAt }: Facts,
  { documents }: ApprovalRecord,
): Seen {
  const blobs = new Map(documents.map(({ path, blob }) => [path, blob]))
  const seen = covers.map((path): Seen => {
    const below = path.slice(folder.length)
    if (paths && !paths.includes(below)) return 'other'
    const content = contentAt(revision, path)
    if (content.state === 'lost') return 'lost'
    return content.blob === blobs.get(below) ? 'same' : 'other'
  })
  return seen.includes('other') ? 'other' : seen.includes('lost') ? 'lost' : 'same'
}

function missingApproval({ label, approvers, ground }: Need, tries: readonly Try[]): Remark {
  const who = approvers.map((each) => each.label).join(' hoặc ')
  const tried = tries.map(({ approval, why }) => `; ${approval.account} ${why} nên không tính`).join('')
  return problem(
    `Thiếu phê duyệt của ${who}: ${label} (${ground})${tried}`,
    'ban biên tập xem lại bài và ghi ý kiến của người có thẩm quyền; quản trị chạy congbo protect để xem vì sao gộp được',
  )
}
