import { mediaType } from '../components/media-type.ts'
import { addressOf, identifierOf, labelledTitle } from '../components/words.ts'
import type { PageContext, PageTemplate } from '../page.ts'
import type { FeedView } from '../view.ts'

/** JSON Feed 1.1 with what the Atom feed beside it says. The format has no place for rights, so they stand in an extension. */
export const jsonFeedPage: PageTemplate<FeedView> = (view, context) =>
  `${JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: view.title,
    home_page_url: addressOf(view.root, context),
    feed_url: addressOf(`${view.root}feed.json`, context),
    language: 'vi',
    authors: [{ name: context.portal.owner }],
    _congbo: {
      id: identifierOf(context.portal, view.root),
      updated: view.updated,
      rights: context.portal.attribution,
    },
    items: view.entries.map((each) => item(each, context)),
  })}\n`

const item = (view: FeedView['entries'][number], context: PageContext) => ({
  id: identifierOf(context.portal, view.url),
  url: addressOf(view.url, context),
  title: labelledTitle(view),
  summary: view.summary || undefined,
  content_text: view.summary || view.title,
  image: view.image && addressOf(view.image.url, context),
  date_published: view.published.iso,
  date_modified: view.modified.iso,
  authors: [{ name: view.author }],
  tags: [view.section?.title ?? view.kindName],
  language: view.language,
  attachments:
    view.files.length === 0
      ? undefined
      : view.files.map(({ url, title }) => ({
          url: addressOf(url, context),
          mime_type: mediaType(url),
          title,
        })),
})
