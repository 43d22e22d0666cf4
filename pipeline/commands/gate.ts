import type { Forge, PullRequest } from '../adapters/forge.ts'
import { ForgeFailure } from '../adapters/forge.ts'
import type { Ports } from '../adapters/ports.ts'
import { formatInstant } from '../calendar/local-time.ts'
import { formatGitHub } from '../diagnostics/format-github.ts'
import { formatText, printable } from '../diagnostics/format-text.ts'
import { gateComment, headline } from '../gate/comment.ts'
import { type Outcome, verdictOfGate } from '../gate/outcome.ts'
import { readNow, UsageError } from './arguments.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { judge } from './judge-pull.ts'
import { paintFor } from './paint.ts'
import { publishVerdict } from './publish-verdict.ts'
import { repositoryOf } from './repository-name.ts'

export type GateOptions = {
  readonly pr?: string
  readonly repo?: string
  readonly preview?: string
  readonly quietForge?: boolean
  readonly now?: string
  readonly json?: boolean
}

/** Says whether a pull request may be merged by the regulation, to the forge and to the terminal. Closed when in doubt. */
export async function gate(ports: Ports, options: GateOptions): Promise<ExitCode> {
  const number = readNumber(options.pr)
  const preview = readAddress(options.preview)
  const now = readNow(options.now)
  const repository = await repositoryOf(ports, options.repo)
  const forge = ports.forge(repository)
  const pull = await forge.pullRequest(number).catch((error) => closedAtOnce(ports, error))
  if (pull === undefined) return EXIT.cannotRun
  const outcome = await judgePull(ports, forge, pull, now)
  const comment = gateComment(outcome, { now: now ?? ports.now(), preview })
  report(ports, outcome, options)
  if (!options.quietForge) await publishVerdict(ports, forge, { pull, outcome, comment })
  const verdict = verdictOfGate(outcome)
  if (verdict === 'open') return EXIT.ok
  return verdict === 'closed' ? EXIT.cannotRun : EXIT.problems
}

/** A failure of the forge is an outcome: the gate stays closed and says so where people look. */
async function judgePull(
  ports: Ports,
  forge: Forge,
  pull: PullRequest,
  now: number | undefined,
): Promise<Outcome> {
  return judge(ports, forge, pull, now).catch((error) => {
    if (!(error instanceof ForgeFailure)) throw error
    return {
      needs: [],
      idle: [],
      diagnostics: [],
      times: [],
      triggers: [],
      suggestions: [],
      obstacles: [{ problem: error.message, fix: error.fix }],
      head: pull.head.sha,
      base: pull.base.sha,
    }
  })
}

function closedAtOnce(ports: Ports, error: unknown): undefined {
  if (!(error instanceof ForgeFailure)) throw error
  const text = `Cửa duyệt đóng: ${error.message}. Cách sửa: ${error.fix}.`
  ports.err(`congbo: ${text}`)
  ports.jobSummary(text)
}

function readNumber(text: string | undefined): number {
  if (text === undefined || !/^[1-9]\d{0,9}$/.test(text))
    throw new UsageError('--pr: ghi số của yêu cầu gộp, ví dụ --pr 12')
  return Number(text)
}

function readAddress(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined
  if (!/^https?:\/\/[A-Za-z0-9.-]+(?::\d+)?(?:\/[A-Za-z0-9._~/-]*)?$/.test(text))
    throw new UsageError('--preview: chỉ nhận địa chỉ http(s) không có ký tự lạ')
  return text
}

function report(ports: Ports, outcome: Outcome, { json }: GateOptions): void {
  if (json) {
    ports.out(JSON.stringify(toJson(outcome), null, 2))
    return
  }
  const paint = paintFor(ports)
  const actions = ports.environment('GITHUB_ACTIONS') === 'true'
  ports.out(paint(verdictOfGate(outcome) === 'open' ? 'green' : 'red', headline(outcome)))
  for (const { problem, fix } of outcome.obstacles) ports.out(printable(`  ${problem}. Cách sửa: ${fix}.`))
  for (const each of outcome.needs) ports.out(printable(`  ${needLine(each)}`))
  for (const each of outcome.diagnostics) ports.out(actions ? formatGitHub(each) : formatText(each, paint))
}

function needLine(each: Outcome['needs'][number]): string {
  const names = each.need.approvers.map(({ label }) => label).join(' hoặc ')
  const words = {
    given: 'đã duyệt   ',
    refused: 'yêu cầu sửa',
    awaited: 'chờ duyệt  ',
  }[each.state]
  const who = each.state === 'awaited' ? names : `${each.by.as} (${each.by.account})`
  return `${words}  ${who} · ${each.need.label} · ${each.need.ground}`
}

const toJson = (outcome: Outcome) => ({
  verdict: verdictOfGate(outcome),
  headline: headline(outcome),
  head: outcome.head,
  base: outcome.base,
  obstacles: outcome.obstacles,
  needs: outcome.needs.map((each) => ({
    state: each.state,
    label: each.need.label,
    approvers: each.need.approvers.map(({ label }) => label),
    ground: each.need.ground,
    covers: each.need.covers,
    by:
      each.state === 'awaited'
        ? null
        : {
            account: each.by.account,
            as: each.by.as,
            at: formatInstant(each.by.at),
            delegation: each.by.delegation ?? null,
          },
    voided: each.state === 'awaited' ? each.voided : [],
  })),
  times: outcome.times,
  triggers: outcome.triggers,
  diagnostics: outcome.diagnostics.map(({ repair: _, ...each }) => each),
})
