import type { Calendar } from '../calendar/calendar.ts'
import {
  type Day,
  dayOf,
  formatDay,
  formatInstant,
  type Instant,
  vietnameseDay,
  vietnameseInstant,
} from '../calendar/local-time.ts'
import type { HoiDap } from '../contract/types.ts'
import { instantOf } from '../deadlines/trigger.ts'
import type { FieldEdit } from '../documents/edit-front-matter.ts'
import type { Regulation } from '../regulation/regulation.ts'
import { dayOff, orderProblems } from './order.ts'
import { questionState } from './state.ts'
import { noticesOf } from './steps.ts'

/** What somebody does about a question, and when. */
export type Move =
  | { readonly move: 'pass'; readonly at: Instant; readonly to: string }
  | {
      readonly move: 'notice'
      readonly at: Instant
      readonly promised: Day
      readonly text?: string | undefined
      readonly reason?: string | undefined
    }
  | {
      readonly move: 'tell'
      readonly at: Instant
      readonly authority?: string | undefined
      readonly lateReason?: string | undefined
    }
  | {
      readonly move: 'answer'
      readonly at: Instant
      readonly by: string
      readonly lateReason?: string | undefined
    }

/** The fields that a move writes, or why it may not be made. */
export type Moved =
  | { readonly ok: true; readonly edits: readonly FieldEdit[]; readonly after: HoiDap }
  | { readonly ok: false; readonly problem: string; readonly fix: string }

export type MoveFacts = {
  readonly regulation: Regulation
  readonly calendar: Calendar
  readonly front: HoiDap
  readonly now: Instant
}

/** Makes a move, or says why the regulation or common sense forbids it. Late is not refused; silent is. */
export function makeMove(facts: MoveFacts, move: Move): Moved {
  const refusal = alreadyOver(facts.front, move) ?? REFUSALS[move.move](facts, move as never)
  if (refusal) return { ok: false, ...refusal }
  const edits = editsOf(facts.front, move)
  const after = applied(facts.front, edits)
  const [wrong] = orderProblems(after, facts.calendar, facts.now).filter(
    ({ severity }) => severity === undefined,
  )
  if (wrong) return { ok: false, problem: wrong.problem, fix: wrong.fix }
  return lateInSilence({ ...facts, front: after }, move) ?? { ok: true, edits, after }
}

type Refusal = { readonly problem: string; readonly fix: string }

const NAMES: Record<Move['move'], string> = {
  pass: 'chuyển',
  notice: 'thông báo quá trình xử lý',
  tell: 'báo ngoài phạm vi',
  answer: 'trả lời',
}

/** An answered question is done with; so is one whose asker was told to go elsewhere. */
function alreadyOver({ answeredDate, toldDate }: HoiDap, { move }: Move): Refusal | undefined {
  if (answeredDate === undefined && toldDate === undefined) return undefined
  const done = answeredDate === undefined ? 'đã báo ngoài phạm vi' : 'đã trả lời'
  return {
    problem: `Câu hỏi ${done} lúc ${inWords(answeredDate ?? toldDate)}, không ${NAMES[move]} được nữa`,
    fix: 'nếu ghi nhầm thì sửa tay trong tệp; nếu người hỏi hỏi tiếp thì ghi thành câu hỏi mới',
  }
}

type RefusalOf<M extends Move['move']> = (
  facts: MoveFacts,
  move: Extract<Move, { move: M }>,
) => Refusal | undefined

const pass: RefusalOf<'pass'> = ({ front }, { to }) =>
  front.forwardedTo === to
    ? {
        problem: `Câu hỏi đang ở \`${to}\` rồi, chuyển từ ${inWords(front.forwardedDate)}`,
        fix: 'không phải làm gì; muốn chuyển đơn vị khác thì ghi mã khác ở --to',
      }
    : undefined

const notice: RefusalOf<'notice'> = ({ front, calendar, now }, { promised, reason }) => {
  const former = noticesOf(front)
  const off = dayOff(calendar, promised)
  if (front.outOfField)
    return {
      problem: 'Câu hỏi ngoài phạm vi thì không hẹn: phải báo ngay cho người hỏi',
      fix: 'dùng congbo hoi-dap tell',
    }
  if (promised < dayOf(now))
    return { problem: `Ngày hẹn ${vietnameseDay(promised)} đã qua`, fix: 'hẹn một ngày chưa đến' }
  if (off !== undefined)
    return { problem: `Ngày hẹn ${vietnameseDay(promised)} ${off}`, fix: 'hẹn vào ngày làm việc' }
  return former.length > 0 && reason === undefined
    ? {
        problem: `Đã thông báo ${former.length} lần, lần gần nhất hẹn ${vietnameseText(former.at(-1)?.promisedDate)}; hẹn lại phải nêu lý do`,
        fix: 'thêm --reason "…" nói vì sao không trả lời được vào ngày đã hẹn',
      }
    : undefined
}

const REFUSALS: { readonly [M in Move['move']]: RefusalOf<M> } = {
  pass,
  notice,
  tell: () => undefined,
  answer: () => undefined,
}

/** What came too late needs its reason, as an article does. */
function lateInSilence(facts: MoveFacts, { move }: Move): Moved | undefined {
  if (move !== 'answer' && move !== 'tell') return undefined
  const state = questionState(facts)
  const late = state.at !== undefined && state.punctuality === 'late'
  const { lateReason, furtherNotices } = facts.front
  if (!late || lateReason !== undefined || furtherNotices !== undefined) return undefined
  return {
    ok: false,
    problem: `${move === 'answer' ? 'Trả lời' : 'Báo'} quá hạn mà không nói vì sao`,
    fix: 'thêm --late-reason "…" nêu lý do thật; trả lời muộn vẫn được ghi',
  }
}

function editsOf(front: HoiDap, move: Move): FieldEdit[] {
  const at = formatInstant(move.at)
  const set = (key: string, value: FieldEdit['value'] | string | boolean): FieldEdit => ({
    edit: 'set',
    key,
    value: value as string,
  })
  const reason = 'lateReason' in move && move.lateReason ? [set('lateReason', move.lateReason)] : []
  switch (move.move) {
    case 'pass':
      return [set('forwardedTo', move.to), set('forwardedDate', at)]
    case 'tell':
      return [
        ...(front.outOfField ? [] : [set('outOfField', true)]),
        set('toldDate', at),
        ...(move.authority ? [set('competentAuthority', move.authority)] : []),
        ...reason,
      ]
    case 'answer':
      return [set('answeredBy', move.by), set('answeredDate', at), ...reason]
    case 'notice':
      return [noticeEdit(front, move, at)]
  }
}

function noticeEdit(front: HoiDap, move: Extract<Move, { move: 'notice' }>, at: string): FieldEdit {
  const { promised, text, reason } = move
  const value = {
    sentDate: at,
    promisedDate: formatDay(promised),
    ...(front.progressNotice && reason ? { reason } : {}),
    ...(text ? { text } : {}),
  }
  return front.progressNotice
    ? { edit: 'append', key: 'furtherNotices', value }
    : { edit: 'set', key: 'progressNotice', value }
}

/** The front matter as it reads after the edits. */
function applied(front: HoiDap, edits: readonly FieldEdit[]): HoiDap {
  const fields = { ...(front as unknown as Record<string, unknown>) }
  for (const { edit, key, value } of edits) {
    const former = fields[key]
    fields[key] = edit === 'append' ? [...(Array.isArray(former) ? former : []), value] : value
  }
  return fields as unknown as HoiDap
}

/** The keys of a question in their usual order: behind which a new one goes. */
export const QUESTION_KEYS: readonly string[] = [
  'title',
  'kind',
  'linhVuc',
  'section',
  'author',
  'submittedBy',
  'source',
  'fromIssue',
  'number',
  'receivedDate',
  'askedBy',
  'question',
  'forwardedTo',
  'forwardedDate',
  'progressNotice',
  'furtherNotices',
  'outOfField',
  'toldDate',
  'competentAuthority',
  'answeredBy',
  'answeredDate',
  'lateReason',
]

const inWords = (text: string | undefined): string => {
  const at = instantOf(text)
  return at === undefined ? '(không ghi ngày)' : vietnameseInstant(at)
}

const vietnameseText = (text: string | undefined): string => {
  const at = instantOf(text)
  return at === undefined ? '(không ghi ngày)' : `ngày ${vietnameseDay(dayOf(at))}`
}
