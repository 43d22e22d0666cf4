import type { PortalView } from '../../templates/view.ts'
import { apiPages } from './api-pages.ts'
import { feedPages } from './feeds.ts'
import { headersFile } from './headers.ts'
import type { Page, PageGroup } from './page.ts'
import { calendarPages } from './schedule-calendars.ts'
import { SECURITY_FILE, securityFile } from './security-contact.ts'
import type { Site } from './site.ts'
import { sitemaps } from './sitemaps.ts'

/**
 * What a portal offers to programs: feeds, API, calendars, sitemap, and the files that programs ask for by their names.
 *
 * @param people the pages for people that are not a document's
 */
export const machinePages = (site: Site, portal: PortalView, people: readonly PageGroup[]): PageGroup[] => [
  ...feedPages(site, portal),
  apiPages(site, portal),
  { template: 'calendar', pages: calendarPages(site, portal) },
  ...sitemaps(site, portal, people),
  { template: 'robots', pages: [file('robots.txt', () => robots(portal))] },
  { template: 'headers', pages: [file('_headers', headersFile)] },
  { template: 'security', pages: securityPages(site) },
]

const file = (url: string, render: () => string): Page => ({ url, dependsOn: ['portal'], render })

function securityPages({ open: { portal, now } }: Site): Page[] {
  const text = securityFile(portal.cong, now)
  return text === undefined ? [] : [file(SECURITY_FILE, () => text)]
}

const robots = ({ baseUrl }: PortalView): string =>
  `User-agent: *\nAllow: /\n${baseUrl === undefined ? '' : `Sitemap: ${baseUrl}/sitemap.xml\n`}`
