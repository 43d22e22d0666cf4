import type { Day } from '../calendar/local-time.ts'
import { dayOf, formatDay } from '../calendar/local-time.ts'
import { placeOf, urlOf } from '../documents/document.ts'
import type { LedgerEntry, Milestones } from '../ledger/entry.ts'

/** What royalties ask of a line of the ledger. */
export type WorkEntry = Pick<
  LedgerEntry,
  'path' | 'title' | 'kind' | 'unit' | 'byline' | 'person' | 'collaborator' | 'words' | 'removed'
> & { readonly milestones: Pick<Milestones, 'merged' | 'approvals'> }

/** A published article as royalties see it: its line of the ledger, and what the ledger does not hold. */
export type Work = {
  readonly entry: WorkEntry
  /** Who took its pictures, a name a picture, as the front matter writes it. */
  readonly credits: readonly string[]
  /** The paths that it had before it was moved or renamed. */
  readonly formerPaths: readonly string[]
}

/** The same for an article wherever it moves among the lĩnh vực: its address, which the lĩnh vực is no part of. */
export function addressOf(path: string): string {
  const place = placeOf(path)
  return place ? urlOf(place).toLowerCase() : path
}

/** Finds the present work of any path that it ever had; undefined where the ledger knows none. */
export type Finder = (path: string) => Work | undefined

export function finderOf(works: readonly Work[]): Finder {
  const byAddress = new Map(works.map((work) => [addressOf(work.entry.path), work]))
  for (const work of works)
    for (const path of work.formerPaths) {
      const address = addressOf(path)
      if (!byAddress.has(address)) byAddress.set(address, work)
    }
  return (path) => byAddress.get(addressOf(path))
}

export const publishedOn = ({ entry }: Work): Day => dayOf(entry.milestones.merged)

/** `2026-11` of a day. */
export const monthOfDay = (day: Day): string => formatDay(day).slice(0, 7)

/** Titles that differ in case, composition or spaces alone are one. */
export const sameTitle = (title: string): string =>
  title.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
