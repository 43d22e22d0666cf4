import { accessibilityPage } from '../../templates/pages/accessibility.ts'
import { documentPage } from '../../templates/pages/document.ts'
import { homePage } from '../../templates/pages/home.ts'
import { listPage } from '../../templates/pages/list.ts'
import { notFoundPage } from '../../templates/pages/not-found.ts'
import { regulationPage } from '../../templates/pages/regulation.ts'
import { searchPage } from '../../templates/pages/search.ts'
import { sectionsPage } from '../../templates/pages/sections.ts'
import { siteMapPage } from '../../templates/pages/site-map.ts'
import type { ListPage, PortalView } from '../../templates/view.ts'
import { apiHelpPage } from './api-pages.ts'
import { cardOf, documentView } from './document-view.ts'
import { homeView } from './home-view.ts'
import type { List } from './list.ts'
import { chunksOf, chunkUrl } from './list-pages.ts'
import { listsOf } from './lists.ts'
import { machinePages } from './machine-pages.ts'
import { type Page, type PageGroup, page } from './page.ts'
import { redirectPages } from './redirect-pages.ts'
import { regulationView } from './regulation-view.ts'
import { searchView } from './search-view.ts'
import { sectionsView } from './sections-view.ts'
import type { Site, SiteDocument } from './site.ts'
import { siteMapView } from './site-map-view.ts'

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
  const people = peoplePages(site, portal)
  const groups = [...people, ...machinePages(site, portal, people)]
  const taken = new Set([
    ...site.documents.map(({ url }) => url),
    ...groups.flatMap(({ pages }) => pages.map(({ url }) => url)),
  ])
  return [...groups, ...redirectPages(site, portal, taken)]
}

function peoplePages(site: Site, portal: PortalView): PageGroup[] {
  return [
    {
      template: 'home',
      pages: [
        page(homePage, '', () => homeView(site), portal, ['list:tin-moi/', 'list:van-ban/', 'list:hoi-dap/']),
      ],
    },
    { template: 'list', pages: listsOf(site).flatMap((list) => listPages(site, portal, list)) },
    {
      template: 'sections',
      pages: [
        page(sectionsPage, 'chuyen-muc/', () => sectionsView(site), portal, ['regulation', 'list:sections']),
      ],
    },
    {
      template: 'site-map',
      pages: [page(siteMapPage, 'so-do-trang/', () => siteMapView(site), portal, ['list:all'])],
    },
    {
      template: 'accessibility',
      pages: [page(accessibilityPage, 'tiep-can/', () => undefined, portal, [])],
    },
    {
      template: 'regulation',
      pages: [
        page(regulationPage, 'quy-che/', () => regulationView(site.open.portal), portal, ['regulation']),
      ],
    },
    {
      template: 'search',
      pages: [page(searchPage, 'tim-kiem/', () => searchView(site), portal, ['list:tim-kiem/'])],
    },
    apiHelpPage(site, portal),
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
  ]
}

function listPages(site: Site, portal: PortalView, list: List): Page[] {
  return chunksOf(list).map(({ number, items, newer, older }) => {
    const url = chunkUrl(list.root, number)
    const link = (to: number | undefined, title: string) =>
      to === undefined ? undefined : { title, url: chunkUrl(list.root, to) }
    const view = (): ListPage => ({
      url,
      root: list.root,
      title: list.title,
      description: list.description,
      layout: list.layout,
      parent: list.parent,
      facets: number === 0 ? (list.facets ?? []) : [],
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
