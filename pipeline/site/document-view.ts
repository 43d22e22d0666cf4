import { posix } from 'node:path'
import type { Card, DocumentView, Link, Moment, Revision } from '../../templates/view.ts'
import { dayOf, englishInstant, formatInstant, vietnameseDay } from '../calendar/local-time.ts'
import type { FrontMatter } from '../contract/types.ts'
import { parseTrigger } from '../deadlines/trigger.ts'
import { languageOf, placeOf, urlOf } from '../documents/document.ts'
import { renderMarkdown } from '../documents/markdown.ts'
import { labelOf } from '../roster/roster.ts'
import { approversInWords } from './approvers.ts'
import { effectOf } from './effect.ts'
import { factsOf } from './facts.ts'
import { fixedPageParts } from './fixed-page-view.ts'
import { cardPicture, linkToPicture, mediaInWords, mediaView, pictureInBody } from './media-view.ts'
import { questionStatus, questionView } from './question-view.ts'
import type { Site, SiteDocument } from './site.ts'

const cards = new WeakMap<SiteDocument, Card>()

/** A document as lists show it; each stands in several lists, and its card is the same in all. */
export function cardOf(site: Site, document: SiteDocument): Card {
  const card = cards.get(document) ?? makeCard(site, document)
  cards.set(document, card)
  return card
}

function makeCard(site: Site, document: SiteDocument): Card {
  const { portal, now } = site.open
  const { front, url, publishedAt, modifiedAt } = document
  const published = instantMoment(publishedAt)
  const section = front.section === undefined ? undefined : portal.regulation.sections.get(front.section)
  const linhVuc = front.linhVuc === undefined ? undefined : portal.regulation.linhVuc.get(front.linhVuc)
  return {
    url,
    title: front.title,
    summary: front.summary ?? '',
    kindName: portal.regulation.kinds.get(front.kind)?.label ?? '',
    section: section && { title: section.label, url: `chuyen-muc/${section.id}/` },
    linhVuc: linhVuc && { title: linhVuc.label, url: `linh-vuc/${linhVuc.id}/` },
    published,
    modified: modifiedAt === publishedAt ? published : instantMoment(modifiedAt),
    label: warningLabel(document, portal.regulation.law.content),
    image: cardPicture(site, document),
    media: mediaInWords(front),
    note: noteOf(front),
    act: actOf(front),
    effect:
      front.kind === 'van-ban' || front.kind === 'van-ban-lien-quan'
        ? effectOf(front, dayOf(now))
        : undefined,
    language: front.language ?? 'vi',
  }
}

/** The words that must stand wherever such a document is named. */
function warningLabel(
  { front, preview }: SiteDocument,
  content: Site['open']['portal']['regulation']['law']['content'],
): string | undefined {
  if (preview) return 'Chưa công bố'
  if (front.kind === 'tin-tham-khao') return content.unconfirmed?.label ?? 'Tin tham khảo'
  return front.kind === 'quang-ba' ? (content.advertising?.label ?? 'Quảng cáo') : undefined
}

function noteOf(front: FrontMatter): string | undefined {
  if (front.kind === 'van-ban' || front.kind === 'van-ban-lien-quan')
    return `${front.number} · ${front.issuer}`
  if (front.kind === 'du-thao') return `Lấy ý kiến đến hết ${moment(front.closeDate)?.text ?? ''}`
  return front.kind === 'hoi-dap' ? questionStatus(front) : undefined
}

const actOf = (front: FrontMatter): Card['act'] =>
  front.kind === 'van-ban' || front.kind === 'van-ban-lien-quan'
    ? {
        number: front.number,
        type: front.documentType,
        issuer: front.issuer,
        dated: moment(front.promulgatedDate ?? ('signedDate' in front ? front.signedDate : undefined)),
      }
    : undefined

/**
 * A document on its own page.
 *
 * @param bodyOf reads the Markdown of a document when its page is made
 */
export function documentView(
  site: Site,
  document: SiteDocument,
  bodyOf: (document: SiteDocument) => string,
): DocumentView {
  const { portal } = site.open
  const { front, url } = document
  const card = cardOf(site, document)
  const { published, modified } = languageOf(front) === 'en' ? englishTimes(document) : card
  const { figure, ogImage, gallery, audio, video, attachments } = mediaView(site, document)
  const { directory, schedule, organisation, procedures } = fixedPageParts(front, url, site.open.now)
  return {
    ...card,
    published,
    modified,
    kind: front.kind,
    pending: document.preview,
    author: front.author,
    source: front.source,
    sourceUrl: 'sourceUrl' in front ? front.sourceUrl : undefined,
    submittedBy: front.submittedBy && labelOf(portal.roster, front.submittedBy),
    approvedBy: approversInWords(portal, front),
    event: 'eventDate' in front ? moment(front.eventDate) : undefined,
    lateReason: 'lateReason' in front ? front.lateReason : undefined,
    collaborator: 'collaborator' in front && front.collaborator === true,
    legal: legalOf(front),
    revisions: revisionsOf(front),
    facts: factsOf(front, (id) => labelOf(portal.roster, id)),
    question: questionView(portal, document),
    figure,
    ogImage,
    gallery,
    audio,
    video,
    attachments,
    directory,
    schedule,
    organisation,
    procedures,
    translation: translationOf(site, document),
    body: () => renderBody(site, document, bodyOf(document)),
  }
}

const renderBody = (site: Site, document: SiteDocument, body: string): string =>
  renderMarkdown(
    body,
    (href) => linkToPicture(site, document, href) ?? resolveLink(document, href),
    document.files.some(({ type }) => type === 'image') ? pictureInBody(site, document) : undefined,
  )

/** Newest first; notes of one day keep the order in which they were written down. */
const revisionsOf = ({ updates = [] }: FrontMatter): Revision[] =>
  updates
    .map(({ date, note }) => ({ date: moment(date) as Moment, note }))
    .sort((a, b) => (a.date.iso < b.date.iso ? 1 : a.date.iso > b.date.iso ? -1 : 0))

function legalOf(front: FrontMatter): DocumentView['legal'] {
  if (front.kind === 'du-thao') return DRAFT
  if (front.kind !== 'van-ban' && front.kind !== 'van-ban-lien-quan') return undefined
  const { effectiveDate, expiryDate, replaces = [] } = front
  return { draft: false, effective: effectiveDate, expiry: expiryDate, replaces }
}

const DRAFT: DocumentView['legal'] = { draft: true, effective: undefined, expiry: undefined, replaces: [] }

/** A page and its translation point at each other. */
function translationOf({ documents }: Site, { front, place }: SiteDocument): Link | undefined {
  if (front.kind !== 'trang') return undefined
  const other = documents.find(
    (each) =>
      each.front.kind === 'trang' &&
      (each.place.slug === front.translationOf ||
        (front.translationOf === undefined && each.front.translationOf === place.slug)),
  )
  return other && { title: other.front.title, url: other.url }
}

/** A link to another document's file leads to that document's page; both addresses are relative, so the site may be mounted anywhere. */
export function resolveLink(document: Pick<SiteDocument, 'path' | 'url'>, href: string): string | undefined {
  const [file = '', ...anchor] = href.split('#')
  if (!file.endsWith('.md')) return undefined
  const place = placeOf(posix.join(posix.dirname(document.path), file))
  if (!place) return undefined
  // From the root, or Node would ask for the working directory.
  return `${posix.relative(`/${document.url}`, `/${urlOf(place)}`) || '.'}/${anchor.length > 0 ? `#${anchor.join('#')}` : ''}`
}

/** A field's date or instant for people and machines. */
export function moment(text: string | undefined): Moment | undefined {
  const parsed = text === undefined ? undefined : parseTrigger(text)
  if (!parsed?.ok) return undefined
  const { at, day, precise } = parsed.value
  return precise
    ? instantMoment(at)
    : { iso: text as string, text: vietnameseDay(day), day: vietnameseDay(day) }
}

/** Lists are in Vietnamese; the page of an English document tells the time in English. */
const englishTimes = ({ publishedAt, modifiedAt }: SiteDocument): Pick<Card, 'published' | 'modified'> => ({
  published: { ...instantMoment(publishedAt), text: englishInstant(publishedAt) },
  modified: { ...instantMoment(modifiedAt), text: englishInstant(modifiedAt) },
})

function instantMoment(instant: number): Moment {
  const iso = formatInstant(instant)
  const day = vietnameseDay(dayOf(instant))
  return { iso, text: `${iso.slice(11, 16)} ngày ${day}`, day }
}
