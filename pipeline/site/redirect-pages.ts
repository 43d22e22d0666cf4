import { redirectPage } from '../../templates/pages/redirect.ts'
import type { PortalView } from '../../templates/view.ts'
import { statusOn } from '../portal/portal.ts'
import { type PageGroup, page } from './page.ts'
import type { Site } from './site.ts'

/**
 * Old addresses: a page at each that leads on, for any server, and `_redirects` for hosts that answer by it (Netlify, Cloudflare
 * Pages). A portal that was merged leads every address to its successor, with the archive behind as it was.
 *
 * @param taken addresses at which a page stands: it stays
 */
export function redirectPages(
  { open, basePath }: Site,
  portal: PortalView,
  taken: ReadonlySet<string>,
): PageGroup[] {
  const redirects = [
    ...new Map((open.portal.cong.redirects ?? []).map((each) => [each.from, each])).values(),
  ].filter(({ from }) => !taken.has(from))
  const status = statusOn(open.portal.cong, open.now)
  const movedTo = status.state === 'archived' ? status.movedTo : undefined
  const lines = [
    ...redirects.map(({ from, to }) => `${basePath}${from} ${basePath}${to} 301`),
    ...(movedTo === undefined ? [] : [`${basePath}* ${movedTo}/:splat 301`]),
  ]
  return [
    {
      template: 'redirect',
      pages: redirects.map(({ from, to }) => page(redirectPage, from, () => to, portal, ['portal'])),
    },
    {
      template: 'redirects',
      pages:
        lines.length === 0
          ? []
          : [{ url: '_redirects', dependsOn: ['portal'], render: () => `${lines.join('\n')}\n` }],
    },
  ]
}
