import type { Finding } from '../diagnostics/diagnostic.ts'
import { placeOfOffset } from '../documents/text-place.ts'
import { findPersonalData, type PersonalData } from '../privacy/personal-data.ts'
import type { Rule } from './rule.ts'

export const personalData: Rule = {
  id: 'personal-data',
  name: 'thông tin riêng của người hỏi',
  severity: 'error',
  ofAnyForm: true,
  question:
    'Câu hỏi không có họ tên, số điện thoại, thư điện tử, số căn cước, tài khoản, địa chỉ nhà của người hỏi?',
  reason:
    'Kho giữ mọi bản cũ mãi mãi và ai cũng đọc được: thông tin riêng đã vào thì không rút ra được nữa, dù xóa ở bản sau.',
  advice:
    'Ghi cách liên hệ vào sổ giấy. `congbo hoi-dap new` xét câu hỏi trước khi ghi; thêm `--mask` thì thay chỗ lộ bằng «[…]».',
  check: ({ portal, document }) => {
    if (document.place.folder !== 'hoi-dap') return []
    const { phone, email, security } = portal.cong.contacts
    const known = [phone, email, security].flatMap((each) => each ?? [])
    const { yaml, yamlLine, body, bodyLine } = document
    return [
      ...findPersonalData(yaml, { voice: 'asker', known }).map((each) => toFinding(each, yaml, yamlLine)),
      ...findPersonalData(body, { voice: 'office', known }).map((each) => toFinding(each, body, bodyLine)),
    ]
  },
}

/** The words themselves are not repeated: what a check says is read by many, and kept. */
function toFinding({ start, what, ground, fix }: PersonalData, text: string, firstLine: number): Finding {
  const { line, column } = placeOfOffset(text, start)
  return {
    at: { line: line + firstLine - 1, column },
    problem: `Có ${what} của một người (${ground})`,
    fix: `${fix}; nếu đã đẩy lên kho thì báo quản trị, vì bản cũ vẫn còn trong lịch sử`,
  }
}
