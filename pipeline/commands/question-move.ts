import { relative, resolve } from 'node:path'
import type { Ports } from '../adapters/ports.ts'
import { type Instant, parseDay } from '../calendar/local-time.ts'
import { deadlineOf } from '../deadlines/deadline-of.ts'
import { parseTrigger } from '../deadlines/trigger.ts'
import { decode } from '../documents/decode.ts'
import { splitFrontMatter } from '../documents/front-matter.ts'
import { type Move, makeMove } from '../questions/moves.ts'
import { questionState } from '../questions/state.ts'
import { dueWords, mayNotice, nextStep, stateWords } from '../questions/words.ts'
import { citeAll, refsOf } from '../regulation/regulation.ts'
import { UsageError } from './arguments.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import {
  findQuestion,
  type Office,
  openOffice,
  type Question,
  rewriteQuestion,
  tell,
} from './question-file.ts'
import type { QuestionOptions } from './questions.ts'

type MoveName = Move['move']

/** Takes the next step with a question: only the lines that it must change are changed. */
export async function moveQuestion(
  ports: Ports,
  name: MoveName,
  [id, written]: readonly (string | undefined)[],
  options: QuestionOptions,
): Promise<ExitCode> {
  const office = await openOffice(ports, id, options.now)
  if (!office) return EXIT.cannotRun
  const question = findQuestion(ports, office, written)
  const { portal, now } = office.open
  const { regulation, calendar, roster } = portal
  const move = readMove(office, name, options)
  const answer = name === 'answer' ? await answerFor(ports, question, options.file) : undefined
  const moved = makeMove({ regulation, calendar, front: question.front, now }, move)
  if (!moved.ok) {
    ports.err(refusal(office, question, name, moved))
    return EXIT.problems
  }
  const errors = rewriteQuestion(ports, office, question, { edits: moved.edits, answer })
  if (errors.length > 0) {
    ports.err('Chưa ghi gì, vì tệp sẽ có lỗi:')
    tell(ports, errors)
    return EXIT.problems
  }
  const facts = { regulation, roster, calendar, front: moved.after, now }
  ports.out(`Đã ghi vào ${portal.folder}${question.path}: ${moved.edits.map(({ key }) => key).join(', ')}`)
  if (name === 'notice' && !mayNotice(regulation))
    ports.out('Lưu ý: Quy chế không cho thông báo thay câu trả lời; hạn trả lời không đổi.')
  tellState(ports, facts)
  return EXIT.ok
}

/** How a question stands now, by when what is owed, and who does what next. */
export function tellState(
  ports: Ports,
  facts: Parameters<typeof questionState>[0] & Parameters<typeof dueWords>[1],
): void {
  const state = questionState(facts)
  ports.out(`Tình trạng: ${stateWords(state)}`)
  const due = dueWords(state, facts)
  if (due) ports.out(`Hạn: ${due}`)
  ports.out(`Việc tiếp theo: ${nextStep(state, facts)}`)
}

function refusal(
  { open }: Office,
  { path, front }: Question,
  name: MoveName,
  { problem, fix }: { problem: string; fix: string },
): string {
  const { regulation, folder } = open.portal
  const duty = name === 'notice' || name === 'answer' ? deadlineOf(regulation, front)?.basis : undefined
  const law = citeAll(regulation, refsOf(duty ?? regulation.law.questions?.basis))
  return [
    `${folder}${path}: ${problem}${front.number === undefined ? '' : ` (số ${front.number})`}`,
    ...(law ? [`    căn cứ    ${law}`] : []),
    `    cách sửa  ${fix}`,
  ].join('\n')
}

function readMove({ open }: Office, name: MoveName, options: QuestionOptions): Move {
  const at = readAt(options.at, open.now)
  switch (name) {
    case 'pass':
      return { move: name, at, to: readUnit(open.portal, '--to', options.to) }
    case 'notice':
      return {
        move: name,
        at,
        promised: readPromised(options.promised),
        text: said(options.text),
        reason: said(options.reason),
      }
    case 'tell':
      return { move: name, at, authority: said(options.authority), lateReason: said(options.lateReason) }
    case 'answer':
      return {
        move: name,
        at,
        by: readUnit(open.portal, '--by', options.by),
        lateReason: said(options.lateReason),
      }
  }
}

/** One line, without what a clipboard slips in. */
const said = (text: string | undefined): string | undefined =>
  text
    ?.normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim() || undefined

export function readAt(text: string | undefined, now: Instant, option = '--at'): Instant {
  if (text === undefined) return now
  const parsed = parseTrigger(text)
  if (!parsed.ok) throw new UsageError(`${option}: ${parsed.problem}; ${parsed.fix}`)
  if (parsed.value.at > now) throw new UsageError(`${option}: \`${text}\` chưa đến; ghi lúc việc đã làm xong`)
  return parsed.value.at
}

function readPromised(text: string | undefined) {
  const day = parseDay(text ?? '')
  if (day === undefined)
    throw new UsageError(
      `--promised: ghi ngày hẹn trả lời theo dạng năm-tháng-ngày, ví dụ --promised 2026-12-11`,
    )
  return day
}

function readUnit({ roster }: Office['open']['portal'], option: string, id: string | undefined): string {
  if (id !== undefined && roster.members.has(id)) return id
  const known = [...roster.members.values()].map((member) => `${member.id} (${member.label})`).join(', ')
  throw new UsageError(
    `${option}: ${id === undefined ? 'ghi mã đơn vị' : `không có đơn vị \`${id}\``}; các mã trong ban-bien-tap.yaml: ${known}`,
  )
}

/** The answer that is to stand below the question: from a file, or the one that stands there already. */
async function answerFor(
  ports: Ports,
  { text, path }: Question,
  file: string | undefined,
): Promise<string | undefined> {
  const split = splitFrontMatter(text)
  const written = split.ok && split.value.body.trim() !== ''
  if (file === undefined) {
    if (written) return undefined
    throw new UsageError(
      `${path} chưa có câu trả lời: viết vào một tệp rồi thêm --file cau-tra-loi.md, hoặc viết thẳng vào phần thân của tệp`,
    )
  }
  if (written)
    throw new UsageError(`${path} đã có câu trả lời ở phần thân; bỏ --file để dùng câu ấy, hoặc sửa tay`)
  const answer = await readTextFile(ports, file)
  if (answer.trim() === '') throw new UsageError(`--file: \`${file}\` không có chữ nào`)
  return answer
}

/** A text that somebody hands over: a file, or the standard input for `-`. */
export async function readTextFile(ports: Ports, file: string): Promise<string> {
  const bytes = file === '-' ? await fromInput(ports) : fromFile(ports, file)
  const { text, findings } = decode(bytes)
  const [first] = findings
  if (text === undefined) throw new UsageError(`--file: ${first?.problem}; ${first?.fix}`)
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC')
}

async function fromInput(ports: Ports): Promise<Uint8Array> {
  const text = await ports.input()
  if (text === undefined)
    throw new UsageError(
      '--file -: không có gì ở đầu vào; ví dụ: cat cau-hoi.txt | congbo hoi-dap new … --file -',
    )
  return new TextEncoder().encode(text)
}

function fromFile({ files }: Ports, file: string): Uint8Array {
  const read = files.read(relative(files.root, resolve(files.root, file)), MOST)
  if (read.state === 'read') return read.bytes
  const why = { absent: 'không có tệp này', 'too-large': 'tệp quá lớn', unreadable: 'không đọc được tệp' }
  throw new UsageError(`--file \`${file}\`: ${why[read.state]}`)
}

const MOST = 512 * 1024
