import type { SearchFilter, SearchView } from '../../templates/view.ts'
import type { Site, SiteDocument } from './site.ts'

/** Filters of the search, named as they stand in an address: `?q=đất&linh-vuc=kinh-te&nam=2026`. */
export const FILTERS = ['chuyen-muc', 'linh-vuc', 'the-loai', 'nam'] as const
export type FilterName = (typeof FILTERS)[number]

/** What a document is, filter by filter; a fixed page has neither year nor lĩnh vực. */
export const filterValues = ({ front, place }: SiteDocument): Record<FilterName, string | undefined> => ({
  'chuyen-muc': front.section,
  'linh-vuc': front.linhVuc,
  'the-loai': front.kind,
  nam: 'year' in place ? place.year : undefined,
})

/** The search page: every value of a filter that some document has, in the order of the regulation, years newest first. */
export function searchView(site: Site): SearchView {
  const { sections, linhVuc, kinds } = site.open.portal.regulation
  const counts = countsOf(site.documents)
  const filter = (name: FilterName, title: string, values: readonly (readonly [string, string])[]) => ({
    name,
    title,
    options: values.flatMap(([value, label]) => {
      const count = counts[name].get(value) ?? 0
      return count > 0 ? [{ value, title: label, count }] : []
    }),
  })
  const labelled = (entries: ReadonlyMap<string, { readonly label: string }>) =>
    [...entries].map(([id, { label }]) => [id, label] as const)
  const years = [...counts.nam.keys()].sort().reverse()
  const filters: SearchFilter[] = [
    filter('chuyen-muc', 'Chuyên mục', labelled(sections)),
    filter('linh-vuc', 'Lĩnh vực', labelled(linhVuc)),
    filter('the-loai', 'Thể loại', labelled(kinds)),
    filter(
      'nam',
      'Năm',
      years.map((year) => [year, year] as const),
    ),
  ]
  return { filters: filters.filter(({ options }) => options.length > 0) }
}

function countsOf(documents: readonly SiteDocument[]): Record<FilterName, Map<string, number>> {
  const counts = { 'chuyen-muc': new Map(), 'linh-vuc': new Map(), 'the-loai': new Map(), nam: new Map() }
  for (const document of documents) {
    const values = filterValues(document)
    for (const name of FILTERS) {
      const value = values[name]
      if (value !== undefined) counts[name].set(value, (counts[name].get(value) ?? 0) + 1)
    }
  }
  return counts
}
