import { formatInstant, type Instant } from '../calendar/local-time.ts'
import { deadlineOf } from '../deadlines/deadline-of.ts'
import type { Portal } from '../portal/portal.ts'
import { type Deadline, groundOf, type Kind, type Regulation } from '../regulation/regulation.ts'
import { type Choice, type FieldNeeds, formField } from './form-field.ts'
import type { FormField } from './form-types.ts'
import type { SchemaNode } from './schema-fields.ts'
import { REVIEW_LABEL, SHOWN } from './shown.ts'

/** Fields that people come for; the others follow the text, in the order of the schema. */
const FIRST: readonly string[] = ['title', 'kind', 'linhVuc', 'section']
const BEFORE_TEXT: readonly string[] = ['author', 'submittedBy', 'source', 'sourceType', 'summary', 'image']

/**
 * The fields of an article of a kind, in the order in which a writer thinks of them: what it is, when it was, who says so, the
 * text; then what is rarely needed.
 *
 * @param standsAt the instant of a sample portal: what happens there happens then
 */
export function articleFields(
  portal: Portal,
  schema: SchemaNode,
  kind: Kind,
  standsAt: Instant | undefined,
): FormField[] {
  const { properties = {}, required = [] } = schema
  const triggers = triggersOf(portal.regulation, kind)
  const asked = new Set([...required, ...alwaysRequired(portal.regulation, kind), ...triggers.keys()])
  const names = Object.keys(properties)
  const early = [
    ...FIRST,
    ...names.filter((name) => triggers.has(name)),
    ...names.filter((name) => asked.has(name) && !BEFORE_TEXT.includes(name)),
    ...BEFORE_TEXT,
  ]
  const before = [...new Set(early)].filter((name) => name in properties)
  const after = names.filter((name) => !before.includes(name))
  const field = (name: string): FormField =>
    formField(name, properties[name] as SchemaNode, {
      required: asked.has(name),
      ...needsOf(portal, kind, name, triggers.get(name), standsAt),
    })
  const lastTrigger = before.findLastIndex((name) => triggers.has(name))
  return [
    ...before.slice(0, lastTrigger + 1).map(field),
    ...(lastTrigger < 0 ? [] : [DEADLINE]),
    ...before.slice(lastTrigger + 1).map(field),
    BODY,
    REVIEW,
    ...after.map(field),
  ]
}

/** Shows the deadline while its trigger is typed; the browser part works it out. */
const DEADLINE: FormField = {
  name: SHOWN.deadline,
  label: 'Hạn đăng theo Quy chế',
  widget: 'han-dang',
  required: false,
}

/** Says what the rules of text say of what is typed, and holds back what may not be kept. */
const REVIEW: FormField = { name: SHOWN.review, label: REVIEW_LABEL, widget: 'soat-chu', required: false }

const BODY: FormField = {
  name: 'body',
  label: 'Nội dung',
  widget: 'richtext',
  required: true,
  hint: 'Dán từ Word được: đầu mục, bảng, danh sách giữ nguyên. Đầu mục trong bài bắt đầu từ cấp 2.',
  buttons: [
    'bold',
    'italic',
    'link',
    'heading-two',
    'heading-three',
    'heading-four',
    'quote',
    'bulleted-list',
    'numbered-list',
  ],
  editor_components: ['image'],
  linked_images: false,
  use_emoji_autocomplete: false,
}

/** The fields that deadlines of a kind count from, each with its deadline. */
function triggersOf(regulation: Regulation, kind: Kind): Map<string, Deadline> {
  const general = deadlineOf(regulation, { kind })
  const all = regulation.law.deadlines.filter(
    ({ kinds, trigger }) => trigger !== undefined && kinds.includes(kind),
  )
  return new Map(
    [...all.filter(({ when }) => when !== undefined), ...(general ? [general] : [])].flatMap((each) =>
      each.trigger === undefined ? [] : [[each.trigger as string, each] as const],
    ),
  )
}

const alwaysRequired = ({ law }: Regulation, kind: Kind): string[] =>
  law.requiredFields
    .filter(({ kinds, when }) => when === undefined && (kinds?.includes(kind) ?? true))
    .map(({ field }) => field)

function needsOf(
  portal: Portal,
  kind: Kind,
  name: string,
  trigger: Deadline | undefined,
  standsAt: Instant | undefined,
): Omit<FieldNeeds, 'required'> {
  const { regulation } = portal
  const ground = groundOfField(regulation, kind, name)
  const { unit } = trigger?.limit ?? {}
  const precise = unit === 'officeHour' || unit === 'immediate' || EVENTS.has(name)
  return {
    choicesOf: (each) => choicesOf(portal, kind, each),
    ground: [FORM_HINTS[name], ground].filter(Boolean).join(' '),
    precise,
    ...(trigger && standsAt !== undefined
      ? { initial: precise ? formatInstant(standsAt) : formatInstant(standsAt).slice(0, DAY_LENGTH) }
      : {}),
  }
}

/** `2026-11-20`, at the beginning of an instant. */
const DAY_LENGTH = 10

/** What happens at an hour, wherever the deadline counts days. */
const EVENTS: ReadonlySet<string> = new Set(['eventDate', 'eventEnd', 'sentDate', 'receivedDate'])

/** Two choices decide who reads the article first and where it stands. */
const FORM_HINTS: Readonly<Record<string, string>> = {
  linhVuc: 'Quyết định đơn vị duyệt bài.',
  section: 'Nơi bài hiện trên cổng.',
  submittedBy: 'Đơn vị chịu trách nhiệm về nội dung.',
}

function choicesOf({ regulation, roster }: Portal, kind: Kind, name: string): Choice[] | undefined {
  switch (name) {
    case 'linhVuc':
      return [...regulation.linhVuc.values()].map(({ id, label }) => ({ value: id, label }))
    case 'section':
      return [...regulation.sections.values()]
        .filter(({ kinds }) => kinds?.includes(kind) ?? true)
        .map(({ id, label }) => ({ value: id, label }))
    case 'submittedBy':
    case 'by':
      return [...roster.members.values()].map(({ id, label }) => ({ value: id, label }))
    case 'channel':
      return regulation.law.intake?.channels?.map(({ id, label }) => ({ value: id, label }))
    default:
      return undefined
  }
}

/** Why a field is asked for, in the words of the regulation's clauses. */
function groundOfField(regulation: Regulation, kind: Kind, name: string): string | undefined {
  const asking = regulation.law.requiredFields.filter(
    ({ field, kinds }) => field === name && (kinds?.includes(kind) ?? true),
  )
  const [first] = asking
  return first ? `Căn cứ ${groundOf(regulation, first)}${first.when ? ' (tùy trường hợp)' : ''}.` : undefined
}
