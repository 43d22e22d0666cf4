import { ForgeFailure, type PullRequest } from '../adapters/forge.ts'
import type { Ports } from '../adapters/ports.ts'
import { periodOf } from '../calendar/periods.ts'
import { boardOf, type Owed, owedFor, owedTask } from '../dashboard/board.ts'
import { type Outcome, verdictOfGate } from '../gate/outcome.ts'
import type { PaperFormat } from '../paper/paper.ts'
import type { OpenPortal } from '../portal/workspace.ts'
import { reportOf } from '../reports/report.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { judge } from './judge-pull.ts'
import { openFiles } from './open-files.ts'
import { openOne } from './open-one.ts'
import { openTasks } from './open-tasks.ts'
import { readLedger } from './read-ledger.ts'
import { readRegisters } from './read-registers.ts'
import { repositoryOf } from './repository-name.ts'
import { writePaper } from './write-paper.ts'

export type DashboardOptions = {
  readonly repo?: string
  readonly format?: PaperFormat
  readonly out?: string
  readonly now?: string
}

/** One page for the board: what to do today, who is awaited, what is late, the month so far. */
export async function dashboard(ports: Ports, id: string, options: DashboardOptions): Promise<ExitCode> {
  const opened = await openOne(ports, id, options.now, { history: true })
  if (!opened) return EXIT.cannotRun
  const { contract, open } = opened
  const { portal, now } = open
  const ledger = await readLedger(ports, { contract, open, asOf: now })
  const registers = await readRegisters(ports, contract, portal)
  const pulls = options.repo === undefined ? [] : await owedPulls(ports, open, options)
  const owed = [
    ...openFiles(ports, contract, open).map((each) => owedFor(portal, each, now)),
    ...openTasks(ports, contract, open).map((each) => owedTask(each, portal)),
    ...pulls,
  ]
  const month = reportOf({
    portal,
    duty: undefined,
    span: periodOf(now, 'P1M'),
    asOf: now,
    ledger,
    registers,
  })
  const paper = boardOf({ now, owed, forge: options.repo !== undefined, month })
  return writePaper(ports, paper, {
    format: options.format ?? 'html',
    out: options.out,
    name: `bang-theo-doi-${id}`,
  })
}

/** The pull requests of the portal that are open on the forge, each with those whose approval it still needs. */
async function owedPulls(ports: Ports, open: OpenPortal, { repo }: DashboardOptions): Promise<Owed[]> {
  const forge = ports.forge(await repositoryOf(ports, repo))
  const owed: Owed[] = []
  for (const pull of await forge.openPullRequests()) {
    if (pull.draft || !pull.base.main) continue
    try {
      owed.push(...owedPull(pull, await judge(ports, forge, pull, open.now), open))
    } catch (error) {
      if (!(error instanceof ForgeFailure)) throw error
      ports.err(`#${pull.number}: ${error.message}. Cách sửa: ${error.fix}.`)
    }
  }
  return owed
}

function owedPull(pull: PullRequest, outcome: Outcome, { portal }: OpenPortal): Owed[] {
  if (!outcome.needs.some(({ need }) => need.covers.some((path) => path.startsWith(portal.folder)))) return []
  const time = outcome.times.find((each) => each.portal === portal.id)
  const awaited = outcome.needs.flatMap(({ state, need }) =>
    state === 'awaited' ? [need.approvers.map(({ label }) => label).join(' hoặc ')] : [],
  )
  return [
    {
      id: `#${pull.number}`,
      title: `#${pull.number} ${time?.title ?? pull.title}`,
      address: pull.url,
      state: time === undefined ? 'waiting' : time.state === 'late-with-reason' ? 'overdue' : time.state,
      due: time?.due ?? 'không có thời hạn bằng số',
      ground: time?.ground ?? 'Quy chế không đặt số ngày',
      awaited: verdictOfGate(outcome) === 'waiting' ? awaited : [],
    },
  ]
}
