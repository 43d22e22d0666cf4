import type { ChamNhuanBut } from '../contract/types.ts'
import type { DataFile } from '../portal/load-data.ts'
import type { Portal } from '../portal/portal.ts'
import type { Rates, RateTable } from './rates.ts'
import type { SealedMonth } from './statement.ts'

/** What the checks of royalties ask of a portal. */
export type RoyaltyPortal = Pick<Portal, 'id' | 'folder' | 'cong' | 'regulation' | 'roster'>

/** The royalty files of a portal that could be read, each with its text for the places of findings. */
export type RoyaltyData = {
  readonly tables: readonly DataFile<RateTable>[]
  readonly scores: readonly DataFile<ChamNhuanBut>[]
  /** Oldest first. */
  readonly books: readonly DataFile<SealedMonth>[]
}

export const ratesOf = ({ tables }: RoyaltyData, salaries: Rates['salaries']): Rates => ({
  tables: tables.map(({ value }) => value),
  salaries,
})
