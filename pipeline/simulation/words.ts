import { vietnameseInstant } from '../calendar/local-time.ts'
import type { Verdict } from '../deadlines/verdict.ts'
import { dueInWords, limitInWords } from '../deadlines/words.ts'
import type { Paint } from '../diagnostics/format-text.ts'
import { printable } from '../diagnostics/format-text.ts'
import type { OpenPortal } from '../portal/workspace.ts'
import type { Archive } from './load.ts'
import {
  type Approval,
  type Approver,
  approvalKey,
  type NamedField,
  type Outcome,
  type UnknownName,
} from './outcome.ts'
import type { Difference, Simulation } from './simulate.ts'

/** What was found about one portal. */
export type PortalReport = {
  readonly open: OpenPortal
  readonly archive: Archive
  readonly simulation: Simulation
}

/** How many documents a person is shown; a machine gets all of them. */
const SHOWN = 20

const VERDICTS: Record<Verdict['state'], string> = {
  'on-time': 'trong hạn',
  'at-risk': 'sắp đến hạn',
  overdue: 'quá hạn',
  'late-with-reason': 'quá hạn, có lý do',
  'no-deadline': 'không có thời hạn',
  'not-applicable': 'không áp dụng thời hạn',
  'no-trigger': 'thiếu mốc tính hạn',
  'cannot-tell': 'không tính được hạn',
}

const FIELDS: Record<NamedField, string> = {
  kind: 'thể loại',
  linhVuc: 'lĩnh vực',
  section: 'chuyên mục',
  submittedBy: 'đơn vị',
}

/** The report of one portal, line by line, as a secretary reads it. */
export function portalInWords({ open, archive, simulation }: PortalReport, paint: Paint): string[] {
  const { differences } = simulation
  const rest = differences.length - SHOWN
  return [
    '',
    `${paint('bold', printable(open.portal.cong.name))} (${open.portal.id}), tính đến ${vietnameseInstant(open.now)}`,
    ...summary(simulation),
    ...leftOut(archive),
    ...differences.slice(0, SHOWN).flatMap((each) => differenceInWords(each, open.portal.folder, paint)),
    ...(rest > 0 ? ['', `  … và ${rest} bài nữa; thêm --json để xem đủ.`] : []),
  ]
}

function summary({ judged, differences, totals, turns }: Simulation): string[] {
  if (judged === 0) return ['  Chưa có tin bài nào đã đăng để xem lại.']
  if (differences.length === 0) return [`  Xem lại ${judged} bài đã đăng: không bài nào khác.`]
  const turned = turns.map(({ from, to, documents }) => `${VERDICTS[from]} → ${VERDICTS[to]}: ${documents}`)
  const line = (count: number, what: string) => (count === 0 ? [] : [`  ${what}: ${count} bài`])
  return [
    `  Xem lại ${judged} bài đã đăng: ${differences.length} bài sẽ khác.`,
    ...line(totals.verdict, 'Kết luận về hạn khác').map((text) => `${text} (${turned.join('; ')})`),
    ...line(totals.due, 'Hạn khác'),
    ...line(totals.approvers, 'Người duyệt khác'),
    ...line(totals.unknown, 'Thể loại, lĩnh vực, chuyên mục hoặc đơn vị có hay mất trong quy định'),
  ]
}

const leftOut = ({ unreadable, absent }: Archive): string[] => [
  ...(unreadable.length === 0
    ? []
    : [`  Không xét ${unreadable.length} tệp sai mẫu; chạy \`congbo check\` để biết lỗi.`]),
  ...(absent.length === 0
    ? []
    : [`  Không xét ${absent.length} bài đã đăng nhưng trong thư mục làm việc đã xóa hoặc chuyển chỗ.`]),
]

function differenceInWords(
  { document, aspects, before, after }: Difference,
  folder: string,
  paint: Paint,
): string[] {
  const both = (what: string, say: (outcome: Outcome) => string) => [
    `    ${what.padEnd(11)}  cũ   ${printable(say(before))}`,
    `    ${' '.repeat(11)}  mới  ${printable(say(after))}`,
  ]
  const timed = aspects.includes('verdict') || aspects.includes('due')
  return [
    '',
    `  ${paint('bold', printable(document.front.title))}`,
    `    ${paint('dim', `${printable(folder + document.path)} · đăng ${vietnameseInstant(document.at)}`)}`,
    ...(aspects.includes('verdict')
      ? [`    ${'kết luận'.padEnd(11)}  ${VERDICTS[before.verdict]} → ${VERDICTS[after.verdict]}`]
      : []),
    ...(timed ? both('hạn', deadlineInWords) : []),
    ...(aspects.includes('approvers') ? both('người duyệt', stepsInWords(before, after)) : []),
    ...(aspects.includes('unknown') ? namesInWords(before.unknown, after.unknown) : []),
  ]
}

function deadlineInWords({ due, deadline, why }: Outcome): string {
  if (!deadline) return 'quy định không đặt thời hạn'
  const instant = due ? `${dueInWords(due)}${due.provisional ? ' (tạm tính)' : ''}` : why
  return [instant, limitInWords(deadline.written), deadline.ground].filter(Boolean).join(' · ')
}

/**
 * Only the steps that differ; where nothing but their order does, all of them. Accounts are named only where they alone
 * differ: everywhere else they would bury the names of the offices.
 */
function stepsInWords(before: Outcome, after: Outcome): (outcome: Outcome) => string {
  const [older, newer] = [before, after].map(({ approvals }) => new Set(approvals.map(approvalKey)))
  const isCommon = (each: Approval) =>
    (older?.has(approvalKey(each)) && newer?.has(approvalKey(each))) ?? false
  const onlyOrder = [...before.approvals, ...after.approvals].every(isCommon)
  const differing = ({ approvals }: Outcome) => approvals.filter((each) => onlyOrder || !isCommon(each))
  const offices = (outcome: Outcome) =>
    differing(outcome)
      .map((each) => officesOf(each, false))
      .join()
  const withAccounts = offices(before) === offices(after)
  return (outcome) =>
    differing(outcome)
      .map((each) => `${each.label}: ${officesOf(each, withAccounts)} (${each.ground})`)
      .join('; rồi ') || 'không có bước này'
}

function officesOf({ approvers, escalateTo }: Approval, withAccounts: boolean): string {
  const name = ({ label, accounts }: Approver) => (withAccounts ? `${label} [${accounts.join(', ')}]` : label)
  const escalation = escalateTo ? `; vướng mắc thì ${name(escalateTo)} quyết định` : ''
  return `${approvers.map(name).join(' hoặc ')}${escalation}`
}

function namesInWords(before: readonly UnknownName[], after: readonly UnknownName[]): string[] {
  const say = (what: string, names: readonly UnknownName[], others: readonly UnknownName[]) => {
    const only = names.filter(({ field }) => !others.some((other) => other.field === field))
    return only.length === 0
      ? []
      : [
          `    ${what.padEnd(11)}  ${only.map(({ field, name }) => `${FIELDS[field]} ${printable(name)}`).join(', ')}`,
        ]
  }
  return [...say('không còn', after, before), ...say('nay có', before, after)]
}
