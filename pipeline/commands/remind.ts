import type { Forge, PullRequest } from '../adapters/forge.ts'
import { ForgeFailure } from '../adapters/forge.ts'
import type { Ports } from '../adapters/ports.ts'
import { CalendarGap } from '../calendar/calendar.ts'
import { dayOf, type Instant } from '../calendar/local-time.ts'
import { formatText, printable } from '../diagnostics/format-text.ts'
import { placeOf } from '../documents/document.ts'
import { readDocument } from '../documents/read-document.ts'
import { code, foreign } from '../gate/foreign.ts'
import { type Outcome, type TimeLeft, verdictOfGate } from '../gate/outcome.ts'
import { openWorkspace, type Workspace } from '../portal/workspace.ts'
import { publicationOf } from '../publication/publication.ts'
import { openQuestion } from '../reminders/question.ts'
import { type Addressee, addresseesOf, type Step, stepNow } from '../reminders/step.ts'
import { markOf, reminder } from '../reminders/words.ts'
import { deadline } from '../rules/time.ts'
import { readNow } from './arguments.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { judge } from './judge-pull.ts'
import { paintFor } from './paint.ts'
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
  /** Whether it is those who approve or answer that are waited for; else it is the author's turn, or all have approved. */
  readonly waiting: boolean
}

type Result = 'sent' | 'sent-before' | 'nobody' | 'not-yet' | 'not-waiting' | 'dry-run'
type Done = Matter & { readonly result: Result }

/** Reminds of pull requests and questions whose time runs out; each step is taken once, however often this runs. */
export async function remind(ports: Ports, options: RemindOptions): Promise<ExitCode> {
  const forge = ports.forge(await repositoryOf(ports, options.repo))
  const now = readNow(options.now)
  const workspace = await openWorkspace(ports, { now })
  for (const each of workspace.problems) ports.err(formatText(each, paintFor(ports)))
  const done: Done[] = []
  const failures: Failure[] = []
  try {
    const pulls = await pullMatters(ports, forge, workspace, now)
    failures.push(...pulls.failures)
    const matters = [...pulls.matters, ...questionMatters(ports, workspace)]
    for (const matter of matters.sort((a, b) => b.time.share - a.time.share))
      done.push({ ...matter, result: unsent(matter, options) ?? (await send(forge, matter)) })
  } catch (error) {
    if (!(error instanceof ForgeFailure || error instanceof CalendarGap)) throw error
    failures.push({ about: 'congbo', error })
  }
  if (failures.length === 0 || done.length > 0 || options.json) report(ports, options, done)
  for (const { about, error } of failures) ports.err(`${about}: ${error.message}. Cách sửa: ${error.fix}.`)
  if (failures.length > 0) return EXIT.cannotRun
  return workspace.problems.length > 0 ? EXIT.problems : EXIT.ok
}

type Failure = { readonly about: string; readonly error: ForgeFailure | CalendarGap }

/** Failures that may lie in one pull request alone: they must not silence the reminders of all the others. */
const OF_ONE: readonly ForgeFailure['kind'][] = ['too-much', 'refused', 'missing']

async function pullMatters(
  ports: Ports,
  forge: Forge,
  workspace: Workspace,
  now: Instant | undefined,
): Promise<{ readonly matters: readonly Matter[]; readonly failures: readonly Failure[] }> {
  const matters: Matter[] = []
  const failures: Failure[] = []
  for (const pull of await forge.openPullRequests()) {
    if (pull.draft || !pull.base.main) continue
    try {
      matters.push(...(await pullMatter(ports, forge, workspace, pull, now)))
    } catch (error) {
      if (!(error instanceof ForgeFailure && OF_ONE.includes(error.kind))) throw error
      failures.push({ about: `#${pull.number}`, error })
    }
  }
  return { matters, failures }
}

async function pullMatter(
  ports: Ports,
  forge: Forge,
  { portals }: Workspace,
  pull: PullRequest,
  now: Instant | undefined,
): Promise<Matter[]> {
  const outcome = await judge(ports, forge, pull, now)
  const time = [...outcome.times].sort((a, b) => b.share - a.share)[0]
  const open = portals.find(({ portal }) => portal.id === time?.portal)
  if (!time || !open) return []
  const { law } = open.portal.regulation
  const waiting = isWaiting(outcome)
  const due = waiting ? stepNow(open.portal, time.share, open.now) : undefined
  const awaited = outcome.needs.flatMap((each) => (each.state === 'awaited' ? [each.need] : []))
  const head = law.approval.governance.approvers.flatMap((id) => open.portal.roster.members.get(id) ?? [])
  const { step, to } = due ? addresseesOf(due, awaited, head, dayOf(open.now)) : { step: undefined, to: [] }
  return [{ about: `#${pull.number}`, time, step, to, pull: pull.number, waiting }]
}

/** Lateness by itself is no reason to be silent: it is what the head of the board is to hear of. */
const isWaiting = (outcome: Outcome): boolean => {
  const diagnostics = outcome.diagnostics.filter(({ rule }) => rule !== deadline.id)
  return verdictOfGate({ ...outcome, diagnostics }) === 'waiting'
}

function questionMatters({ files }: Ports, { contract, portals }: Workspace): Matter[] {
  return portals.flatMap(({ portal, publications, now }) =>
    files
      .list(`${portal.folder}hoi-dap`)
      .map(({ path }) => path.slice(portal.folder.length))
      .filter((path) => placeOf(path))
      .flatMap((path): Matter[] => {
        const file = portal.folder + path
        const front = readDocument(files, portal.folder, path, contract)?.front
        if (front?.kind !== 'hoi-dap') return []
        const publication = publicationOf(publications, path, now)
        const question = openQuestion({ portal, file, front, publication, now })
        return question ? [{ about: file, pull: undefined, waiting: true, ...question }] : []
      }),
  )
}

/** Why nothing is sent for a matter; undefined where something is to be sent. */
function unsent({ step, to, waiting }: Matter, { dryRun }: RemindOptions): Result | undefined {
  if (!waiting) return 'not-waiting'
  if (step === undefined) return 'not-yet'
  if (to.length === 0) return 'nobody'
  return dryRun ? 'dry-run' : undefined
}

/** A pull request is reminded of in its own comments, a question in an issue that is opened for it. */
async function send(forge: Forge, { about, time, step = 'head', to, pull }: Matter): Promise<Result> {
  const mark = markOf(step, about)
  const number = pull ?? (await issueOf(forge, about, time))
  const before = await forge.comments(number)
  if (before.some(({ bot, body }) => bot && body.startsWith(mark))) return 'sent-before'
  const awaited = pull === undefined ? 'answer' : 'approval'
  await forge.addComment(number, reminder(awaited, { step, to }, about, time))
  return 'sent'
}

async function issueOf(forge: Forge, about: string, { title, due }: TimeLeft): Promise<number> {
  const mark = `<!-- congbo:cau-hoi:${about} -->`
  const known = (await forge.openIssues()).find(({ bot, body }) => bot && body.startsWith(mark))
  return (
    known?.number ??
    forge.addIssue(
      `Câu hỏi chờ trả lời: ${[...printable(title)].slice(0, 120).join('')}`,
      `${mark}\nCâu hỏi ở ${code(about)} phải trả lời ${due}. Trả lời bằng một yêu cầu gộp; đăng xong thì đóng việc này.\n`,
    )
  )
}

const WORDS: Record<Result, string> = {
  sent: 'đã nhắc',
  'sent-before': 'đã nhắc từ trước',
  nobody: 'không có ai để nhắc (chưa có tài khoản)',
  'not-yet': 'chưa đến lúc nhắc',
  'not-waiting': 'không nhắc: chưa đến lượt người duyệt, hoặc đã đủ phê duyệt',
  'dry-run': 'sẽ nhắc',
}

function report(ports: Ports, { json }: RemindOptions, done: readonly Done[]): void {
  if (json) {
    ports.out(JSON.stringify(done, null, 2))
    return
  }
  for (const each of done) ports.out(printable(`${each.about}  ${each.time.title} · ${inWords(each)}`))
  if (done.length === 0) ports.out('Không có yêu cầu gộp hay câu hỏi nào đang chờ có thời hạn.')
  const lines = done.map((each) => `- ${code(each.about)} ${foreign(each.time.title)} · ${inWords(each)}`)
  ports.jobSummary(lines.length === 0 ? '' : `### Việc đang chờ\n\n${lines.join('\n')}`)
}

function inWords({ time, to, result }: Done): string {
  const names = to.length > 0 ? `: ${to.map(({ label }) => label).join(', ')}` : ''
  return `hạn ${time.due} · ${WORDS[result]}${names}`
}
