import { NOT_SURE, OTHER_UNIT, SENT_KINDS, SUBMISSION_LABELS, SUBMISSION_TITLE } from '../submissions/form.ts'
import { quoted } from './new-portal.ts'
import type { Addressed } from './question-form.ts'
import { SUBMISSION_LABEL } from './submission-workflow.ts'

export const SUBMISSION_FORM = '.github/ISSUE_TEMPLATE/gui-bai.yml'

/** A portal to which articles can be sent, with the names that its senders choose from. */
export type SendingPortal = Addressed & {
  readonly linhVuc: readonly string[]
  readonly units: readonly string[]
}

/** What the form needs to know of a portal. */
export const sendingPortal = ({
  id,
  cong,
  regulation,
  roster,
}: {
  readonly id: string
  readonly cong: { readonly name: string }
  readonly regulation: { readonly linhVuc: ReadonlyMap<string, { readonly label: string }> }
  readonly roster: {
    readonly members: ReadonlyMap<string, { readonly label: string; readonly writes?: boolean }>
  }
}): SendingPortal => ({
  id,
  name: cong.name,
  linhVuc: [...regulation.linhVuc.values()].map(({ label }) => label),
  units: [...roster.members.values()].filter(({ writes }) => writes).map(({ label }) => label),
})

/**
 * The form of the forge by which anybody may send an article, made for a phone: few fields, most of them chosen, pictures and a Word file
 * dropped into one.
 *
 * @param portals of the repository; where there is one, nobody need choose, and the units are its own
 */
export const submissionForm = (portals: readonly SendingPortal[]): string => `name: Gửi tin, bài
description: Gửi tin, bài, ảnh, tệp Word cho Ban biên tập; dùng được trên điện thoại. Ai cũng đọc được trang này.
title: ${quoted(SUBMISSION_TITLE)}
labels:
  - ${SUBMISSION_LABEL}
body:
  - type: markdown
    attributes:
      value: |
        Ghi tiêu đề của bài vào ô tiêu đề, sau chữ «Tin, bài:». **Mọi người trên mạng đều đọc được những gì gửi ở đây**, kể cả sau khi sửa hay xóa:
        không gửi tài liệu mật, văn bản chưa công khai, số điện thoại, số căn cước, số tài khoản của ai, ảnh giấy tờ.
${
  portals.length > 1
    ? choice(
        'portal',
        portals.map(({ id, name }) => `${name} (${id})`),
        true,
      )
    : ''
}${choice('kind', [NOT_SURE, ...Object.values(SENT_KINDS)])}${choice('linhVuc', [NOT_SURE, ...unique(portals.flatMap(({ linhVuc }) => linhVuc))])}${input('author', { required: true, placeholder: 'Lan Anh' })}${unitField(portals)}${input('day', { description: 'Với tin về việc đã diễn ra. Ghi đủ ngày, tháng, năm.', placeholder: '20/11/2026' })}${input('hour', { placeholder: '8 giờ 30' })}${input('source', { description: 'Thông tin từ đâu: đơn vị tổ chức, văn bản nào, người viết có mặt.', placeholder: 'Đoàn phường' })}  - type: textarea
    id: text
    attributes:
      label: ${SUBMISSION_LABELS.text}
      description: Viết hoặc dán lời bài. Bỏ trống nếu gửi tệp Word ở ô dưới. Chèn ảnh vào giữa bài được.
  - type: textarea
    id: files
    attributes:
      label: ${SUBMISSION_LABELS.files}
      description: Bấm vào ô này rồi chọn ảnh, tệp Word (.docx) trên máy hay trong điện thoại; chờ tải lên xong. Một bài chỉ một tệp Word.
  - type: checkboxes
    id: confirmed
    attributes:
      label: ${SUBMISSION_LABELS.confirmed}
      options:
        - label: Bài do tôi hoặc đơn vị tôi viết, thông tin đúng sự thật, ảnh được phép dùng; không có bí mật nhà nước, không có thông tin riêng của người khác.
          required: true
`

const unique = (names: readonly string[]): string[] => [...new Set(names)]

const validations = (required: boolean): string =>
  required ? '    validations:\n      required: true\n' : ''

type Field = keyof typeof SUBMISSION_LABELS

const choice = (id: Field, options: readonly string[], required = false): string => `  - type: dropdown
    id: ${id}
    attributes:
      label: ${SUBMISSION_LABELS[id]}
      options:
${options.map((each) => `        - ${quoted(each)}`).join('\n')}
${validations(required)}`

type Hints = { readonly description?: string; readonly placeholder: string; readonly required?: boolean }

const input = (id: Field, { description, placeholder, required = false }: Hints): string => `  - type: input
    id: ${id}
    attributes:
      label: ${SUBMISSION_LABELS[id]}
${description === undefined ? '' : `      description: ${quoted(description)}\n`}      placeholder: ${quoted(placeholder)}
${validations(required)}`

/** The units of five portals are too many to choose from on a phone. */
function unitField(portals: readonly SendingPortal[]): string {
  const [only] = portals
  return portals.length === 1 && only
    ? choice('unit', [...unique(only.units), OTHER_UNIT])
    : input('unit', {
        placeholder: 'Trạm Y tế phường',
        description: 'Cơ quan, đơn vị, tổ dân phố; cá nhân thì bỏ trống.',
      })
}
