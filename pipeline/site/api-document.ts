import { mediaType } from '../../templates/components/media-type.ts'
import { identifierOf } from '../../templates/components/words.ts'
import type { PageContext } from '../../templates/page.ts'
import type { Card } from '../../templates/view.ts'
import type { ApiDocuments, FrontMatter } from '../contract/types.ts'
import { wayIsOpen } from '../questions/open-to-public.ts'
import { labelOf } from '../roster/roster.ts'
import type { Written } from './api-json.ts'
import { cardOf } from './document-view.ts'
import { mediaView } from './media-view.ts'
import { promisedDay, shownState } from './question-view.ts'
import type { Site, SiteDocument } from './site.ts'

export type ApiDocument = Written<ApiDocuments['documents'][number]>

/** What the API tells of one document; addresses lead from the file that holds it. */
export function apiDocument(site: Site, document: SiteDocument, context: PageContext): ApiDocument {
  const { front, url } = document
  const { regulation, roster } = site.open.portal
  const card = cardOf(site, document)
  const named = (id: string | undefined) =>
    id === undefined ? undefined : { id, label: labelOf(roster, id) }
  return {
    id: identifierOf(context.portal, url),
    href: context.to(url),
    kind: front.kind,
    kindLabel: card.kindName || front.kind,
    title: front.title,
    label: card.label,
    summary: front.summary,
    language: card.language,
    section: labelled(front.section, regulation.sections),
    linhVuc: labelled(front.linhVuc, regulation.linhVuc),
    author: front.author,
    source: front.source,
    sourceUrl: 'sourceUrl' in front ? front.sourceUrl : undefined,
    unit: named(front.submittedBy),
    published: card.published.iso,
    modified: card.modified.iso,
    event: 'eventDate' in front ? front.eventDate : undefined,
    image: imageOf(card, context),
    attachments: attachmentsOf(site, document, context),
    legal: legalOf(front, card),
    question: questionOf(front, wayIsOpen(regulation.law), named),
    updates: updatesOf(front),
  }
}

const labelled = (
  id: string | undefined,
  all: ReadonlyMap<string, { readonly label: string }>,
): ApiDocument['section'] => (id === undefined ? undefined : { id, label: all.get(id)?.label ?? id })

/** The largest of the picture that every program can show. */
const imageOf = ({ image }: Card, { to }: PageContext): ApiDocument['image'] =>
  image && {
    href: to(image.srcset.at(-1)?.url ?? image.url),
    alt: image.alt,
    width: image.width,
    height: image.height,
  }

function attachmentsOf(site: Site, document: SiteDocument, { to }: PageContext): ApiDocument['attachments'] {
  if (!document.front.attachments?.length) return undefined
  return mediaView(site, document).attachments.map(({ url, title }) => ({
    href: to(url),
    title,
    mediaType: mediaType(url),
  }))
}

function legalOf(front: FrontMatter, { effect }: Card): ApiDocument['legal'] {
  if (front.kind === 'du-thao')
    return {
      draft: true,
      documentType: front.documentType,
      issuer: front.issuer,
      opens: front.openDate,
      closes: front.closeDate,
    }
  if (front.kind !== 'van-ban' && front.kind !== 'van-ban-lien-quan') return undefined
  return {
    draft: false,
    number: front.number,
    documentType: front.documentType,
    issuer: front.issuer,
    signer: front.signer,
    signed: 'signedDate' in front ? front.signedDate : undefined,
    promulgated: front.promulgatedDate,
    effective: front.effectiveDate,
    expiry: front.expiryDate,
    force: effect?.state,
    replaces: front.replaces,
    replacedBy: front.replacedBy,
    amendedBy: front.amendedBy,
  }
}

const STATUS = {
  answered: 'answered',
  'out-of-field': 'outOfField',
  noticed: 'noticed',
  passed: 'forwarded',
  received: 'pending',
} as const

/** Of the way to the answer as much as the regulation opens on the page too. */
function questionOf(
  front: FrontMatter,
  open: boolean,
  named: (id: string | undefined) => { id: string; label: string } | undefined,
): ApiDocument['question'] {
  if (front.kind !== 'hoi-dap') return undefined
  const { number, answeredDate, receivedDate, answeredBy } = front
  return {
    number,
    status: STATUS[shownState(front)],
    received: open ? receivedDate : undefined,
    promised: open ? promisedDay(front) : undefined,
    answered: answeredDate,
    answeredBy: named(answeredBy),
  }
}

const updatesOf = ({ updates }: FrontMatter): ApiDocument['updates'] =>
  updates?.length ? updates.toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0)) : undefined
