import type { Ports } from '../adapters/ports.ts'
import { dayOf, formatInstant, type Instant, startOf, vietnameseInstant } from '../calendar/local-time.ts'
import { periodOf } from '../calendar/periods.ts'
import {
  type CoverageRow,
  type CoverageType,
  isDemanding,
  sectionCoverage,
} from '../duties/section-coverage.ts'
import type { Portal } from '../portal/portal.ts'
import { numbered } from '../reports/facts.ts'
import { suppliesOf, writtenIn } from '../reports/supplies.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { openOne } from './open-one.ts'
import { paintFor } from './paint.ts'
import { readLedger } from './read-ledger.ts'

export type SectionCoverageOptions = {
  readonly strict?: boolean
  readonly now?: string
  readonly json?: boolean
}

const PARTS: readonly (readonly [type: CoverageType, title: string, colour: 'red' | 'yellow' | 'dim'])[] = [
  ['empty', 'Bắt buộc mà còn trống', 'red'],
  ['stale', 'Không cập nhật đúng kỳ', 'red'],
  ['short', 'Chưa đủ định mức', 'red'],
  ['no-account', 'Người phụ trách chưa có tài khoản', 'red'],
  ['open', 'Kỳ đang chạy chưa có gì', 'yellow'],
  ['no-owner', 'Chưa giao cho đơn vị nào', 'dim'],
  ['uncounted', 'Định mức chưa đếm được', 'dim'],
  ['age', 'Cập nhật lần cuối, Quy chế không nêu số ngày nên không kết luận', 'dim'],
]

/** What of a portal is empty, stale or without somebody who answers for it. Findings are no failure, unless `--strict` asks for that. */
export async function coverageOfSections(
  ports: Ports,
  id: string,
  options: SectionCoverageOptions,
): Promise<ExitCode> {
  const opened = await openOne(ports, id, options.now)
  if (!opened) return EXIT.cannotRun
  const { contract, open } = opened
  const { portal, now } = open
  const ledger = await readLedger(ports, { contract, open, asOf: now })
  const entries = numbered(ledger.entries)
  const rows = sectionCoverage({
    regulation: portal.regulation,
    roster: portal.roster,
    calendar: portal.calendar,
    supplies: suppliesOf(entries),
    publications: writtenIn(entries),
    span: stretchBefore(now),
    asOf: now,
  })
  if (options.json)
    ports.out(JSON.stringify({ portal: portal.id, now: formatInstant(now), rows: rows.map(toJson) }, null, 2))
  else print(ports, portal, now, rows)
  return options.strict && rows.some(isDemanding) ? EXIT.problems : EXIT.ok
}

/** From the beginning of the month before: a reminder of what was missed last month is still of use, an older one is history. */
function stretchBefore(now: Instant) {
  const month = periodOf(now, 'P1M')
  return { first: periodOf(startOf(month.first) - 1, 'P1M').first, last: dayOf(now) }
}

const toJson = (row: CoverageRow) => ({ ...row, demanding: isDemanding(row) })

function print(ports: Ports, portal: Portal, now: Instant, rows: readonly CoverageRow[]): void {
  const paint = paintFor(ports)
  ports.out(`${paint('bold', portal.cong.name)} (${portal.id}), tính đến ${vietnameseInstant(now)}`)
  for (const [type, title, colour] of PARTS) {
    const those = rows.filter((row) => row.type === type)
    if (those.length === 0) continue
    ports.out(`\n${paint(colour, title)} (${those.length})`)
    for (const { label, says, fix, law } of those) {
      ports.out(`  ${label}: ${says}`)
      ports.out(`    ${paint('dim', type === 'age' ? law : `${law} · cách xử lý: ${fix}`)}`)
    }
  }
  const demanding = rows.filter(isDemanding).length
  ports.out(demanding === 0 ? '\nKhông có chỗ nào phải làm ngay.' : `\n${demanding} chỗ cần làm.`)
}
