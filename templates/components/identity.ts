import { escapeHtml, type Html, html, raw } from '../html.ts'
import type { PageContext } from '../page.ts'
import type { PortalView } from '../view.ts'
import type { PageHead, Structured } from './page-head.ts'
import { absoluteUrl, identifierOf } from './words.ts'

type Named = readonly [name: string, content: string | undefined | false]

/** Canonical address, Dublin Core, Open Graph. */
export function identity(head: PageHead, context: PageContext): Html {
  const canonical = absoluteUrl(context.portal, head.movedTo ?? context.url)
  const picture = pictureOf(head, context.portal)
  return html`${canonical && html`<link rel="canonical" href="${canonical}">`}
<link rel="schema.DC" href="http://purl.org/dc/elements/1.1/">
${tags('name', dublinCore(head, context))}${constantsOf(context.portal)}${tags('property', openGraph(head, picture, context))}${tags('name', [['twitter:card', picture ? 'summary_large_image' : 'summary']])}`
}

/** One piece of text: twenty tags on each of thousands of pages. What has no content is left out. */
function tags(key: 'name' | 'property', all: readonly Named[]): Html {
  let text = ''
  for (const [name, content] of all)
    if (content) text += `<meta ${key}="${name}" content="${escapeHtml(content)}">\n`
  return raw(text)
}

/** The elements of Dublin Core that differ from page to page; an element without a fact is left out. */
function dublinCore(
  { title, description, language, structured }: PageHead,
  { portal, url }: PageContext,
): Named[] {
  return [
    ['DC.Title', title],
    ['DC.Creator', structured?.creator ?? portal.owner],
    ['DC.Subject', structured?.subject],
    ['DC.Description', description],
    ['DC.Contributor', structured?.contributor],
    ['DC.Date', structured?.date],
    ['DC.Type', structured?.type ?? 'Text'],
    ['DC.Identifier', identifierOf(portal, url)],
    ['DC.Source', structured?.source],
    ['DC.Language', language],
    ['DC.Relation', structured?.relation],
  ]
}

const constants = new WeakMap<PortalView, Html>()

/** The elements that are the same on every page, made once a portal. */
function constantsOf(portal: PortalView): Html {
  const found =
    constants.get(portal) ??
    tags('name', [
      ['DC.Publisher', portal.owner],
      ['DC.Format', 'text/html'],
      ['DC.Coverage', portal.areaName],
      ['DC.Rights', portal.attribution && `Khi sử dụng lại, đề nghị ghi nguồn: ${portal.attribution}`],
    ])
  constants.set(portal, found)
  return found
}

function openGraph(head: PageHead, picture: Structured['image'], { portal, url }: PageContext): Named[] {
  const { structured } = head
  return [
    ['og:title', head.title],
    ['og:description', head.description],
    ['og:type', structured?.date ? 'article' : 'website'],
    ['og:site_name', portal.name],
    ['og:locale', head.language === 'en' ? 'en_US' : 'vi_VN'],
    ['og:url', absoluteUrl(portal, url)],
    ['article:published_time', structured?.date],
    ['article:modified_time', structured?.modified],
    ['article:section', structured?.section],
    ['og:image', picture && absoluteUrl(portal, picture.url)],
    ['og:image:width', picture && String(picture.width)],
    ['og:image:height', picture && String(picture.height)],
    ['og:image:alt', picture?.alt],
  ]
}

/** The page's own picture, else the card of its section, else that of the portal. The format asks for a full address. */
function pictureOf({ structured, card }: PageHead, portal: PortalView): Structured['image'] {
  if (portal.baseUrl === undefined) return undefined
  if (structured?.image) return structured.image
  const id = [card && sectionCard(card), PORTAL_CARD].find((each) => each && portal.shareCards.includes(each))
  return id === undefined ? undefined : { url: shareCardUrl(id), ...SHARE_CARD_SIZE, alt: portal.name }
}

/** The card of the portal itself. */
export const PORTAL_CARD = 'cong'

/** The card of a section; no section's is the portal's, whatever its id. */
export const sectionCard = (id: string): string => `muc-${id}`

/** In pixels, as social networks cut it. */
export const SHARE_CARD_SIZE = { width: 1200, height: 630 } as const

export const shareCardUrl = (id: string): string => `assets/chia-se/${id}.png`
