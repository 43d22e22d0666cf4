import { type Forge, ForgeFailure, type RepositoryName, type WrittenIssue } from '../adapters/forge.ts'
import type { Ports } from '../adapters/ports.ts'
import type { Obstacle } from '../import/obstacles.ts'
import { portalIds } from '../portal/load-portal.ts'
import { CONTENT, type Portal } from '../portal/portal.ts'
import { kindInWords, type PersonalDataKind } from '../privacy/personal-data.ts'
import { type FormAnswers, readIssueForm } from '../questions/issue-form.ts'
import { registerYear } from '../questions/register.ts'
import { questionState } from '../questions/state.ts'
import { dueWords } from '../questions/words.ts'
import { UsageError } from './arguments.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { readTitle } from './new.ts'
import { proposedInWords, proposeFiles } from './propose-files.ts'
import { type Office, openOffice, questionsOf, readQuestionText } from './question-file.ts'
import { type Draft, draftOf, exposedIn, type Incoming, tidy, writeDraft } from './question-new.ts'
import { fileNotRead, withWordFile } from './question-word.ts'
import type { QuestionOptions } from './questions.ts'
import { repositoryOf } from './repository-name.ts'

/**
 * Takes a question from an issue. Its text is looked at first; where it tells who asks, nothing of it is copied anywhere, not even
 * into this command's own words: whatever a workflow prints is public.
 */
export const questionFromIssue = (
  ports: Ports,
  id: string | undefined,
  options: QuestionOptions,
): Promise<ExitCode> =>
  enter(ports, id, options).catch((error) => {
    if (!(error instanceof ForgeFailure)) throw error
    ports.err(`congbo: ${error.message}. Cách sửa: ${error.fix}.`)
    return EXIT.cannotRun
  })

async function enter(ports: Ports, id: string | undefined, options: QuestionOptions): Promise<ExitCode> {
  const number = readIssueNumber(options.issue)
  const repository = await repositoryOf(ports, options.repo)
  const forge = ports.forge(repository)
  const issue = await forge.issue(number)
  if (issue.pull) throw new UsageError(`--issue: #${number} là yêu cầu gộp, không phải việc (issue)`)
  const form = readIssueForm(issue)
  const office = await openOffice(ports, id ?? portalNamed(ports, form), options.now)
  if (!office) return EXIT.cannotRun
  const known = questionsOf(ports, office).questions.find(({ front }) => front.fromIssue === number)
  if (known) {
    ports.out(
      `Việc #${number} đã vào sổ: số ${known.front.number}/${registerYear(known.path)}, ${known.path}`,
    )
    return EXIT.ok
  }
  const written = await withWordFile(ports, issue, form.question)
  if (written.state === 'refused') return askForWords(ports, forge, number, written.obstacles)
  const incoming = incomingOf(office, issue, { ...form, question: written.question }, options)
  const exposed = [...new Set(exposedIn(office.open.portal, incoming).map(({ kind }) => kind))]
  if (exposed.length > 0) return refuse(ports, forge, office, { number, exposed })
  if (options.checkOnly) {
    ports.out(`Việc #${number}: không thấy thông tin riêng.`)
    return EXIT.ok
  }
  const draft = draftOf(ports, office, incoming)
  if (!draft) return EXIT.problems
  if (!options.propose) {
    writeDraft(ports, office, draft)
    return EXIT.ok
  }
  await propose(ports, forge, office, { repository, number, draft })
  return EXIT.ok
}

export function readIssueNumber(text: string | undefined): number {
  if (text === undefined || !/^[1-9]\d{0,8}$/.test(text))
    throw new UsageError('--issue: ghi số của việc (issue), ví dụ --issue 12')
  return Number(text)
}

/** The portal that the form names, one of those that are there; nothing else that is written leads anywhere. */
export function portalNamed({ files }: Ports, { portal }: Pick<FormAnswers, 'portal'>): string | undefined {
  if (portal === undefined) return undefined
  return portalIds(files).find((id) => portal.endsWith(`(${id})`))
}

function incomingOf(
  { open }: Office,
  issue: WrittenIssue,
  { title, question, area }: FormAnswers,
  { linhVuc, channel, general }: QuestionOptions,
): Incoming {
  if (issue.openedAt > open.now)
    throw new UsageError(`Việc #${issue.number} được mở sau thời điểm đang tính (--now)`)
  return {
    title: readTitle(title.normalize('NFC')),
    question: tidy(question),
    linhVuc,
    channel: channel ?? 'Mẫu câu hỏi trên kho nội dung của cổng',
    askedBy: area && tidy(`Công dân ${area}`).slice(0, 200),
    received: issue.openedAt,
    general: general === true,
    fromIssue: issue.number,
  }
}

const FILE_MARK = '<!-- congbo:tep-cau-hoi -->'

async function askForWords(
  ports: Ports,
  forge: Forge,
  number: number,
  obstacles: readonly Obstacle[],
): Promise<ExitCode> {
  const before = await forge.comments(number)
  if (!before.some(({ bot, body }) => bot && body.startsWith(FILE_MARK)))
    await forge.addComment(number, `${FILE_MARK}\n${fileNotRead(obstacles)}\n`)
  ports.err(`Chưa chép gì: tệp kèm câu hỏi ở việc #${number} chưa đọc được; đã nhắn người hỏi:`)
  for (const { problem } of obstacles) ports.err(`  ${problem}`)
  return EXIT.problems
}

const MARK = '<!-- congbo:thong-tin-rieng -->'

type Refused = { readonly number: number; readonly exposed: readonly PersonalDataKind[] }

async function refuse(
  ports: Ports,
  forge: Forge,
  { open }: Office,
  { number, exposed }: Refused,
): Promise<ExitCode> {
  const kinds = exposed.map(kindInWords).join(', ')
  const before = await forge.comments(number)
  if (!before.some(({ bot, body }) => bot && body.startsWith(MARK)))
    await forge.addComment(number, askedToSendAnew(open.portal, kinds))
  ports.err(
    `Chưa chép gì: việc #${number} có thông tin riêng (${kinds}). Đã nhắn người hỏi gửi lại cách khác.`,
  )
  ports.err(
    `Quản trị kho xóa hẳn việc #${number} (Delete issue): sửa lời không đủ, vì GitHub giữ mọi bản cũ.`,
  )
  return EXIT.problems
}

/** Nothing of the question is said again. */
function askedToSendAnew({ cong }: Portal, kinds: string): string {
  const { address, phone, email } = cong.contacts
  const elsewhere = [address, phone && `điện thoại ${phone}`, email].filter(Boolean).join('; ')
  return `${MARK}
Cảm ơn bạn đã gửi câu hỏi. Trang này ai cũng đọc được, mà câu hỏi có **${kinds}**, nên chúng tôi chưa chép câu hỏi vào sổ.

Để giữ kín thông tin của bạn, xin làm một trong hai cách:

- gửi lại một câu hỏi mới, bỏ những thông tin ấy (chỉ cần ghi nơi ở tới tổ dân phố, thôn);
- gửi trực tiếp cho cơ quan, khi câu trả lời cần đến thông tin riêng của bạn: ${elsewhere}.

Quản trị kho sẽ xóa hẳn câu hỏi này: sửa lời ở đây không đủ, vì các bản cũ vẫn còn xem được.
`
}

type ToPropose = {
  readonly repository: RepositoryName
  readonly number: number
  readonly draft: Draft
}

/** The title and the message hold no word of the issue: they go through many hands before anybody approves. */
async function propose(
  ports: Ports,
  forge: Forge,
  { open, workspace }: Office,
  { repository, number, draft }: ToPropose,
) {
  const { portal, now } = open
  const year = registerYear(draft.path)
  const title = `Tiếp nhận câu hỏi số ${draft.number}/${year} (${portal.id})`
  const body = `Câu hỏi từ việc #${number}, vào sổ số ${draft.number}/${year}. Người duyệt xem lại lĩnh vực, tiêu đề, và xem còn thông tin riêng nào không.\n`
  const proposed = await proposeFiles(ports, forge, repository, {
    branch: `cau-hoi-${number}`,
    title,
    body,
    files: new Map([[portal.folder + draft.path, draft.text]]),
    now,
  })
  const { front } = readQuestionText(workspace, draft) ?? {}
  const facts = front && { ...portal, front, now }
  const due = facts && dueWords(questionState(facts), facts)
  const open_ = proposedInWords(proposed)
  await forge.addComment(
    number,
    `Câu hỏi đã vào sổ tiếp nhận, số **${draft.number}/${year}**.${due ? ` Hạn trả lời: ${due}.` : ''}\n\n${open_}\n`,
  )
  ports.out(`Đã đưa số ${draft.number}/${year} lên nhánh cau-hoi-${number}: ${CONTENT}/…/${draft.path}`)
  ports.out(open_)
}
