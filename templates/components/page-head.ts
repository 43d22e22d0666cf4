import { type Html, html } from '../html.ts'
import type { PageContext } from '../page.ts'
import { PAGE_POLICY, SEARCH_POLICY } from '../policy.ts'
import type { PageStyle } from '../styles.ts'
import { contentPolicy } from './content-policy.ts'
import { absoluteUrl, identifierOf } from './words.ts'

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
  /** The style sheet of this kind of page, beside the common one. */
  readonly style?: PageStyle
  /** Scripts of the page beyond the frame's, by their name in assets/js/; it reads well without them. */
  readonly modules?: readonly string[]
  /** Where the content of this page is now, below the portal's root. */
  readonly movedTo?: string
  /** Address of the section whose feeds belong to this page. */
  readonly feed?: string | undefined
  /** Runs the search index, which needs WebAssembly. */
  readonly searches?: boolean
}

type Named = readonly [name: string, content: string | undefined]

const PAGE_POLICY_TAG = contentPolicy(PAGE_POLICY)
const SEARCH_POLICY_TAG = contentPolicy(SEARCH_POLICY)

export const pageHead = (head: PageHead, context: PageContext): Html => html`<head>
<meta charset="utf-8">
${head.searches ? SEARCH_POLICY_TAG : PAGE_POLICY_TAG}
${head.detached && html`<base href="${context.portal.basePath}">`}
<meta name="viewport" content="width=device-width, initial-scale=1">
${head.movedTo && html`<meta http-equiv="refresh" content="0; url=${context.to(head.movedTo)}">`}
<title>${fullTitle(head.title, context)}</title>
<meta name="description" content="${head.description}">
${!mayBeIndexed(head, context) && html`<meta name="robots" content="noindex">`}
${!head.detached && identity(head, context)}
${translation(head, context)}
${feedLinks('', context.portal.name, context)}
${head.feed && feedLinks(head.feed, head.title, context)}
${icon(context)}
${assets(head, context)}
${(head.modules ?? []).map((name) => html`<script type="module" src="${context.to(`assets/js/${name}.js`)}"></script>`)}
</head>`

const icon = ({ portal, to }: PageContext): Html =>
  portal.emblem
    ? html`<link rel="icon" type="image/png" href="${to(portal.emblem)}">`
    : html`<link rel="icon" type="image/svg+xml" href="${to('assets/icon.svg')}">`

const FONTS = ['be-vietnam-pro-400', 'be-vietnam-pro-600'] as const

/** The two weights of the face stand on every page, so they are asked for before the style sheet is read. */
const assets = (
  { style }: PageHead,
  { to }: PageContext,
): Html => html`<link rel="stylesheet" href="${to('assets/site.css')}">${style && html`<link rel="stylesheet" href="${to(`assets/${style}.css`)}">`}
${FONTS.map((name) => html`<link rel="preload" as="font" type="font/woff2" crossorigin href="${to(`assets/fonts/${name}.woff2`)}">`)}
<script src="${to('assets/js/display.js')}"></script>`

/** The feeds of the portal or of a section, in the order in which a reader should offer them. */
const feedLinks = (root: string, title: string, { to }: PageContext): Html =>
  html`<link rel="alternate" type="application/atom+xml" title="${title}" href="${to(`${root}feed.xml`)}">
<link rel="alternate" type="application/feed+json" title="${title}" href="${to(`${root}feed.json`)}">`

const fullTitle = (title: string, { portal }: PageContext): string =>
  title === portal.name ? title : `${title} – ${portal.name}`

/** A sample imitates a real portal and a preview is not published: neither belongs in a search engine. */
const mayBeIndexed = ({ detached, movedTo }: PageHead, { portal }: PageContext): boolean =>
  !detached && movedTo === undefined && portal.notices.every(({ kind }) => kind === 'archived')

/** Canonical address, Dublin Core and Open Graph. */
function identity(head: PageHead, context: PageContext): Html {
  const canonical = absoluteUrl(context.portal, head.movedTo ?? context.url)
  return html`${canonical && html`<link rel="canonical" href="${canonical}">`}
<link rel="schema.DC" href="http://purl.org/dc/elements/1.1/">
${known(dublinCore(head, context)).map(([name, content]) => html`<meta name="${name}" content="${content}">`)}
${known(openGraph(head, context)).map(([name, content]) => html`<meta property="${name}" content="${content}">`)}`
}

const known = (all: readonly Named[]): readonly Named[] => all.filter(([, content]) => content)

const dublinCore = (head: PageHead, { portal, url }: PageContext): readonly Named[] => [
  ['DC.Title', head.title],
  ['DC.Creator', head.structured?.creator ?? portal.owner],
  ['DC.Date', head.structured?.date],
  ['DC.Description', head.description],
  ['DC.Publisher', portal.owner],
  ['DC.Identifier', identifierOf(portal, url)],
  ['DC.Language', head.language],
]

const openGraph = (head: PageHead, { portal, url }: PageContext): readonly Named[] => [
  ['og:title', head.title],
  ['og:description', head.description],
  ['og:type', head.structured?.date ? 'article' : 'website'],
  ['og:site_name', portal.name],
  ['og:locale', head.language === 'en' ? 'en_US' : 'vi_VN'],
  ['og:url', absoluteUrl(portal, url)],
  ['og:image', head.structured?.image && absoluteUrl(portal, head.structured.image)],
]

function translation({ structured }: PageHead, { portal, to }: PageContext): Html {
  const other = structured?.translation
  if (!other) return html``
  const address = absoluteUrl(portal, other.url) ?? to(other.url)
  return html`<link rel="alternate" hreflang="${other.language}" href="${address}">`
}
