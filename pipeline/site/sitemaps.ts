import { sitemapIndexPage, sitemapPage } from '../../templates/pages/sitemap.ts'
import type { PortalView, SitemapEntry } from '../../templates/view.ts'
import { formatInstant } from '../calendar/local-time.ts'
import { chunksOf, chunkUrl } from './list-pages.ts'
import { listsOf } from './lists.ts'
import { newestChange } from './newest-change.ts'
import { type PageGroup, page } from './page.ts'
import type { Site, SiteDocument } from './site.ts'

/** A file of the sitemap: the documents that it names, and other pages whose change theirs is. */
type Part = {
  readonly url: string
  readonly documents: readonly SiteDocument[]
  readonly others: readonly SitemapEntry[]
}

/**
 * One file a year, one for lists and fixed pages, and an index over them: a new article changes its own year, and no file
 * reaches the limit of 50,000 addresses. Every date is that of a real change.
 */
export function sitemaps(site: Site, portal: PortalView, people: readonly PageGroup[]): PageGroup[] {
  if (portal.baseUrl === undefined) return []
  const parts = partsOf(site, people)
  return [
    {
      template: 'sitemap',
      pages: parts.map((part) =>
        page(sitemapPage, part.url, () => entriesOf(part), portal, [
          ...part.documents.map(({ path }) => `doc:${path}`),
          ...(part.others.length > 0 ? ['changes'] : []),
        ]),
      ),
    },
    {
      template: 'sitemap-index',
      pages: [
        page(
          sitemapIndexPage,
          'sitemap.xml',
          () =>
            parts.map((part) => ({ url: part.url, modified: newestOf([part.documents, part.others], site) })),
          portal,
          ['changes'],
        ),
      ],
    },
  ]
}

function partsOf(site: Site, people: readonly PageGroup[]): Part[] {
  const years = Map.groupBy(site.documents, ({ place }) => ('year' in place ? place.year : 'trang'))
  years.set('trang', years.get('trang') ?? [])
  return [...years]
    .map(([year, documents]) => ({
      url: `sitemap-${year}.xml`,
      documents,
      others: year === 'trang' ? otherEntries(site, people) : [],
    }))
    .sort((a, b) => (a.url < b.url ? -1 : 1))
}

const entriesOf = ({ documents, others }: Part): SitemapEntry[] => [
  ...others,
  ...documents.map(({ url, modifiedAt }) => ({ url, modified: formatInstant(modifiedAt) })),
]

/** Pages that may be found, but are no document: a list changes when something on it does; of the others no change is known. */
function otherEntries(site: Site, people: readonly PageGroup[]): SitemapEntry[] {
  const changed = new Map([
    ['', newestChange(site.documents)],
    ...listsOf(site).flatMap((list) =>
      chunksOf(list).map(({ number, items }) => [chunkUrl(list.root, number), newestChange(items)] as const),
    ),
  ])
  return people
    .filter(({ template }) => !HIDDEN.has(template))
    .flatMap(({ pages }) => pages.map(({ url }) => ({ url, modified: written(changed.get(url)) })))
}

/** Pages that nobody looks for. */
const HIDDEN: ReadonlySet<string> = new Set(['not-found', 'search'])

const newestOf = ([documents, others]: [Part['documents'], Part['others']], site: Site) =>
  written(newestChange(others.length > 0 ? site.documents : documents))

const written = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : formatInstant(at)
