import { fileURLToPath } from 'node:url'
import { diskFiles } from '../../pipeline/adapters/files.ts'
import { productFile } from '../../pipeline/adapters/product.ts'
import { compiling } from '../../pipeline/contract/compile.ts'
import { type Contract, createContract } from '../../pipeline/contract/contract.ts'
import { loadHolidays } from '../../pipeline/portal/load-calendar.ts'
import { loadPortal, type Overrides } from '../../pipeline/portal/load-portal.ts'
import type { Portal } from '../../pipeline/portal/portal.ts'

/** The top of this repository. */
export const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url))

export const repositoryFiles = diskFiles(REPOSITORY)

const schemaText = (name: string): string => productFile(`schemas/${name}.schema.json`)

export const contract: Contract = createContract(schemaText, compiling(schemaText))

export const PORTALS = ['dong-viet', 'kep', 'kon-ray', 'thach-linh', 'thanh-dong'] as const

/** One of the five portals as it stands in content/, or with a choice made otherwise. */
export function portalOf(id: string, overrides: Overrides = {}): Portal {
  const holidays = loadHolidays(repositoryFiles, contract)
  if (holidays.problems.length > 0) throw new Error(JSON.stringify(holidays.problems))
  const loaded = loadPortal(repositoryFiles, contract, holidays.years, id, overrides)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems, null, 2))
  return loaded.value
}
