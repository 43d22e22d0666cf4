import { dayOf, type Instant, vietnameseDay, weekdayOf } from '../calendar/local-time.ts'
import { citeAll, groundOf, type Regulation, refsOf } from '../regulation/regulation.ts'
import { labelOf, type Roster } from '../roster/roster.ts'

/** What answers rest on. */
export type ReplyFacts = { readonly regulation: Regulation; readonly roster: Roster }

/** What a machine recognises in an article, and a regulation may refuse. */
export type Recognised = 'secret-marking' | 'personal-data' | 'duplicate'

/** The clauses of a value, the regulation named once: on a phone four of its names are a page. */
function clauses(regulation: Regulation, value: Parameters<typeof groundOf>[1]): string {
  const cited = groundOf(regulation, value).split('; ')
  const name = ` ${regulation.law.shortName}`
  return cited.map((each, index) => (index < cited.length - 1 ? each.replace(name, '') : each)).join('; ')
}

/** The ground of refusal that the regulation's data ties to what was recognised, with its clause; undefined where it names none. */
export function groundFound(regulation: Regulation, what: Recognised): string | undefined {
  const ground = regulation.law.refusal?.grounds.find(({ foundBy }) => foundBy?.includes(what))
  return ground && `${ground.label} (${clauses(regulation, ground)})`
}

/** Why an article may be refused, each ground with its clause; where the regulation says nothing, that. */
export function refusalRules({ law, ...rest }: Regulation): string[] {
  const regulation = { law, ...rest }
  const { refusal } = law
  if (!refusal)
    return [
      `${law.shortName} không có khoản nào về từ chối đăng; lý do, nếu có, người quyết định ghi bằng lời.`,
    ]
  const assumed = refusal.assumption ? [`*Ghi chú: ${refusal.assumption}*`] : []
  if (refusal.grounds.length === 0)
    return [`${law.shortName} không liệt kê lý do từ chối; người quyết định ghi lý do bằng lời.`, ...assumed]
  return [
    ...refusal.grounds.map((each) => `- ${each.label} (${clauses(regulation, each)})`),
    ...(assumed.length > 0 ? ['', ...assumed] : []),
  ]
}

/** Whether whoever is refused must be answered, by which clause. */
export function replyDuty(regulation: Regulation): string {
  const { refusal, shortName } = regulation.law
  if (!refusal?.replyRequired)
    return `Nếu không đăng, Ban biên tập ghi lý do ngay ở trang này (${shortName} không buộc trả lời người gửi).`
  const law = citeAll(regulation, refsOf(refusal.basis)) ?? groundOf(regulation, refusal)
  return `Nếu không đăng, Ban biên tập phải trả lời người gửi (${law.replace(/\.$/, '')}). Lời trả lời ghi ngay ở trang này.`
}

/** Through whom articles come in, and what it means to send one on a day on which none are taken. */
export function intakeWords({ regulation, roster }: ReplyFacts, at: Instant): string[] {
  const { intake } = regulation.law
  if (!intake) return []
  const { externalVia, window } = intake
  const outside = window && !window.days.includes(DAYS[weekdayOf(dayOf(at)) - 1] as (typeof DAYS)[number])
  return [
    ...(externalVia
      ? [`Nơi tiếp nhận: ${labelOf(roster, externalVia)} (${clauses(regulation, intake)}).`]
      : []),
    ...(outside
      ? [
          `Bài tới ngày ${vietnameseDay(dayOf(at))}, ngoài những ngày nhận tin bài (${groundOf(regulation, window)}). ${window.assumption ?? 'Bài vẫn được ghi nhận, sẽ xem vào ngày làm việc tới.'}`,
        ]
      : []),
  ]
}

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** What a form brought, in numbers: no word of the sender is said again. */
export type Looked = {
  readonly pictures: number
  readonly word: boolean
  /** How the choices and the day were understood. */
  readonly understood: readonly string[]
  /** What the sender should add or mend. */
  readonly wanted: readonly string[]
  /** What whoever decides should know. */
  readonly hints: readonly string[]
  readonly at: Instant
}

/** The first answer to whoever has sent an article. */
export function lookedOver(
  facts: ReplyFacts,
  { pictures, word, wanted, hints, at, ...read }: Looked,
): string {
  const seen = [word ? 'tệp Word' : 'lời bài', ...(pictures > 0 ? [`${pictures} ảnh`] : [])].join(', ')
  return [
    `Cảm ơn bạn đã gửi tin, bài. Máy đọc được ${seen}. Người của Ban biên tập sẽ xem và quyết định.`,
    ...(read.understood.length > 0 ? [`Máy hiểu: ${read.understood.join('; ')}.`] : []),
    ...(wanted.length > 0
      ? [
          `**Xin bổ sung** (bấm dấu ⋯ ở góc bài, chọn Edit, ghi thay chữ «No response» ở đúng mục, rồi lưu; máy sẽ xem lại):\n\n${wanted.map((each) => `- ${each}`).join('\n')}`,
        ]
      : []),
    ...(hints.length > 0
      ? [`**Ban biên tập cần xem:**\n\n${hints.map((each) => `- ${each}`).join('\n')}`]
      : []),
    ...intakeWords(facts, at),
    replyDuty(facts.regulation),
    `<details><summary>Bài có thể không được đăng vì lý do nào</summary>\n\n${refusalRules(facts.regulation).join('\n')}\n\n</details>`,
  ].join('\n\n')
}

/** The polite refusal: its ground, its clause, and how to go on. */
export const refusedWords = ({ words, law }: { words: string; law: string }, contact: string): string =>
  `Cảm ơn bạn đã gửi tin, bài. Rất tiếc Ban biên tập chưa đăng bài này.

**Lý do:** ${words} (${law}).

Bạn có thể sửa rồi gửi lại bằng một bài mới. Cần trao đổi thêm, xin liên hệ: ${contact}.`
