import { type Html, html } from '../html.ts'
import type { PageContext } from '../page.ts'
import { absoluteUrl } from './words.ts'

/** What machines are told about a page beyond its title: all of it optional. */
export type Structured = {
  readonly creator?: string | undefined
  readonly date?: string | undefined
  readonly image?: string | undefined
  readonly translation?: { readonly url: string; readonly language: string } | undefined
}

export type PageHead = {
  readonly title: string
  readonly description: string
  readonly language: string
  readonly structured?: Structured | undefined
  /** Shown at any address, so it has none of its own: the 404 page. */
  readonly detached?: boolean
}

const STYLES = ['base', 'layout', 'header', 'tables', 'lists', 'document'] as const

export const pageHead = (head: PageHead, context: PageContext): Html => html`<head>
<meta charset="utf-8">
${
  head.detached &&
  html`<base href="${context.portal.basePath}">
`
}<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${fullTitle(head.title, context)}</title>
${meta('description', head.description)}${mayBeIndexed(head, context) ? '' : meta('robots', 'noindex')}${dublinCore(head, context)}${openGraph(head, context)}${links(head, context)}</head>
`

const fullTitle = (title: string, { portal }: PageContext): string =>
  title === portal.name ? title : `${title} – ${portal.name}`

/** A sample imitates a real portal and a preview is not published: neither belongs in a search engine. */
const mayBeIndexed = ({ detached }: PageHead, { portal }: PageContext): boolean =>
  !detached && portal.notices.every(({ kind }) => kind === 'archived')

const meta = (name: string, content: string | undefined): Html =>
  html`${
    content &&
    html`<meta name="${name}" content="${content}">
`
  }`

const property = (name: string, content: string | undefined): Html =>
  html`${
    content &&
    html`<meta property="${name}" content="${content}">
`
  }`

function dublinCore(
  { title, description, language, structured, detached }: PageHead,
  { portal, url }: PageContext,
): Html {
  if (detached) return html``
  return html`<link rel="schema.DC" href="http://purl.org/dc/elements/1.1/">
${meta('DC.Title', title)}${meta('DC.Creator', structured?.creator ?? portal.owner)}${meta('DC.Date', structured?.date)}${meta('DC.Description', description)}${meta('DC.Publisher', portal.owner)}${meta('DC.Identifier', absoluteUrl(portal, url) ?? `urn:congbo:${portal.id}:${url}`)}${meta('DC.Language', language)}`
}

const openGraph = (
  { title, description, language, structured }: PageHead,
  { portal, url }: PageContext,
): Html =>
  html`${property('og:title', title)}${property('og:description', description)}${property('og:type', structured?.date ? 'article' : 'website')}${property('og:site_name', portal.name)}${property('og:locale', language === 'en' ? 'en_US' : 'vi_VN')}${property('og:url', absoluteUrl(portal, url))}${property('og:image', structured?.image && absoluteUrl(portal, structured.image))}`

function links({ structured, detached }: PageHead, { portal, url, to }: PageContext): Html {
  const canonical = detached ? undefined : absoluteUrl(portal, url)
  const translation = structured?.translation
  return html`${
    canonical &&
    html`<link rel="canonical" href="${canonical}">
`
  }${
    translation &&
    html`<link rel="alternate" hreflang="${translation.language}" href="${absoluteUrl(portal, translation.url) ?? to(translation.url)}">
`
  }<link rel="alternate" type="application/atom+xml" title="${portal.name}" href="${to('feed.xml')}">
<link rel="icon" type="image/svg+xml" href="${to('assets/icon.svg')}">
${STYLES.map(
  (name) => html`<link rel="stylesheet" href="${to(`assets/css/${name}.css`)}">
`,
)}<link rel="stylesheet" media="print" href="${to('assets/css/print.css')}">
`
}
