import { ForgeFailure } from '../adapters/forge.ts'
import type { Ports } from '../adapters/ports.ts'
import type { RepositorySettings } from '../adapters/repository-settings.ts'
import { printable } from '../diagnostics/format-text.ts'
import { RULESET_NAME } from '../protection/desired.ts'
import { driftOf } from '../protection/drift.ts'
import type { Drift, Part, Protection } from '../protection/expectations.ts'
import { mended } from '../protection/mend.ts'
import { checkWorkflows, type WorkflowProblem } from '../protection/workflow-policy.ts'
import { UsageError } from './arguments.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { paintFor } from './paint.ts'
import { repositoryOf } from './repository-name.ts'

export type ProtectOptions = {
  readonly check?: boolean
  readonly apply?: boolean
  readonly repo?: string
  readonly json?: boolean
}

type Report = {
  readonly repository: string
  /** What was changed; empty where nothing was asked to be. */
  readonly changed: readonly Drift[]
  /** What still differs. */
  readonly drift: readonly Drift[]
  readonly workflows: readonly WorkflowProblem[]
}

/** Compares the protection of the repository with what it should be; with `--apply` changes it, and looks again. */
export async function protect(ports: Ports, options: ProtectOptions): Promise<ExitCode> {
  if (options.check && options.apply)
    throw new UsageError('Chọn một trong hai: --check để đối chiếu, --apply để sửa')
  const { owner, name } = await repositoryOf(ports, options.repo)
  const settings = ports.settings({ owner, name })
  const workflows = checkWorkflows(workflowsIn(ports))
  const result = await compare(settings, options.apply ?? false).catch(explained)
  const report = { repository: `${owner}/${name}`, ...result, workflows }
  if (options.json) ports.out(JSON.stringify(report, null, 2))
  else print(ports, report)
  return report.drift.length + workflows.length > 0 ? EXIT.problems : EXIT.ok
}

/** After a change the forge is asked again: what it did not take is still a difference. */
async function compare(settings: RepositorySettings, apply: boolean) {
  const before = await readProtection(settings)
  const found = driftOf(before)
  if (!apply || found.length === 0) return { changed: [], drift: found }
  await write(settings, before, new Set(found.map(({ part }) => part)))
  const drift = driftOf(await readProtection(settings))
  const left = new Set(drift.map(({ setting }) => setting))
  return { changed: found.filter(({ setting }) => !left.has(setting)), drift }
}

async function readProtection(settings: RepositorySettings): Promise<Protection> {
  const [ruleset, actions, token] = await Promise.all([
    settings.ruleset(RULESET_NAME),
    settings.actions(),
    settings.workflowToken(),
  ])
  const selected = actions.allowed_actions === 'selected' ? await settings.selectedActions() : undefined
  return { ruleset, actions, selected, token }
}

/** In this order: the list of selected actions exists only once only selected ones may run. */
async function write(
  settings: RepositorySettings,
  before: Protection,
  parts: ReadonlySet<Part>,
): Promise<void> {
  const to = mended(before)
  if (parts.has('ruleset')) await settings.writeRuleset(to.ruleset)
  if (parts.has('actions')) await settings.writeActions(to.actions)
  if (parts.has('actions') || parts.has('selected')) await settings.writeSelectedActions(to.selected)
  if (parts.has('token')) await settings.writeWorkflowToken(to.token)
}

function explained(error: unknown): never {
  if (error instanceof ForgeFailure) throw new UsageError(`${error.message}. Cách sửa: ${error.fix}.`)
  throw error
}

const FOLDER = '.github/workflows'

const workflowsIn = ({ files }: Ports) =>
  files
    .list(FOLDER)
    .filter(({ path, type }) => type === 'file' && /\.ya?ml$/.test(path))
    .map(({ path }) => {
      const read = files.read(path)
      return { path, text: read.state === 'read' ? new TextDecoder().decode(read.bytes) : '' }
    })

function print(ports: Ports, { repository, changed, drift, workflows }: Report): void {
  const paint = paintFor(ports)
  const say = (colour: 'green' | 'red', word: string, title: string, lines: readonly (readonly string[])[]) =>
    ports.out(
      [
        `${paint(colour, word)}  ${paint('bold', printable(title))}`,
        ...lines.map(([key = '', text = '']) => `    ${key.padEnd(9)} ${printable(text)}`),
      ].join('\n'),
    )
  for (const { setting, is, shouldBe } of changed)
    say('green', 'đã sửa', setting, [
      ['trước là', is],
      ['nay là', shouldBe],
    ])
  for (const { setting, is, shouldBe, why, where } of drift)
    say('red', 'khác', setting, [
      ['đang là', is],
      ['phải là', shouldBe],
      ['vì', why],
      ['cách sửa', `congbo protect --apply, hoặc sửa tay ở ${where}`],
    ])
  for (const { file, line, problem, why, fix } of workflows)
    say('red', 'lỗi', `${file}:${line}  ${problem}`, [
      ['vì', why],
      ['cách sửa', fix],
    ])
  const counts = [
    changed.length > 0 ? `đã sửa ${changed.length} thiết lập` : '',
    drift.length > 0 ? `${drift.length} thiết lập khác với yêu cầu` : '',
    workflows.length > 0 ? `${workflows.length} lỗi trong workflow` : '',
  ].filter(Boolean)
  ports.out(
    `Kho ${repository}: ${counts.length > 0 ? counts.join(', ') : 'bảo vệ đúng như yêu cầu, workflow không có lỗi'}.`,
  )
}
