import type { Link, ListLink, Notice, PortalView } from '../../templates/view.ts'
import { vietnameseDay, vietnameseInstant } from '../calendar/local-time.ts'
import { statusOn } from '../portal/portal.ts'
import type { OpenPortal } from '../portal/workspace.ts'
import type { Site, SiteDocument } from './site.ts'

const LEVELS = { xa: 'xã', phuong: 'phường', 'thi-tran': 'thị trấn', huyen: 'huyện' } as const
const MENU_SECTIONS = 3

/** The portal as every page shows it. */
export function portalView({ open, documents, basePath, preview }: Site): PortalView {
  const { cong, regulation } = open.portal
  const sections = counted([...regulation.sections.values()], documents, 'section', 'chuyen-muc')
  return {
    id: cong.id,
    name: cong.name,
    kindName: cong.kind === 'cong' ? 'Cổng thông tin điện tử' : 'Trang thông tin điện tử',
    unitName: `${LEVELS[cong.unit.level]} ${cong.unit.name}`,
    owner: cong.owner,
    baseUrl: cong.baseUrl ?? undefined,
    regulationName: regulation.law.shortName,
    responsible: cong.contacts.responsible,
    address: cong.contacts.address,
    phone: cong.contacts.phone,
    email: cong.contacts.email,
    parentPortal: cong.parentPortal,
    links: cong.links ?? [],
    menu: menu(sections, documents),
    sections,
    linhVuc: counted([...regulation.linhVuc.values()], documents, 'linhVuc', 'linh-vuc'),
    fixedPages: fixedPages(documents),
    attribution: attributionOf(open),
    notices: notices(open, preview),
    languages: cong.languages,
    basePath,
  }
}

function counted(
  all: readonly { id: string; label: string }[],
  documents: readonly SiteDocument[],
  field: 'section' | 'linhVuc',
  root: string,
): ListLink[] {
  const counts = Map.groupBy(documents, ({ front }) => front[field] ?? '')
  return all.flatMap(({ id, label }) => {
    const count = counts.get(id)?.filter(({ front }) => front.kind !== 'trang').length ?? 0
    return count > 0 ? [{ title: label, url: `${root}/${id}/`, count }] : []
  })
}

/** Fixed places first, then the fullest sections that are more than one of the fixed lists under another name. */
function menu(sections: readonly ListLink[], documents: readonly SiteDocument[]): Link[] {
  const has = (folder: string) => documents.some(({ place }) => place.folder === folder)
  const ofNews = new Set(
    documents
      .filter(({ place }) => place.folder === 'tin-bai')
      .map(({ front }) => `chuyen-muc/${front.section}/`),
  )
  const fullest = sections
    .filter(({ url }) => ofNews.has(url))
    .sort((a, b) => b.count - a.count)
    .slice(0, MENU_SECTIONS)
  const introduction = documents.find(({ path }) => path === 'trang/gioi-thieu.md')
  return [
    { title: 'Trang chủ', url: '' },
    ...(introduction ? [{ title: 'Giới thiệu', url: introduction.url }] : []),
    ...sections.filter((each) => fullest.includes(each)).map(({ title, url }) => ({ title, url })),
    ...(has('van-ban') ? [{ title: 'Văn bản', url: 'van-ban/' }] : []),
    ...(has('hoi-dap') ? [{ title: 'Hỏi đáp', url: 'hoi-dap/' }] : []),
  ]
}

function fixedPages(documents: readonly SiteDocument[]): Link[] {
  const order = ({ front }: SiteDocument) => (front.kind === 'trang' ? (front.order ?? 999) : 999)
  return documents
    .filter(({ place }) => place.folder === 'trang')
    .sort((a, b) => order(a) - order(b) || (a.path < b.path ? -1 : 1))
    .map(({ front, url }) => ({ title: front.title, url }))
}

/** The regulation's own sentence; more than one means that any of them will do. */
const attributionOf = ({ portal }: OpenPortal): string | undefined =>
  portal.regulation.law.reuse?.attribution.map((each) => `«${each}»`).join(' hoặc ')

function notices({ portal, now }: OpenPortal, preview: boolean): Notice[] {
  const status = statusOn(portal.cong, now)
  const { sample, name } = portal.cong
  return [
    ...(status.state === 'archived'
      ? [
          {
            kind: 'archived' as const,
            text: `${name} đã lưu trữ từ ngày ${vietnameseDay(status.from)}, chỉ để tra cứu. ${status.successors.length > 0 ? `Đơn vị kế thừa: ${status.successors.join('; ')}.` : ''}`.trim(),
          },
        ]
      : []),
    ...(sample
      ? [
          {
            kind: 'sample' as const,
            text: `Cổng mẫu để giới thiệu phần mềm, nội dung không phải tin thật; thời gian đứng yên ở ${vietnameseInstant(now)}.`,
          },
        ]
      : []),
    ...(preview
      ? [{ kind: 'preview' as const, text: 'Bản xem trước: có nội dung chưa được duyệt, chưa công bố.' }]
      : []),
  ]
}
