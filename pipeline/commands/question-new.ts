import type { Ports } from '../adapters/ports.ts'
import { type Instant, MINUTE } from '../calendar/local-time.ts'
import { editFrontMatter } from '../documents/edit-front-matter.ts'
import { placeOfOffset } from '../documents/text-place.ts'
import { skeletonOf } from '../drafting/skeleton.ts'
import { type Portal, statusOn } from '../portal/portal.ts'
import { findPersonalData, maskPersonalData, type PersonalData } from '../privacy/personal-data.ts'
import { QUESTION_KEYS } from '../questions/moves.ts'
import { UsageError } from './arguments.ts'
import { DISK_WORDS } from './disk-words.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { readTitle } from './new.ts'
import { errorsOf, numberOfNext, type Office, openOffice, readQuestionText, tell } from './question-file.ts'
import { readAt, readTextFile, tellState } from './question-move.ts'
import type { QuestionOptions } from './questions.ts'

/** A question as it comes in, before anybody has looked at it. */
export type Incoming = {
  readonly title: string
  readonly question: string
  readonly linhVuc: string | undefined
  readonly channel: string | undefined
  readonly askedBy: string | undefined
  readonly received: Instant
  readonly general: boolean
  readonly fromIssue?: number
}

/** A file of the register that is not written yet. */
export type Draft = { readonly path: string; readonly text: string; readonly number: number }

/** Enters a question in the register, with the next number of the year in which it was received. */
export async function newQuestion(
  ports: Ports,
  id: string | undefined,
  options: QuestionOptions,
): Promise<ExitCode> {
  const office = await openOffice(ports, id, options.now)
  if (!office) return EXIT.cannotRun
  const incoming = await readIncoming(ports, office, options)
  const exposed = exposedIn(office.open.portal, incoming)
  if (exposed.length > 0 && !options.mask) {
    ports.err('Chưa ghi gì: câu hỏi có thông tin riêng, không được đưa vào kho.')
    for (const each of exposed) ports.err(inWords(each))
    ports.err(
      'Sửa lại chữ, hoặc thêm --mask để thay những chỗ ấy bằng «[…]». Cách liên hệ với người hỏi ghi ở sổ giấy.',
    )
    return EXIT.problems
  }
  const draft = draftOf(ports, office, masked(office.open.portal, incoming))
  if (!draft) return EXIT.problems
  writeDraft(ports, office, draft)
  return EXIT.ok
}

async function readIncoming(ports: Ports, { open }: Office, options: QuestionOptions): Promise<Incoming> {
  const title = options.title ?? (await ports.ask('Tiêu đề câu hỏi: '))
  if (title === undefined) throw new UsageError('Ghi tiêu đề: --title "…"')
  const question =
    options.file === undefined ? await ports.ask('Nội dung hỏi: ') : await readTextFile(ports, options.file)
  if (question === undefined)
    throw new UsageError('Ghi nội dung hỏi: --file cau-hoi.txt, hoặc --file - để đọc đầu vào')
  return {
    title: readTitle(title.normalize('NFC')),
    question: tidy(question),
    linhVuc: options.linhVuc,
    channel: options.channel?.trim().normalize('NFC'),
    askedBy: options.askedBy?.trim().normalize('NFC'),
    received: readAt(options.received, open.now, '--received'),
    general: options.general === true,
  }
}

/** Lines without blanks around them, paragraphs with one empty line between. */
export const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

/** A place in a question that tells who asks. */
type Exposed = PersonalData & {
  readonly part: 'tiêu đề' | 'nội dung' | 'người hỏi' | 'kênh'
  readonly text: string
}

const PARTS = { title: 'tiêu đề', question: 'nội dung', askedBy: 'người hỏi', channel: 'kênh' } as const

/** Every place of a question that tells who asks. */
export function exposedIn({ cong }: Portal, incoming: Incoming): Exposed[] {
  const { phone, email, security } = cong.contacts
  const known = [phone, email, security].flatMap((each) => each ?? [])
  return (Object.keys(PARTS) as (keyof typeof PARTS)[]).flatMap((key) => {
    const text = incoming[key] ?? ''
    return findPersonalData(text, { voice: 'asker', known }).map((each) => ({
      ...each,
      part: PARTS[key],
      text,
    }))
  })
}

function inWords({ part, text, start, end, what, ground, fix }: Exposed): string {
  const { line, column } = placeOfOffset(text, start)
  return `  ${part}, dòng ${line}, cột ${column}–${column + end - start - 1}: ${what}\n    căn cứ    ${ground}\n    cách sửa  ${fix}`
}

function masked({ cong }: Portal, incoming: Incoming): Incoming {
  const { phone, email, security } = cong.contacts
  const known = [phone, email, security].flatMap((each) => each ?? [])
  const clean = (text: string) => maskPersonalData(text, findPersonalData(text, { voice: 'asker', known }))
  const { title, question, askedBy, channel } = incoming
  return {
    ...incoming,
    title: clean(title),
    question: clean(question),
    askedBy: askedBy && clean(askedBy),
    channel: channel && clean(channel),
  }
}

/** The file of a question, with its number; undefined where it would have errors, which are told. */
export function draftOf(ports: Ports, office: Office, incoming: Incoming): Draft | undefined {
  const { portal } = office.open
  checkPortal(portal, incoming)
  const received = incoming.received - (incoming.received % MINUTE)
  const number = numberOfNext(ports.files, portal, received)
  const { title, linhVuc, question, channel, askedBy, general, fromIssue } = incoming
  const skeleton = skeletonOf(portal, { kind: 'hoi-dap', title, linhVuc, number, now: received })
  const edited = editFrontMatter(
    skeleton.text,
    [
      { edit: 'set', key: 'question', value: question },
      { edit: 'set', key: 'summary', value: summaryOf(question) },
      { edit: 'set', key: 'source', value: channel ?? 'Câu hỏi gửi tới cổng' },
      ...(askedBy ? [{ edit: 'set' as const, key: 'askedBy', value: askedBy }] : []),
      ...(general ? [{ edit: 'set' as const, key: 'generalInterest', value: true }] : []),
      ...(fromIssue === undefined ? [] : [{ edit: 'set' as const, key: 'fromIssue', value: fromIssue }]),
    ],
    QUESTION_KEYS,
  )
  if (!edited.ok) throw new Error(`the skeleton of a question takes no ${edited.key}`)
  const path = freePath(ports, portal, skeleton.path, number)
  const errors = errorsOf(ports, office, path, edited.text)
  if (errors.length === 0) return { path, text: edited.text, number }
  ports.err('Chưa ghi gì, vì tệp sẽ có lỗi:')
  tell(ports, errors)
  return undefined
}

function checkPortal({ cong, regulation }: Portal, { linhVuc, question, received }: Incoming): void {
  if (!regulation.kinds.has('hoi-dap'))
    throw new UsageError(`Quy chế của cổng ${cong.id} không có thể loại hỏi đáp`)
  if (linhVuc !== undefined && !regulation.linhVuc.has(linhVuc))
    throw new UsageError(
      `--linh-vuc: không có lĩnh vực \`${linhVuc}\`; có: ${[...regulation.linhVuc.keys()].join(', ')}`,
    )
  if (question.length < 10 || question.length > 3000)
    throw new UsageError(`Nội dung hỏi dài ${question.length} ký tự; cần từ 10 đến 3000 ký tự`)
  if (statusOn(cong, received).state !== 'active')
    throw new UsageError(`${cong.name} không hoạt động ở thời điểm tiếp nhận, không nhận câu hỏi được`)
}

const SUMMARY = 240

/** The first words of a question, cut at a word. */
function summaryOf(question: string): string {
  const line = question.replace(/\s+/g, ' ')
  return line.length <= SUMMARY ? line : `${line.slice(0, SUMMARY).replace(/ [^ ]*$/, '')}…`
}

/** Two questions with one title: the later has its number in its name. */
const freePath = ({ files }: Ports, { folder }: Portal, path: string, number: number): string =>
  files.taken(folder + path) ? path.replace(/\.md$/, `-so-${number}.md`) : path

/** Writes the file over nothing, and says what is to be done now. */
export function writeDraft(ports: Ports, office: Office, { path, text, number }: Draft): void {
  const { portal, now } = office.open
  const file = portal.folder + path
  try {
    const created = ports.createFiles(ports.files.root, new Map([[file, text]]))
    if (!created.ok) throw new UsageError(`Đã có tệp ${file}; đặt tiêu đề khác bằng --title "…"`)
  } catch (error) {
    const why = DISK_WORDS[(error as NodeJS.ErrnoException).code ?? '']
    if (why === undefined) throw error
    throw new UsageError(`Không ghi được ${file}: ${why}`)
  }
  ports.out(`Đã ghi số ${number} vào ${file}`)
  const question = readQuestionText(office.workspace, { path, text })
  if (question) tellState(ports, { ...portal, front: question.front, now })
  const excludes = portal.regulation.law.questions?.excludes ?? []
  if (excludes.length > 0) ports.out(`Lưu ý: không nhận qua mục này: ${excludes.join('; ')}`)
}
