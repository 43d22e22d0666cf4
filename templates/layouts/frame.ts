import type { Language } from '../components/frame-words.ts'
import { notices } from '../components/notices.ts'
import { siteFooter } from '../components/site-footer.ts'
import { siteHeader } from '../components/site-header.ts'
import { siteNav } from '../components/site-nav.ts'
import { type Html, html, solid } from '../html.ts'
import type { PageContext } from '../page.ts'
import type { PortalView } from '../view.ts'

/** What stands around the content of every page. */
export type Frame = { readonly above: Html; readonly below: Html }

type Known = { readonly menu: ReadonlySet<string>; readonly frames: Map<string, Frame> }

const known = new WeakMap<PortalView, Known>()

function knownOf(portal: PortalView): Known {
  const found = known.get(portal) ?? {
    menu: new Set([...portal.menu, ...portal.englishMenu].map(({ url }) => url)),
    frames: new Map<string, Frame>(),
  }
  known.set(portal, found)
  return found
}

/** The frame is the same on all pages of one depth, language and place of the menu: it is made once for thousands of articles. */
export function frameOf(context: PageContext, current: string | undefined, language: Language): Frame {
  const { portal, url, to } = context
  const { menu, frames } = knownOf(portal)
  const key = `${to('')} ${language} ${current ?? ''} ${menu.has(url) ? url : '*'}`
  const frame = frames.get(key) ?? makeFrame(context, current, language)
  frames.set(key, frame)
  return frame
}

const makeFrame = (context: PageContext, current: string | undefined, language: Language): Frame => ({
  above: solid(html`${siteHeader(context, language)}
${siteNav(context, current, language)}
${notices(context)}`),
  below: solid(siteFooter(context, language)),
})
