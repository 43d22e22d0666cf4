import { type Forge, ForgeFailure, type WrittenIssue } from '../adapters/forge.ts'
import type { Ports } from '../adapters/ports.ts'
import { isError } from '../diagnostics/diagnostic.ts'
import { linksToOpen } from '../import/links-out.ts'
import type { Obstacle } from '../import/obstacles.ts'
import { titleIn } from '../import/title-words.ts'
import { statusOn } from '../portal/portal.ts'
import { kindInWords, type PersonalDataKind } from '../privacy/personal-data.ts'
import { createArchive } from '../rules/archive.ts'
import { deadline, trigger } from '../rules/time.ts'
import { readSubmission, type Submission } from '../submissions/form.ts'
import { privateDataIn } from '../submissions/private-data.ts'
import { groundFound, lookedOver } from '../submissions/reply.ts'
import { UsageError } from './arguments.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { makeDraft, problemsOf } from './import-draft.ts'
import { type Imported, type Seen, seenIn } from './import-words.ts'
import { proposeArticle } from './propose-article.ts'
import { proposedInWords } from './propose-files.ts'
import { type Office, openOffice } from './question-file.ts'
import { portalNamed, readIssueNumber } from './question-issue.ts'
import { publishedAt } from './read-likeness.ts'
import { repositoryOf } from './repository-name.ts'
import { saidAgain } from './said-again.ts'
import {
  answerOnce,
  answerTaken,
  askedToSendAnew,
  isTaken,
  mendedTooLate,
  notOpen,
  notToBePublished,
  toMend,
} from './submission-answers.ts'
import { choicesOf, understood } from './submission-choices.ts'
import { articleOfIssue } from './submission-known.ts'
import { gather } from './submission-material.ts'
import { refuseSubmission } from './submission-refuse.ts'
import type { SubmissionOptions } from './submissions.ts'

/** An issue that is being worked on. */
export type Desk = {
  readonly ports: Ports
  readonly forge: Forge
  readonly office: Office
  readonly issue: WrittenIssue
  readonly form: Submission
}

/**
 * Takes an article from an issue. Its text is looked at first; where it tells what must not be public, nothing of it is copied anywhere, not
 * even into this command's own words: whatever a workflow prints is public.
 */
export const submissionFromIssue = (
  ports: Ports,
  id: string | undefined,
  options: SubmissionOptions,
): Promise<ExitCode> =>
  take(ports, id, options).catch((error) => {
    if (!(error instanceof ForgeFailure)) throw error
    ports.err(`congbo: ${error.message}. Cách sửa: ${error.fix}.`)
    return EXIT.cannotRun
  })

async function take(ports: Ports, id: string | undefined, options: SubmissionOptions): Promise<ExitCode> {
  const number = readIssueNumber(options.issue)
  const forge = ports.forge(await repositoryOf(ports, options.repo))
  const issue = await forge.issue(number)
  if (issue.pull) throw new UsageError(`--issue: #${number} là yêu cầu gộp, không phải việc (issue)`)
  const form = readSubmission(issue)
  const office = await openOffice(ports, id ?? portalNamed(ports, form), options.now)
  if (!office) return EXIT.cannotRun
  const desk: Desk = { ports, forge, office, issue, form }
  if (options.refuse !== undefined) return refuseSubmission(desk, options)
  const known = await articleOfIssue(ports, office, number)
  if (known !== undefined) {
    ports.out(`Việc #${number} đã thành bài: ${known}`)
    return EXIT.ok
  }
  const { cong } = office.open.portal
  const exposed = exposedIn(desk, Object.values(form).join('\n'))
  if (exposed.length > 0) return keepOut(desk, exposed)
  if (statusOn(cong, office.open.now).state !== 'active') {
    await answerOnce(desk, notOpen(desk))
    ports.err(`${cong.name} không hoạt động ở thời điểm này, không nhận bài được; đã trả lời người gửi.`)
    return EXIT.problems
  }
  if (options.checkOnly && (await isTaken(desk))) {
    await answerOnce(desk, mendedTooLate())
    ports.out(`Việc #${number} đã thành bản thảo trước khi sửa; đã nhắn người gửi.`)
    return EXIT.ok
  }
  return look(desk, options)
}

function exposedIn({ ports, office }: Desk, text: string): PersonalDataKind[] {
  const { cong, folder } = office.open.portal
  const contacts = createArchive(ports.files, folder).contacts()
  return [...new Set(privateDataIn(cong, contacts, text).map(({ kind }) => kind))]
}

const TITLE_WANTED =
  'tiêu đề của bài: bấm Edit (Sửa) cạnh dòng tiêu đề ở đầu trang này, ghi sau chữ «Tin, bài:»'

async function look(desk: Desk, options: SubmissionOptions): Promise<ExitCode> {
  const { ports, office, issue, form } = desk
  const gathered = await gather(ports, office, issue, form)
  if (gathered.state === 'refused') return askToMend(desk, gathered.obstacles)
  const { portal } = office.open
  const choices = choicesOf(desk)
  const { kind, linhVuc, remarks } = choices
  const links = linksToOpen(gathered.material.document)
  const material = { ...gathered.material, remarks: [...gathered.material.remarks, ...remarks, ...links] }
  const made = await makeDraft(ports, office, material, {
    kind,
    linhVuc: options.linhVuc ?? linhVuc,
    title: titleIn(form.title),
  })
  if (Array.isArray(made)) return askToMend(desk, made)
  const imported = made as Imported
  const exposed = exposedIn(desk, imported.text)
  if (exposed.length > 0) return keepOut(desk, exposed)
  const problems = problemsOf(ports, office, imported)
  const errors = problems.filter(isError)
  if (errors.some(({ rule }) => rule === 'secret-marking')) return keepSecret(desk)
  const others = errors.filter(({ rule }) => rule !== deadline.id && rule !== trigger.id)
  if (others.length > 0)
    return askToMend(
      desk,
      others.map(({ problem, fix }) => ({ problem, fix })),
    )
  if (options.propose) return propose(desk, imported, seenIn(problems), options)
  const twins = await twinsOf(desk, imported)
  await answerOnce(
    desk,
    lookedOver(portal, {
      pictures: imported.pictures.size,
      word: gathered.word,
      understood: understood(desk, choices, material, gathered.sender.state === 'unit'),
      wanted: imported.title === undefined ? [TITLE_WANTED, ...gathered.wanted] : gathered.wanted,
      hints: [...(twins.length > 0 ? [duplicateWords(desk, twins)] : []), ...links.map(saidAgain)],
      at: issue.openedAt,
    }),
  )
  ports.out(`Việc #${issue.number}: đã xem và trả lời người gửi.`)
  return EXIT.ok
}

/** Articles of the repository that have half of this one, or its place. */
async function twinsOf({ ports, office }: Desk, { path, text }: Imported): Promise<readonly string[]> {
  const file = office.open.portal.folder + path
  const commit = await ports.revisions.commitOf('HEAD')
  const body = text.slice(text.indexOf('\n---\n', 4) + 5)
  const like = commit === undefined ? [] : (await publishedAt(ports, commit)).like(body, '')
  return [...new Set([...like.map((each) => each.path), ...(ports.files.taken(file) ? [file] : [])])]
}

function duplicateWords({ office }: Desk, twins: readonly string[]): string {
  const ground = groundFound(office.open.portal.regulation, 'duplicate')
  const where = twins.slice(0, 3).map((each) => `\`${each}\``)
  return `bài giống bài đã có: ${where.join(', ')}${ground ? `; nếu trùng lặp thì Quy chế cho từ chối: ${ground}` : ''}`
}

async function keepOut(desk: Desk, exposed: readonly PersonalDataKind[]): Promise<ExitCode> {
  const { ports, issue } = desk
  const kinds = exposed.map(kindInWords).join(', ')
  await answerOnce(desk, askedToSendAnew(desk, kinds))
  ports.err(`Chưa chép gì: việc #${issue.number} có thông tin riêng (${kinds}). Đã nhắn người gửi gửi lại.`)
  ports.err(
    `Quản trị kho xóa hẳn việc #${issue.number} (Delete issue): sửa lời không đủ, vì GitHub giữ mọi bản cũ.`,
  )
  return EXIT.problems
}

async function keepSecret(desk: Desk): Promise<ExitCode> {
  const { ports, issue } = desk
  await answerOnce(desk, notToBePublished(desk))
  ports.err(`Chưa chép gì: bài ở việc #${issue.number} mang dấu chỉ độ mật.`)
  ports.err(
    `Báo ngay Trưởng ban biên tập; quản trị kho xóa hẳn việc #${issue.number} (Delete issue) và làm theo quy định về bảo vệ bí mật nhà nước.`,
  )
  return EXIT.problems
}

async function askToMend(desk: Desk, obstacles: readonly Obstacle[]): Promise<ExitCode> {
  if (obstacles.some(({ secret }) => secret)) return keepSecret(desk)
  const { ports, issue } = desk
  await answerOnce(desk, toMend(obstacles))
  ports.err(`Chưa nhận được bài ở việc #${issue.number}; đã nhắn người gửi:`)
  for (const { problem, fix } of obstacles) {
    ports.err(`  ${problem}`)
    ports.err(`    cách sửa  ${fix}`)
  }
  return EXIT.problems
}

async function propose(
  desk: Desk,
  imported: Imported,
  seen: Seen,
  { repo }: SubmissionOptions,
): Promise<ExitCode> {
  const { ports, office, issue } = desk
  const proposed = await proposeArticle(ports, office, imported, { seen, repo, issue })
  await answerTaken(
    desk,
    `Bài đã thành bản thảo, chờ biên tập và duyệt. Bạn không phải làm gì thêm.\n\nNgười của Ban biên tập làm tiếp: ${lowerFirst(proposedInWords(proposed))}`,
  )
  ports.out(`Đã đưa bài ở việc #${issue.number} lên nhánh gui-bai-${issue.number}`)
  ports.out(proposedInWords(proposed))
  return EXIT.ok
}

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)
