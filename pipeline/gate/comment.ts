import { type Instant, vietnameseDay, vietnameseInstant } from '../calendar/local-time.ts'
import { parseTrigger, TRIGGER_WORDS } from '../deadlines/trigger.ts'
import { minutesInWords } from '../deadlines/words.ts'
import { type Diagnostic, isError } from '../diagnostics/diagnostic.ts'
import type { NeedState, Void } from './decide.ts'
import { code, foreign } from './foreign.ts'
import type { Need } from './need.ts'
import { type ChangedTrigger, type Outcome, type TimeLeft, type Verdict, verdictOfGate } from './outcome.ts'

/** The first line of the gate's comment: by it the gate finds its own again. */
export const MARK = '<!-- congbo:cua-duyet -->'

const MOST_ERRORS = 10
const MOST_TIMES = 5
const MOST_WARNINGS = 5

export type CommentFacts = {
  readonly now: Instant
  /** Address of the preview, where one was built. */
  readonly preview: string | undefined
}

/** One sentence that says whether the change may go in: the heading of the comment and of the check run. */
export function headline(outcome: Outcome): string {
  const awaited = outcome.needs.filter(({ state }) => state === 'awaited').length
  const errors = outcome.diagnostics.filter(isError).length
  const words: Record<Verdict, string> = {
    open: 'Đủ phê duyệt, gộp được',
    waiting: `Chưa gộp được: còn chờ ${awaited} phê duyệt`,
    refused: 'Chưa gộp được: người duyệt yêu cầu sửa',
    problems: `Chưa gộp được: còn ${errors} lỗi phải sửa`,
    closed: 'Chưa gộp được: cửa duyệt đóng',
  }
  return words[verdictOfGate(outcome)]
}

const SIGNS: Record<Verdict, string> = {
  open: '✅',
  waiting: '⏳',
  refused: '↩️',
  problems: '❌',
  closed: '🔒',
}

/**
 * The gate's comment: for an official with a phone, so the verdict stands first, then the time, then who is awaited. What the
 * change's own author wrote appears only through `foreign` and `code`.
 */
export function gateComment(outcome: Outcome, facts: CommentFacts): string {
  const parts = [
    `### ${SIGNS[verdictOfGate(outcome)]} ${headline(outcome)}`,
    obstacles(outcome),
    times(outcome.times),
    ...inOrder(outcome),
    triggers(outcome.triggers),
    releases(outcome.diagnostics),
    warnings(outcome.diagnostics),
    facts.preview && `[Mở bản xem trước](${facts.preview})`,
    `<sub>Đã xét bản <code>${outcome.head.slice(0, 7)}</code> theo Quy chế ở bản <code>${outcome.base.slice(0, 7)}</code>, lúc ${vietnameseInstant(facts.now)}. Sửa bài hay có phê duyệt mới thì lời nhắn này tự cập nhật.</sub>`,
  ]
  return `${MARK}\n${parts.filter(Boolean).join('\n\n')}\n`
}

/** Whoever must mend something reads that first; whoever must approve, the approvals. */
function inOrder(outcome: Outcome): string[] {
  const [people, wrong] = [approvals(outcome), errors(outcome.diagnostics)]
  return verdictOfGate(outcome) === 'problems' ? [wrong, people] : [people, wrong]
}

/** A sentence of somebody else's, ready for our own full stop. */
const sentence = (text: string, most: number): string => foreign(text.replace(/[.\s]+$/, ''), most)

const section = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : `**${title}**\n\n${lines.join('\n')}`

const obstacles = ({ obstacles: all, needs }: Outcome): string =>
  section('Vì sao đóng', [
    ...all.map(({ problem, fix }) => `- ${sentence(problem, 400)}.\n  Cách sửa: ${sentence(fix, 400)}.`),
    ...(all.length === 0 && needs.length === 0
      ? ['- Không có gì thay đổi để duyệt.\n  Cách sửa: đóng yêu cầu gộp này.']
      : []),
  ])

const TIME_WORDS: Record<TimeLeft['state'], string> = {
  'on-time': 'còn',
  'at-risk': '**sắp hết hạn**, còn',
  overdue: '**đã quá hạn**',
  'late-with-reason': 'đã quá hạn, có nêu lý do',
}

function times(all: readonly TimeLeft[]): string {
  const lines = all.slice(0, MOST_TIMES).map((each) => {
    const late = each.state === 'overdue' || each.state === 'late-with-reason'
    const left = late
      ? TIME_WORDS[each.state]
      : `${TIME_WORDS[each.state]} ${minutesInWords(each.minutes)} hành chính`
    const reason = each.reason ? ` Lý do: «${foreign(each.reason)}».` : ''
    return `- ${foreign(each.title)}: ${left}; hạn ${each.due} (${foreign(each.ground, 200)}).${reason}`
  })
  const more = all.length > MOST_TIMES ? [`- và ${all.length - MOST_TIMES} bài nữa`] : []
  return section('Thời hạn', [...lines, ...more])
}

const approvals = ({ needs, idle }: Outcome): string =>
  section('Phê duyệt', [
    ...needs.map(approval),
    ...idle.map(
      (account) => `- ${code(account)} cũng đã duyệt; Quy chế không giao người này duyệt nội dung này.`,
    ),
  ])

function approval(state: NeedState): string {
  const { need } = state
  const ground = `\n  ${need.label} · ${foreign(need.ground, 240)}`
  if (state.state === 'awaited')
    return `- ⏳ **${names(need)}**: chưa duyệt${ground}${state.voided.map(voidLine).join('')}`
  const { as, account, at, delegation } = state.by
  const who = `**${foreign(as)}** (${code(account)}) lúc ${vietnameseInstant(at)}`
  const by = delegation ? `, theo ${foreign(delegation)}` : ''
  return state.state === 'given'
    ? `- ✅ ${who} đã duyệt${by}${ground}`
    : `- ↩️ ${who} yêu cầu sửa${by}${ground}\n  Sửa xong thì người này duyệt lại, hoặc rút yêu cầu sửa.`
}

const names = ({ approvers }: Need): string => approvers.map(({ label }) => foreign(label)).join(' hoặc ')

const VOID_WORDS: Record<Void['why'], string> = {
  writer: 'tham gia viết nội dung này nên phê duyệt không được tính',
  outdated: 'đã duyệt một bản cũ; nội dung đã sửa sau đó, cần duyệt lại',
  'delegation-expired': 'duyệt ngoài thời hạn ủy quyền nên không được tính',
}

const voidLine = ({ account, why }: Void): string => `\n  ${code(account)} ${VOID_WORDS[why]}.`

function errors(diagnostics: readonly Diagnostic[]): string {
  const wrong = diagnostics.filter(isError)
  const lines = wrong.slice(0, MOST_ERRORS).map(({ file, line, problem, fix, law }) => {
    const basis = law ? `\n  Căn cứ: ${sentence(law, 240)}.` : ''
    return `- ${code(file)} dòng ${line}: ${sentence(problem, 300)}.\n  Cách sửa: ${sentence(fix, 300)}.${basis}`
  })
  const more =
    wrong.length > MOST_ERRORS ? [`- và ${wrong.length - MOST_ERRORS} lỗi nữa, xem mục Checks`] : []
  const repair = wrong.some((each) => each.repair)
    ? [
        '',
        'Lỗi chỉ có một cách sửa: chạy `npx congbo check --fix`, hoặc bấm «Commit suggestion» ở dòng bị lỗi.',
      ]
    : []
  return section('Lỗi phải sửa', [...lines, ...more, ...repair])
}

/** What is no error is for the approver to weigh: a few words each. */
const warnings = (diagnostics: readonly Diagnostic[]): string => {
  // The time left has a place of its own above.
  const all = diagnostics.filter(({ severity, rule }) => severity === 'warning' && rule !== 'deadline')
  const more =
    all.length > MOST_WARNINGS ? [`- và ${all.length - MOST_WARNINGS} lưu ý nữa, xem mục Checks`] : []
  return section('Người duyệt lưu ý', [
    ...all
      .slice(0, MOST_WARNINGS)
      .map(({ file, line, problem }) => `- ${code(file)} dòng ${line}: ${sentence(problem, 200)}.`),
    ...more,
  ])
}

/** What would have stopped the change, had not somebody of the board said that it may be published. */
const releases = (diagnostics: readonly Diagnostic[]): string =>
  section(
    'Thông tin riêng được phép công bố',
    diagnostics
      .filter(({ rule, severity }) => rule === 'personal-data' && severity === 'info')
      .map(({ file, line, problem }) => `- ${code(file)} dòng ${line}: ${sentence(problem, 600)}.`),
  )

const triggers = (all: readonly ChangedTrigger[]): string =>
  section(
    'Mốc thời gian, lý do đã đổi trong yêu cầu này',
    all.map(
      ({ file, field, values }) =>
        `- ${code(file)}: ${TRIGGER_WORDS[field] ?? 'lý do đăng muộn'} ${values.map((value) => `«${foreign(asSaid(value))}»`).join(' → ')}`,
    ),
  )

/** A date as an official says it; any other text as it is. */
function asSaid(value: string): string {
  const parsed = parseTrigger(value)
  if (!parsed.ok) return value
  return parsed.value.precise ? vietnameseInstant(parsed.value.at) : vietnameseDay(parsed.value.day)
}
