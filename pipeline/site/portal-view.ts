import type { Link, ListLink, Notice, PortalView } from '../../templates/view.ts'
import { vietnameseDay, vietnameseInstant } from '../calendar/local-time.ts'
import type { Cong } from '../contract/types.ts'
import { hasMedia } from '../documents/named-files.ts'
import { type Status, statusOn } from '../portal/portal.ts'
import type { OpenPortal } from '../portal/workspace.ts'
import { fixedPagesIn } from './list.ts'
import { MEDIA_LIST } from './news-lists.ts'
import type { Site, SiteDocument } from './site.ts'

const LEVELS = { xa: 'xã', phuong: 'phường', 'thi-tran': 'thị trấn', huyen: 'huyện' } as const

/** Where the portal's mark is published. */
export const EMBLEM = 'assets/emblem.png'

/** The portal as every page shows it; cards are named by who draws them. */
export function portalView({ open, documents, media, basePath, preview }: Site): PortalView {
  const { cong, regulation } = open.portal
  const sections = counted([...regulation.sections.values()], documents, 'section', 'chuyen-muc')
  return {
    id: cong.id,
    name: cong.name,
    kindName: cong.kind === 'cong' ? 'Cổng thông tin điện tử' : 'Trang thông tin điện tử',
    unitName: unitName(cong),
    owner: cong.owner,
    baseUrl: cong.baseUrl ?? undefined,
    regulationName: regulation.law.shortName,
    responsible: cong.contacts.responsible,
    address: cong.contacts.address,
    phone: cong.contacts.phone,
    email: cong.contacts.email,
    parentPortal: cong.parentPortal,
    links: cong.links ?? [],
    emblem: media.emblem ? EMBLEM : undefined,
    english: cong.english,
    englishMenu: fixedPages(documents, 'en'),
    aboutLinks: aboutLinks(regulation.law.shortName, documents),
    menu: menu(documents),
    sections,
    linhVuc: counted([...regulation.linhVuc.values()], documents, 'linhVuc', 'linh-vuc'),
    fixedPages: fixedPages(documents, 'vi'),
    attribution: attributionOf(open),
    notices: notices(open, preview),
    languages: cong.languages,
    areaName: [unitName(cong), cong.unit.district, cong.unit.province].filter(Boolean).join(', '),
    shareCards: [],
    basePath,
  }
}

const unitName = ({ unit }: Cong): string => `${LEVELS[unit.level]} ${unit.name}`

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

/** The places that people look for, in the order in which they look; one that holds nothing is left out. */
function menu(documents: readonly SiteDocument[]): Link[] {
  const has = (holds: (document: SiteDocument) => boolean) => documents.some(holds)
  const introduction = documents.find(({ path }) => path === 'trang/gioi-thieu.md')
  return [
    { title: 'Trang chủ', url: '' },
    ...(introduction ? [{ title: 'Giới thiệu', url: introduction.url }] : []),
    { title: 'Tin tức', url: 'tin-moi/' },
    { title: 'Chuyên mục', url: 'chuyen-muc/' },
    ...(has(({ place }) => place.folder === 'van-ban') ? [{ title: 'Văn bản', url: 'van-ban/' }] : []),
    ...carrying(documents, 'schedule', 'Lịch công tác'),
    ...(has(({ front }) => front.kind === 'du-thao') ? [{ title: 'Lấy ý kiến', url: 'lay-y-kien/' }] : []),
    ...(has(({ place }) => place.folder === 'hoi-dap') ? [{ title: 'Hỏi đáp', url: 'hoi-dap/' }] : []),
  ]
}

/** The fixed page that carries a part, under a short name. */
export function carrying(
  documents: readonly SiteDocument[],
  part: 'schedule' | 'contacts' | 'procedures' | 'organisation',
  title: string,
): Link[] {
  const found = documents.find(
    ({ front }) => front.kind === 'trang' && front[part] !== undefined && front.language !== 'en',
  )
  return found ? [{ title, url: found.url }] : []
}

const fixedPages = (documents: readonly SiteDocument[], language: 'vi' | 'en'): Link[] =>
  fixedPagesIn(documents, language).map(({ front, url }) => ({ title: front.title, url }))

const aboutLinks = (regulationName: string, documents: readonly SiteDocument[]): Link[] => [
  { title: regulationName, url: 'quy-che/' },
  { title: 'Chuyên mục', url: 'chuyen-muc/' },
  ...(documents.some(({ front }) => hasMedia(front)) ? [MEDIA_LIST] : []),
  { title: 'Sơ đồ trang', url: 'so-do-trang/' },
  { title: 'Khả năng tiếp cận', url: 'tiep-can/' },
  { title: 'Nguồn tin (Atom)', url: 'feed.xml' },
  { title: 'Dữ liệu mở (API)', url: 'api/' },
]

/** The regulation's own sentence; more than one means that any of them will do. */
const attributionOf = ({ portal }: OpenPortal): string | undefined =>
  portal.regulation.law.reuse?.attribution.map((each) => `«${each}»`).join(' hoặc ')

type Archived = Extract<Status, { state: 'archived' }>

function archiveText(name: string, { from, movedTo, successors }: Archived): string {
  const what = movedTo === undefined ? 'đã lưu trữ' : 'đã sáp nhập vào cổng khác và được lưu trữ'
  const heirs = successors.map((each) => each.name).join('; ')
  return `${name} ${what} từ ngày ${vietnameseDay(from)}, chỉ để tra cứu.${heirs && ` Đơn vị kế thừa: ${heirs}.`}`
}

const successorLinks = ({ movedTo, successors }: Archived): Link[] => [
  ...(movedTo === undefined ? [] : [{ title: 'Sang cổng mới', url: movedTo }]),
  ...successors.flatMap(({ name, url }) => (url === undefined ? [] : [{ title: name, url }])),
]

function notices({ portal, now }: OpenPortal, preview: boolean): Notice[] {
  const status = statusOn(portal.cong, now)
  const { sample, name } = portal.cong
  return [
    ...(status.state === 'archived'
      ? [
          {
            kind: 'archived' as const,
            text: archiveText(name, status),
            links: successorLinks(status),
          },
        ]
      : []),
    ...(sample
      ? [
          {
            kind: 'sample' as const,
            text: `Cổng mẫu để giới thiệu phần mềm, nội dung không phải tin thật; thời gian đứng yên ở ${vietnameseInstant(now)}.`,
            links: [],
          },
        ]
      : []),
    ...(preview
      ? [
          {
            kind: 'preview' as const,
            text: 'Bản xem trước: có nội dung chưa được duyệt, chưa công bố.',
            links: [],
          },
        ]
      : []),
  ]
}
