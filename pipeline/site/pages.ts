import type { PageContext, PageTemplate } from '../../templates/page.ts'
import { documentPage } from '../../templates/pages/document.ts'
import { feedPage } from '../../templates/pages/feed.ts'
import { homePage } from '../../templates/pages/home.ts'
import { listPage } from '../../templates/pages/list.ts'
import { notFoundPage } from '../../templates/pages/not-found.ts'
import { regulationPage } from '../../templates/pages/regulation.ts'
import { sitemapIndexPage, sitemapPage } from '../../templates/pages/sitemap.ts'
import type { HomeView, ListPage, PortalView } from '../../templates/view.ts'
import { formatInstant } from '../calendar/local-time.ts'
import { cardOf, documentView } from './document-view.ts'
import { chunk, chunkUrl } from './list-pages.ts'
import { type List, listsOf } from './lists.ts'
import { regulationView } from './regulation-view.ts'
import type { Site, SiteDocument } from './site.ts'

/** A page of the site: its address, the names of what it is made of, and the text that comes of it. */
export type Page = {
  readonly url: string
  /** `doc:<path>` for a document, `list:<root>` for the order of a list, `portal` and `regulation` for what every page shows. */
  readonly dependsOn: readonly string[]
  readonly render: () => string
}

/** Pages made by one template. */
export type PageGroup = { readonly template: string; readonly pages: readonly Page[] }

const LIST_SIZE = 20
const HOME_NEWS = 9
const HOME_SIDE = 5
const FEED_SIZE = 30

/** A relative address, so that the site works under any path: the portal's root is as many steps up as the page is deep. */
export function relativeTo(pageUrl: string): PageContext['to'] {
  const root = '../'.repeat(pageUrl.split('/').length - 1)
  return (url) => root + url || './'
}

const page = <View>(
  template: PageTemplate<View>,
  url: string,
  view: () => View,
  portal: PortalView,
  dependsOn: readonly string[],
): Page => ({
  url,
  dependsOn: ['portal', ...dependsOn],
  render: () => template(view(), { portal, url, to: relativeTo(url) }),
})

/** The pages of documents: each depends on its own file alone. */
export const documentPages = (
  site: Site,
  portal: PortalView,
  documents: readonly SiteDocument[],
  bodyOf: (document: SiteDocument) => string,
): PageGroup => ({
  template: 'document',
  pages: documents.map((document) =>
    page(documentPage, document.url, () => documentView(site, document, bodyOf), portal, [
      `doc:${document.path}`,
    ]),
  ),
})

/** Every page that is not a document's. */
export function sitePages(site: Site, portal: PortalView): PageGroup[] {
  const listed = site.documents.filter(({ place }) => place.folder !== 'trang')
  return [
    {
      template: 'home',
      pages: [
        page(homePage, '', () => homeView(site, portal), portal, [
          'list:tin-moi/',
          'list:van-ban/',
          'list:hoi-dap/',
        ]),
      ],
    },
    { template: 'list', pages: listsOf(site).flatMap((list) => listPages(site, portal, list)) },
    {
      template: 'regulation',
      pages: [
        page(regulationPage, 'quy-che/', () => regulationView(site.open.portal), portal, ['regulation']),
      ],
    },
    {
      template: 'not-found',
      pages: [
        {
          url: '404.html',
          dependsOn: ['portal'],
          render: () => notFoundPage(undefined, { portal, url: '404.html', to: (url) => url || './' }),
        },
      ],
    },
    {
      template: 'feed',
      pages: [page(feedPage, 'feed.xml', () => feedView(site, listed), portal, ['list:tin-moi/'])],
    },
    ...(portal.baseUrl === undefined ? [] : sitemaps(site, portal)),
    {
      template: 'robots',
      pages: [{ url: 'robots.txt', dependsOn: ['portal'], render: () => robots(portal) }],
    },
  ]
}

const robots = ({ baseUrl }: PortalView): string =>
  `User-agent: *\nAllow: /\n${baseUrl === undefined ? '' : `Sitemap: ${baseUrl}/sitemap.xml\n`}`

function listPages(site: Site, portal: PortalView, list: List): Page[] {
  return chunk(list.documents, LIST_SIZE).map(({ number, items, newer, older }) => {
    const url = chunkUrl(list.root, number)
    const link = (to: number | undefined, title: string) =>
      to === undefined ? undefined : { title, url: chunkUrl(list.root, to) }
    const view = (): ListPage => ({
      url,
      root: list.root,
      title: list.title,
      description: list.description,
      layout: list.layout,
      cards: items.map((document) => cardOf(site, document)),
      newer: link(newer, 'Mới hơn'),
      older: link(older, 'Cũ hơn'),
      pageName: number === 0 ? undefined : `Trang ${number}`,
    })
    return page(listPage, url, view, portal, [
      ...(number === 0 ? [`list:${list.root}`] : []),
      ...items.map(({ path }) => `doc:${path}`),
    ])
  })
}

function homeView(site: Site, portal: PortalView): HomeView {
  const newest = (folder: string, count: number) =>
    site.documents
      .filter(({ place }) => place.folder === folder)
      .slice(0, count)
      .map((document) => cardOf(site, document))
  return {
    news: newest('tin-bai', HOME_NEWS),
    documents: newest('van-ban', HOME_SIDE),
    questions: newest('hoi-dap', HOME_SIDE),
    sections: portal.sections,
  }
}

function feedView(site: Site, listed: readonly SiteDocument[]) {
  const latest = listed.slice(0, FEED_SIZE)
  const updated = formatInstant(latest[0]?.publishedAt ?? site.open.now)
  return {
    updated,
    cards: latest.map((document) => ({
      ...cardOf(site, document),
      author: document.front.author ?? site.open.portal.cong.owner,
      updated: formatInstant(document.publishedAt),
    })),
  }
}

/** One file a year and an index over them: a new article changes its own year, and no file reaches the limit of 50,000 addresses. */
function sitemaps(site: Site, portal: PortalView): PageGroup[] {
  const years = Map.groupBy(site.documents, (document) =>
    'year' in document.place ? document.place.year : 'trang',
  )
  const files = [...years]
    .map(([year, documents]) => ({ url: `sitemap-${year}.xml`, documents }))
    .sort((a, b) => (a.url < b.url ? -1 : 1))
  return [
    {
      template: 'sitemap',
      pages: files.map(({ url, documents }) =>
        page(
          sitemapPage,
          url,
          () =>
            documents.map((document) => ({
              url: document.url,
              modified: formatInstant(document.publishedAt),
            })),
          portal,
          documents.map(({ path }) => `doc:${path}`),
        ),
      ),
    },
    {
      template: 'sitemap-index',
      pages: [
        page(sitemapIndexPage, 'sitemap.xml', () => files.map(({ url }) => url), portal, ['list:sitemap']),
      ],
    },
  ]
}

/**
 * The addresses of the pages that a change of some documents touches: what a build of one changed article must make again.
 *
 * @param names as in `dependsOn`
 */
export function pagesTouched(groups: readonly PageGroup[], names: ReadonlySet<string>): string[] {
  return groups.flatMap(({ pages }) =>
    pages.filter(({ dependsOn }) => dependsOn.some((name) => names.has(name))).map(({ url }) => url),
  )
}
