import type { Calendar } from '../calendar/calendar.ts'
import type { Instant } from '../calendar/local-time.ts'
import type { HoiDap } from '../contract/types.ts'
import { instantOf } from '../deadlines/trigger.ts'
import { citeAll, type Regulation, refsOf } from '../regulation/regulation.ts'
import { count, type Table, text } from '../tables/table.ts'
import { type QuestionState, questionState } from './state.ts'
import { noticesOf } from './steps.ts'

/** A question of a portal: its path below the portal's folder, and what its file says now. */
export type CountedQuestion = { readonly path: string; readonly front: HoiDap }

/**
 * What is counted. What was done is counted in the period in which it was done; how things stand, at its end. A regulation
 * without a number of days has answers, but none in time or late, and nothing overdue.
 */
export const QUESTION_FIGURES = {
  received: 'Tiếp nhận trong kỳ',
  passed: 'Chuyển đơn vị trong kỳ',
  noticed: 'Thông báo quá trình xử lý trong kỳ',
  answeredInTime: 'Trả lời đúng hạn trong kỳ',
  answeredLate: 'Trả lời muộn trong kỳ',
  answeredWithoutLimit: 'Trả lời trong kỳ, không có thời hạn bằng số',
  outOfCompetence: 'Ngoài phạm vi, báo người hỏi trong kỳ',
  waiting: 'Cuối kỳ đang xử lý, chưa quá hạn',
  overdue: 'Cuối kỳ quá hạn',
  veryLate: 'Cuối kỳ quá hạn lâu',
} as const

export type QuestionFigure = keyof typeof QUESTION_FIGURES

/** Each figure with the paths behind it, in the order of the questions given. */
export type QuestionFigures = Readonly<Record<QuestionFigure, readonly string[]>>

/** A period, its end excluded, as far as it has come. */
export type Stretch = { readonly from: Instant; readonly end: Instant; readonly asOf: Instant }

/** What a report says of the questions of a period. */
export function questionFigures(
  questions: readonly CountedQuestion[],
  { regulation, calendar }: { readonly regulation: Regulation; readonly calendar: Calendar },
  stretch: Stretch,
): QuestionFigures {
  const now = Math.min(stretch.asOf, stretch.end - 1)
  const isIn = (at: Instant | undefined): boolean => at !== undefined && at >= stretch.from && at <= now
  const known = questions
    .filter(({ front }) => (instantOf(front.receivedDate) ?? Number.NEGATIVE_INFINITY) <= now)
    .map((each) => ({ ...each, state: questionState({ regulation, calendar, front: each.front, now }) }))
  const paths = (holds: (question: CountedQuestion & { readonly state: QuestionState }) => boolean) =>
    known.filter(holds).map(({ path }) => path)
  const closed = (figure: QuestionFigure) =>
    paths(({ state }) => isIn(state.at) && figureOfClosed(state) === figure)
  return {
    received: paths(({ front }) => isIn(instantOf(front.receivedDate))),
    passed: paths(({ front }) => isIn(instantOf(front.forwardedDate))),
    noticed: paths(({ front }) => noticesOf(front).some(({ sentDate }) => isIn(instantOf(sentDate)))),
    answeredInTime: closed('answeredInTime'),
    answeredLate: closed('answeredLate'),
    answeredWithoutLimit: closed('answeredWithoutLimit'),
    outOfCompetence: closed('outOfCompetence'),
    waiting: paths(({ state }) => state.at === undefined && !('due' in state)),
    overdue: paths(({ state }) => state.state === 'overdue'),
    veryLate: paths(({ state }) => state.state === 'very-late'),
  }
}

function figureOfClosed(state: QuestionState): QuestionFigure | undefined {
  if (state.at === undefined) return undefined
  if (state.state !== 'answered') return 'outOfCompetence'
  if (state.punctuality === 'in-time') return 'answeredInTime'
  return state.punctuality === 'late' ? 'answeredLate' : 'answeredWithoutLimit'
}

/** The figures as a table of a report: one a row, each opening to its questions. */
export function questionTable(figures: QuestionFigures, regulation: Regulation): Table {
  const ground = citeAll(regulation, refsOf(regulation.law.questions?.basis))
  return {
    id: 'hoi-dap',
    title: 'Câu hỏi, phản ánh, kiến nghị',
    ...(ground ? { ground } : {}),
    columns: [
      { id: 'muc', label: 'Nội dung', type: 'text' },
      { id: 'so', label: 'Số câu hỏi', type: 'integer' },
    ],
    rows: (Object.keys(QUESTION_FIGURES) as QuestionFigure[]).map((id) => ({
      id,
      figures: [text(QUESTION_FIGURES[id]), count(figures[id])],
    })),
    empty: 'Trong kỳ không có câu hỏi nào.',
  }
}
