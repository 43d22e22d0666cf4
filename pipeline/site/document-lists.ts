import type { Effect, Facet } from '../../templates/view.ts'
import { type Day, dayOf, formatDay } from '../calendar/local-time.ts'
import { quickSlug } from '../documents/slug.ts'
import { effectOf } from './effect.ts'
import { inFolder, LINES_ON_PAGE, type List } from './list.ts'
import type { Site, SiteDocument } from './site.ts'

const ROOT = 'van-ban/'
const ALL = { title: 'Văn bản', url: ROOT }

/** One way to divide the documents: a name for each part, which is also its address below `van-ban/`. */
type Division = {
  readonly folder: string
  readonly title: string
  readonly partOf: (document: SiteDocument) => string | undefined
  readonly nameOf: (part: string) => string
}

const fieldOf = (document: SiteDocument, field: string): string | undefined => {
  const value = (document.front as unknown as Record<string, unknown>)[field]
  return typeof value === 'string' ? value : undefined
}

/** Words for how a document stands today; a replaced one has ended as well. */
const FORCE: Record<Effect['state'], string> = {
  'not-yet': 'Chưa có hiệu lực',
  'in-force': 'Còn hiệu lực',
  expired: 'Hết hiệu lực',
  replaced: 'Hết hiệu lực',
}

const divisionsOn = (today: Day): readonly Division[] => [
  {
    folder: 'loai',
    title: 'Loại văn bản',
    partOf: (document) => fieldOf(document, 'documentType'),
    nameOf: (part) => part,
  },
  {
    folder: 'nam',
    title: 'Năm ban hành',
    partOf: (document) =>
      (fieldOf(document, 'promulgatedDate') ?? fieldOf(document, 'signedDate'))?.slice(0, 4) ??
      formatDay(dayOf(document.publishedAt)).slice(0, 4),
    nameOf: (part) => `Năm ${part}`,
  },
  {
    folder: 'co-quan',
    title: 'Cơ quan ban hành',
    partOf: (document) => fieldOf(document, 'issuer'),
    nameOf: (part) => part,
  },
  {
    folder: 'hieu-luc',
    title: 'Hiệu lực',
    partOf: ({ front }) => {
      const effect =
        front.kind === 'van-ban' || front.kind === 'van-ban-lien-quan' ? effectOf(front, today) : undefined
      return effect && FORCE[effect.state]
    },
    nameOf: (part) => part,
  },
]

/** The list of all documents, and one for each type, year and issuer: filters that work without a script. */
export function documentLists(site: Site): List[] {
  const documents = inFolder(site, 'van-ban').filter(({ front }) => front.kind !== 'du-thao')
  const divided = divisionsOn(dayOf(site.open.now)).map((division) => ({
    division,
    parts: partsOf(division, documents),
  }))
  const facets = (current: string): Facet[] =>
    divided.map(({ division, parts }) => ({
      title: division.title,
      links: parts.map(({ name, url, own }) => ({
        title: name,
        url,
        count: own.length,
        current: url === current,
      })),
    }))
  return [
    {
      root: ROOT,
      title: 'Văn bản',
      description: 'Văn bản quy phạm pháp luật, văn bản hành chính và văn bản của cơ quan khác có liên quan.',
      layout: 'documents',
      documents,
      size: LINES_ON_PAGE,
      always: true,
      facets: facets(ROOT),
    },
    ...divided.flatMap(({ division, parts }) =>
      parts.map(
        ({ name, url, own }): List => ({
          root: url,
          title: `Văn bản: ${name}`,
          description: `${division.title}: ${name}.`,
          layout: 'documents',
          documents: own,
          size: LINES_ON_PAGE,
          always: false,
          parent: ALL,
          facets: facets(url),
        }),
      ),
    ),
  ]
}

type Part = { readonly name: string; readonly url: string; readonly own: readonly SiteDocument[] }

/** Parts whose names differ in case or marks alone are one; a document of which nothing is known is in none. */
function partsOf({ folder, partOf, nameOf }: Division, documents: readonly SiteDocument[]): Part[] {
  const known = documents.flatMap((document) => {
    const part = partOf(document)
    return part === undefined ? [] : [{ document, part }]
  })
  const parts = [...Map.groupBy(known, ({ part }) => quickSlug(part))].map(([slug, own]) => ({
    name: nameOf((own[0] as { part: string }).part),
    url: `${ROOT}${folder}/${slug}/`,
    own: own.map(({ document }) => document),
  }))
  return folder === 'nam'
    ? parts.sort((a, b) => (a.url < b.url ? 1 : -1))
    : parts.sort((a, b) => b.own.length - a.own.length || (a.url < b.url ? -1 : 1))
}

/** Drafts for comment: those still open first, by their last day. */
export function draftList(site: Site): List {
  const drafts = site.documents.filter(({ front }) => front.kind === 'du-thao')
  const today = formatDay(dayOf(site.open.now))
  const closeOf = (document: SiteDocument) => fieldOf(document, 'closeDate') ?? ''
  const open = drafts.filter((each) => closeOf(each) >= today)
  return {
    root: 'lay-y-kien/',
    title: 'Lấy ý kiến dự thảo',
    description: 'Dự thảo văn bản, chủ trương, chính sách đang và đã lấy ý kiến Nhân dân.',
    layout: 'drafts',
    documents: [
      ...open.sort((a, b) => (closeOf(a) < closeOf(b) ? -1 : 1)),
      ...drafts.filter((each) => closeOf(each) < today),
    ],
    size: undefined,
    always: false,
  }
}

/** The drafts on which people can still have their say. */
export function openDrafts(site: Site): SiteDocument[] {
  const today = formatDay(dayOf(site.open.now))
  return draftList(site).documents.filter((each) => (fieldOf(each, 'closeDate') ?? '') >= today)
}
