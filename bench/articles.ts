import { between, bodyText, phrase, pick, type Random, randomFrom, sentences } from './words.ts'

/** When the last event of a corpus happened, when it was all committed, and when a command looks at it. */
export const TIMES = {
  firstEvent: Date.parse('2021-01-04T07:30:00+07:00'),
  /** Of an archive of one year, as a report of it has. */
  firstOfYear: Date.parse('2026-01-05T07:30:00+07:00'),
  lastEvent: Date.parse('2026-11-18T15:00:00+07:00'),
  commit: Date.parse('2026-11-19T09:00:00+07:00'),
  change: Date.parse('2026-11-20T08:00:00+07:00'),
  now: '2026-11-20T09:00:00+07:00',
} as const

/** Set to the first day of Thành Đông's regulation: from here on its deadlines apply. */
const REGULATION = Date.parse('2025-12-15T00:00:00+07:00')

/**
 * `one`: everything came with one commit, as when an archive is taken over. `each`: a commit hours after each event,
 * so about a third as many commits as articles.
 */
export type HistoryForm = 'one' | 'each'

export type Article = {
  /** Below the portal's folder. */
  readonly path: string
  readonly publishedAt: number
  readonly text: string
}

const LINH_VUC = ['kinh-te', 'van-hoa', 'xa-hoi', 'moi-truong', 'do-thi-ha-tang', 'tuyen-giao', 'dan-van']
const UNITS = ['vh-xh', 'kt-ht-dt', 'trung-tam-dvsnc', 'mttq', 'van-phong']
const KINDS = [
  { kind: 'tin-su-kien', upTo: 0.6, section: 'tin-tuc-su-kien', trigger: 'eventDate' },
  { kind: 'pho-bien-phap-luat', upTo: 0.75, section: 'tuyen-truyen-pho-bien', trigger: 'promulgatedDate' },
  { kind: 'bai-viet', upTo: 1, section: 'hoc-tap-lam-theo-hcm', trigger: undefined },
] as const
const LATE = 0.05
const HOUR = 3_600_000

/** What is known of an article without its text: so that another can link to it. */
type Plan = {
  readonly random: Random
  readonly path: string
  readonly linhVuc: string
  readonly eventAt: number
  readonly title: string
}

/** How an archive is made: how many articles, since when, and how they came into it. */
export type Archive = {
  readonly size: number
  readonly history: HistoryForm
  readonly firstEvent: number
}

function plan(index: number, { size, firstEvent }: Archive): Plan {
  const random = randomFrom(index * 2_654_435_761 + 20_261_122)
  const span = TIMES.lastEvent - firstEvent
  const day = Math.floor((span * index) / size / (24 * HOUR))
  const eventAt = firstEvent + day * 24 * HOUR + between(random, 0, 5) * HOUR
  const linhVuc = pick(random, LINH_VUC)
  const title = phrase(random, between(random, 6, 12))
  const year = isoInstant(eventAt).slice(0, 4)
  return { random, path: `tin-bai/${linhVuc}/${year}/${slugOf(title)}-${index}.md`, linhVuc, eventAt, title }
}

/** The article at an index of an archive: the same for the same archive, whatever was made before. */
export function article(index: number, archive: Archive): Article {
  const { history } = archive
  const { random, path, linhVuc, eventAt, title } = plan(index, archive)
  const share = random()
  const { kind, section, trigger } = KINDS.find(({ upTo }) => share < upTo) ?? KINDS[0]
  const tardy = random() < LATE
  const publishedAt =
    history === 'one' ? TIMES.commit : eventAt + (tardy ? 30 * 24 : between(random, 2, 5)) * HOUR
  const late = trigger !== undefined && eventAt >= REGULATION && (tardy || history === 'one')
  const front = [
    `title: ${title}`,
    `kind: ${kind}`,
    `linhVuc: ${linhVuc}`,
    `section: ${section}`,
    `author: ${phrase(random, 3)}`,
    `submittedBy: ${pick(random, UNITS)}`,
    `source: ${phrase(random, 4)}`,
    ...(trigger ? [`${trigger}: ${isoInstant(eventAt)}`] : []),
    ...(late ? [`lateReason: ${sentences(random, 1)}`] : []),
    `summary: ${sentences(random, 2)}`,
  ]
  const link = index % 3 === 1 ? `\n\n${reference(random, index, archive)}` : ''
  const text = `---\n${front.join('\n')}\n---\n\n${bodyText(random)}${link}\n`
  return { path, publishedAt: Math.min(publishedAt, TIMES.commit), text }
}

/** A sentence with a link to an article that is older. */
function reference(random: Random, index: number, archive: Archive): string {
  const { path, title } = plan(Math.floor(random() * index), archive)
  return `Xem thêm [${title}](../../../${path}).`
}

/** The instant by the clock of Vietnam. */
export const isoInstant = (instant: number): string =>
  new Date(instant + 7 * HOUR).toISOString().replace('.000Z', '+07:00')

const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replace(/[^a-z0-9]+/g, '-')
