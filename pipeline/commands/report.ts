import type { Ports } from '../adapters/ports.ts'
import { startOf, vietnameseDay, vietnameseInstant } from '../calendar/local-time.ts'
import { type NamedPeriod, parsePeriod } from '../calendar/periods.ts'
import type { Duty } from '../duties/upcoming.ts'
import type { PaperFormat } from '../paper/paper.ts'
import type { Portal } from '../portal/portal.ts'
import type { OpenPortal } from '../portal/workspace.ts'
import { reportOf } from '../reports/report.ts'
import { UsageError } from './arguments.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { openOne } from './open-one.ts'
import { readLedger } from './read-ledger.ts'
import { readRegisters } from './read-registers.ts'
import { writePaper } from './write-paper.ts'

export type ReportOptions = {
  readonly period?: string
  readonly duty?: string
  readonly format?: PaperFormat
  readonly out?: string
  readonly now?: string
}

/** The report of a portal for a period: the one that its regulation asks for, or where it asks for none, the same figures all the same. */
export async function report(ports: Ports, id: string, options: ReportOptions): Promise<ExitCode> {
  const period = readPeriod(options.period)
  const opened = await openOne(ports, id, options.now)
  if (!opened) return EXIT.cannotRun
  const { contract, open } = opened
  const asOf = reach(open, period)
  const duty = dutyFor(open.portal, period, options.duty)
  const ledger = await readLedger(ports, { contract, open, asOf })
  const registers = await readRegisters(ports, contract, open.portal)
  const paper = reportOf({ portal: open.portal, duty, span: period.span, asOf, ledger, registers })
  return writePaper(ports, paper, {
    format: options.format ?? 'md',
    out: options.out,
    name: `bao-cao-${id}-${period.span.code.toLowerCase()}`,
  })
}

function readPeriod(code: string | undefined): NamedPeriod {
  if (code === undefined)
    throw new UsageError(
      'Thiếu kỳ báo cáo: --period 2026-11 (tháng), 2026-Q4 (quý), 2026-H2 (6 tháng), 2026 (năm)',
    )
  const period = parsePeriod(code)
  if (!period)
    throw new UsageError(
      `--period: \`${code}\` không phải là một kỳ; viết 2026-11 (tháng), 2026-Q4 (quý), 2026-H2 (6 tháng), 2026 (năm)`,
    )
  return period
}

/** Figures reach to the end of the period, or to now where it is not over. */
function reach({ now, clock }: OpenPortal, { span }: NamedPeriod): number {
  const frozen = clock === 'sample' ? `; cổng mẫu đứng ở ${vietnameseInstant(now)}` : ''
  if (now < startOf(span.first))
    throw new UsageError(`Chưa tới ${span.label}: kỳ này bắt đầu ngày ${vietnameseDay(span.first)}${frozen}`)
  return Math.min(now, span.end - 1)
}

/** The report that the regulation asks for by the end of such a period; of several the first, or the one that was named. */
function dutyFor(
  { regulation }: Portal,
  { every }: NamedPeriod,
  wanted: string | undefined,
): Duty | undefined {
  const reports = regulation.law.duties.filter(({ type }) => type === 'report')
  if (wanted === undefined) return reports.find((duty) => duty.every === every)
  const found = reports.find(({ id }) => id === wanted)
  if (!found)
    throw new UsageError(
      `--duty: Quy chế không có báo cáo \`${wanted}\`; có: ${reports.map(({ id }) => id).join(', ')}`,
    )
  return found
}
