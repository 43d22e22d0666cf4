import { documentPage } from '../../templates/pages/document.ts'
import { homePage } from '../../templates/pages/home.ts'
import { listPage } from '../../templates/pages/list.ts'
import { notFoundPage } from '../../templates/pages/not-found.ts'
import { regulationPage } from '../../templates/pages/regulation.ts'
import type { HomeView, ListPage, PortalView } from '../../templates/view.ts'
import { cardOf, documentView } from './document-view.ts'
import { chunk, chunkUrl } from './list-pages.ts'
import { type List, listsOf } from './lists.ts'
import { machinePages } from './machine-pages.ts'
import { type Page, type PageGroup, page } from './page.ts'
import { regulationView } from './regulation-view.ts'
import type { Site, SiteDocument } from './site.ts'

const LIST_SIZE = 20
const HOME_NEWS = 9
const HOME_SIDE = 5

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
    ...machinePages(site, portal),
  ]
}

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
