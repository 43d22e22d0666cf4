import { mediaType } from '../components/media-type.ts'
import { addressOf, identifierOf, labelledTitle } from '../components/words.ts'
import type { PageContext } from '../page.ts'
import type { DocumentView } from '../view.ts'
import { legislation } from './legislation.ts'
import type { Node } from './node.ts'
import { publisherOf } from './organisation.ts'
import { questionPage } from './question-page.ts'

/** What kind of article a kind of document is; all others are articles and nothing more. */
const ARTICLES: Readonly<Record<string, string>> = {
  'tin-su-kien': 'NewsArticle',
  'hoi-nghi': 'NewsArticle',
  'tin-tham-khao': 'NewsArticle',
  'thong-ke': 'Report',
  'quang-ba': 'AdvertiserContentArticle',
}

/**
 * A document as schema.org knows it.
 *
 * @param body its text as HTML, of which only an answer is repeated
 */
export function documentNode(view: DocumentView, context: PageContext, body: string): Node {
  const common = commonOf(view, context)
  if (view.question) return questionPage(view, common, body)
  if (view.legal) return legislation(view, view.legal, common)
  if (view.kind === 'trang') return { ...common, '@type': pageType(view) }
  return {
    ...common,
    '@type': ARTICLES[view.kind] ?? common['@type'],
    headline: common.name,
    author: authorOf(view),
    articleSection: view.section?.title,
    contentReferenceTime: view.event?.iso,
  }
}

const pageType = ({ url, directory }: DocumentView): string =>
  url === 'trang/gioi-thieu/' ? 'AboutPage' : directory.length > 0 ? 'ContactPage' : 'WebPage'

/** A collaborator is a person; every other byline is that of an office or a board. */
const authorOf = ({ author, collaborator }: DocumentView) =>
  author && { '@type': collaborator ? 'Person' : 'Organization', name: author }

export type Common = ReturnType<typeof commonOf>

function commonOf(view: DocumentView, context: PageContext) {
  const { publisher, isPartOf } = publisherOf(context.portal).references
  return {
    '@type': 'Article',
    '@id': identifierOf(context.portal, view.url),
    url: addressOf(view.url, context),
    name: labelledTitle(view),
    description: view.summary || undefined,
    inLanguage: view.language,
    datePublished: view.published.iso,
    dateModified: view.modified.iso,
    keywords: view.linhVuc?.title,
    publisher,
    isPartOf,
    isBasedOn: view.sourceUrl,
    image: picturesOf(view, context),
    associatedMedia: mediaOf(view, context),
  }
}

const picturesOf = ({ ogImage, image }: DocumentView, context: PageContext) => {
  const urls = [ogImage?.url, image?.url].filter((url) => url !== undefined)
  return urls.length === 0 ? undefined : urls.map((url) => addressOf(url, context))
}

const mediaOf = ({ attachments }: DocumentView, context: PageContext) =>
  attachments.length === 0
    ? undefined
    : attachments.map(({ url, title }) => ({
        '@type': 'MediaObject',
        name: title,
        contentUrl: addressOf(url, context),
        encodingFormat: mediaType(url),
      }))
