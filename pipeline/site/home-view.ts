import type { Card, HomeView, SectionBlock, Task } from '../../templates/view.ts'
import { dayOf, formatDay } from '../calendar/local-time.ts'
import { openDrafts } from './document-lists.ts'
import { cardOf } from './document-view.ts'
import { inFolder } from './list.ts'
import { carrying } from './portal-view.ts'
import { upcomingSchedule } from './schedule.ts'
import type { Site, SiteDocument } from './site.ts'

const HEADLINES = 5
const BLOCKS = 8
const IN_BLOCK = 4
const BESIDE = 5
const COMING = 4

/** The front page: the newest news, what people come for, and the newest of each section. */
export function homeView(site: Site): HomeView {
  const cards = (documents: readonly SiteDocument[], count: number): Card[] =>
    documents.slice(0, count).map((document) => cardOf(site, document))
  const news = inFolder(site, 'tin-bai').filter(({ front }) => front.kind !== 'quang-ba')
  // What nobody has confirmed does not lead: it has its own section, under its mark.
  const [lead, ...others] = leadFirst(news.filter(({ front }) => front.kind !== 'tin-tham-khao'))
  return {
    lead: lead && cardOf(site, lead),
    headlines: cards(others, HEADLINES),
    tasks: tasksOf(site),
    blocks: sectionBlocks(site, news),
    documents: cards(
      inFolder(site, 'van-ban').filter(({ front }) => front.kind !== 'du-thao'),
      BESIDE,
    ),
    drafts: cards(openDrafts(site), BESIDE),
    schedule: upcomingSchedule(site, COMING),
    questions: cards(
      inFolder(site, 'hoi-dap').filter(({ front }) => front.kind === 'hoi-dap' && front.answeredDate),
      BESIDE,
    ),
    advertising: cards(currentAdvertising(site), BESIDE),
    advertisingLabel: site.open.portal.regulation.law.content.advertising?.label ?? 'Quảng cáo',
  }
}

/** The newest with a picture leads, where it is one of the newest. */
function leadFirst(news: readonly SiteDocument[]): readonly SiteDocument[] {
  const lead = news.slice(0, HEADLINES).find(({ front }) => front.image) ?? news[0]
  return lead ? [lead, ...news.filter((each) => each !== lead)] : []
}

/** The newest of each section that has news, in the order of the regulation. */
function sectionBlocks(site: Site, news: readonly SiteDocument[]): SectionBlock[] {
  const bySection = Map.groupBy(news, ({ front }) => front.section ?? '')
  return [...site.open.portal.regulation.sections.values()]
    .flatMap(({ id, label }): SectionBlock[] => {
      const own = bySection.get(id) ?? []
      const cards = own.slice(0, IN_BLOCK).map((document) => cardOf(site, document))
      return cards.length === 0 ? [] : [{ title: label, url: `chuyen-muc/${id}/`, cards }]
    })
    .slice(0, BLOCKS)
}

/** Advertising is shown until the last day that its paper allows. */
function currentAdvertising({ open, documents }: Site): SiteDocument[] {
  const today = formatDay(dayOf(open.now))
  return documents.filter(
    ({ front }) => front.kind === 'quang-ba' && (front.expiryDate === undefined || front.expiryDate >= today),
  )
}

/** What most people come to a portal for; a place that does not exist is left out. */
function tasksOf(site: Site): Task[] {
  const { cong } = site.open.portal
  const service = (cong.links ?? []).find(({ url }) => url.includes('dichvucong'))
  const has = (folder: SiteDocument['place']['folder']) => inFolder(site, folder).length > 0
  return [
    ...(service ? [{ title: 'Nộp hồ sơ dịch vụ công', url: service.url, external: true }] : []),
    ...(has('van-ban') ? [{ title: 'Tra cứu văn bản', url: 'van-ban/', external: false }] : []),
    ...(openDrafts(site).length > 0 ? [{ title: 'Góp ý dự thảo', url: 'lay-y-kien/', external: false }] : []),
    ...[
      ...carrying(site.documents, 'procedures', 'Thủ tục hành chính'),
      ...carrying(site.documents, 'contacts', 'Danh bạ liên hệ'),
    ].map((link) => ({ ...link, external: false })),
    ...(has('hoi-dap') ? [{ title: 'Hỏi đáp, phản ánh', url: 'hoi-dap/', external: false }] : []),
  ]
}
