import { parseDay, startOf, vietnameseDay, vietnameseInstant } from '../calendar/local-time.ts'
import { deadlineOf } from '../deadlines/deadline-of.ts'
import { parseTrigger, TRIGGER_WORDS, type Trigger } from '../deadlines/trigger.ts'
import { fieldOf, verdictOf } from '../deadlines/verdict.ts'
import { dueInWords, limitInWords } from '../deadlines/words.ts'
import type { Finding } from '../diagnostics/diagnostic.ts'
import type { Document } from '../documents/document.ts'
import { statusOn } from '../portal/portal.ts'
import { refsOf } from '../regulation/regulation.ts'
import { type Facts, placeOfField, type Rule } from './rule.ts'

export const trigger: Rule = {
  id: 'trigger',
  severity: 'error',
  question: 'Bài có ghi mốc mà thời hạn bắt đầu tính (lúc diễn ra, ngày ký, ngày tiếp nhận…)?',
  reason:
    'Đăng muộn không bị từ chối, nhưng không nói rõ sự việc xảy ra lúc nào thì không ai biết là muộn hay không.',
  advice: 'Ghi thời điểm có giờ và múi giờ, ví dụ `2026-11-20T08:00:00+07:00`.',
  check: ({ portal, document, ...facts }) => {
    const verdict = verdictOf({
      regulation: portal.regulation,
      calendar: portal.calendar,
      front: document.front,
      ...facts,
    })
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
  severity: 'error',
  question: 'Bài còn trong thời hạn; nếu quá hạn thì đã ghi lý do?',
  reason:
    'Quy chế đặt thời hạn. Bài muộn vẫn đăng được khi ghi rõ lý do để người duyệt biết; cấm hẳn chỉ khiến người ta ghi sai ngày.',
  advice: 'Gửi bài ngay trong ngày; khi đã muộn thì ghi `lateReason` đúng sự thật.',
  check: ({ portal, document, ...facts }) => {
    const verdict = verdictOf({
      regulation: portal.regulation,
      calendar: portal.calendar,
      front: document.front,
      ...facts,
    })
    if (verdict.state !== 'overdue' && verdict.state !== 'at-risk' && verdict.state !== 'late-with-reason')
      return []
    const { deadline: limit, due } = verdict
    const common = { at: placeOfField(document, limit.trigger ?? 'kind'), clauses: refsOf(limit.basis) }
    const until = `${limit.duty === 'publish' ? 'phải đăng' : 'phải trả lời'} ${due.unit === 'workingDay' ? '' : 'trước '}${dueInWords(due)} (${limitInWords(limit)})`
    if (verdict.state === 'at-risk')
      return [
        {
          ...common,
          severity: 'warning',
          problem: `Sắp đến hạn: ${until}`,
          fix: 'duyệt và đăng sớm; nếu chậm thì ghi `lateReason`',
        },
      ]
    if (verdict.state === 'late-with-reason')
      return [
        {
          ...common,
          severity: 'info',
          problem: `Quá hạn, có lý do: ${until}. Lý do: «${verdict.reason}»`,
          fix: 'người duyệt xem lý do trước khi đồng ý',
        },
      ]
    return [
      {
        ...common,
        problem: `Đã quá hạn: ${until}`,
        fix: 'thêm dòng `lateReason: …` nêu lý do thật; bài vẫn được đăng khi người duyệt đồng ý',
      },
    ]
  },
}

const PAIRS: readonly (readonly [before: string, after: string, problem: string])[] = [
  ['eventDate', 'eventEnd', 'Thời điểm kết thúc trước thời điểm diễn ra'],
  ['openDate', 'closeDate', 'Ngày kết thúc lấy ý kiến trước ngày bắt đầu'],
  ['receivedDate', 'answeredDate', 'Trả lời trước khi tiếp nhận câu hỏi'],
  ['receivedDate', 'forwardedDate', 'Chuyển câu hỏi trước khi tiếp nhận'],
  ['signedDate', 'promulgatedDate', 'Ngày ban hành trước ngày ký'],
]

export const triggerOrder: Rule = {
  id: 'trigger-order',
  severity: 'error',
  question: 'Các mốc thời gian hợp lý: kết thúc sau bắt đầu, tin không nói về việc chưa diễn ra?',
  reason: 'Mốc thời gian sai làm sai thời hạn và làm người đọc hiểu nhầm.',
  advice: 'Kiểm tra ngày, tháng; giờ ghi theo giờ Việt Nam (+07:00).',
  check: (facts) => [...wrongOrder(facts.document), ...inTheFuture(facts)],
}

const wrongOrder = (document: Document): Finding[] =>
  PAIRS.flatMap(([before, after, problem]) => {
    const first = readTrigger(document, before)
    const second = readTrigger(document, after)
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

export const answer: Rule = {
  id: 'answer',
  severity: 'error',
  question: 'Câu hỏi đã trả lời thì có câu trả lời; chưa trả lời được thì thông báo có hẹn ngày?',
  reason: 'Thông báo quá trình xử lý chỉ thay được câu trả lời khi nói rõ ngày sẽ trả lời.',
  advice:
    'Ghi `answeredDate`, `answeredBy` cùng lúc với phần trả lời; hoặc `progressNotice` có `promisedDate`.',
  check: ({ portal, document }) => {
    const { front } = document
    if (front.kind !== 'hoi-dap') return []
    const duty = portal.regulation.law.deadlines.find(
      ({ kinds, duty }) => kinds.includes('hoi-dap') && duty !== 'publish',
    )
    const clauses = refsOf(duty?.basis ?? portal.regulation.law.questions?.basis)
    const answered = document.body.trim() !== ''
    const wrong = (field: string, problem: string, fix: string): Finding => ({
      at: placeOfField(document, field),
      problem,
      fix,
      ...(clauses.length > 0 ? { clauses } : {}),
    })
    return [
      ...(front.progressNotice && !front.progressNotice.promisedDate
        ? [
            wrong(
              'progressNotice',
              'Thông báo quá trình xử lý không hẹn ngày trả lời',
              'thêm `promisedDate: …` (ngày hẹn ghi trong thông báo)',
            ),
          ]
        : []),
      ...(front.answeredDate && !answered
        ? [
            wrong(
              'answeredDate',
              'Đã ghi ngày trả lời nhưng phần thân chưa có câu trả lời',
              'viết câu trả lời ở phần thân, hoặc bỏ `answeredDate`',
            ),
          ]
        : []),
      ...(answered && !front.answeredDate
        ? [
            wrong(
              'answeredDate',
              'Có câu trả lời nhưng chưa ghi `answeredDate`',
              'thêm `answeredDate: …` và `answeredBy: …`',
            ),
          ]
        : []),
    ]
  },
}

export const portalStatus: Rule = {
  id: 'portal-status',
  severity: 'error',
  question: 'Cổng còn hoạt động khi bài được đăng?',
  reason: 'Cổng đã lưu trữ chỉ để đọc: bài mới phải đăng ở cổng của đơn vị kế thừa.',
  advice: 'Xem `lifecycle` trong cong.yaml và đơn vị kế thừa.',
  check: ({ portal, document, publication, now }) => {
    const dated = deadlineOf(portal.regulation, document.front)?.trigger ?? 'eventDate'
    const found = readTrigger(document, dated)
    const instant = publication.state === 'published' ? publication.at : Math.max(now, found?.at ?? now)
    const status = statusOn(portal.cong, instant)
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
    const successors = status.successors.length > 0 ? ` Đơn vị kế thừa: ${status.successors.join('; ')}.` : ''
    return [
      {
        at,
        problem: `Cổng đã lưu trữ từ ${vietnameseDay(status.from)}, không nhận tin bài mới (${status.reason}).${successors}`,
        fix: 'đăng bài ở cổng của đơn vị kế thừa',
      },
    ]
  },
}

export const advertising: Rule = {
  id: 'advertising',
  severity: 'error',
  question: 'Quảng cáo có văn bản xác nhận của cấp có thẩm quyền và nằm đúng chuyên mục?',
  reason: 'Nội dung quảng bá chỉ được đăng sau khi cấp có thẩm quyền xác nhận bằng văn bản.',
  advice: 'Ghi `writtenApproval` với số, ngày, cơ quan xác nhận; đặt trong chuyên mục quảng bá.',
  check: ({ portal, document, now }) => {
    const rule = portal.regulation.law.content.advertising
    const { front } = document
    if (!rule) return []
    const clauses = refsOf(rule.basis)
    if (front.kind !== 'quang-ba') {
      return front.section === rule.section
        ? [
            {
              at: placeOfField(document, 'section'),
              problem: `Chuyên mục \`${rule.section}\` chỉ dành cho thể loại \`quang-ba\``,
              fix: 'sửa `kind: quang-ba` hoặc chọn chuyên mục khác',
              clauses,
            },
          ]
        : []
    }
    const approval = front.writtenApproval
    const approvedOn = approval && parseDay(approval.date)
    return [
      ...(rule.writtenApproval && !approval
        ? [
            {
              at: placeOfField(document, 'writtenApproval'),
              problem: 'Quảng cáo chưa nêu văn bản xác nhận của cấp có thẩm quyền',
              fix: 'thêm `writtenApproval:` với number, date, authority',
              clauses,
            },
          ]
        : []),
      ...(approvedOn !== undefined && startOf(approvedOn) > now
        ? [
            {
              at: placeOfField(document, 'writtenApproval', 'date'),
              problem: 'Văn bản xác nhận đề ngày trong tương lai',
              fix: 'kiểm tra lại ngày của văn bản',
              clauses,
            },
          ]
        : []),
      ...(front.section !== rule.section
        ? [
            {
              at: placeOfField(document, 'section'),
              problem: `Quảng cáo phải nằm trong chuyên mục \`${rule.section}\``,
              fix: `sửa \`section: ${rule.section}\``,
              clauses,
            },
          ]
        : []),
    ]
  },
}

export const referenceNews: Rule = {
  id: 'reference-news',
  severity: 'error',
  question: 'Tin chưa xác nhận nằm trong mục tin tham khảo và mang nhãn «Tin tham khảo»?',
  reason:
    'Tin chưa được cơ quan có thẩm quyền xác nhận mà đăng như tin chính thức là sai Quy chế; nhãn do hệ thống in trên trang, danh sách và nguồn tin.',
  advice: 'Dùng thể loại `tin-tham-khao` với `confirmation: chua-xac-nhan`.',
  check: ({ portal, document }) => {
    const rule = portal.regulation.law.content.unconfirmed
    const { front } = document
    const unconfirmed = 'confirmation' in front && front.confirmation === 'chua-xac-nhan'
    if (!rule)
      return unconfirmed
        ? [
            {
              at: placeOfField(document, 'confirmation'),
              problem: 'Cổng này không có mục cho tin chưa xác nhận',
              fix: 'chờ cơ quan có thẩm quyền xác nhận rồi mới gửi',
            },
          ]
        : []
    const clauses = refsOf(rule.basis)
    return [
      ...(unconfirmed && front.kind !== 'tin-tham-khao'
        ? [
            {
              at: placeOfField(document, 'kind'),
              problem: 'Tin chưa xác nhận phải là thể loại `tin-tham-khao`',
              fix: 'sửa `kind: tin-tham-khao`',
              clauses,
            },
          ]
        : []),
      ...((unconfirmed || front.kind === 'tin-tham-khao') && front.section !== rule.section
        ? [
            {
              at: placeOfField(document, 'section'),
              problem: `Tin chưa xác nhận phải nằm trong mục \`${rule.section}\``,
              fix: `sửa \`section: ${rule.section}\``,
              clauses,
            },
          ]
        : []),
      ...(front.kind !== 'tin-tham-khao' && !unconfirmed && front.section === rule.section
        ? [
            {
              at: placeOfField(document, 'section'),
              problem: `Mục «${rule.label}» chỉ dành cho tin chưa xác nhận`,
              fix: 'chọn chuyên mục khác, hoặc dùng thể loại `tin-tham-khao`',
              clauses,
            },
          ]
        : []),
    ]
  },
}
