import type { Ports } from '../adapters/ports.ts'
import type { Contract } from '../contract/contract.ts'
import type { OpenPortal } from '../portal/workspace.ts'
import { loadRegisters } from '../registers/register-files.ts'
import { type RegisterTask, registerTasks } from '../registers/tasks.ts'

/** What the registers of a portal say is still to be done, read from its files. */
export function openTasks(
  { files }: Pick<Ports, 'files'>,
  contract: Contract,
  { portal: { folder, regulation } }: Pick<OpenPortal, 'portal'>,
): RegisterTask[] {
  return registerTasks(loadRegisters(files, contract, folder), regulation, {
    present: (path) => files.exists(folder + path),
    published: undefined,
  })
}
