import type { PageContext } from '../../templates/page.ts'
import { apiPage } from '../../templates/pages/api.ts'
import type { ApiView, PortalView } from '../../templates/view.ts'
import { dayOf, formatDay } from '../calendar/local-time.ts'
import type { ApiDocuments } from '../contract/types.ts'
import { apiChanges } from './api-changes.ts'
import { apiDocument } from './api-document.ts'
import { apiIndex, apiLinhVuc, apiOrganization, apiSections, type Months } from './api-index.ts'
import { API, API_FILES, API_SCHEMAS, jsonFile, monthFile, type Written } from './api-json.ts'
import { openapi } from './openapi.ts'
import { type Page, type PageGroup, page, relativeTo } from './page.ts'
import type { Site, SiteDocument } from './site.ts'

/** The static JSON API that a parent portal harvests: a file a month, so that one new document changes three small files. */
export function apiPages(site: Site, portal: PortalView): PageGroup {
  const months = monthsOf(site.documents)
  const file = (
    name: string,
    dependsOn: readonly string[],
    value: (context: PageContext) => unknown,
  ): Page => {
    const url = API + name
    const context = { portal, url, to: relativeTo(url) }
    return { url, dependsOn: ['portal', ...dependsOn], render: () => jsonFile(value(context)) }
  }
  return {
    template: 'api',
    pages: [
      file(API_FILES.index, ['changes'], (context) => apiIndex(site, months, context)),
      file(API_FILES.organization, ['regulation'], (context) => apiOrganization(site, context)),
      file(API_FILES.sections, ['regulation', 'changes'], (context) => apiSections(site, context)),
      file(API_FILES.linhVuc, ['regulation', 'changes'], (context) => apiLinhVuc(site, context)),
      file(API_FILES.changes, ['changes'], (context) => apiChanges(site, monthOf, context)),
      file('openapi.json', [], () => openapi(portal)),
      ...[...months].map(([month, documents]) =>
        file(
          monthFile(month),
          documents.map(({ path }) => `doc:${path}`),
          (context) => monthValue(site, month, documents, context),
        ),
      ),
    ],
  }
}

const monthValue = (
  site: Site,
  month: string,
  documents: readonly SiteDocument[],
  context: PageContext,
): Written<ApiDocuments> => ({
  $schema: `../${API_SCHEMAS.documents}`,
  month,
  documents: documents.map((document) => apiDocument(site, document, context)),
})

/** The documents come newest first, and so do the months. */
const monthsOf = (documents: readonly SiteDocument[]): Months => Map.groupBy(documents, monthOf)

/** `2026-11`, by Vietnam's days. */
const monthOf = ({ publishedAt }: SiteDocument): string => formatDay(dayOf(publishedAt)).slice(0, 7)

/** The page that explains the API to people. */
export const apiHelpPage = (site: Site, portal: PortalView): PageGroup => ({
  template: 'api-help',
  pages: [page(apiPage, 'api/', () => apiView(site), portal, ['changes'])],
})

function apiView({ documents }: Site): ApiView {
  const months = monthsOf(documents)
  const [newest] = months.keys()
  return { months: months.size, documents: documents.length, newest: newest && API + monthFile(newest) }
}
