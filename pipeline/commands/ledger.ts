import type { Ports } from '../adapters/ports.ts'
import { formatInstant, vietnameseInstant } from '../calendar/local-time.ts'
import type { Verdict } from '../deadlines/verdict.ts'
import { dueInWords } from '../deadlines/words.ts'
import type { Ledger, LedgerEntry } from '../ledger/entry.ts'
import { entryToJson } from '../ledger/to-json.ts'
import { holderInWords, VERDICT_WORDS } from '../ledger/words.ts'
import type { Portal } from '../portal/portal.ts'
import { groundOf } from '../regulation/regulation.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { openOne } from './open-one.ts'
import { paintFor } from './paint.ts'
import { readLedger } from './read-ledger.ts'

export type LedgerOptions = { readonly now?: string; readonly json?: boolean }

/** The life of every published article of a portal: when it passed each station, who held it how long, and the verdict. */
export async function ledger(ports: Ports, id: string, options: LedgerOptions): Promise<ExitCode> {
  const opened = await openOne(ports, id, options.now)
  if (!opened) return EXIT.cannotRun
  const { contract, open } = opened
  const found = await readLedger(ports, { contract, open, asOf: open.now })
  if (options.json) ports.out(JSON.stringify(toJson(found, open.portal), null, 2))
  else print(ports, found, open.portal)
  return EXIT.ok
}

const toJson = ({ portal, asOf, entries, unreadable }: Ledger, { regulation }: Portal) => ({
  portal,
  asOf: formatInstant(asOf),
  entries: entries.map((entry) => entryToJson(entry, regulation)),
  unreadable,
})

function print(ports: Ports, { entries, unreadable, asOf }: Ledger, portal: Portal): void {
  const paint = paintFor(ports)
  ports.out(
    `${paint('bold', portal.cong.name)} (${portal.id}), sổ xuất bản tính đến ${vietnameseInstant(asOf)}`,
  )
  for (const entry of entries) for (const line of linesOf(entry, portal)) ports.out(line)
  if (entries.length === 0) ports.out('  Chưa công bố tin bài nào.')
  ports.out(`  ${entries.length} mục đã công bố.`)
  for (const path of unreadable) ports.err(`  Không đọc được, không có trong sổ: ${portal.folder}${path}`)
}

function linesOf(entry: LedgerEntry, { regulation, roster }: Portal): string[] {
  const { milestones, verdict, custody } = entry
  const held = custody.map(({ holder, from, to }) => holderInWords(holder, to - from, roster))
  return [
    `  ${vietnameseInstant(milestones.merged)}  ${entry.title}${entry.removed === undefined ? '' : ' (đã gỡ)'}`,
    `      ${[VERDICT_WORDS[verdict.state], ...dueOf(verdict, regulation)].join(' · ')}`,
    ...(held.length > 0 ? [`      ${held.join('; ')}`] : []),
  ]
}

const dueOf = (verdict: Verdict, regulation: Portal['regulation']): string[] =>
  'due' in verdict ? [`hạn ${dueInWords(verdict.due)}`, groundOf(regulation, verdict.deadline)] : []
