import type { Ports } from '../adapters/ports.ts'
import { formatText } from '../diagnostics/format-text.ts'
import { portalIds } from '../portal/load-portal.ts'
import { openWorkspace } from '../portal/workspace.ts'
import { clauseInWords } from '../regulation/clause.ts'
import type { Regulation } from '../regulation/regulation.ts'
import { type Service, servicesOf } from '../regulation/served.ts'
import { knownPortal, onlyPortal, UsageError } from './arguments.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { paintFor } from './paint.ts'
import { coverageOfSections, type SectionCoverageOptions } from './section-coverage.ts'

export type CoverageOptions = SectionCoverageOptions & { readonly law?: boolean; readonly portal?: string }

type Row = {
  readonly ref: string
  readonly words: string
  readonly says: string
  readonly services: readonly Service[]
}

/** What of a portal is empty, stale or without an owner; with `--law`: every clause of every regulation, and how it is served. */
export async function coverage(
  ports: Ports,
  id: string | undefined,
  options: CoverageOptions,
): Promise<ExitCode> {
  const wanted = id ?? options.portal
  if (!options.law && wanted === undefined)
    throw new UsageError('Chọn bảng cần in: congbo coverage <cổng>, hoặc congbo coverage --law')
  return options.law
    ? coverageOfLaw(ports, wanted, options)
    : coverageOfSections(ports, wanted as string, options)
}

async function coverageOfLaw(
  ports: Ports,
  wanted: string | undefined,
  options: CoverageOptions,
): Promise<ExitCode> {
  knownPortal(wanted, portalIds(ports.files))
  const { portals, problems } = await openWorkspace(ports, {
    portals: onlyPortal(wanted),
    historyOf: new Map(),
  })
  for (const each of problems) ports.err(formatText(each, paintFor(ports)))
  const matrix = portals.map(({ portal }) => ({
    portal: portal.id,
    title: portal.regulation.law.title,
    rows: rowsOf(portal.regulation),
  }))
  if (options.json) ports.out(JSON.stringify(matrix, null, 2))
  else for (const { portal, title, rows } of matrix) print(ports, portal, title, rows)
  return problems.length > 0 ? EXIT.problems : EXIT.ok
}

const rowsOf = (regulation: Regulation): Row[] =>
  regulation.law.clauses.map((clause) => ({
    ref: clause.ref,
    words: clauseInWords(clause.ref),
    says: clause.says,
    services: servicesOf(clause),
  }))

const MODES = [
  ['enforced', 'KIỂM TRA'],
  ['tracked', 'THEO DÕI'],
  ['published', 'CÔNG KHAI'],
  ['shown', 'HIỂN THỊ'],
] as const

function print(ports: Ports, portal: string, title: string, rows: readonly Row[]): void {
  const paint = paintFor(ports)
  ports.out(`\n${paint('bold', title)} (${portal})`)
  for (const { ref, says, services } of rows) {
    const served = MODES.flatMap(([mode, word]) => {
      const by = services
        .filter((each) => each.mode === mode)
        .map((each) => (each.planned ? `${each.by} (planned)` : each.by))
      return by.length > 0 ? [`${word} ${by.join(', ')}`] : []
    })
    ports.out(`  ${ref.padEnd(16)} ${says}`)
    ports.out(`  ${''.padEnd(16)} ${paint('dim', served.join(' · '))}`)
  }
  const planned = rows.filter(({ services }) => services.every((each) => each.planned)).length
  ports.out(
    `  ${rows.length} điều khoản; ${rows.length - planned} đã thực hiện được ít nhất một phần, ${planned} chờ bản sau (planned).`,
  )
}
