import { identifierOf, labelledTitle } from '../../templates/components/words.ts'
import type { PageContext } from '../../templates/page.ts'
import { formatInstant } from '../calendar/local-time.ts'
import type { ApiChanges } from '../contract/types.ts'
import { API_SCHEMAS, type Written } from './api-json.ts'
import type { MonthFile } from './api-months.ts'
import { cardOf } from './document-view.ts'
import type { Site, SiteDocument } from './site.ts'

/** As many as a portal of a commune publishes in a month or two; who comes less often reads the files of the months. */
const MOST = 100

/** The documents that changed last, so that a program which comes often need not read the rest. */
export function apiChanges(
  site: Site,
  months: readonly MonthFile[],
  context: PageContext,
): Written<ApiChanges> {
  const fileOf = new Map(months.flatMap(({ file, documents }) => documents.map((each) => [each, file])))
  const newest = site.documents.toSorted(byChange).slice(0, MOST)
  return {
    $schema: API_SCHEMAS.changes,
    complete: newest.length === site.documents.length,
    changes: newest.map((document) => ({
      at: formatInstant(document.modifiedAt),
      change: document.modifiedAt > document.publishedAt ? 'revised' : 'published',
      id: identifierOf(context.portal, document.url),
      href: context.to(document.url),
      title: labelledTitle(cardOf(site, document)),
      kind: document.front.kind,
      documents: fileOf.get(document) as string,
    })),
  }
}

const byChange = (a: SiteDocument, b: SiteDocument): number =>
  b.modifiedAt - a.modifiedAt || (a.path < b.path ? -1 : 1)
