import type { Comment } from '../adapters/forge.ts'
import { dayOf, formatDay, yearOf } from '../calendar/local-time.ts'
import type { TuChoi } from '../contract/types.ts'
import { governanceOf } from '../owners/accounts.ts'
import { refusalGround } from '../registers/refusals.ts'
import { nextNumber } from '../registers/register-files.ts'
import type { Regulation } from '../regulation/regulation.ts'
import { SUBMISSION_FORM_NAME } from '../submissions/form.ts'
import { channelFor } from '../submissions/intake.ts'
import { refusedWords } from '../submissions/reply.ts'
import { senderOf } from '../submissions/sender.ts'
import { writeRecord } from '../yaml/append-entry.ts'
import { UsageError } from './arguments.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { type OpenRegisters, openRegisters } from './open-registers.ts'
import { proposedInWords, proposeFiles } from './propose-files.ts'
import { checkedRecord, oneLine } from './refuse.ts'
import { repositoryOf } from './repository-name.ts'
import { answerRefused, contactOf } from './submission-answers.ts'
import type { Desk } from './submission-issue.ts'
import type { SubmissionOptions } from './submissions.ts'

/**
 * Refuses an article: a record in the register of refusals, as a pull request, and a polite answer that names the ground and its clause. The
 * ground is a person's: of the regulation's own list where it has one, in words where it has none.
 */
export async function refuseSubmission(desk: Desk, options: SubmissionOptions): Promise<ExitCode> {
  const { ports, forge, office, issue } = desk
  const { portal, now } = office.open
  const written =
    typeof options.refuse === 'string' ? options.refuse : await groundOfActor(desk, options.actor)
  const ground = groundIn(written, portal.regulation)
  const opened = await openRegisters(ports, portal.id, options.now)
  if (!opened) return EXIT.cannotRun
  const record = recordOf(desk, opened, { ground, decidedBy: options.decidedBy })
  const file = checkedRecord(record, opened)
  const repository = await repositoryOf(ports, options.repo)
  const proposed = await proposeFiles(ports, forge, repository, {
    branch: `tu-choi-${issue.number}`,
    title: `Từ chối bài ở việc #${issue.number} (${portal.id})`,
    body: `Ghi vào sổ từ chối bài ở việc #${issue.number}. Người duyệt xem lại lý do và người quyết định.\n`,
    files: new Map([[file, writeRecord(record)]]),
    now,
  })
  const law = refusalGround(ground, portal.regulation)
  await answerRefused(desk, refusedWords(law, contactOf(desk)))
  ports.out(`Đã từ chối bài ở việc #${issue.number}: ${law.words} · ${law.law}`)
  ports.out(`Đã trả lời người gửi, ghi ${file}`)
  ports.out(proposedInWords(proposed))
  ports.out(`Việc tiếp theo: đóng việc #${issue.number}.`)
  return EXIT.ok
}

const SAID = /^\s*từ chối\s*:\s*(\S.*)$/imu

/** The ground in the last words of whoever put the label on; nobody else's words count. */
async function groundOfActor({ forge, issue }: Desk, actor: string | undefined): Promise<string> {
  if (!actor)
    throw new UsageError(
      '--refuse: ghi lý do, hoặc thêm --actor <tài khoản> để đọc lý do từ lời nhắn của người ấy',
    )
  const comments = await forge.comments(issue.number)
  const isTheirs = ({ account, bot }: Comment) => !bot && account.toLowerCase() === actor.toLowerCase()
  const said = comments
    .filter(isTheirs)
    .flatMap(({ body }) => SAID.exec(body)?.[1] ?? [])
    .at(-1)
  if (said !== undefined) return said
  throw new UsageError(
    `Chưa biết lý do từ chối. Người gắn nhãn viết một lời nhắn ở việc #${issue.number}: «Từ chối: <mã lý do>», rồi gỡ nhãn và gắn lại`,
  )
}

/** A ground of the regulation by its id or its name; where it lists none, the words themselves. */
function groundIn(written: string, { law }: Regulation): string {
  const words = oneLine(written.normalize('NFC'))
  const grounds = law.refusal?.grounds ?? []
  if (grounds.length === 0) return words
  const wanted = words.toLowerCase().replace(/[.]+$/, '')
  const found = grounds.find(({ id, label }) => id === wanted || label.toLowerCase() === wanted)
  if (found) return found.id
  throw new UsageError(
    `${law.shortName} không có lý do từ chối ấy; chọn một trong: ${grounds.map(({ id, label }) => `${id} (${label})`).join('; ')}`,
  )
}

type Decision = { readonly ground: string; readonly decidedBy: string | undefined }

function recordOf(
  { office, issue, form }: Desk,
  { registers }: OpenRegisters,
  { ground, decidedBy }: Decision,
): TuChoi {
  const { portal, now } = office.open
  const today = dayOf(now)
  const sender = senderOf(form.unit, portal.roster, portal.regulation)
  const [approver] = governanceOf(portal).approvers
  return {
    number: nextNumber(registers.refusals, yearOf(today)),
    receivedOn: formatDay(Math.min(dayOf(issue.openedAt), today)),
    channel: SUBMISSION_FORM_NAME,
    ...channelFor(portal.regulation, 'mau-gui-bai'),
    from:
      sender.state === 'unit'
        ? { unit: sender.unit }
        : { sender: form.unit === undefined ? 'ca-nhan' : 'to-chuc' },
    // The title that the sender gave is the sender's.
    title: `Bài gửi ở việc #${issue.number}`,
    ground,
    decidedBy: decidedBy ?? approver ?? '',
    decidedOn: formatDay(today),
    reply: { on: formatDay(today), how: `Lời nhắn ở việc #${issue.number} trên kho nội dung` },
  }
}
