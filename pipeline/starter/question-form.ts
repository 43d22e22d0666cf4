import { FORM_LABELS, FORM_TITLE } from '../questions/issue-form.ts'
import { quoted } from './new-portal.ts'
import { QUESTION_LABEL } from './question-workflow.ts'

/** A portal that a question can be for. */
export type Addressed = { readonly id: string; readonly name: string }

export const QUESTION_FORM = '.github/ISSUE_TEMPLATE/cau-hoi.yml'

/**
 * The form of the forge in which anybody may ask. It says first, and largest, that everybody reads it.
 *
 * @param portals of the repository; where there is one, nobody need choose
 */
export const questionForm = (portals: readonly Addressed[]): string => `name: Gửi câu hỏi, phản ánh, kiến nghị
description: Câu hỏi được ghi vào sổ tiếp nhận của cổng. Ai cũng đọc được trang này; xin không ghi thông tin riêng.
title: ${quoted(FORM_TITLE)}
labels:
  - ${QUESTION_LABEL}
body:
  - type: markdown
    attributes:
      value: |
        # MỌI NGƯỜI TRÊN MẠNG ĐỀU ĐỌC ĐƯỢC CÂU HỎI NÀY

        # KHÔNG GHI HỌ TÊN, SỐ ĐIỆN THOẠI, SỐ CĂN CƯỚC, SỐ TÀI KHOẢN, SỐ NHÀ

        Sửa hay xóa chữ về sau không rút lại được: GitHub giữ mọi bản cũ. Nếu câu trả lời cần đến thông tin riêng của bạn, xin hỏi
        trực tiếp tại cơ quan. Tin báo về hành vi vi phạm, đơn khiếu nại, tố cáo cũng gửi trực tiếp, không gửi ở đây.
${portals.length > 1 ? choice(portals) : ''}  - type: textarea
    id: question
    attributes:
      label: ${FORM_LABELS.question}
      description: Việc gì, ở đâu, từ bao giờ. Viết sẵn trong tệp Word (.docx) thì bấm vào ô này rồi chọn tệp. Kèm ảnh được; không kèm ảnh giấy tờ, ảnh rõ mặt người, biển số xe.
    validations:
      required: true
  - type: input
    id: area
    attributes:
      label: ${FORM_LABELS.area}
      placeholder: tổ dân phố số 4
  - type: checkboxes
    id: confirmed
    attributes:
      label: ${FORM_LABELS.confirmed}
      options:
        - label: Tôi không ghi thông tin riêng của mình hay của người khác, và biết rằng ai cũng đọc được câu hỏi này.
          required: true
`

const choice = (portals: readonly Addressed[]): string => `  - type: dropdown
    id: portal
    attributes:
      label: ${FORM_LABELS.portal}
      options:
${portals.map(({ id, name }) => `        - ${quoted(`${name} (${id})`)}`).join('\n')}
    validations:
      required: true
`
