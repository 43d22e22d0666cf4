import { identifierOf } from '../../templates/components/words.ts'
import type { PageContext } from '../../templates/page.ts'
import { formatInstant, type Instant } from '../calendar/local-time.ts'
import type { ApiIndex, ApiLinhVuc, ApiOrganization, ApiSections } from '../contract/types.ts'
import { statusOn } from '../portal/portal.ts'
import { API_FILES, API_SCHEMAS, type Written } from './api-json.ts'
import type { MonthFile } from './api-months.ts'
import { listsOf } from './lists.ts'
import { newestChange } from './newest-change.ts'
import type { Site, SiteDocument } from './site.ts'

/** Where a program begins. The instant is that of the newest change, so that building again changes nothing. */
export function apiIndex(
  site: Site,
  months: readonly MonthFile[],
  { portal, to }: PageContext,
): Written<ApiIndex> {
  const { cong } = site.open.portal
  return {
    $schema: API_SCHEMAS.index,
    version: '1.0',
    generatedFor: changed(site.documents, site.open.now),
    portal: {
      id: identifierOf(portal, ''),
      code: portal.id,
      name: portal.name,
      href: to(''),
      status: statusOn(cong, site.open.now).state,
      sample: cong.sample !== undefined,
      languages: [...portal.languages],
      parentPortal: portal.parentPortal,
    },
    rights: portal.attribution,
    counts: countsOf(site.documents),
    links: {
      organization: API_FILES.organization,
      sections: API_FILES.sections,
      linhVuc: API_FILES.linhVuc,
      changes: API_FILES.changes,
      openapi: 'openapi.json',
      documentation: to('api/'),
      atom: to('feed.xml'),
      jsonFeed: to('feed.json'),
    },
    months: months.map(({ month, file, documents }) => ({
      month,
      href: file,
      count: documents.length,
      modified: changed(documents, site.open.now),
    })),
    schemas: API_SCHEMAS,
  }
}

const changed = (documents: readonly SiteDocument[], now: Instant): string =>
  formatInstant(newestChange(documents) ?? now)

function countsOf(documents: readonly SiteDocument[]): ApiIndex['counts'] {
  const folders = Map.groupBy(documents, ({ place }) => place.folder)
  const count = (folder: SiteDocument['place']['folder']) => folders.get(folder)?.length ?? 0
  return {
    documents: documents.length,
    news: count('tin-bai'),
    legalDocuments: count('van-ban'),
    questions: count('hoi-dap'),
    pages: count('trang'),
  }
}

export function apiOrganization({ open }: Site, { portal, to }: PageContext): Written<ApiOrganization> {
  const { cong, regulation } = open.portal
  const { responsible, address, phone, email } = cong.contacts
  return {
    $schema: API_SCHEMAS.organization,
    id: identifierOf(portal, '#co-quan'),
    name: cong.owner,
    portalName: cong.name,
    unit: cong.unit,
    responsible,
    address,
    phone,
    email,
    english: cong.english,
    regulation: { title: regulation.law.title, shortName: regulation.law.shortName, href: to('quy-che/') },
    parentPortal: cong.parentPortal,
    links: cong.links ?? [],
  }
}

export function apiSections(site: Site, { to }: PageContext): Written<ApiSections> {
  const count = counterOf(site, 'section')
  const shown = shownLists(site)
  return {
    $schema: API_SCHEMAS.sections,
    sections: [...site.open.portal.regulation.sections.values()].map(
      ({ id, label, description, mandatory = false }) => {
        const root = `chuyen-muc/${id}/`
        const link = (file: string) => (shown.has(root) ? to(root + file) : undefined)
        return {
          id,
          label,
          description,
          mandatory,
          count: count(id),
          href: link(''),
          atom: link('feed.xml'),
          jsonFeed: link('feed.json'),
        }
      },
    ),
  }
}

export function apiLinhVuc(site: Site, { to }: PageContext): Written<ApiLinhVuc> {
  const count = counterOf(site, 'linhVuc')
  const shown = shownLists(site)
  return {
    $schema: API_SCHEMAS.linhVuc,
    linhVuc: [...site.open.portal.regulation.linhVuc.values()].map(({ id, label }) => {
      const root = `linh-vuc/${id}/`
      return { id, label, count: count(id), href: shown.has(root) ? to(root) : undefined }
    }),
  }
}

/** How many documents of a section or a lĩnh vực are shown; fixed pages stand in no list. */
function counterOf({ documents }: Site, field: 'section' | 'linhVuc'): (id: string) => number {
  const listed = documents.filter(({ front }) => front.kind !== 'trang')
  const groups = Map.groupBy(listed, ({ front }) => front[field] ?? '')
  return (id) => groups.get(id)?.length ?? 0
}

const shownLists = (site: Site): ReadonlySet<string> => new Set(listsOf(site).map(({ root }) => root))
