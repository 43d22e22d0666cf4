import { parseDay, startOf } from '../calendar/local-time.ts'
import type { Finding } from '../diagnostics/diagnostic.ts'
import { refsOf } from '../regulation/regulation.ts'
import { placeOfField, type Rule } from './rule.ts'

export const answer: Rule = {
  id: 'answer',
  name: 'trả lời câu hỏi',
  severity: 'error',
  question: 'Câu hỏi đã trả lời thì có câu trả lời; chưa trả lời được thì thông báo có hẹn ngày?',
  reason: 'Thông báo quá trình xử lý chỉ thay được câu trả lời khi nói rõ ngày sẽ trả lời.',
  advice:
    'Ghi `answeredDate`, `answeredBy` cùng lúc với phần trả lời; hoặc `progressNotice` có `promisedDate`.',
  check: ({ portal, document }) => {
    const { front } = document
    if (front.kind !== 'hoi-dap') return []
    const duty = portal.regulation.law.deadlines.find(
      ({ kinds, duty }) => kinds.includes('hoi-dap') && duty !== 'publish',
    )
    const clauses = refsOf(duty?.basis ?? portal.regulation.law.questions?.basis)
    const answered = document.body.trim() !== ''
    const wrong = (field: string, problem: string, fix: string): Finding => ({
      at: placeOfField(document, field),
      problem,
      fix,
      ...(clauses.length > 0 ? { clauses } : {}),
    })
    return [
      ...(front.progressNotice && !front.progressNotice.promisedDate
        ? [
            wrong(
              'progressNotice',
              'Thông báo quá trình xử lý không hẹn ngày trả lời',
              'thêm `promisedDate: …` (ngày hẹn ghi trong thông báo)',
            ),
          ]
        : []),
      ...(front.answeredDate && !answered
        ? [
            wrong(
              'answeredDate',
              'Đã ghi ngày trả lời nhưng phần thân chưa có câu trả lời',
              'viết câu trả lời ở phần thân, hoặc bỏ `answeredDate`',
            ),
          ]
        : []),
      ...(answered && !front.answeredDate && !(front.outOfField && front.toldDate)
        ? [
            wrong(
              'answeredDate',
              'Có câu trả lời nhưng chưa ghi `answeredDate`',
              'thêm `answeredDate: …` và `answeredBy: …`',
            ),
          ]
        : []),
    ]
  },
}

export const advertising: Rule = {
  id: 'advertising',
  name: 'quảng cáo',
  severity: 'error',
  question: 'Quảng cáo có văn bản xác nhận của cấp có thẩm quyền và nằm đúng chuyên mục?',
  reason: 'Nội dung quảng bá chỉ được đăng sau khi cấp có thẩm quyền xác nhận bằng văn bản.',
  advice: 'Ghi `writtenApproval` với số, ngày, cơ quan xác nhận; đặt trong chuyên mục quảng bá.',
  check: ({ portal, document, now }) => {
    const rule = portal.regulation.law.content.advertising
    const { front } = document
    if (!rule) return []
    const clauses = refsOf(rule.basis)
    if (front.kind !== 'quang-ba') {
      return front.section === rule.section
        ? [
            {
              at: placeOfField(document, 'section'),
              problem: `Chuyên mục \`${rule.section}\` chỉ dành cho thể loại \`quang-ba\``,
              fix: 'sửa `kind: quang-ba` hoặc chọn chuyên mục khác',
              clauses,
            },
          ]
        : []
    }
    const approval = front.writtenApproval
    const wrong = (path: string, problem: string, fix: string, severity?: 'warning'): Finding => ({
      at: placeOfField(document, ...path.split('.')),
      problem,
      fix,
      clauses,
      ...(severity ? { severity } : {}),
    })
    return [
      rule.writtenApproval &&
        !approval &&
        wrong(
          'writtenApproval',
          'Quảng cáo chưa nêu văn bản xác nhận của cấp có thẩm quyền',
          'thêm `writtenApproval:` với number, date, authority',
        ),
      approval &&
        isAfter(approval.date, now) &&
        wrong(
          'writtenApproval.date',
          'Văn bản xác nhận đề ngày trong tương lai',
          'kiểm tra lại ngày của văn bản',
        ),
      front.section !== rule.section &&
        wrong(
          'section',
          `Quảng cáo phải nằm trong chuyên mục \`${rule.section}\``,
          `sửa \`section: ${rule.section}\``,
        ),
      front.expiryDate &&
        !isAfter(front.expiryDate, now - DAY) &&
        wrong(
          'expiryDate',
          'Quảng cáo đã hết hạn',
          'gỡ bài, hoặc ghi hạn mới theo văn bản xác nhận',
          'warning',
        ),
    ].filter((each): each is Finding => typeof each === 'object')
  },
}

const DAY = 24 * 60 * 60_000
const isAfter = (date: string, instant: number): boolean => startOf(parseDay(date) ?? 0) > instant

export const referenceNews: Rule = {
  id: 'reference-news',
  name: 'tin tham khảo',
  severity: 'error',
  question: 'Tin chưa xác nhận nằm trong mục tin tham khảo và mang nhãn «Tin tham khảo»?',
  reason:
    'Tin chưa được cơ quan có thẩm quyền xác nhận mà đăng như tin chính thức là sai Quy chế; nhãn do hệ thống in trên trang, danh sách và nguồn tin.',
  advice: 'Dùng thể loại `tin-tham-khao` với `confirmation: chua-xac-nhan`.',
  check: ({ portal, document }) => {
    const rule = portal.regulation.law.content.unconfirmed
    const { front } = document
    const unconfirmed = 'confirmation' in front && front.confirmation === 'chua-xac-nhan'
    if (!rule)
      return unconfirmed
        ? [
            {
              at: placeOfField(document, 'confirmation'),
              problem: 'Cổng này không có mục cho tin chưa xác nhận',
              fix: 'chờ cơ quan có thẩm quyền xác nhận rồi mới gửi',
            },
          ]
        : []
    const clauses = refsOf(rule.basis)
    return [
      ...(unconfirmed && front.kind !== 'tin-tham-khao'
        ? [
            {
              at: placeOfField(document, 'kind'),
              problem: 'Tin chưa xác nhận phải là thể loại `tin-tham-khao`',
              fix: 'sửa `kind: tin-tham-khao`',
              clauses,
            },
          ]
        : []),
      ...((unconfirmed || front.kind === 'tin-tham-khao') && front.section !== rule.section
        ? [
            {
              at: placeOfField(document, 'section'),
              problem: `Tin chưa xác nhận phải nằm trong mục \`${rule.section}\``,
              fix: `sửa \`section: ${rule.section}\``,
              clauses,
            },
          ]
        : []),
      ...(front.kind !== 'tin-tham-khao' && !unconfirmed && front.section === rule.section
        ? [
            {
              at: placeOfField(document, 'section'),
              problem: `Mục «${rule.label}» chỉ dành cho tin chưa xác nhận`,
              fix: 'chọn chuyên mục khác, hoặc dùng thể loại `tin-tham-khao`',
              clauses,
            },
          ]
        : []),
    ]
  },
}
