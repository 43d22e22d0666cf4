import { formatInstant, type Instant, MINUTE } from '../calendar/local-time.ts'
import type { FieldValue } from '../documents/edit-front-matter.ts'
import { PLACEHOLDERS } from '../documents/placeholders.ts'
import type { Regulation } from '../regulation/regulation.ts'
import { eventTime } from './event-time.ts'
import type { Submission } from './form.ts'
import { channelFor } from './intake.ts'
import type { Sender } from './sender.ts'

/** What is known of an article that was sent by the form. */
export type Sent = {
  readonly form: Submission
  readonly sender: Sender
  readonly issue: number
  readonly received: Instant
  /** Whether it is an official paper, which has a frame of its own. */
  readonly paper: boolean
}

/** What the form tells, in front matter; and what follows from it for the sender and for the editor. */
export type Told = {
  readonly fields: Readonly<Record<string, FieldValue>>
  /** Days that a deadline counts from. */
  readonly dates: Readonly<Record<string, string>> | undefined
  /** What the sender should add. */
  readonly wanted: readonly string[]
  readonly remarks: readonly string[]
}

/** Kinds whose articles may tell when something happened; those of the first three must. */
const EVENTS: readonly Submission['kind'][] = [undefined, 'tin-su-kien', 'hoi-nghi', 'bai-viet']

/** The front matter that the form tells, and marks for what it does not. */
export function toldBy(regulation: Regulation, sent: Sent): Told {
  const { form, sender, issue, received, paper } = sent
  const isEvent = !paper && EVENTS.includes(form.kind)
  const event = isEvent ? eventTime(form.day, form.hour) : undefined
  const undated = isEvent && form.kind !== 'bai-viet' && event === undefined
  const unit = sender.state === 'unit' ? sender.unit : sender.via
  return {
    fields: {
      author: fitting(form.author, 120) ?? `${PLACEHOLDERS.toFill} Người viết`,
      source: fitting(form.source, 200) ?? `${PLACEHOLDERS.toFill} Nguồn tin`,
      ...(unit === undefined ? {} : { submittedBy: unit }),
      ...(event === undefined ? {} : { eventDate: event }),
      intake: {
        received: formatInstant(received - (received % MINUTE)),
        ...channelFor(regulation, 'mau-gui-bai'),
        issue,
      },
    },
    dates: event === undefined ? undefined : { eventDate: event, eventEnd: event.slice(0, 10) },
    wanted: wantedFrom(sent, undated),
    remarks: [
      ...outsideWords(sender),
      ...(undated ? ['điền lúc diễn ra (eventDate): người gửi chưa ghi hoặc ghi không rõ'] : []),
    ],
  }
}

const wantedFrom = ({ form, paper }: Sent, undated: boolean): string[] => [
  ...(undated
    ? [
        'ngày diễn ra, ghi đủ ngày, tháng, năm (ví dụ 20/11/2026), và giờ bắt đầu (ví dụ 8 giờ 30): thời hạn đăng tính từ đó',
      ]
    : []),
  ...(form.author === undefined && !paper ? ['người viết'] : []),
  ...(form.source === undefined && !paper ? ['nguồn tin'] : []),
]

function outsideWords(sender: Sender): string[] {
  if (sender.state === 'unit')
    return [
      'đơn vị gửi là lời của người gửi, máy không biết người ấy có ở đơn vị không: chưa quen thì hỏi lại đơn vị',
    ]
  return [
    sender.via === undefined
      ? 'người gửi không ghi đơn vị có trong ban biên tập: xem lại đơn vị gửi (submittedBy)'
      : `người gửi ở ngoài ban biên tập: đơn vị gửi ghi theo nơi tiếp nhận (${sender.law})`,
  ]
}

/** An answer that a field of front matter takes. */
const fitting = (words: string | undefined, most: number): string | undefined =>
  words === undefined || words.length < 2 || words.length > most ? undefined : words
