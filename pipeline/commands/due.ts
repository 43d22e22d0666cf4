import type { Ports } from '../adapters/ports.ts'
import { formatDay, formatInstant, vietnameseInstant } from '../calendar/local-time.ts'
import type { FrontMatter } from '../contract/types.ts'
import type { DueOf } from '../deadlines/due-of.ts'
import { dueOf } from '../deadlines/due-of.ts'
import { parseTrigger } from '../deadlines/trigger.ts'
import { dueInWords, limitInWords } from '../deadlines/words.ts'
import { formatText } from '../diagnostics/format-text.ts'
import { FOLDER_OF } from '../documents/document.ts'
import { portalIds } from '../portal/load-portal.ts'
import { statusOn } from '../portal/portal.ts'
import { type OpenPortal, openWorkspace } from '../portal/workspace.ts'
import { groundOf, type Kind, refsOf } from '../regulation/regulation.ts'
import { knownPortal, readNow, UsageError } from './arguments.ts'
import { listDue } from './due-list.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { paintFor } from './paint.ts'

export type DueOptions = {
  readonly portal?: string
  readonly kind?: string
  readonly trigger?: string
  readonly section?: string
  readonly outOfField?: boolean
  readonly now?: string
  readonly json?: boolean
  readonly officeHours?: string
  readonly choose?: readonly string[]
}

/** The calculator's answer; schemas/due.schema.json. `null` where there is no such instant. */
export type DueAnswer = {
  readonly portal: string
  readonly kind: string
  readonly trigger: string
  readonly due: string | null
  readonly dueDay: string | null
  readonly unit: string
  readonly clause: string | null
  readonly provisional: boolean
  readonly state: DueOf['state']
  readonly citation: string | null
  readonly explanation: string
}

/** Without a kind: what is due, at risk and overdue. With one: when something that begins at `--trigger` is due. */
export async function due(ports: Ports, options: DueOptions): Promise<ExitCode> {
  knownPortal(options.portal, portalIds(ports.files))
  if (options.kind === undefined && options.trigger === undefined) return listDue(ports, options)
  if (options.portal === undefined || options.kind === undefined || options.trigger === undefined) {
    throw new UsageError(
      'Máy tính thời hạn cần đủ ba mục: --portal <cổng> --kind <thể loại> --trigger <thời điểm>',
    )
  }
  if (!(options.kind in FOLDER_OF))
    throw new UsageError(
      `--kind: không có thể loại \`${options.kind}\`; chọn một trong: ${Object.keys(FOLDER_OF).join(', ')}`,
    )
  const open = await openOne(ports, options.portal, options)
  if (!open) return EXIT.cannotRun
  return answer(ports, open, {
    ...options,
    kind: options.kind as FrontMatter['kind'],
    trigger: options.trigger,
  })
}

async function openOne(
  ports: Ports,
  portal: string,
  { now, officeHours, choose = [] }: DueOptions,
): Promise<OpenPortal | undefined> {
  const choices = new Map(choose.map(readChoice))
  const overrides = { ...(officeHours ? { officeHours } : {}), ...(choices.size > 0 ? { choices } : {}) }
  const { portals, problems } = await openWorkspace(ports, {
    portals: new Set([portal]),
    now: readNow(now),
    overrides,
    historyOf: new Map(),
  })
  for (const each of portals.length === 0 ? problems : []) ports.err(formatText(each, paintFor(ports)))
  const [open] = portals
  const known = new Set(open?.portal.regulation.law.interpretations.map(({ id }) => id))
  for (const id of choices.keys())
    if (open && !known.has(id))
      throw new UsageError(
        `--choose: Quy chế này không có cách hiểu \`${id}\`; có: ${[...known].join(', ') || '(không có)'}`,
      )
  return open
}

/** `td-saturday=off`. */
function readChoice(text: string): readonly [id: string, choice: string] {
  const at = text.indexOf('=')
  if (at < 1 || at === text.length - 1)
    throw new UsageError(`--choose: \`${text}\` không có dạng mã=cách hiểu, ví dụ --choose td-saturday=off`)
  return [text.slice(0, at), text.slice(at + 1)]
}

type Question = DueOptions & { readonly kind: Kind; readonly trigger: string }

function answer(ports: Ports, { portal, now }: OpenPortal, question: Question): ExitCode {
  const parsed = parseTrigger(question.trigger)
  if (!parsed.ok) throw new UsageError(`--trigger: ${parsed.problem}; ${parsed.fix}`)
  if (!portal.regulation.kinds.has(question.kind))
    throw new UsageError(
      `Quy chế của cổng ${portal.id} không có thể loại \`${question.kind}\`; có: ${[...portal.regulation.kinds.keys()].join(', ')}`,
    )
  const status = statusOn(portal.cong, parsed.value.at)
  if (status.state === 'archived')
    throw new UsageError(
      `Cổng ${portal.id} đã lưu trữ từ ${formatDay(status.from).split('-').reverse().join('/')} (${status.reason}); không nhận tin bài mới nên không có thời hạn`,
    )
  const subject = { kind: question.kind, section: question.section, outOfField: question.outOfField }
  const found = dueOf(portal.regulation, portal.calendar, subject, () => question.trigger)
  if (found.state === 'cannot-tell') {
    ports.err(`${found.problem}; ${found.fix}`)
    return EXIT.cannotRun
  }
  const trigger = parsed.value.precise ? formatInstant(parsed.value.at) : formatDay(parsed.value.day)
  const result = toAnswer(portal, { ...question, trigger }, found)
  ports.out(question.json ? JSON.stringify(result, null, 2) : inWords(result, found, now))
  return EXIT.ok
}

function toAnswer(portal: OpenPortal['portal'], { kind, trigger }: Question, found: DueOf): DueAnswer {
  const deadline = found.deadline
  const isDue = found.state === 'due'
  return {
    portal: portal.id,
    kind,
    trigger,
    due: isDue ? formatInstant(found.due.at) : null,
    dueDay: isDue ? formatDay(found.due.day) : null,
    unit: deadline?.limit.unit ?? 'none',
    clause: refsOf(deadline?.basis)[0] ?? null,
    provisional: isDue && found.due.provisional,
    state: found.state,
    citation: deadline ? groundOf(portal.regulation, deadline) : null,
    explanation: explanation(found),
  }
}

function explanation(found: DueOf): string {
  if (found.state === 'due') return `${found.deadline.label}: ${limitInWords(found.deadline)}`
  if (found.state === 'not-applicable') return `Không áp dụng: ${found.why}`
  if (found.state === 'no-deadline')
    return found.deadline
      ? `${found.deadline.label}: ${limitInWords(found.deadline)}`
      : 'Quy chế không đặt thời hạn cho thể loại này'
  return 'Không tính được'
}

function inWords(result: DueAnswer, found: DueOf, now: number): string {
  const lines = [result.explanation]
  if (found.state === 'due') {
    lines.push(
      `Hạn: ${dueInWords(found.due)}${found.due.provisional ? ' (tạm tính: lịch nghỉ chưa có thông báo chính thức)' : ''}`,
    )
    lines.push(`Tính đến ${vietnameseInstant(now)}: ${now > found.due.lateAfter ? 'đã quá hạn' : 'còn hạn'}`)
  }
  if (result.citation) lines.push(`Căn cứ: ${result.citation}`)
  return lines.join('\n')
}
