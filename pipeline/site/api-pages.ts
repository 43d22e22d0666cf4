import type { PageContext } from '../../templates/page.ts'
import { apiPage } from '../../templates/pages/api.ts'
import type { ApiView, PortalView } from '../../templates/view.ts'
import type { ApiDocuments } from '../contract/types.ts'
import { apiChanges } from './api-changes.ts'
import { apiDocument } from './api-document.ts'
import { apiIndex, apiLinhVuc, apiOrganization, apiSections } from './api-index.ts'
import { API, API_FILES, API_SCHEMAS, jsonFile, type Written } from './api-json.ts'
import { type MonthFile, monthFiles } from './api-months.ts'
import { openapi } from './openapi.ts'
import { type Page, type PageGroup, page, relativeTo } from './page.ts'
import type { Site } from './site.ts'

/** The static JSON API that a parent portal harvests: a file a month, so that one new document changes three small files. */
export function apiPages(site: Site, portal: PortalView): PageGroup {
  const months = monthFiles(site.documents)
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
    large: true,
    pages: [
      file(API_FILES.index, ['changes'], (context) => apiIndex(site, months, context)),
      file(API_FILES.organization, ['regulation'], (context) => apiOrganization(site, context)),
      file(API_FILES.sections, ['regulation', 'changes'], (context) => apiSections(site, context)),
      file(API_FILES.linhVuc, ['regulation', 'changes'], (context) => apiLinhVuc(site, context)),
      file(API_FILES.changes, ['changes'], (context) => apiChanges(site, months, context)),
      file('openapi.json', [], () => openapi(portal)),
      ...months.map((each) =>
        file(
          each.file,
          each.documents.map(({ path }) => `doc:${path}`),
          (context) => monthValue(site, each, context),
        ),
      ),
    ],
  }
}

const monthValue = (
  site: Site,
  { month, documents }: MonthFile,
  context: PageContext,
): Written<ApiDocuments> => ({
  $schema: `../${API_SCHEMAS.documents}`,
  month,
  documents: documents.map((document) => apiDocument(site, document, context)),
})

/** The page that explains the API to people. */
export const apiHelpPage = (site: Site, portal: PortalView): PageGroup => ({
  template: 'api-help',
  pages: [page(apiPage, 'api/', () => apiView(site), portal, ['changes'])],
})

function apiView({ documents }: Site): ApiView {
  const months = monthFiles(documents)
  const newest = months[0]?.file
  return {
    months: new Set(months.map(({ month }) => month)).size,
    documents: documents.length,
    newest: newest && API + newest,
  }
}
