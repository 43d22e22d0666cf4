import { numberKeys } from '../../templates/assets/js/document-number.js'
import { FILLER, TITLE_WORDS, toIndex } from '../../templates/assets/js/search-text.js'
import { labelledTitle } from '../../templates/components/words.ts'
import { dayOf, formatDay } from '../calendar/local-time.ts'
import type { FrontMatter } from '../contract/types.ts'
import { labelOf } from '../roster/roster.ts'
import { cardOf } from '../site/document-view.ts'
import { factsOf } from '../site/facts.ts'
import { type FilterName, filterValues } from '../site/search-view.ts'
import type { Site, SiteDocument } from '../site/site.ts'
import { bodyText } from './body-text.ts'

/** A document as the search index takes it. Every text is in the form of `toIndex`. */
export type SearchRecord = {
  /** Below the portal's root. */
  readonly url: string
  /** The title on its `TITLE_WORDS` words, then everything else that its page says. */
  readonly content: string
  /** Shown with a result; words of it are found too, but never stand in an excerpt. */
  readonly meta: Readonly<Record<string, string>>
  readonly values: Readonly<Record<FilterName, string | undefined>>
}

/** The text of what is attached to a document, or nothing. */
export type AttachmentText = (document: SiteDocument) => string

/**
 * @param body the document's Markdown
 * @param attached what `AttachmentText` gave
 */
export function recordOf(site: Site, document: SiteDocument, body: string, attached = ''): SearchRecord {
  const { front, url, publishedAt } = document
  const title = toIndex(labelledTitle(cardOf(site, document)))
  return {
    url,
    content: `${titleWords(title)} ${toIndex(textsOf(site, front, body, attached))}`,
    meta: {
      title,
      // Opaque words: a date or a language that can be shown, and found by no query.
      date: `zq${formatDay(dayOf(publishedAt)).replaceAll('-', '')}`,
      ...(front.language === 'en' ? { language: 'zqen' } : {}),
      ...numberOf(front),
    },
    values: filterValues(document),
  }
}

function titleWords(title: string): string {
  const words = title.split(' ').slice(0, TITLE_WORDS)
  return [...words, ...Array(TITLE_WORDS - words.length).fill(FILLER)].join(' ')
}

/** Everything that a page says below its title; facts last, because an excerpt without a find shows how the text begins. */
function textsOf({ open }: Site, front: FrontMatter, body: string, attached: string): string {
  const facts = factsOf(front, (id) => labelOf(open.portal.roster, id)).map(
    ({ name, value }) => `${name}: ${value}`,
  )
  const attachments = (front.attachments ?? []).map(({ title }) => title)
  return [
    front.summary,
    front.kind === 'hoi-dap' ? front.question : undefined,
    bodyText(body),
    ...[...facts, ...attachments].flatMap((each) => ['·', each]),
    attached,
  ]
    .filter(Boolean)
    .join(' ')
}

/** The number of a document as it is shown, and the keys under which it is found in every spelling. */
function numberOf(front: FrontMatter): Record<string, string> {
  const { number, documentType, signedDate } = front as {
    number?: string | number
    documentType?: string
    signedDate?: string
  }
  if (typeof number !== 'string') return {}
  const keys = numberKeys({ number, type: documentType, year: signedDate?.slice(0, 4) })
  return { number: toIndex(number), keys: keys.join(' ') }
}
