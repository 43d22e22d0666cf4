import { clockTime, dayOf, type Instant, MINUTE, vietnameseDay } from '../calendar/local-time.ts'
import { approvalRemarks } from './check-approvals.ts'
import { signatureOf } from './keys.ts'
import type { LoadedRecord } from './load-records.ts'
import type { MainChange } from './main-changes.ts'
import { documentsOf } from './make-record.ts'
import { type ApprovalRecord, instantOf as at, pathOfRecord } from './record.ts'
import type { Facts } from './record-facts.ts'
import { problem, type Remark, short } from './remark.ts'
import { recordText } from './write-record.ts'

/** The committer's date of a merge and the forge's instant are of one clock, written at two places of it. */
const TOLERANCE = 5 * MINUTE

/**
 * What does not fit in a record: its form and signature, then the commit that it names, then the documents, then the approvals. Where
 * one does not fit, what comes after it says nothing more.
 */
export function remarksOn(loaded: LoadedRecord, facts: Facts): Remark[] {
  const form = [...formOf(loaded, facts), ...signatureRemarks(loaded.record, facts)]
  if (form.length > 0) return form
  const { record } = loaded
  const commit = facts.change ? commitRemarks(record, facts.change, facts) : [noCommit(record)]
  if (commit.length > 0) return commit
  const documents = documentRemarks(record, documentsOf(facts.files, facts.folder))
  return documents.length > 0 ? documents : approvalRemarks(record, facts)
}

const noCommit = ({ merge }: ApprovalRecord): Remark =>
  problem(
    `Commit gộp ${short(merge)} mà hồ sơ nêu không có trên nhánh chính`,
    'lấy đủ lịch sử nhánh chính (git fetch); nếu vẫn không có thì hồ sơ này không phải của kho này, ban biên tập lập biên bản và quản trị gỡ bỏ',
  )

function formOf({ below, text, record }: LoadedRecord, { portal }: Facts): Remark[] {
  if (record.portal !== portal || pathOfRecord(record) !== below)
    return [
      problem(
        `Hồ sơ là của yêu cầu gộp #${record.pull}, cổng ${record.portal}, không phải của tệp này`,
        `bỏ tệp này; hồ sơ đúng do congbo record lập ở ${pathOfRecord(record)}`,
      ),
    ]
  if (text !== recordText(record)) return [problem('Hồ sơ không còn nguyên văn như máy đã viết', RESTORE)]
  return []
}

const RESTORE =
  'khôi phục tệp từ commit đã đưa nó vào nhánh chính (git log -- <tệp>); hồ sơ chưa gộp thì chạy lại congbo record'

function signatureRemarks(record: ApprovalRecord, { keys, entered }: Facts): Remark[] {
  const signature = signatureOf(record, keys, dayOf(entered))
  const id = record.signature.key
  switch (signature.state) {
    case 'valid':
      return []
    case 'unknown-key':
      return [
        problem(
          `Hồ sơ ký bằng khóa \`${id}\` không có trong ho-so/khoa.yaml của nhánh chính`,
          'khóa cũ phải giữ lại trong khoa.yaml, chỉ ghi thêm validTo; nếu khóa ấy không phải của cổng thì bỏ hồ sơ này và lập lại',
        ),
      ]
    case 'wrong':
      return [problem(`Chữ ký không khớp với nội dung hồ sơ (khóa \`${id}\`)`, RESTORE)]
    case 'out-of-time':
      return [
        problem(
          `Khóa \`${id}\` không còn (hoặc chưa) được dùng vào ngày hồ sơ vào nhánh chính`,
          'chạy lại congbo record để ký bằng khóa đang dùng; hồ sơ đã ở nhánh chính thì ban biên tập xem vì sao khóa cũ còn ký được',
        ),
      ]
  }
}

function commitRemarks(record: ApprovalRecord, change: MainChange, { merged }: Facts): Remark[] {
  const wrong: Remark[] = []
  if (change.parent !== record.base)
    wrong.push(mismatch('commit trước đó', short(record.base), change.parent && short(change.parent)))
  if (merged !== undefined && merged !== record.head)
    wrong.push(mismatch('bản được gộp', short(record.head), short(merged)))
  if (Math.abs(at(record.merged) - change.at) > TOLERANCE)
    wrong.push(mismatch('thời điểm gộp', inWords(at(record.merged)), inWords(change.at)))
  if (at(record.opened) > at(record.merged))
    wrong.push(problem(`Hồ sơ ghi gửi lúc ${inWords(at(record.opened))}, sau khi đã gộp`, REPLACE))
  return wrong
}

const inWords = (instant: Instant): string => `${clockTime(instant)} ngày ${vietnameseDay(dayOf(instant))}`

const mismatch = (what: string, said: string, is: string | undefined): Remark =>
  problem(`Hồ sơ ghi ${what} là ${said}, Git cho biết là ${is ?? 'không có'}`, REPLACE)

const REPLACE =
  'hồ sơ ký đúng mà sai sự thật là có người giữ khóa lập sai: báo Trưởng ban, đổi khóa (congbo record --new-key), quản trị gỡ hồ sơ này rồi lập lại'

function documentRemarks(record: ApprovalRecord, found: ApprovalRecord['documents']): Remark[] {
  const [said, is] = [record.documents, found].map(
    (list) => new Map(list.map(({ path, blob = 'removed' }) => [path, blob])),
  ) as [Map<string, string>, Map<string, string>]
  const paths = [...new Set([...said.keys(), ...is.keys()])].sort()
  return paths
    .filter((path) => said.get(path) !== is.get(path))
    .map((path) =>
      problem(
        said.has(path) && is.has(path)
          ? `Nội dung của \`${path}\` trong hồ sơ không phải là nội dung ở commit gộp ${short(record.merge)}`
          : is.has(path)
            ? `Commit gộp ${short(record.merge)} đổi \`${path}\` mà hồ sơ không ghi`
            : `Hồ sơ ghi \`${path}\` mà commit gộp ${short(record.merge)} không đổi tệp ấy`,
        REPLACE,
      ),
    )
}
