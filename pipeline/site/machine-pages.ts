import { feedPage } from '../../templates/pages/feed.ts'
import { sitemapIndexPage, sitemapPage } from '../../templates/pages/sitemap.ts'
import type { PortalView } from '../../templates/view.ts'
import { formatInstant } from '../calendar/local-time.ts'
import { cardOf } from './document-view.ts'
import { headersFile } from './headers.ts'
import { type PageGroup, page } from './page.ts'
import { calendarPages } from './schedule-calendars.ts'
import type { Site, SiteDocument } from './site.ts'

const FEED_SIZE = 30

/** What a portal offers to programs: feed, calendars, sitemap, robots. */
export function machinePages(site: Site, portal: PortalView): PageGroup[] {
  const listed = site.documents.filter(({ place }) => place.folder !== 'trang')
  return [
    {
      template: 'feed',
      pages: [page(feedPage, 'feed.xml', () => feedView(site, listed), portal, ['list:tin-moi/'])],
    },
    { template: 'calendar', pages: calendarPages(site, portal) },
    ...(portal.baseUrl === undefined ? [] : sitemaps(site, portal)),
    {
      template: 'robots',
      pages: [{ url: 'robots.txt', dependsOn: ['portal'], render: () => robots(portal) }],
    },
    { template: 'headers', pages: [{ url: '_headers', dependsOn: [], render: headersFile }] },
  ]
}

const robots = ({ baseUrl }: PortalView): string =>
  `User-agent: *\nAllow: /\n${baseUrl === undefined ? '' : `Sitemap: ${baseUrl}/sitemap.xml\n`}`

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
