import { notices } from '../components/notices.ts'
import { siteFooter } from '../components/site-footer.ts'
import { siteHeader } from '../components/site-header.ts'
import { siteNav } from '../components/site-nav.ts'
import { type Html, html } from '../html.ts'
import type { PageContext } from '../page.ts'
import type { PortalView } from '../view.ts'

/** What stands around the content of every page. */
export type Frame = { readonly above: Html; readonly below: Html }

const known = new WeakMap<PortalView, Map<string, Frame>>()

/** The frame is the same on all pages of one depth and one place of the menu: it is made once for thousands of articles. */
export function frameOf(context: PageContext, current: string | undefined): Frame {
  const { portal, url, to } = context
  const frames = known.get(portal) ?? new Map<string, Frame>()
  known.set(portal, frames)
  const inMenu = portal.menu.some((link) => link.url === url)
  const key = JSON.stringify([to(''), current, inMenu && url])
  const frame = frames.get(key) ?? makeFrame(context, current)
  frames.set(key, frame)
  return frame
}

const makeFrame = (context: PageContext, current: string | undefined): Frame => ({
  above: html`${siteHeader(context)}
${siteNav(context, current)}
${notices(context.portal.notices)}`,
  below: siteFooter(context),
})
