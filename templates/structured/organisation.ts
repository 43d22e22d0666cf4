import { addressOf, identifierOf } from '../components/words.ts'
import type { PageContext } from '../page.ts'
import type { PortalView } from '../view.ts'
import type { Node } from './node.ts'

/** Who publishes and where, as every page names them; the home page tells the rest. */
export type Publisher = {
  readonly organisation: Node
  readonly site: Node
  /** What refers to the two. */
  readonly references: { readonly publisher: Reference; readonly isPartOf: Reference }
}

type Reference = { readonly '@id': string }

const known = new WeakMap<PortalView, Publisher>()

/** Made once a portal, for thousands of pages. */
export function publisherOf(portal: PortalView): Publisher {
  const found = known.get(portal) ?? makePublisher(portal)
  known.set(portal, found)
  return found
}

function makePublisher(portal: PortalView): Publisher {
  const publisher = { '@id': identifierOf(portal, ORGANISATION) }
  const isPartOf = { '@id': identifierOf(portal, SITE) }
  const url = portal.baseUrl && `${portal.baseUrl}/`
  return {
    organisation: { '@type': 'GovernmentOrganization', ...publisher, name: portal.owner, url },
    site: { '@type': 'WebSite', ...isPartOf, name: portal.name, url },
    references: { publisher, isPartOf },
  }
}

const ORGANISATION = '#co-quan'
const SITE = '#cong'

/** The office behind the portal, with all that it says of itself. */
export function organisationNode(context: PageContext): Node {
  const { portal } = context
  const { address, phone, email, emblem, areaName, english, parentPortal } = portal
  return {
    ...publisherOf(portal).organisation,
    alternateName: english?.owner,
    address: { '@type': 'PostalAddress', streetAddress: address, addressCountry: 'VN' },
    telephone: phone,
    email,
    logo: emblem && addressOf(emblem, context),
    areaServed: { '@type': 'AdministrativeArea', name: areaName },
    parentOrganization: parentPortal && { '@type': 'GovernmentOrganization', url: parentPortal },
  }
}

/** The portal as a web site that can be searched from outside. */
export function siteNode(context: PageContext): Node {
  const { portal } = context
  return {
    ...publisherOf(portal).site,
    alternateName: portal.english?.name,
    url: addressOf('', context),
    inLanguage: portal.languages,
    publisher: publisherOf(portal).references.publisher,
    potentialAction: {
      '@type': 'SearchAction',
      target: {
        '@type': 'EntryPoint',
        urlTemplate: `${addressOf('tim-kiem/', context)}?q={search_term_string}`,
      },
      'query-input': 'required name=search_term_string',
    },
  }
}
