import { type Day, dayOf, type Instant, parseDay, vietnameseDay, yearOf } from '../calendar/local-time.ts'
import type { TuChoi } from '../contract/types.ts'
import { groundOf, type Regulation } from '../regulation/regulation.ts'
import type { Roster } from '../roster/roster.ts'
import { problemAt, type RecordProblem } from './problem.ts'
import { gapBefore, misplaced, privateData, unknownMember } from './record-problems.ts'
import type { Filed } from './register-files.ts'

/** Where the reply to a sender whose article was refused stands. */
export type ReplyState =
  | { readonly state: 'replied'; readonly on: Day; readonly how: string }
  | { readonly state: 'owed' }
  /** The regulation asks for none. */
  | { readonly state: 'not-asked' }

/** What the checks of a record rest on. */
export type RecordFacts = {
  readonly regulation: Regulation
  readonly roster: Roster
  readonly now: Instant
}

export const replyOf = ({ reply }: TuChoi, { law }: Regulation): ReplyState => {
  if (reply) return { state: 'replied', on: parseDay(reply.on) as Day, how: reply.how }
  return { state: law.refusal?.replyRequired ? 'owed' : 'not-asked' }
}

/** The ground of a refusal in words, and what it rests on: the regulation's own ground, or the words of whoever refused. */
export function refusalGround(ground: string, regulation: Regulation): { words: string; law: string } {
  const { refusal } = regulation.law
  const listed = refusal?.grounds.find(({ id }) => id === ground)
  if (listed) return { words: listed.label, law: groundOf(regulation, listed) }
  const basis = refusal
    ? groundOf(regulation, refusal)
    : 'Giả định: Quy chế không có khoản về từ chối đăng; lý do ghi bằng lời'
  return { words: ground, law: basis }
}

/** The problems of a record of a refusal, by itself and among the others of its register. */
export function refusalProblems(
  record: Filed<TuChoi>,
  records: readonly Filed<TuChoi>[],
  facts: RecordFacts,
): RecordProblem[] {
  const { value } = record
  const { regulation, roster } = facts
  return [
    ...misplaced(record, value, { key: 'decidedOn', year: yearOf(parseDay(value.decidedOn) as Day) }),
    ...gapBefore(record, records),
    ...groundProblems(value, regulation),
    ...channelProblems(value, regulation),
    ...unknownMember(roster, 'from.unit', value.from.unit),
    ...unknownMember(roster, 'decidedBy', value.decidedBy),
    ...subjectProblems(value, regulation),
    ...orderProblems(value, facts),
    ...privateData({
      title: value.title,
      ground: value.ground,
      channel: value.channel,
      'reply.how': value.reply?.how,
      remarks: value.remarks,
    }),
    ...replyProblems(value, regulation),
  ]
}

function groundProblems({ ground }: TuChoi, { law }: Regulation): RecordProblem[] {
  const grounds = law.refusal?.grounds ?? []
  if (grounds.length === 0 || grounds.some(({ id }) => id === ground)) return []
  const known = grounds.map(({ id, label }) => `${id} (${label})`)
  return [
    problemAt(
      'ground',
      `Quy chế không có lý do từ chối \`${ground}\``,
      `chọn một trong: ${known.join('; ')}`,
    ),
  ]
}

function channelProblems({ channel }: TuChoi, { law }: Regulation): RecordProblem[] {
  const channels = law.intake?.channels ?? []
  if (channels.length === 0 || channels.some(({ id }) => id === channel)) return []
  const known = channels.map(({ id, label }) => `${id} (${label})`).join('; ')
  return [
    channel === undefined
      ? problemAt('channel', 'Chưa ghi bài gửi qua kênh nào', `ghi \`channel\`, một trong: ${known}`)
      : problemAt('channel', `Quy chế không có kênh gửi \`${channel}\``, `chọn một trong: ${known}`),
  ]
}

function subjectProblems({ linhVuc, kind }: TuChoi, { linhVuc: fields, kinds }: Regulation): RecordProblem[] {
  return [
    ...(linhVuc === undefined || fields.has(linhVuc)
      ? []
      : [
          problemAt(
            'linhVuc',
            `Quy chế không có lĩnh vực \`${linhVuc}\``,
            `chọn một trong: ${[...fields.keys()].join(', ')}`,
          ),
        ]),
    ...(kind === undefined || kinds.has(kind)
      ? []
      : [
          problemAt(
            'kind',
            `Quy chế không có thể loại \`${kind}\``,
            `chọn một trong: ${[...kinds.keys()].join(', ')}`,
          ),
        ]),
  ]
}

function orderProblems({ receivedOn, decidedOn, reply }: TuChoi, { now }: RecordFacts): RecordProblem[] {
  const [received, decided] = [receivedOn, decidedOn].map((text) => parseDay(text) as Day) as [Day, Day]
  const replied = reply && (parseDay(reply.on) as Day)
  return [
    ...(received > decided
      ? [
          problemAt(
            'decidedOn',
            `Quyết định ngày ${vietnameseDay(decided)}, trước ngày nhận ${vietnameseDay(received)}`,
            'sửa lại một trong hai ngày',
          ),
        ]
      : []),
    ...(decided > dayOf(now)
      ? [problemAt('decidedOn', `Ngày quyết định ${vietnameseDay(decided)} chưa tới`, 'ghi ngày thật')]
      : []),
    ...(replied !== undefined && replied < decided
      ? [
          problemAt(
            'reply.on',
            `Trả lời ngày ${vietnameseDay(replied)}, trước ngày quyết định ${vietnameseDay(decided)}`,
            'sửa lại một trong hai ngày',
          ),
        ]
      : []),
    ...(replied !== undefined && replied > dayOf(now)
      ? [problemAt('reply.on', `Ngày trả lời ${vietnameseDay(replied)} chưa tới`, 'ghi ngày thật')]
      : []),
  ]
}

const replyProblems = (value: TuChoi, regulation: Regulation): RecordProblem[] =>
  replyOf(value, regulation).state === 'owed'
    ? [
        {
          ...problemAt(
            'reply',
            'Chưa trả lời người gửi; Quy chế đòi hồi đáp, không nêu thời hạn',
            'trả lời người gửi rồi ghi reply (on, how)',
          ),
          severity: 'warning',
        },
      ]
    : []
