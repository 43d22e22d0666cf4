import { addressOf, identifierOf } from '../components/words.ts'
import { type Html, raw } from '../html.ts'
import type { PageContext } from '../page.ts'
import type { Link, PortalView } from '../view.ts'
import type { Node } from './node.ts'
import { publisherOf } from './organisation.ts'

/** What a page tells of itself where it is no document. */
export type Described = { readonly title: string; readonly description: string; readonly language: string }

/** A page that is no document: a list, the regulation, the search. */
export const pageNode = (
  type: 'CollectionPage' | 'SearchResultsPage' | 'WebPage',
  { title, description, language }: Described,
  context: PageContext,
): Node => ({
  '@type': type,
  '@id': identifierOf(context.portal, context.url),
  url: addressOf(context.url, context),
  name: title,
  description: description || undefined,
  inLanguage: language,
  ...publisherOf(context.portal).references,
})

/** The way from the home page to a page, which is its last step. */
export const breadcrumbNode = (path: readonly Link[], title: string, context: PageContext): Node => ({
  '@type': 'BreadcrumbList',
  itemListElement: [{ title: context.portal.name, url: '' }, ...path, { title, url: context.url }].map(
    (step, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: step.title,
      item: addressOf(step.url, context),
    }),
  ),
})

/** Signs that could end the block, or a line of a script. */
const UNSAFE = /[<\u2028\u2029]/g

/** Three searches for one sign each are many times faster than one for a class of signs. */
const isSafe = (text: string): boolean =>
  !text.includes('<') && !text.includes('\u2028') && !text.includes('\u2029')

/** JSON that may stand in a page. */
function safeJson(value: unknown): string {
  const text = JSON.stringify(value)
  return isSafe(text)
    ? text
    : text.replace(UNSAFE, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

const publishers = new WeakMap<PortalView, string>()

/** The nodes that the others refer to, written once for all pages. */
function publisherJson(portal: PortalView): string {
  const { organisation, site } = publisherOf(portal)
  const text = publishers.get(portal) ?? safeJson([organisation, site]).slice(1, -1)
  publishers.set(portal, text)
  return text
}

/**
 * A block of JSON-LD: data that browsers do not run, so that no policy asks about it.
 *
 * @param portal whose short description goes along; undefined where the nodes themselves hold the long one
 */
export const dataBlock = (nodes: readonly Node[], portal: PortalView | undefined): Html =>
  raw(
    `<script type="application/ld+json">{"@context":"https://schema.org","@graph":[${safeJson(nodes).slice(1, -1)}${
      portal ? `,${publisherJson(portal)}` : ''
    }]}</script>`,
  )
