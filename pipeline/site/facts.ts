import type { FrontMatter } from '../contract/types.ts'
import { moment } from './document-view.ts'

type Fact = { readonly name: string; readonly value: string }

/** Names of the fields that become rows of a document's table of facts, in their order on the page. */
const ROWS: readonly (readonly [field: string, name: string, type: 'text' | 'date' | 'member' | 'list'])[] = [
  ['number', 'Số, ký hiệu', 'text'],
  ['documentType', 'Loại văn bản', 'text'],
  ['issuer', 'Cơ quan ban hành', 'text'],
  ['signer', 'Người ký', 'text'],
  ['signedDate', 'Ngày ký', 'date'],
  ['promulgatedDate', 'Ngày ban hành', 'date'],
  ['effectiveDate', 'Ngày có hiệu lực', 'date'],
  ['expiryDate', 'Ngày hết hiệu lực', 'date'],
  ['replaces', 'Thay thế văn bản', 'list'],
  ['replacedBy', 'Được thay thế bởi', 'list'],
  ['amendedBy', 'Được sửa đổi, bổ sung bởi', 'list'],
  ['document', 'Văn bản được phổ biến', 'text'],
  ['approvedDate', 'Ngày phê duyệt', 'date'],
  ['period', 'Kỳ số liệu', 'text'],
  ['decidedDate', 'Ngày quyết định công bố', 'date'],
  ['sentDate', 'Gửi báo cáo lúc', 'date'],
  ['openDate', 'Lấy ý kiến từ', 'date'],
  ['closeDate', 'Lấy ý kiến đến hết', 'date'],
  ['receiveAt', 'Nơi nhận ý kiến', 'text'],
  ['advertiser', 'Doanh nghiệp', 'text'],
  ['eventEnd', 'Kết thúc lúc', 'date'],
  ['place', 'Địa điểm', 'text'],
]

const PROJECT: readonly (readonly [key: string, name: string])[] = [
  ['name', 'Tên dự án'],
  ['objective', 'Mục tiêu đầu tư'],
  ['field', 'Lĩnh vực đầu tư'],
  ['group', 'Nhóm dự án'],
  ['duration', 'Thời gian thực hiện'],
  ['funding', 'Nguồn vốn'],
]

/** The facts of a document that have no place of their own on its page. */
export function factsOf(front: FrontMatter, memberName: (id: string) => string): Fact[] {
  const fields = front as unknown as Record<string, unknown>
  const rows = ROWS.filter(([field]) => fields[field] !== undefined).flatMap(
    ([field, name, type]): Fact[] => {
      const value = fields[field]
      if (type === 'list') return Array.isArray(value) ? [{ name, value: value.join(', ') }] : []
      if (typeof value !== 'string') return []
      return [
        {
          name,
          value:
            type === 'date' ? (moment(value)?.text ?? value) : type === 'member' ? memberName(value) : value,
        },
      ]
    },
  )
  return [...rows, ...projectFacts(front), ...approvalFacts(front)]
}

const projectFacts = (front: FrontMatter): Fact[] => {
  const project =
    front.kind === 'quy-hoach-du-an' ? (front.project as Record<string, string> | undefined) : undefined
  return project ? PROJECT.map(([key, name]) => ({ name, value: project[key] ?? '' })) : []
}

function approvalFacts(front: FrontMatter): Fact[] {
  const approval = front.kind === 'quang-ba' ? front.writtenApproval : undefined
  return approval
    ? [
        {
          name: 'Văn bản xác nhận',
          value: `${approval.number} ngày ${moment(approval.date)?.text ?? approval.date}, ${approval.authority}`,
        },
      ]
    : []
}
