import { feedPage } from '../../templates/pages/feed.ts'
import { jsonFeedPage } from '../../templates/pages/json-feed.ts'
import type { Card, FeedView, Link, PortalView } from '../../templates/view.ts'
import { formatInstant } from '../calendar/local-time.ts'
import { cardOf } from './document-view.ts'
import { listsOf } from './lists.ts'
import { mediaView } from './media-view.ts'
import { newestChange } from './newest-change.ts'
import { type Page, type PageGroup, page } from './page.ts'
import type { Site, SiteDocument } from './site.ts'

const FEED_SIZE = 30

/** What one feed is about: the whole portal, or a section. */
type Subject = { readonly root: string; readonly title: string; readonly documents: readonly SiteDocument[] }

/** The newest of the portal and of each section, in Atom and in JSON. */
export function feedPages(site: Site, portal: PortalView): PageGroup[] {
  const subjects = subjectsOf(site, portal)
  const pagesOf = (template: typeof feedPage, file: string): Page[] =>
    subjects.map((subject) =>
      page(template, subject.root + file, () => feedView(site, subject), portal, [
        `list:${subject.root || 'tin-moi/'}`,
        ...subject.documents.map(({ path }) => `doc:${path}`),
      ]),
    )
  return [
    { template: 'feed', pages: pagesOf(feedPage, 'feed.xml') },
    { template: 'json-feed', pages: pagesOf(jsonFeedPage, 'feed.json') },
  ]
}

function subjectsOf(site: Site, portal: PortalView): Subject[] {
  const whole = {
    root: '',
    title: portal.name,
    documents: site.documents,
  }
  const sections = listsOf(site)
    .filter(({ root }) => root.startsWith('chuyen-muc/'))
    .map(({ root, title, documents }) => ({ root, title: `${title} – ${portal.name}`, documents }))
  // A feed tells what is new; fixed pages are always there.
  return [whole, ...sections].map((each) => ({
    ...each,
    documents: each.documents.filter(({ place }) => place.folder !== 'trang').slice(0, FEED_SIZE),
  }))
}

function feedView(site: Site, { root, title, documents }: Subject): FeedView {
  return {
    root,
    title,
    updated: formatInstant(newestChange(documents) ?? newestChange(site.documents) ?? site.open.now),
    entries: documents.map((document) => {
      const card = cardOf(site, document)
      const author = document.front.author ?? site.open.portal.cong.owner
      return { ...card, author, files: filesOf(site, document, card) }
    }),
  }
}

/** The picture and the attachments, as a reader program fetches them. */
const filesOf = (site: Site, document: SiteDocument, { image }: Card): readonly Link[] => [
  ...(image ? [{ url: image.url, title: image.alt }] : []),
  ...mediaView(site, document).attachments,
]
