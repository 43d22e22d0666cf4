import type { Due } from '../calendar/due-at.ts'
import { vietnameseDay, vietnameseInstant } from '../calendar/local-time.ts'
import { deadlineOf } from '../deadlines/deadline-of.ts'
import { parseTrigger, TRIGGER_WORDS, type Trigger } from '../deadlines/trigger.ts'
import { fieldOf, type Verdict, verdictOf } from '../deadlines/verdict.ts'
import { dueInWords, limitInWords } from '../deadlines/words.ts'
import type { Finding } from '../diagnostics/diagnostic.ts'
import type { Document } from '../documents/document.ts'
import { statusOn } from '../portal/portal.ts'
import { type Deadline, refsOf } from '../regulation/regulation.ts'
import { type Facts, placeOfField, type Rule } from './rule.ts'

/** What was judged last: rules ask about one document after the other. */
let last: { readonly facts: Facts; readonly verdict: Verdict } | undefined

/** The verdict on a document; two rules ask, it is computed once. */
function verdictFor(facts: Facts): Verdict {
  if (last?.facts === facts) return last.verdict
  const { portal, document, publication, now } = facts
  const { regulation, calendar } = portal
  const verdict = verdictOf({ regulation, calendar, front: document.front, publication, now })
  last = { facts, verdict }
  return verdict
}

export const trigger: Rule = {
  id: 'trigger',
  name: 'mốc tính thời hạn',
  severity: 'error',
  question: 'Bài có ghi mốc mà thời hạn bắt đầu tính (lúc diễn ra, ngày ký, ngày tiếp nhận…)?',
  reason:
    'Đăng muộn không bị từ chối, nhưng không nói rõ sự việc xảy ra lúc nào thì không ai biết là muộn hay không.',
  advice: 'Ghi thời điểm có giờ và múi giờ, ví dụ `2026-11-20T08:00:00+07:00`.',
  check: (facts) => {
    const { document } = facts
    const verdict = verdictFor(facts)
    if (verdict.state !== 'no-trigger' && verdict.state !== 'cannot-tell') return []
    const field = verdict.deadline.trigger ?? 'eventDate'
    const at = placeOfField(document, field)
    const clauses = refsOf(verdict.deadline.basis)
    if (verdict.state === 'cannot-tell') return [{ at, problem: verdict.problem, fix: verdict.fix, clauses }]
    return [
      {
        at,
        problem: `Thiếu \`${field}\` (${TRIGGER_WORDS[field]}), không tính được thời hạn «${verdict.deadline.label}»`,
        fix: `thêm dòng \`${field}: …\`, ví dụ \`${field}: 2026-11-20T08:00:00+07:00\``,
        clauses,
      },
    ]
  },
}

export const deadline: Rule = {
  id: 'deadline',
  name: 'thời hạn',
  severity: 'error',
  question: 'Bài còn trong thời hạn; nếu quá hạn thì đã ghi lý do?',
  reason:
    'Quy chế đặt thời hạn. Bài muộn vẫn đăng được khi ghi rõ lý do để người duyệt biết; cấm hẳn chỉ khiến người ta ghi sai ngày.',
  advice: 'Gửi bài ngay trong ngày; khi đã muộn thì ghi `lateReason` đúng sự thật.',
  check: (facts) => {
    const { document } = facts
    const verdict = verdictFor(facts)
    if (verdict.state !== 'overdue' && verdict.state !== 'at-risk' && verdict.state !== 'late-with-reason')
      return []
    const { deadline: limit } = verdict
    const reply = limit.duty === 'publish' ? 'publish' : 'reply'
    const reason = verdict.state === 'late-with-reason' ? `. Lý do: «${verdict.reason}»` : ''
    const { severity, word, fix } = LATENESS[verdict.state]
    return [
      {
        at: placeOfField(document, limit.trigger ?? 'kind'),
        clauses: refsOf(limit.basis),
        severity,
        problem: `${word}: ${untilWhen(verdict.due, limit)}${reason}`,
        fix: fix[reply],
      },
    ]
  },
}

const untilWhen = (due: Due, limit: Deadline): string =>
  `${limit.duty === 'publish' ? 'phải đăng' : 'phải trả lời'} ${due.unit === 'officeHour' ? 'trước ' : ''}${dueInWords(due)} (${limitInWords(limit)})`

const LATENESS = {
  'at-risk': {
    severity: 'warning',
    word: 'Sắp đến hạn',
    fix: {
      publish: 'duyệt và đăng sớm; nếu chậm thì ghi `lateReason`',
      reply: 'trả lời, hoặc gửi thông báo quá trình xử lý có hẹn ngày (`progressNotice`)',
    },
  },
  overdue: {
    severity: 'error',
    word: 'Đã quá hạn',
    fix: {
      publish: 'thêm dòng `lateReason: …` nêu lý do thật; bài vẫn được đăng khi người duyệt đồng ý',
      reply: 'trả lời ngay; ghi `lateReason: …` nêu lý do chậm',
    },
  },
  'late-with-reason': {
    severity: 'info',
    word: 'Quá hạn, có lý do',
    fix: {
      publish: 'người duyệt xem lý do trước khi đồng ý',
      reply: 'người duyệt xem lý do trước khi đồng ý',
    },
  },
} as const

const PAIRS: readonly (readonly [before: string, after: string, problem: string])[] = [
  ['eventDate', 'eventEnd', 'Thời điểm kết thúc trước thời điểm diễn ra'],
  ['openDate', 'closeDate', 'Ngày kết thúc lấy ý kiến trước ngày bắt đầu'],
  ['signedDate', 'promulgatedDate', 'Ngày ban hành trước ngày ký'],
  ['effectiveDate', 'expiryDate', 'Ngày hết hiệu lực trước ngày có hiệu lực'],
]

export const triggerOrder: Rule = {
  id: 'trigger-order',
  name: 'trật tự các mốc thời gian',
  severity: 'error',
  question: 'Các mốc thời gian hợp lý: kết thúc sau bắt đầu, tin không nói về việc chưa diễn ra?',
  reason: 'Mốc thời gian sai làm sai thời hạn và làm người đọc hiểu nhầm.',
  advice: 'Kiểm tra ngày, tháng; giờ ghi theo giờ Việt Nam (+07:00).',
  check: (facts) => [...wrongOrder(facts.document), ...inTheFuture(facts)],
}

const wrongOrder = (document: Document): Finding[] =>
  PAIRS.flatMap(([before, after, problem]) => {
    const second = readTrigger(document, after)
    const first = second && readTrigger(document, before)
    if (!first || !second) return []
    const wrong = first.precise && second.precise ? second.at < first.at : second.day < first.day
    return wrong
      ? [{ at: placeOfField(document, after), problem, fix: `sửa \`${before}\` hoặc \`${after}\`` }]
      : []
  })

function inTheFuture({ portal, document, publication, now }: Facts): Finding[] {
  const field =
    deadlineOf(portal.regulation, document.front)?.trigger ??
    (document.front.kind === 'tin-su-kien' ? 'eventDate' : undefined)
  const found = field && readTrigger(document, field)
  const seen = publication.state === 'published' ? publication.at : now
  if (!found || found.at <= seen) return []
  const when = found.precise ? vietnameseInstant(found.at) : vietnameseDay(found.day)
  return [
    {
      at: placeOfField(document, field),
      severity: 'warning',
      problem: `Mốc \`${field}\` (${when}) còn ở tương lai: tin nói về việc chưa diễn ra?`,
      fix: 'kiểm tra lại ngày, giờ; nếu là thông báo trước thì nói rõ trong bài',
    },
  ]
}

function readTrigger(document: Document, field: string): Trigger | undefined {
  const text = fieldOf(document.front, field)
  const parsed = text === undefined ? undefined : parseTrigger(text)
  return parsed?.ok ? parsed.value : undefined
}

export const portalStatus: Rule = {
  id: 'portal-status',
  name: 'tình trạng của cổng',
  severity: 'error',
  question: 'Cổng còn hoạt động khi bài được đăng?',
  reason: 'Cổng đã lưu trữ chỉ để đọc: bài mới phải đăng ở cổng của đơn vị kế thừa.',
  advice: 'Xem `lifecycle` trong cong.yaml và đơn vị kế thừa.',
  check: ({ portal, document, publication, now }) => {
    const dated = () => deadlineOf(portal.regulation, document.front)?.trigger ?? 'eventDate'
    const latest = () => Math.max(now, readTrigger(document, dated())?.at ?? now)
    const status = statusOn(portal.cong, publication.state === 'published' ? publication.at : latest())
    if (status.state === 'active') return []
    const at = { line: 1, column: 1 }
    if (status.state === 'not-yet')
      return [
        {
          at,
          problem: `Cổng bắt đầu hoạt động từ ${vietnameseDay(status.from)}`,
          fix: 'đăng sau ngày này, hoặc sửa `lifecycle` trong cong.yaml',
        },
      ]
    const successors =
      status.successors.length > 0
        ? ` Đơn vị kế thừa: ${status.successors.map(({ name }) => name).join('; ')}.`
        : ''
    return [
      {
        at,
        problem: `Cổng đã lưu trữ từ ${vietnameseDay(status.from)}, không nhận tin bài mới (${status.reason}).${successors}`,
        fix: 'đăng bài ở cổng của đơn vị kế thừa',
      },
    ]
  },
}
