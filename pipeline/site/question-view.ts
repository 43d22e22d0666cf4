import type { DocumentView, Moment } from '../../templates/view.ts'
import { type Day, vietnameseDay } from '../calendar/local-time.ts'
import type { HoiDap } from '../contract/types.ts'
import type { Portal } from '../portal/portal.ts'
import { wayIsOpen } from '../questions/open-to-public.ts'
import { noticesOf, type QuestionStep, stepsOf } from '../questions/steps.ts'
import { labelOf } from '../roster/roster.ts'
import { moment } from './document-view.ts'
import type { SiteDocument } from './site.ts'

/** How a question stands on its page, by what was written down and not by the clock: a page stays as it was built. */
export type ShownState = 'answered' | 'out-of-field' | 'noticed' | 'passed' | 'received'

export function shownState(front: HoiDap): ShownState {
  if (front.outOfField) return 'out-of-field'
  if (front.answeredDate) return 'answered'
  if (promisedDay(front)) return 'noticed'
  return front.forwardedTo ? 'passed' : 'received'
}

/** The last day that the asker was promised, as written. */
export const promisedDay = (front: HoiDap): string | undefined =>
  noticesOf(front).findLast(({ promisedDate }) => promisedDate)?.promisedDate

export function questionStatus(front: HoiDap): string {
  switch (shownState(front)) {
    case 'answered':
      return 'Đã trả lời'
    case 'out-of-field':
      return front.answeredDate || front.toldDate
        ? 'Ngoài phạm vi của cơ quan, đã báo người hỏi'
        : 'Ngoài phạm vi của cơ quan'
    case 'noticed':
      return `Đang xử lý, hẹn trả lời ngày ${moment(promisedDay(front))?.text ?? ''}`
    case 'passed':
      return 'Đã chuyển đơn vị có trách nhiệm'
    case 'received':
      return 'Đang xử lý'
  }
}

/** A question with as much of its way as the regulation opens. */
export function questionView(
  { regulation, roster }: Portal,
  { front, place }: SiteDocument,
): DocumentView['question'] {
  if (front.kind !== 'hoi-dap') return undefined
  const label = (id: string) => labelOf(roster, id)
  const year = 'year' in place ? place.year : ''
  return {
    text: front.question,
    number: front.number === undefined ? undefined : `${front.number}/${year}`,
    askedBy: front.askedBy,
    status: questionStatus(front),
    authority: front.competentAuthority,
    told: front.outOfField ? moment(front.toldDate) : undefined,
    answeredBy: front.answeredBy && label(front.answeredBy),
    answered: moment(front.answeredDate),
    history: wayIsOpen(regulation.law) ? stepsOf(front).map((step) => toEvent(front, step, label)) : [],
  }
}

const toEvent = (front: HoiDap, step: QuestionStep, label: (id: string) => string) => ({
  at: moment(textAt(front, step.field)) as Moment,
  text: eventWords(step, label),
})

/** The date as written, so that a day without an hour is shown without one. */
const textAt = (front: HoiDap, path: readonly (string | number)[]): string =>
  String(path.reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], front))

function eventWords(step: QuestionStep, label: (id: string) => string): string {
  switch (step.step) {
    case 'received':
      return 'Tiếp nhận câu hỏi'
    case 'passed':
      return step.to ? `Chuyển ${label(step.to)}` : 'Chuyển đơn vị có trách nhiệm'
    case 'noticed':
      return noticeWords(step)
    case 'told':
      return `Báo người hỏi: không thuộc phạm vi của cơ quan${step.authority ? `; nơi có thẩm quyền: ${step.authority}` : ''}`
    case 'answered':
      return step.by ? `${label(step.by)} trả lời` : 'Trả lời'
  }
}

type Notice = { promised: Day | undefined; reason: string | undefined; text: string | undefined }

function noticeWords({ promised, reason, text }: Notice): string {
  const what = reason === undefined ? 'Thông báo quá trình xử lý' : 'Thông báo hẹn lại'
  const day = promised === undefined ? '' : `, hẹn trả lời ngày ${vietnameseDay(promised)}`
  const why = [reason, text].filter(Boolean).join(' ')
  return `${what}${day}${why ? `: ${why}` : ''}`
}
