import { FILTERS } from '../site/search-view.ts'
import type { SearchRecord } from './record.ts'

/**
 * What the page must know of every document of a part before it shows any: its values of each filter, and, by its place, its age. Pagefind
 * has filters too, but counts pages that merely hold words with the same beginning.
 */
export type SearchTable = {
  readonly filters: Readonly<Record<string, readonly string[]>>
  /** Oldest first: the id in the index, then for each filter the place of the value, or -1. */
  readonly rows: readonly (readonly [id: string, ...values: number[]])[]
}

/**
 * @param records of one part, oldest first
 * @param ids of the records in the index, by their addresses
 */
export function tableOf(records: readonly SearchRecord[], ids: ReadonlyMap<string, string>): SearchTable {
  const filters = Object.fromEntries(FILTERS.map((name) => [name, valuesOf(records, name)]))
  const rows = records.map(({ url, values }): SearchTable['rows'][number] => {
    const id = ids.get(url)
    if (id === undefined) throw new Error(`the search index has lost ${url}`)
    return [id, ...FILTERS.map((name) => (filters[name] ?? []).indexOf(values[name] ?? ''))]
  })
  return { filters, rows }
}

const valuesOf = (records: readonly SearchRecord[], name: (typeof FILTERS)[number]): string[] =>
  [...new Set(records.flatMap(({ values }) => values[name] ?? []))].sort()
