import type { SiteMapView } from '../../templates/view.ts'
import { listsOf } from './lists.ts'
import { byMonth, monthsOf } from './news-lists.ts'
import type { Site } from './site.ts'

/** All places of the portal, by what they are. */
export function siteMapView(site: Site): SiteMapView {
  const lists = listsOf(site)
  const below = (root: string) =>
    lists
      .filter((list) => list.root.startsWith(root) && list.root !== root)
      .map(({ title, root: url, documents }) => ({ title, url, count: documents.length }))
  const months = byMonth(monthsOf(site))
  return {
    groups: [
      { title: 'Chuyên mục', links: below('chuyen-muc/') },
      { title: 'Văn bản', links: below('van-ban/') },
      { title: 'Lĩnh vực', links: below('linh-vuc/') },
      { title: 'Đơn vị cung cấp', links: below('don-vi/') },
      { title: 'Theo tháng', links: months.links },
    ].filter(({ links }) => links.length > 0),
  }
}
