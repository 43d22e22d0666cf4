import type { Calendar } from '../calendar/calendar.ts'
import { CalendarGap, dayKind } from '../calendar/calendar.ts'
import { type Day, type Instant, vietnameseDay, vietnameseInstant } from '../calendar/local-time.ts'
import type { HoiDap } from '../contract/types.ts'
import { isBefore, type Trigger } from '../deadlines/trigger.ts'
import type { Severity } from '../diagnostics/diagnostic.ts'
import { type QuestionStep, stepsOf } from './steps.ts'

/** What cannot be true of a question, with the place of the field that says so. */
export type OrderProblem = {
  readonly field: readonly (string | number)[]
  readonly problem: string
  readonly fix: string
  readonly severity?: Severity
}

/** Everything in the dates of a question that cannot be, or that nobody may do. */
export const orderProblems = (front: HoiDap, calendar: Calendar, now: Instant): OrderProblem[] => [
  ...wrongOrder(stepsOf(front)),
  ...inTheFuture(stepsOf(front), now),
  ...unfinished(front),
  ...promises(front, calendar),
]

const DONE: Record<QuestionStep['step'], string> = {
  received: 'tiếp nhận câu hỏi',
  passed: 'chuyển câu hỏi',
  noticed: 'thông báo quá trình xử lý',
  told: 'báo ngoài phạm vi',
  answered: 'trả lời',
}

/** Nothing comes before the receipt, nothing but the answer after it was answered; a later notice after an earlier one. */
function wrongOrder(steps: readonly QuestionStep[]): OrderProblem[] {
  const [first] = steps
  const received = first?.step === 'received' ? first : undefined
  const end = steps.find(({ step }) => step === 'answered' || step === 'told')
  return steps.flatMap((step, index) => {
    const before = steps.slice(0, index).findLast((each) => each.step === step.step)
    if (received && isBefore(step.at, received.at)) return [earlier(step, received)]
    if (before && isBefore(step.at, before.at)) return [earlier(step, before)]
    if (end && (step.step === 'passed' || step.step === 'noticed') && isBefore(end.at, step.at))
      return [
        {
          field: step.field,
          problem: `${capital(DONE[step.step])} (${when(step.at)}) sau khi đã ${DONE[end.step]} (${when(end.at)})`,
          fix: `sửa \`${step.field[0]}\` hoặc \`${end.field[0]}\` theo sổ`,
        },
      ]
    return []
  })
}

const earlier = (step: QuestionStep, before: QuestionStep): OrderProblem => ({
  field: step.field,
  problem: `${capital(DONE[step.step])} (${when(step.at)}) trước khi ${DONE[before.step]} (${when(before.at)})`,
  fix: `sửa \`${before.field.join('.')}\` hoặc \`${step.field.join('.')}\` theo sổ`,
})

const inTheFuture = (steps: readonly QuestionStep[], now: Instant): OrderProblem[] =>
  steps
    .filter(({ step, at }) => step !== 'received' && at.at > now)
    .map(({ step, at, field }) => ({
      field,
      problem: `Ghi là đã ${DONE[step]} lúc ${when(at)}, nhưng lúc ấy chưa đến`,
      fix: 'ghi sau khi đã làm, đúng ngày giờ đã làm',
    }))

/** Fields that mean nothing without another. */
function unfinished(front: HoiDap): OrderProblem[] {
  const { forwardedTo, forwardedDate, toldDate, outOfField, progressNotice, furtherNotices } = front
  return [
    ...need(
      forwardedDate && !forwardedTo,
      'forwardedDate',
      'Ghi ngày chuyển mà không ghi chuyển cho ai',
      'thêm `forwardedTo: …` (mã đơn vị)',
    ),
    ...need(
      forwardedTo && !forwardedDate,
      'forwardedTo',
      'Ghi đã chuyển mà không ghi chuyển lúc nào',
      'thêm `forwardedDate: …`',
      'warning',
    ),
    ...need(
      toldDate && !outOfField,
      'toldDate',
      'Ghi đã báo ngoài phạm vi mà câu hỏi không ghi ngoài phạm vi',
      'thêm `outOfField: true`, hoặc bỏ `toldDate`',
    ),
    ...need(
      furtherNotices && !progressNotice,
      'furtherNotices',
      'Có thông báo hẹn lại mà không có thông báo đầu',
      'chuyển thông báo đầu lên `progressNotice`',
    ),
  ]
}

const need = (
  wrong: unknown,
  field: string,
  problem: string,
  fix: string,
  severity?: Severity,
): OrderProblem[] => (wrong ? [{ field: [field], problem, fix, ...(severity ? { severity } : {}) }] : [])

/** A promised day comes after the notice, and each after the one before; a day off is told, because nobody will be there. */
function promises(front: HoiDap, calendar: Calendar): OrderProblem[] {
  const promised = stepsOf(front).filter((step) => step.step === 'noticed')
  return promised.flatMap(({ promised: day, at, field }, index): OrderProblem[] => {
    if (day === undefined) return []
    const place = [...field.slice(0, -1), 'promisedDate']
    const former = promised[index - 1]?.promised
    if (day < at.day)
      return [
        {
          field: place,
          problem: `Ngày hẹn ${vietnameseDay(day)} đã qua khi gửi thông báo (${when(at)})`,
          fix: 'ghi đúng ngày hẹn trong thông báo',
        },
      ]
    if (former !== undefined && day <= former)
      return [
        {
          field: place,
          problem: `Hẹn lại ngày ${vietnameseDay(day)}, không sau ngày đã hẹn ${vietnameseDay(former)}`,
          fix: 'ghi ngày hẹn mới, hoặc bỏ lần hẹn lại',
        },
      ]
    const off = dayOff(calendar, day)
    return off === undefined
      ? []
      : [
          {
            field: place,
            problem: `Ngày hẹn ${vietnameseDay(day)} ${off}`,
            fix: 'hẹn vào ngày làm việc',
            severity: 'warning',
          },
        ]
  })
}

/** Why nobody works on a day; undefined where somebody does, or where no calendar tells. */
export function dayOff(calendar: Calendar, day: Day): string | undefined {
  try {
    const kind = dayKind(calendar, day)
    return kind.working ? undefined : `là ngày nghỉ${kind.name ? ` (${kind.name})` : ''}`
  } catch (error) {
    if (!(error instanceof CalendarGap)) throw error
    return undefined
  }
}

const when = ({ precise, at, day }: Trigger): string => (precise ? vietnameseInstant(at) : vietnameseDay(day))

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
