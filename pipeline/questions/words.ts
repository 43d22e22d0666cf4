import { type Instant, vietnameseDay, vietnameseInstant } from '../calendar/local-time.ts'
import type { HoiDap } from '../contract/types.ts'
import { dueInWords, limitInWords } from '../deadlines/words.ts'
import { groundOf, type Regulation } from '../regulation/regulation.ts'
import { labelOf, type Roster } from '../roster/roster.ts'
import { ageInDays, type QuestionStage, type QuestionState } from './state.ts'

export const STATE_WORDS: Record<QuestionState['state'], string> = {
  received: 'mới tiếp nhận',
  passed: 'đã chuyển',
  noticed: 'đã hẹn',
  answered: 'đã trả lời',
  'out-of-competence': 'ngoài phạm vi',
  overdue: 'quá hạn',
  'very-late': 'quá hạn lâu',
}

export type Words = {
  readonly regulation: Regulation
  readonly roster: Roster
  readonly front: HoiDap
  readonly now: Instant
}

/** When a question is due and on what ground, or that no number binds; undefined where nothing is owed any more. */
export function dueWords(state: QuestionState, { regulation, front, now }: Words): string | undefined {
  if (state.at !== undefined) return undefined
  if ('due' in state)
    return `${dueInWords(state.due)} (${limitInWords(state.deadline)}; ${groundOf(regulation, state.deadline)})`
  const { time } = state
  if (time.limit === 'set')
    return `${dueInWords(time.due)} (${limitInWords(time.deadline)}; ${groundOf(regulation, time.deadline)})`
  if (time.limit === 'cannot-tell') return `chưa tính được: ${time.problem}; ${time.fix}`
  const age = ageInDays(front, now)
  const [deadline] = regulation.law.deadlines.filter(({ kinds }) => kinds.includes('hoi-dap'))
  const ground = deadline ? ` (${groundOf(regulation, deadline)})` : ''
  return `Quy chế không ấn định số ngày${ground}; đã chờ ${age ?? 0} ngày`
}

/** Who must do what next, as an order. */
export function nextStep(state: QuestionState, words: Words): string {
  if (state.at !== undefined) return nextOfClosed(state.state, words)
  const { regulation, roster, front } = words
  const secretary = front.submittedBy ? labelOf(roster, front.submittedBy) : 'bộ phận tiếp nhận'
  const { stage } = state
  const holder = holderOf(stage)
  const who = holder ? labelOf(roster, holder) : secretary
  if ('due' in state) {
    const heads = regulation.law.approval.governance.approvers.map((id) => labelOf(roster, id)).join(', ')
    const owed = stage.stage === 'out-of-competence' ? 'báo ngay cho người hỏi' : 'trả lời ngay'
    return `${who} ${owed}, nêu lý do chậm${state.state === 'very-late' ? `; báo cáo ${heads}` : ''}`
  }
  switch (stage.stage) {
    case 'out-of-competence':
      return `${who} báo ngay cho người hỏi nơi có thẩm quyền, rồi ghi: congbo hoi-dap tell`
    case 'received':
      return `${who} phân loại, chuyển đơn vị có trách nhiệm: congbo hoi-dap pass; ngoài phạm vi thì báo ngay: congbo hoi-dap tell`
    case 'passed':
      return `${who} trả lời${mayNotice(regulation) ? ', hoặc báo quá trình xử lý kèm ngày hẹn trước khi hết hạn' : ''}`
    case 'noticed':
      return `${who} trả lời trước khi hết ngày đã hẹn ${vietnameseDay(stage.promised)}`
  }
}

function nextOfClosed(state: QuestionState['state'], { regulation: { law }, front }: Words): string {
  if (state !== 'answered') return 'gửi yêu cầu gộp để lưu sổ'
  return front.generalInterest || law.questions?.publish !== 'generalInterestOnly'
    ? 'gửi yêu cầu gộp để người có thẩm quyền duyệt đăng câu trả lời'
    : 'không bắt buộc đăng (không phải vấn đề liên quan chung); gửi yêu cầu gộp để lưu sổ'
}

/** Whether a notice with a promised day does instead of the answer. */
export const mayNotice = ({ law }: Regulation): boolean =>
  law.deadlines.some(({ kinds, duty }) => kinds.includes('hoi-dap') && duty === 'progressOrReply')

export const holderOf = (stage: QuestionStage): string | undefined =>
  stage.stage === 'passed' || stage.stage === 'noticed' ? stage.to : undefined

/** How a question stands, in a few words for a list. */
export function stateWords(state: QuestionState): string {
  const words = STATE_WORDS[state.state]
  if (state.at === undefined)
    return state.state === 'out-of-competence' ? `${words}, chưa báo người hỏi` : words
  const late = state.punctuality === 'late' ? ', muộn' : ''
  return `${words}${state.state === 'answered' ? '' : ', đã báo'}${late} lúc ${vietnameseInstant(state.at)}`
}
