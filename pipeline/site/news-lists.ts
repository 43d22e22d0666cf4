import type { Facet } from '../../templates/view.ts'
import { dayOf, formatDay } from '../calendar/local-time.ts'
import { hasMedia } from '../documents/named-files.ts'
import { labelOf } from '../roster/roster.ts'
import { CARDS_ON_PAGE, fixedPagesIn, inFolder, LINES_ON_PAGE, type List } from './list.ts'
import type { Site, SiteDocument } from './site.ts'

/** How many news the list of the newest shows; older ones are found by month. */
const NEWEST = 40

/** The newest news, and everything by section, lĩnh vực, unit and month. */
export function newsLists(site: Site): List[] {
  const shown = site.documents.filter(({ front }) => front.kind !== 'trang')
  return [
    newest(site),
    pictures(site),
    ...sectionLists(site, shown),
    ...linhVucLists(site, shown),
    ...unitLists(site, shown),
    ...monthLists(site),
  ]
}

function newest(site: Site): List {
  return {
    root: 'tin-moi/',
    title: 'Tin mới',
    description: `Tin, bài mới của ${site.open.portal.cong.name}.`,
    layout: 'news',
    documents: inFolder(site, 'tin-bai').slice(0, NEWEST),
    size: undefined,
    always: true,
    facets: [byMonth(monthsOf(site))],
  }
}

/** Only there when there is something to look at or listen to. */
function pictures({ documents, open }: Site): List {
  return {
    root: MEDIA_LIST.url,
    title: MEDIA_LIST.title,
    description: `Ảnh, video, bản tin tiếng của ${open.portal.cong.name}; video và bản tin đều có bản chữ.`,
    layout: 'news',
    documents: documents.filter(({ front }) => hasMedia(front)),
    size: CARDS_ON_PAGE,
    always: false,
  }
}

export const MEDIA_LIST = { title: 'Ảnh, video', url: 'anh-video/' } as const

/** A section's fixed pages stand before its news: a directory or a schedule is what people come for, whenever it was written. */
function sectionLists({ open: { portal }, documents }: Site, shown: readonly SiteDocument[]): List[] {
  const all = [...fixedPagesIn(documents, 'vi'), ...shown]
  const bySection = Map.groupBy(all, ({ front }) => front.section ?? '')
  return [...portal.regulation.sections.values()].map(
    ({ id, label, description, mandatory }): List => ({
      root: `chuyen-muc/${id}/`,
      title: label,
      description: description ?? `Chuyên mục ${label}.`,
      layout: 'news',
      documents: bySection.get(id) ?? [],
      size: CARDS_ON_PAGE,
      always: mandatory,
      parent: { title: 'Chuyên mục', url: 'chuyen-muc/' },
    }),
  )
}

function linhVucLists({ open: { portal } }: Site, shown: readonly SiteDocument[]): List[] {
  const byLinhVuc = Map.groupBy(shown, ({ front }) => front.linhVuc ?? '')
  return [...portal.regulation.linhVuc.values()].map(
    ({ id, label }): List => ({
      root: `linh-vuc/${id}/`,
      title: `Lĩnh vực ${label}`,
      description: `Tin, bài, văn bản thuộc lĩnh vực ${label}.`,
      layout: 'lines',
      documents: byLinhVuc.get(id) ?? [],
      size: LINES_ON_PAGE,
      always: false,
    }),
  )
}

function unitLists({ open: { portal } }: Site, shown: readonly SiteDocument[]): List[] {
  const byUnit = Map.groupBy(shown, ({ front }) => front.submittedBy ?? '')
  return portal.roster.written.members.map(({ id }): List => {
    const name = labelOf(portal.roster, id)
    return {
      root: `don-vi/${id}/`,
      title: name,
      description: `Tin, bài, văn bản do ${name} cung cấp.`,
      layout: 'lines',
      documents: byUnit.get(id) ?? [],
      size: LINES_ON_PAGE,
      always: false,
    }
  })
}

function monthLists(site: Site): List[] {
  return [...monthsOf(site)].map(
    ([month, documents]): List => ({
      root: `thang/${month}/`,
      title: monthName(month),
      description: `Tất cả tin, bài, văn bản, câu hỏi đăng trong ${monthName(month).toLowerCase()}.`,
      layout: 'lines',
      documents,
      size: 2 * LINES_ON_PAGE,
      always: false,
      parent: { title: 'Sơ đồ trang', url: 'so-do-trang/' },
    }),
  )
}

const months = new WeakMap<Site, Map<string, SiteDocument[]>>()

/** All but the fixed pages by the month of their publication, `2026-11`, newest first; worked out once a site. */
export function monthsOf(site: Site): ReadonlyMap<string, readonly SiteDocument[]> {
  const found =
    months.get(site) ??
    Map.groupBy(
      site.documents.filter(({ front }) => front.kind !== 'trang'),
      ({ publishedAt }) => formatDay(dayOf(publishedAt)).slice(0, 7),
    )
  months.set(site, found)
  return found
}

/** `2026-11` → `Tháng 11/2026`. */
export const monthName = (month: string): string => `Tháng ${month.slice(5)}/${month.slice(0, 4)}`

/** The months as ways on from a list. */
export const byMonth = (all: ReadonlyMap<string, readonly SiteDocument[]>): Facet => ({
  title: 'Xem theo tháng',
  links: [...all].map(([month, documents]) => ({
    title: monthName(month),
    url: `thang/${month}/`,
    count: documents.length,
    current: false,
  })),
})
