import type { Forge, PullRequest } from '../adapters/forge.ts'
import { ForgeFailure } from '../adapters/forge.ts'
import type { Ports } from '../adapters/ports.ts'
import { dayKind } from '../calendar/calendar.ts'
import { dayOf, type Instant } from '../calendar/local-time.ts'
import { placeOf } from '../documents/document.ts'
import { DOCUMENT_LIMIT, parseDocument } from '../documents/parse-document.ts'
import type { TimeLeft } from '../gate/outcome.ts'
import { verdictOfGate } from '../gate/outcome.ts'
import { type OpenPortal, openWorkspace, type Workspace } from '../portal/workspace.ts'
import { publicationOf } from '../publication/publication.ts'
import { openQuestion } from '../reminders/question.ts'
import { type Addressee, addresseesOf, type Step, stepAt } from '../reminders/step.ts'
import { markOf, reminder } from '../reminders/words.ts'
import { readNow } from './arguments.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { judge } from './judge-pull.ts'
import { repositoryOf } from './repository-name.ts'

export type RemindOptions = {
  readonly repo?: string
  readonly dryRun?: boolean
  readonly now?: string
  readonly json?: boolean
}

/** Something that somebody is to be reminded of. */
type Matter = {
  readonly about: string
  readonly time: TimeLeft
  readonly step: Step | undefined
  readonly to: readonly Addressee[]
  /** The pull request it belongs to; a question has none. */
  readonly pull: number | undefined
}

type Done = Matter & { readonly result: 'sent' | 'sent-before' | 'nobody' | 'not-yet' | 'dry-run' }

/** Reminds of pull requests and questions whose time runs out; each step is taken once, however often this runs. */
export async function remind(ports: Ports, options: RemindOptions): Promise<ExitCode> {
  const forge = ports.forge(await repositoryOf(ports, options.repo))
  const now = readNow(options.now)
  const workspace = await openWorkspace(ports, { now })
  try {
    const matters = [
      ...(await pullMatters(ports, forge, workspace, now)),
      ...questionMatters(ports, workspace),
    ]
    const done: Done[] = []
    for (const matter of matters.sort((a, b) => b.time.share - a.time.share))
      done.push({ ...matter, result: options.dryRun ? dryRun(matter) : await send(forge, matter) })
    report(ports, options, done)
    return EXIT.ok
  } catch (error) {
    if (!(error instanceof ForgeFailure)) throw error
    ports.err(`congbo: ${error.message}. Cách sửa: ${error.fix}.`)
    return EXIT.cannotRun
  }
}

async function pullMatters(
  ports: Ports,
  forge: Forge,
  workspace: Workspace,
  now: Instant | undefined,
): Promise<Matter[]> {
  const found: Matter[] = []
  for (const pull of await forge.openPullRequests()) {
    const matter = pull.draft ? undefined : await pullMatter(ports, forge, workspace, pull, now)
    if (matter) found.push(matter)
  }
  return found
}

async function pullMatter(
  ports: Ports,
  forge: Forge,
  { portals }: Workspace,
  pull: PullRequest,
  now: Instant | undefined,
): Promise<Matter | undefined> {
  const outcome = await judge(ports, forge, pull, now)
  const time = [...outcome.times].sort((a, b) => b.share - a.share)[0]
  const open = portals.find(({ portal }) => portal.id === time?.portal)
  if (!time || !open) return undefined
  const about = `#${pull.number}`
  if (verdictOfGate(outcome) !== 'waiting') return { about, time, step: undefined, to: [], pull: pull.number }
  const { law } = open.portal.regulation
  const { elapsed, ask = 0.5 } = law.atRisk
  const due = isWorkingDay(open) ? stepAt(time.share, { ask, elapsed }) : undefined
  const awaited = outcome.needs.flatMap((each) => (each.state === 'awaited' ? [each.need] : []))
  const head = law.approval.governance.approvers.flatMap((id) => open.portal.roster.members.get(id) ?? [])
  const { step, to } = due ? addresseesOf(due, awaited, head, dayOf(open.now)) : { step: undefined, to: [] }
  return { about, time, step, to, pull: pull.number }
}

/** Nobody is asked for anything on a holiday; the steps that fall due then are taken on the next working day. */
const isWorkingDay = ({ portal, now }: OpenPortal): boolean => dayKind(portal.calendar, dayOf(now)).working

function questionMatters({ files }: Ports, { contract, portals }: Workspace): Matter[] {
  return portals.flatMap((open) => {
    const { portal, publications, now } = open
    return files
      .list(`${portal.folder}hoi-dap`)
      .map(({ path }) => path.slice(portal.folder.length))
      .filter((path) => placeOf(path))
      .flatMap((path): Matter[] => {
        const file = portal.folder + path
        const read = files.read(file, DOCUMENT_LIMIT)
        const front =
          read.state === 'read' ? parseDocument(path, read.bytes, contract).document?.front : undefined
        if (front?.kind !== 'hoi-dap') return []
        const publication = publicationOf(publications, path, now)
        const question = openQuestion({ portal, file, front, publication, now })
        const step = isWorkingDay(open) ? question?.step : undefined
        return question ? [{ about: file, pull: undefined, ...question, step }] : []
      })
  })
}

const dryRun = ({ step, to }: Matter): Done['result'] =>
  step === undefined ? 'not-yet' : to.length === 0 ? 'nobody' : 'dry-run'

/** A pull request is reminded of in its own comments, a question in an issue that is opened for it. */
async function send(forge: Forge, { about, time, step, to, pull }: Matter): Promise<Done['result']> {
  if (step === undefined) return 'not-yet'
  if (to.length === 0) return 'nobody'
  const mark = markOf(step, about)
  const number = pull ?? (await issueOf(forge, about, time))
  const before = await forge.comments(number)
  if (before.some(({ bot, body }) => bot && body.startsWith(mark))) return 'sent-before'
  await forge.addComment(number, reminder(step, about, to, time))
  return 'sent'
}

async function issueOf(forge: Forge, about: string, { title, due }: TimeLeft): Promise<number> {
  const mark = `<!-- congbo:cau-hoi:${about} -->`
  const known = (await forge.openIssues()).find(({ bot, body }) => bot && body.startsWith(mark))
  return (
    known?.number ??
    forge.addIssue(
      `Câu hỏi chờ trả lời: ${title.slice(0, 120)}`,
      `${mark}\nCâu hỏi ở \`${about}\` phải trả lời ${due}. Trả lời bằng một yêu cầu gộp; đăng xong thì đóng việc này.\n`,
    )
  )
}

const WORDS: Record<Done['result'], string> = {
  sent: 'đã nhắc',
  'sent-before': 'đã nhắc từ trước',
  nobody: 'không có ai để nhắc (chưa có tài khoản)',
  'not-yet': 'chưa đến lúc nhắc',
  'dry-run': 'sẽ nhắc',
}

function report(ports: Ports, { json }: RemindOptions, done: readonly Done[]): void {
  if (json) {
    ports.out(JSON.stringify(done, null, 2))
    return
  }
  const lines = done.map(({ about, time, to, result }) => {
    const names = to.length > 0 ? `: ${to.map(({ label }) => label).join(', ')}` : ''
    return `${about}  ${time.title} · hạn ${time.due} · ${WORDS[result]}${names}`
  })
  for (const line of lines) ports.out(line)
  if (lines.length === 0) ports.out('Không có yêu cầu gộp hay câu hỏi nào đang chờ có thời hạn.')
  ports.jobSummary(
    lines.length === 0 ? '' : `### Việc đang chờ\n\n${lines.map((line) => `- ${line}`).join('\n')}`,
  )
}
