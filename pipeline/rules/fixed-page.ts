import type { Trang } from '../contract/types.ts'
import type { Finding } from '../diagnostics/diagnostic.ts'
import type { Document } from '../documents/document.ts'
import { type Facts, placeOfField, type Rule } from './rule.ts'

export const fixedPage: Rule = {
  id: 'fixed-page',
  name: 'trang cố định',
  severity: 'error',
  question: 'Lịch làm việc có giờ hợp lý, không lặp; bản dịch dẫn về đúng trang có thật?',
  reason:
    'Lịch làm việc được tải về điện thoại của người dân: giờ sai hay một việc ghi hai lần sẽ đi theo họ. Bản dịch không có trang gốc thì không ai tìm được đường về.',
  advice:
    'Ghi giờ theo 24 giờ (`from: "08:00"`, `to: "11:30"`); việc qua nhiều ngày thì mỗi ngày một mục; `translationOf` là tên tệp của trang tiếng Việt, không có đuôi.',
  check: (facts) => {
    const { front } = facts.document
    if (front.kind !== 'trang') return []
    return [
      ...wrongHours(facts.document, front),
      ...twice(facts.document, front),
      ...lostOriginal(facts, front),
    ]
  },
}

const wrongHours = (document: Document, { schedule = [] }: Trang): Finding[] =>
  schedule.flatMap(({ from, to }, index) => {
    if (to === undefined || (from !== undefined && from < to)) return []
    const at = placeOfField(document, 'schedule', index, 'to')
    return from === undefined
      ? [{ at, problem: `Có giờ kết thúc ${to} mà không có giờ bắt đầu`, fix: 'thêm `from`, hoặc bỏ `to`' }]
      : [{ at, problem: `Giờ kết thúc ${to} không sau giờ bắt đầu ${from}`, fix: 'sửa `from` hoặc `to`' }]
  })

function twice(document: Document, { schedule = [] }: Trang): Finding[] {
  const seen = new Set<string>()
  return schedule.flatMap(({ date, from = '', what }, index) => {
    const key = JSON.stringify([date, from, what])
    if (!seen.has(key)) {
      seen.add(key)
      return []
    }
    return [
      {
        at: placeOfField(document, 'schedule', index, 'what'),
        severity: 'warning' as const,
        problem: 'Việc này đã có trong lịch, cùng ngày, cùng giờ',
        fix: 'xóa một trong hai mục, hoặc nói rõ hai việc khác nhau thế nào',
      },
    ]
  })
}

function lostOriginal({ document, archive }: Facts, { translationOf: original }: Trang): Finding[] {
  if (original === undefined || archive.has(`trang/${original}.md`)) return []
  return [
    {
      at: placeOfField(document, 'translationOf'),
      problem: `Không có trang \`trang/${original}.md\` để dịch`,
      fix: 'ghi tên tệp của trang tiếng Việt, không có đuôi .md',
    },
  ]
}
