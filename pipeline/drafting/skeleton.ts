import { dayOf, formatDay, formatInstant, type Instant, MINUTE } from '../calendar/local-time.ts'
import { dueOf } from '../deadlines/due-of.ts'
import { dueInWords, limitInWords } from '../deadlines/words.ts'
import { type DocumentPlace, FOLDER_OF, pathOf } from '../documents/document.ts'
import { PLACEHOLDERS } from '../documents/placeholders.ts'
import { slugOf } from '../documents/slug.ts'
import type { Portal } from '../portal/portal.ts'
import { groundOf, type Kind } from '../regulation/regulation.ts'

/** What an editor tells when a document is begun. */
export type SkeletonRequest = {
  readonly kind: Kind
  readonly title: string
  readonly linhVuc?: string | undefined
  readonly section?: string | undefined
  /** Of a question: its number in the register. */
  readonly number?: number | undefined
  /** Days that are known already, `2026-11-12` by their field: a deadline counts from them. */
  readonly dates?: Readonly<Record<string, string>> | undefined
  /** What stands in the place of a day that a deadline counts from and nobody has told: now, or nothing, which a check names. */
  readonly unknownDates?: 'now' | 'left-out' | undefined
  readonly now: Instant
}

/** A file that passes every check, for an editor to write over. */
export type Skeleton = { readonly path: string; readonly text: string }

/** A line of front matter. Values are YAML as it will stand in the file. */
type Field = readonly [key: string, value: string, comment?: string]

/** The skeleton of a document: every field that its kind and the regulation ask for, the deadline in a comment. */
export function skeletonOf(portal: Portal, request: SkeletonRequest): Skeleton {
  const { kind, title, now } = request
  const section = request.section ?? defaultSection(portal, kind)
  const linhVuc = request.linhVuc ?? [...portal.regulation.linhVuc.keys()][0]
  const fields: Field[] = [
    ['title', quoted(title)],
    ['kind', kind],
    ...(kind === 'trang' ? [] : [['linhVuc', linhVuc ?? '', linhVucNames(portal)] satisfies Field]),
    ...(section === undefined
      ? []
      : [['section', section, portal.regulation.sections.get(section)?.label ?? ''] satisfies Field]),
    ...bylines(portal),
    ...(request.number === undefined
      ? []
      : [['number', String(request.number), 'số tiếp nhận'] satisfies Field]),
    ...triggerFields(portal, request, section),
    ...kindFields(kind, now),
    ['summary', quoted(PLACEHOLDERS.summary)],
  ]
  const wanted = [...fields, ...requiredByLaw(portal, kind, section)]
  const all = wanted.filter(([key], index) => wanted.findIndex(([other]) => other === key) === index)
  const text = `---\n${all.map(line).join('\n')}\n---\n${kind === 'hoi-dap' ? '' : `\n${PLACEHOLDERS.body}\n`}`
  return { path: pathOf(placeFor(kind, linhVuc ?? '', slugOf(title), now)), text }
}

const line = ([key, value, comment]: Field): string =>
  comment ? `${key}: ${value} # ${comment}` : `${key}: ${value}`

const quoted = (text: string): string => JSON.stringify(text.normalize('NFC'))

const linhVucNames = (portal: Portal): string =>
  `một trong: ${[...portal.regulation.linhVuc.keys()].join(', ')}`

function placeFor(kind: Kind, linhVuc: string, slug: string, now: Instant): DocumentPlace {
  const folder = FOLDER_OF[kind]
  const year = formatDay(dayOf(now)).slice(0, 4)
  if (folder === 'trang') return { folder, slug }
  return folder === 'tin-bai' ? { folder, linhVuc, year, slug } : { folder, year, slug }
}

/** The section that the law ties a kind to, else the first that takes it. */
function defaultSection({ regulation }: Portal, kind: Kind): string | undefined {
  const { law, sections } = regulation
  const tied: Partial<Record<Kind, string | undefined>> = {
    'hoi-dap': law.questions?.section,
    'tin-tham-khao': law.content.unconfirmed?.section,
    'quang-ba': law.content.advertising?.section,
    trang: undefined,
  }
  if (kind in tied) return tied[kind]
  const special = new Set([...Object.values(tied), law.content.structuredProject?.section])
  const takes = [...sections.values()].filter((each) => each.kinds === undefined || each.kinds.includes(kind))
  const byName = (STEMS[kind] ?? ['tin-tuc', 'tin-']).map((stem) => takes.find(({ id }) => id.includes(stem)))
  const only = takes.find((each) => each.kinds?.length === 1)
  return (byName.find(Boolean) ?? only ?? takes.find(({ id }) => !special.has(id)) ?? takes[0])?.id
}

/** What sections for a kind are usually called; a guess for the editor to correct, and no rule. */
const STEMS: Partial<Record<Kind, readonly string[]>> = {
  'van-ban': ['van-ban'],
  'van-ban-lien-quan': ['van-ban'],
  'du-thao': ['du-thao', 'y-kien', 'gop-y'],
  'pho-bien-phap-luat': ['phap-luat', 'pho-bien', 'tuyen-truyen'],
  'quy-hoach-du-an': ['quy-hoach', 'du-an', 'dau-tu'],
  'thong-ke': ['thong-ke', 'bao-cao'],
}

function bylines({ roster, cong }: Portal): Field[] {
  const writer = [...roster.members.values()].find((member) => member.writes && member.accounts.length > 0)
  return [
    ['author', quoted(writer?.label ?? 'Ban biên tập'), 'người viết'],
    ['source', quoted(cong.owner), 'nguồn tin'],
    ...(writer ? [['submittedBy', writer.id, 'đơn vị gửi, mã trong ban-bien-tap.yaml'] satisfies Field] : []),
  ]
}

/** Fields that the schema of a kind cannot do without. */
function kindFields(kind: Kind, now: Instant): Field[] {
  const day = formatDay(dayOf(now))
  const later = formatDay(dayOf(now) + 30)
  const fields: Partial<Record<Kind, Field[]>> = {
    'van-ban': [
      ['number', '01/KH-UBND'],
      ['documentType', 'Kế hoạch'],
      ['issuer', quoted('Ủy ban nhân dân')],
    ],
    'van-ban-lien-quan': [
      ['number', '01/KH-UBND'],
      ['documentType', 'Kế hoạch'],
      ['issuer', quoted('Cơ quan ban hành')],
    ],
    'hoi-dap': [
      ['question', quoted(PLACEHOLDERS.question)],
      ['askedBy', quoted('Công dân trên địa bàn')],
      ['receivedDate', formatInstant(now)],
    ],
    'du-thao': [
      ['openDate', day],
      ['closeDate', later],
      ['receiveAt', quoted('Nơi nhận ý kiến góp ý')],
    ],
    'tin-tham-khao': [['confirmation', 'chua-xac-nhan']],
    'quang-ba': [
      ['advertiser', quoted('Tên doanh nghiệp')],
      [
        'writtenApproval',
        `{ number: 01/TB-UBND, date: ${day}, authority: Ủy ban nhân dân }`,
        'văn bản xác nhận của cấp có thẩm quyền',
      ],
    ],
  }
  return fields[kind] ?? []
}

/** A trigger that nobody knows is set to now, so that the deadline in the comment is the latest that a fresh matter can have. */
function triggerFields(
  { regulation, calendar }: Portal,
  { kind, now, dates, unknownDates = 'now' }: SkeletonRequest,
  section: string | undefined,
): Field[] {
  const start = formatInstant(now - (now % MINUTE))
  const found = dueOf(
    regulation,
    calendar,
    { kind, section },
    ({ trigger = '' }) => dates?.[trigger] ?? start,
  )
  if (found.state === 'no-deadline' || found.deadline.trigger === undefined) return []
  const comment =
    found.state === 'due'
      ? `hạn: ${dueInWords(found.due)} — ${limitInWords(found.deadline)} (${groundOf(regulation, found.deadline)})`
      : 'mốc tính thời hạn'
  const { trigger } = found.deadline
  if (dates?.[trigger] === undefined && unknownDates === 'left-out') return []
  return [[trigger, dates?.[trigger] ?? start, comment]]
}

/** Placeholders for what the regulation asks for beyond the schema. */
function requiredByLaw({ regulation }: Portal, kind: Kind, section: string | undefined): Field[] {
  const values: Record<string, string> = {
    originalWork: 'true',
    sourceType: 'phong-don-vi',
    place: quoted('Địa điểm'),
    confirmation: 'da-xac-nhan',
  }
  const asked = regulation.law.requiredFields
    .filter(({ kinds, when }) => (kinds === undefined || kinds.includes(kind)) && when === undefined)
    .flatMap(({ field }): Field[] => (values[field] ? [[field, values[field]]] : []))
  const project = regulation.law.content.structuredProject
  return kind === 'quy-hoach-du-an' && project?.section === section ? [...asked, PROJECT] : asked
}

const PROJECT: Field = [
  'project',
  '{ name: Tên dự án, objective: Mục tiêu đầu tư, field: Lĩnh vực đầu tư, group: Nhóm C, duration: Thời gian thực hiện, funding: Nguồn vốn đầu tư }',
]
