import type { Ports } from '../adapters/ports.ts'
import type { Contract } from '../contract/contract.ts'
import { formatText } from '../diagnostics/format-text.ts'
import { portalIds } from '../portal/load-portal.ts'
import { type OpenPortal, openWorkspace } from '../portal/workspace.ts'
import { loadRegisters, type Registers } from '../registers/register-files.ts'
import { knownPortal, readNow } from './arguments.ts'
import { paintFor } from './paint.ts'

/** A portal with its registers. */
export type OpenRegisters = {
  readonly contract: Contract
  readonly open: OpenPortal
  readonly registers: Registers
}

/**
 * Opens one portal and its registers, and tells their problems; undefined where the portal cannot be opened or one of its
 * registers cannot be read: a number that nobody sees might be given twice.
 *
 * @param history whether the history of publications is needed
 */
export async function openRegisters(
  ports: Ports,
  id: string,
  now: string | undefined,
  { history = false } = {},
): Promise<OpenRegisters | undefined> {
  knownPortal(id, portalIds(ports.files))
  const { contract, portals, problems } = await openWorkspace(ports, {
    portals: new Set([id]),
    now: readNow(now),
    ...(history ? {} : { historyOf: new Map() }),
  })
  const [open] = portals
  const registers = open && loadRegisters(ports.files, contract, open.portal.folder)
  for (const each of [...problems, ...(registers?.problems ?? [])])
    ports.err(formatText(each, paintFor(ports)))
  return open && registers && registers.problems.length === 0 ? { contract, open, registers } : undefined
}
