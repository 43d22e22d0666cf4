import type { HoiDap } from '../contract/types.ts'
import { instantOf } from '../deadlines/trigger.ts'
import { QUESTION_STATES, type QuestionState, questionState } from '../questions/state.ts'
import { STATE_WORDS } from '../questions/words.ts'
import { citeAll, refsOf } from '../regulation/regulation.ts'
import { count, type Row, type Table, text } from '../tables/table.ts'
import { isInside } from './duties-part.ts'
import type { Counted, ReportFacts } from './facts.ts'
import { idsOf } from './punctuality.ts'

type Question = { readonly entry: Counted; readonly front: HoiDap; readonly state: QuestionState }

/** Questions received and settled in the period, and how those stand that are still open at its end. */
export function questionsTable(facts: ReportFacts, entries: readonly Counted[]): Table {
  const { portal, span, asOf } = facts
  const { regulation, calendar } = portal
  const questions = entries.flatMap((entry): Question[] => {
    const { front } = entry
    if (front.kind !== 'hoi-dap' || entry.removed !== undefined) return []
    return [{ entry, front, state: questionState({ regulation, calendar, front, now: asOf }) }]
  })
  const received = questions.filter(({ front }) => isInside(instantOf(front.receivedDate), span, asOf))
  const settled = questions.filter(({ state }) => isInside(state.at, span, asOf))
  const answered = (punctuality: string) =>
    settled.filter(({ state }) => state.at !== undefined && state.punctuality === punctuality)
  const open = Map.groupBy(
    questions.filter(({ state }) => state.at === undefined),
    ({ state }) => state.state,
  )
  const ground = citeAll(regulation, refsOf(regulation.law.questions?.basis))
  return {
    id: 'hoi-dap',
    title: 'Câu hỏi, phản ánh, kiến nghị',
    columns: [
      { id: 'name', label: 'Chỉ tiêu', type: 'text' },
      { id: 'count', label: 'Số câu hỏi', type: 'integer' },
    ],
    rows: [
      row('tiep-nhan', 'Tiếp nhận trong kỳ', received),
      row('dung-han', 'Trả lời, báo ngoài phạm vi trong kỳ: đúng hạn', answered('in-time')),
      row('muon', 'Trả lời, báo ngoài phạm vi trong kỳ: muộn', answered('late')),
      row('khong-han', 'Trả lời trong kỳ: Quy chế không đặt số ngày', [
        ...answered('no-limit'),
        ...answered('cannot-tell'),
      ]),
      ...QUESTION_STATES.flatMap((state) => {
        const some = open.get(state) ?? []
        return some.length === 0 ? [] : [row(`con-${state}`, `Còn mở: ${STATE_WORDS[state]}`, some)]
      }),
    ],
    ...(ground ? { ground } : {}),
    empty: '',
  }
}

const row = (id: string, name: string, questions: readonly Question[]): Row => ({
  id,
  figures: [text(name), count(idsOf(questions.map(({ entry }) => entry)))],
})
