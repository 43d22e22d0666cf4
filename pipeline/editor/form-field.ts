import type { FormField } from './form-types.ts'
import type { SchemaNode } from './schema-fields.ts'

/** One choice of a list. */
export type Choice = { readonly value: string; readonly label: string }

/** What a portal adds to a field of a schema. */
export type FieldNeeds = {
  readonly required: boolean
  /** Choices that the schema leaves to the portal, by the name of the field: its lĩnh vực, sections, units. */
  readonly choicesOf: (name: string) => readonly Choice[] | undefined
  /** What the regulation says of the field, with its clause. */
  readonly ground?: string
  /** A time of day is needed: the deadline counts hours from it. */
  readonly precise?: boolean
  readonly initial?: string
}

/** Portals lie in one country with one clock; a form filled in abroad counts by it too. */
const ZONE = 'Asia/Ho_Chi_Minh'
const DAY_FORMAT = 'YYYY-MM-DD'

/** Longer texts are typed into a box of several lines. */
const ONE_LINE = 300

/** A field of the form from a field of the schema: one source for what is asked and what is checked. */
export function formField(name: string, node: SchemaNode, needs: FieldNeeds): FormField {
  const options = needs.choicesOf(name) ?? (node.enum && enumChoices(node))
  const common: FieldHead = {
    name,
    label: node.title ?? name,
    required: needs.required,
    hint: hintOf(node, needs, options !== undefined),
    ...(needs.initial === undefined ? {} : { default: needs.initial }),
  }
  if (node.const !== undefined) return { name, widget: 'hidden', default: node.const }
  if (options) return { ...common, widget: 'select', options }
  const file = fileField(node)
  if (file) return { ...common, ...file, label: common.label.replace(/^Tên t/, 'T') }
  switch (node.type) {
    case 'boolean':
      return { ...common, widget: 'boolean' }
    case 'integer':
    case 'number':
      return { ...common, widget: 'number', value_type: 'int', ...range(node) }
    case 'object':
      return { ...common, widget: 'object', collapsed: false, fields: innerFields(node, needs) }
    case 'array':
      return { ...common, widget: 'list', collapsed: false, ...counts(node), ...itemFields(node, needs) }
    default:
      return textField(node, needs, common)
  }
}

/** What every visible field has. */
type FieldHead = {
  readonly name: string
  readonly label: string
  readonly required: boolean
  readonly hint: string
  readonly default?: string
}

/** In a form nobody types codes or YAML: what a schema says of them is said by the choices and switches themselves. */
const hintOf = ({ description = '' }: SchemaNode, { ground }: FieldNeeds, chosen: boolean): string =>
  [chosen ? '' : withoutYaml(description), ground].filter(Boolean).join(' ')

const withoutYaml = (text: string): string =>
  text
    .split(/(?<=\.) /)
    .filter((each) => !each.includes('`'))
    .join(' ')
    .replace(/^true khi/, 'Bật khi')

/** `trung-uong-tinh: cơ quan Trung ương, tỉnh; …` names every value of a list; one that it does not name stands for itself. */
function enumChoices({ enum: values = [], description = '' }: SchemaNode): Choice[] {
  const words = new Map(
    description
      .replace(/\.$/, '')
      .split(';')
      .map((part) => part.split(':').map((each) => each.trim()))
      .flatMap(([value, label]) => (value && label ? [[value, sentence(label)] as const] : [])),
  )
  return values.map((value) => ({ value: String(value), label: words.get(String(value)) ?? String(value) }))
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const EXTENSIONS = /\\\.\(?(?:\?:)?([a-z0-9?|[\]{},]+)\)?\$$/

type Widget = { readonly widget: string; readonly [option: string]: unknown }

/** A schema says by the pattern of its name that a text is a file beside the article. */
function fileField({ pattern = '' }: SchemaNode): Widget | undefined {
  const found = EXTENSIONS.exec(pattern)?.[1]
  if (found === undefined) return undefined
  if (found.includes('png')) return PICTURE
  const names = found.startsWith('[') ? [] : found.split('|').map((each) => `.${each}`)
  return { widget: 'file', choose_url: false, ...(names.length > 0 ? { accept: names.join(',') } : {}) }
}

/** In a form a picture is picked, not named; the program draws it anew in a format and size that fit. */
const PICTURE: Widget = {
  widget: 'image',
  choose_url: false,
  accept: 'image/jpeg,image/png,image/webp,image/gif,image/heic,image/heif',
  hint: 'Ảnh jpg, png, webp, gif hoặc ảnh điện thoại (heic). Máy thu nhỏ và bỏ nơi chụp (GPS) trước khi gửi.',
}

const innerFields = (
  { properties = {}, required = [] }: SchemaNode,
  { choicesOf }: FieldNeeds,
): FormField[] =>
  Object.entries(properties).map(([key, each]) =>
    formField(key, each, { required: required.includes(key), choicesOf }),
  )

const itemFields = ({ items = {} }: SchemaNode, needs: FieldNeeds): object =>
  items.type === 'object'
    ? { fields: innerFields(items, needs), label_singular: items.title, summary: summaryOf(items) }
    : { field: formField('item', items, { required: true, choicesOf: () => undefined }), allow_add: true }

/** A closed entry of a list is known by its first text. */
const summaryOf = ({ properties = {} }: SchemaNode): string =>
  `{{${['title', 'name', 'note', 'alt'].find((key) => key in properties) ?? Object.keys(properties)[0]}}}`

const range = ({ minimum, maximum }: SchemaNode): object => ({
  ...(minimum === undefined ? {} : { min: minimum }),
  ...(maximum === undefined ? {} : { max: maximum }),
})

const counts = ({ minItems, maxItems }: SchemaNode): object => ({
  ...(minItems === undefined ? {} : { min: minItems }),
  ...(maxItems === undefined ? {} : { max: maxItems }),
})

function textField(node: SchemaNode, { precise = false }: FieldNeeds, common: FieldHead): FormField {
  const takesInstant = node.format === 'date-time' || node.anyOf?.some(({ format }) => format === 'date-time')
  if (takesInstant && (precise || node.format === 'date-time'))
    return {
      ...common,
      widget: 'datetime',
      input_timezone: ZONE,
    }
  if (takesInstant || node.format === 'date')
    return { ...common, widget: 'datetime', type: 'date', format: DAY_FORMAT }
  const { minLength, maxLength, pattern } = node
  return {
    ...common,
    widget: pattern === undefined && (maxLength ?? Number.POSITIVE_INFINITY) > ONE_LINE ? 'text' : 'string',
    ...(minLength === undefined ? {} : { minlength: minLength }),
    ...(maxLength === undefined ? {} : { maxlength: maxLength }),
    ...(pattern === undefined ? {} : { pattern: [pattern, node.description ?? 'Không đúng dạng.'] }),
  }
}
