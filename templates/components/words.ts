import type { PageContext } from '../page.ts'
import type { Card, Link, PortalView } from '../view.ts'

/** A title as it must be named everywhere, also where nothing can be styled: `[Tin tham khảo] …`. */
export const labelledTitle = (card: Pick<Card, 'title' | 'label'>): string =>
  card.label ? `[${card.label}] ${card.title}` : card.title

/** The full address, where the portal's own is known. */
export const absoluteUrl = (portal: PortalView, url: string): string | undefined =>
  portal.baseUrl === undefined ? undefined : `${portal.baseUrl}/${url}`

/** The full address, or while it is unknown the way there from the page that names it. */
export const addressOf = (url: string, { portal, to }: PageContext): string =>
  absoluteUrl(portal, url) ?? to(url)

/** The name of a page that holds also while the portal's address is unconfirmed. */
export const identifierOf = (portal: PortalView, url: string): string =>
  absoluteUrl(portal, url) ?? `urn:congbo:${portal.id}:${url}`

/** Where a document is listed: its section, or the list of its folder. */
export function homeOf(card: Pick<Card, 'url' | 'section' | 'linhVuc'>): Link | undefined {
  if (card.url.startsWith('van-ban/')) return { title: 'Văn bản', url: 'van-ban/' }
  if (card.url.startsWith('hoi-dap/')) return { title: 'Hỏi đáp', url: 'hoi-dap/' }
  return card.section ?? card.linhVuc
}

/** `D11.K2#2` → `D11-K2_2`: an id that can stand in an address as it is. */
export const clauseAnchor = (ref: string): string => ref.replaceAll('.', '-').replaceAll('#', '_')
