import { dayOf, formatDay } from '../calendar/local-time.ts'
import { monthFile } from './api-json.ts'
import { chunk } from './list-pages.ts'
import type { SiteDocument } from './site.ts'

/** What was published in a month, or a part of it: one file of the API. */
export type MonthFile = {
  readonly month: string
  readonly file: string
  readonly documents: readonly SiteDocument[]
}

/** A commune publishes a hundred a month; an archive that moves in comes all at once, and must not become one file of many megabytes. */
const PART = 1000

/** The files of all months, the newest first, as the documents are. */
export const monthFiles = (documents: readonly SiteDocument[]): MonthFile[] =>
  [...Map.groupBy(documents, monthOf)].flatMap(([month, published]) =>
    chunk(published, PART).map(({ number, items }) => ({
      month,
      file: monthFile(month, number),
      documents: items,
    })),
  )

/** `2026-11`, by Vietnam's days. */
const monthOf = ({ publishedAt }: SiteDocument): string => formatDay(dayOf(publishedAt)).slice(0, 7)
