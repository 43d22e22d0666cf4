import type { Files, Ports } from '../adapters/ports.ts'
import type { Contract } from '../contract/contract.ts'
import type { Portal } from '../portal/portal.ts'
import { loadRegisters, type Registers } from '../registers/register-files.ts'

type World = Pick<Ports, 'files' | 'git' | 'revisions'>

/** The registers of a portal as the main branch has them, whatever lies in the work tree; of a sample as its files have them. */
export const readRegisters = async (world: World, contract: Contract, portal: Portal): Promise<Registers> =>
  loadRegisters(await filesOfMain(world, portal), contract, portal.folder)

async function filesOfMain({ files, git, revisions }: World, { cong }: Portal): Promise<Files> {
  const tip = cong.sample ? undefined : await git.mainTip()
  return tip === undefined ? files : revisions.files(tip)
}
