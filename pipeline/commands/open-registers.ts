import type { Ports } from '../adapters/ports.ts'
import type { Contract } from '../contract/contract.ts'
import { formatText } from '../diagnostics/format-text.ts'
import type { OpenPortal } from '../portal/workspace.ts'
import { loadRegisters, type Registers } from '../registers/register-files.ts'
import { openOne } from './open-one.ts'
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
  const opened = await openOne(ports, id, now, { history })
  if (!opened) return undefined
  const registers = loadRegisters(ports.files, opened.contract, opened.open.portal.folder)
  for (const each of registers.problems) ports.err(formatText(each, paintFor(ports)))
  return registers.problems.length === 0 ? { ...opened, registers } : undefined
}
