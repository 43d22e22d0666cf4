import { deadlineOf } from '../deadlines/deadline-of.ts'
import type { Finding } from '../diagnostics/diagnostic.ts'
import { orderProblems } from '../questions/order.ts'
import { numberProblems } from '../questions/register.ts'
import { refsOf } from '../regulation/regulation.ts'
import { placeOfField, type Rule } from './rule.ts'

export const questionNumber: Rule = {
  id: 'question-number',
  name: 'số tiếp nhận câu hỏi',
  severity: 'error',
  question: 'Câu hỏi có số tiếp nhận, sổ của mỗi năm không nhảy số, không trùng số?',
  reason:
    'Sổ tiếp nhận đếm liền từ 1 thì không câu hỏi nào mất được mà không ai biết; hai nhánh cùng lấy một số thì câu vào sổ sau phải đổi.',
  advice: 'Dùng `congbo hoi-dap new`: lệnh tự lấy số kế tiếp của năm tiếp nhận.',
  check: ({ portal, document, archive, publication }) => {
    if (document.place.folder !== 'hoi-dap' || document.front.kind !== 'hoi-dap') return []
    const register = archive
      .register(document.place.year)
      .map((each) =>
        each.path === document.path && publication.state === 'published'
          ? { ...each, standing: publication.state }
          : each,
      )
    const own = register.find(({ path }) => path === document.path)
    // Where a deadline counts from the receipt, the rule `trigger` has said already that it is missing.
    if (!own || (!own.received && deadlineOf(portal.regulation, document.front)?.trigger)) return []
    return numberProblems(own, register).map(({ field, ...problem }) => ({
      at: placeOfField(document, field),
      ...problem,
    }))
  },
}

export const questionSteps: Rule = {
  id: 'question-steps',
  name: 'các bước xử lý câu hỏi',
  severity: 'error',
  question: 'Các bước tiếp nhận, chuyển, thông báo, trả lời theo đúng thứ tự và đều đã làm?',
  reason: 'Ngày ghi sai làm sai thời hạn, sai báo cáo, và người hỏi đọc được trên cổng.',
  advice:
    'Dùng `congbo hoi-dap pass`, `notice`, `tell`, `answer`: lệnh ghi đúng chỗ và không nhận bước sai thứ tự.',
  check: ({ portal, document, now }) => {
    const { front } = document
    if (front.kind !== 'hoi-dap') return []
    const clauses = refsOf(portal.regulation.law.questions?.basis)
    return orderProblems(front, portal.calendar, now).map(
      ({ field, ...problem }): Finding => ({
        at: placeOfField(document, ...field),
        ...problem,
        ...(clauses.length > 0 ? { clauses } : {}),
      }),
    )
  },
}
