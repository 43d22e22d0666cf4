import { type Html, html, solid } from '../html.ts'
import type { PageContext } from '../page.ts'
import { PAGE_POLICY, SEARCH_POLICY } from '../policy.ts'
import type { Node } from '../structured/node.ts'
import { breadcrumbNode, dataBlock, pageNode } from '../structured/structured-data.ts'
import type { PageStyle } from '../styles.ts'
import type { Link, PortalView } from '../view.ts'
import { contentPolicy } from './content-policy.ts'
import { identity } from './identity.ts'
import { absoluteUrl } from './words.ts'

/** What machines are told about a page beyond its title: all of it optional. */
export type Structured = {
  readonly creator?: string | undefined
  /** The unit that supplied the content. */
  readonly contributor?: string | undefined
  readonly subject?: string | undefined
  readonly section?: string | undefined
  readonly source?: string | undefined
  /** What the page stands in relation to: its translation, documents that it replaces. */
  readonly relation?: string | undefined
  /** What kind of document it is, in words. */
  readonly type?: string | undefined
  readonly date?: string | undefined
  readonly modified?: string | undefined
  readonly image?:
    | { readonly url: string; readonly width: number; readonly height: number; readonly alt: string }
    | undefined
  readonly translation?: { readonly url: string; readonly language: string } | undefined
}

export type PageHead = {
  readonly title: string
  readonly description: string
  readonly language: string
  readonly structured?: Structured | undefined
  /** What the page is about, for schema.org; undefined for a page that is nothing but itself. */
  readonly nodes?: readonly Node[] | undefined
  /** The section whose card stands for the page where it has no picture. */
  readonly card?: string | undefined
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

const PAGE_POLICY_TAG = contentPolicy(PAGE_POLICY)
const SEARCH_POLICY_TAG = contentPolicy(SEARCH_POLICY)

/** @param path the steps between the home page and this one */
export const pageHead = (
  head: PageHead,
  context: PageContext,
  path: readonly Link[] | undefined,
): Html => html`<head>
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
${head.feed && feedLinks(head.feed, head.title, context)}
${!head.detached && head.movedTo === undefined && structuredData(head, context, path)}
${sharedHead(head, context)}
</head>`

const shared = new WeakMap<PortalView, Map<string, Html>>()

/** What thousands of pages of one depth and kind have in common: the portal's feeds, its mark, style and scripts. Made once. */
function sharedHead(head: PageHead, context: PageContext): Html {
  const known = shared.get(context.portal) ?? new Map<string, Html>()
  shared.set(context.portal, known)
  const key = [context.to(''), head.style, ...(head.modules ?? [])].join(' ')
  const made = known.get(key) ?? solid(makeShared(head, context))
  known.set(key, made)
  return made
}

const makeShared = (
  head: PageHead,
  context: PageContext,
): Html => html`${feedLinks('', context.portal.name, context)}
${icon(context)}
${assets(head, context)}
${(head.modules ?? []).map((name) => html`<script type="module" src="${context.to(`assets/js/${name}.js`)}"></script>`)}`

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

/** What the page is about, and the way to it. */
const structuredData = (head: PageHead, context: PageContext, path: readonly Link[] | undefined): Html =>
  dataBlock(
    [
      ...(head.nodes ?? [pageNode(head.searches ? 'SearchResultsPage' : 'WebPage', head, context)]),
      ...(path ? [breadcrumbNode(path, head.title, context)] : []),
    ],
    // The home page, where no way leads to, describes the office at length.
    path ? context.portal : undefined,
  )

function translation({ structured }: PageHead, { portal, to }: PageContext): Html {
  const other = structured?.translation
  if (!other) return html``
  const address = absoluteUrl(portal, other.url) ?? to(other.url)
  return html`<link rel="alternate" hreflang="${other.language}" href="${address}">`
}
