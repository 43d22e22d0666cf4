import type { ErrorObject } from 'ajv/dist/2020.js'
import { type Finding, TOP } from '../diagnostics/diagnostic.ts'
import { locate } from '../yaml/positions.ts'

type Described = { title?: string; description?: string; pattern?: string; format?: string }

/** A sentence about one error of a schema: what is wrong, and the way out. */
type Wording = readonly [problem: string, fix: string]

/**
 * The errors of a schema as findings in Vietnamese, each at its place in the YAML text.
 *
 * @param text the YAML that was validated
 * @param firstLine the line of the file on which that text begins
 */
export function schemaProblems(errors: readonly ErrorObject[], text: string, firstLine = 1): Finding[] {
  return withoutEchoes(errors).map((error) => {
    const path = pathOf(error)
    const place = locate(text, path)
    const [problem, fix] = wordingOf(error, path)
    return { at: { line: place.line + firstLine - 1, column: place.column }, problem, fix }
  })
}

/** `anyOf` and `oneOf` report themselves and every branch; only the outer error tells an official something. */
function withoutEchoes(errors: readonly ErrorObject[]): ErrorObject[] {
  const choices = errors.filter((error) => error.keyword === 'anyOf' || error.keyword === 'oneOf')
  const isEcho = (error: ErrorObject) =>
    choices.some(
      (choice) =>
        choice !== error && (error.schemaPath.startsWith(`${choice.schemaPath}/`) || isBranch(choice, error)),
    )
  const kept = errors.filter((error) => error.keyword !== 'if' && !isEcho(error))
  return kept.filter((error, index) => kept.findIndex((other) => sameSpot(other, error)) === index)
}

/** A branch behind a `$ref` has another schema path; it is told by the value it speaks of. */
const isBranch = (choice: ErrorObject, error: ErrorObject) =>
  error.instancePath === choice.instancePath &&
  error.data === choice.data &&
  error.keyword !== 'anyOf' &&
  error.keyword !== 'oneOf'

const sameSpot = (a: ErrorObject, b: ErrorObject) =>
  a.instancePath === b.instancePath &&
  a.keyword === b.keyword &&
  JSON.stringify(a.params) === JSON.stringify(b.params)

function pathOf(error: ErrorObject): (string | number)[] {
  const steps = error.instancePath
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step))
  const extra = error.keyword === 'additionalProperties' ? error.params.additionalProperty : undefined
  return typeof extra === 'string' ? [...steps, extra] : steps
}

const WORDINGS: Record<string, (error: ErrorObject, name: string) => Wording> = {
  required: ({ params, parentSchema }) => {
    const key = String(params.missingProperty)
    return [
      `Thiếu trường \`${key}\`${titled(propertyOf(parentSchema, key))}`,
      `thêm dòng \`${key}: …\`${explained(propertyOf(parentSchema, key))}`,
    ]
  },
  additionalProperties: ({ params, parentSchema }) =>
    strayKey(String(params.additionalProperty), parentSchema),
  enum: ({ params }, name) => [
    `${name} không có trong danh sách cho phép`,
    `chọn một trong: ${(params.allowedValues as unknown[]).join(', ')}`,
  ],
  const: ({ params }, name) => [
    `${name} phải là \`${String(params.allowedValue)}\``,
    `ghi \`${String(params.allowedValue)}\``,
  ],
  format: ({ params, parentSchema }, name) => [
    `${name} không đúng dạng`,
    FORMATS[String(params.format)] ?? explained(parentSchema as Described, 'ghi lại theo mẫu'),
  ],
  pattern: ({ parentSchema }, name) => [
    `${name} không đúng dạng`,
    explained(parentSchema as Described, 'ghi lại theo mẫu'),
  ],
  minLength: ({ params }, name) => [
    `${name} quá ngắn, cần ít nhất ${String(params.limit)} ký tự`,
    'viết đầy đủ hơn',
  ],
  maxLength: ({ params }, name) => [
    `${name} quá dài, nhiều nhất ${String(params.limit)} ký tự`,
    'viết ngắn lại',
  ],
  minItems: ({ params }, name) => [`${name} cần ít nhất ${String(params.limit)} mục`, 'bổ sung cho đủ'],
  maxItems: ({ params }, name) => [`${name} chỉ được nhiều nhất ${String(params.limit)} mục`, 'bớt đi'],
  uniqueItems: (_, name) => [`${name} có hai mục giống nhau`, 'xóa mục lặp'],
  minimum: ({ params }, name) => [`${name} phải từ ${String(params.limit)} trở lên`, 'sửa lại con số'],
  maximum: ({ params }, name) => [`${name} phải từ ${String(params.limit)} trở xuống`, 'sửa lại con số'],
  type: ({ params, data, parentSchema }, name) => [
    data === null || data === '' ? `${name} đang để trống` : `${name} phải là ${typeWord(params.type)}`,
    explained(parentSchema as Described, 'ghi lại giá trị theo mẫu'),
  ],
  anyOf: (error, name) => choice(error, name),
  oneOf: (error, name) => choice(error, name),
}

/** A key that belongs inside another, and lost its indentation, is the commonest stray key of all. */
function strayKey(key: string, schema: unknown): Wording {
  const properties = Object.entries((schema as { properties?: Record<string, object> }).properties ?? {})
  const owner = properties.find(([, each]) => 'properties' in each && key in (each.properties as object))?.[0]
  return owner
    ? [
        `\`${key}\` phải nằm bên trong \`${owner}\``,
        `thụt dòng này vào hai dấu cách, ngay dưới \`${owner}:\``,
      ]
    : [`Không có trường \`${key}\` trong mẫu`, 'xóa dòng này, hoặc sửa lại tên trường cho đúng mẫu']
}

const FORMATS: Record<string, string> = {
  date: 'ghi ngày theo dạng năm-tháng-ngày, ví dụ 2026-11-20; ngày phải có thật',
  'date-time': 'ghi ngày, giờ và múi giờ, ví dụ 2026-11-20T08:00:00+07:00',
  email: 'ghi một địa chỉ thư điện tử, ví dụ vanthu@example.gov.vn',
}

function choice({ schema, parentSchema }: ErrorObject, name: string): Wording {
  const required = (schema as { required?: string[] }[]).flatMap((branch) => branch.required ?? [])
  if (required.length > 0) {
    const keys = required.map((key) => `\`${key}\``).join(' hoặc ')
    return [
      `${name} cần có ${keys}`,
      `thêm ${keys}: mỗi giá trị phải dẫn điều khoản, hoặc ghi rõ là giả định`,
    ]
  }
  return [`${name} không đúng dạng`, explained(parentSchema as Described, 'ghi lại theo mẫu')]
}

function wordingOf(error: ErrorObject, path: readonly (string | number)[]): Wording {
  const described = error.parentSchema as Described | undefined
  const key = path.filter((step) => typeof step === 'string').at(-1)
  const name = described?.title
    ? `${described.title}${key === undefined ? '' : ` (\`${key}\`)`}`
    : key === undefined
      ? 'Tệp'
      : `\`${key}\``
  const wording = WORDINGS[error.keyword]
  return wording ? wording(error, name) : [`${name} không đúng mẫu`, 'ghi lại theo mẫu']
}

const propertyOf = (schema: unknown, key: string): Described | undefined =>
  (schema as { properties?: Record<string, Described> } | undefined)?.properties?.[key]

const titled = (schema: Described | undefined) => (schema?.title ? ` (${schema.title})` : '')
const explained = (schema: Described | undefined, otherwise = ''): string => {
  const text = schema?.description
  if (!text) return otherwise
  return otherwise === '' ? ` — ${text}` : `${otherwise}: ${text}`
}

const TYPES: Record<string, string> = {
  string: 'chữ (nếu là số thì đặt trong nháy kép)',
  integer: 'số nguyên',
  number: 'số',
  boolean: 'true hoặc false',
  array: 'danh sách',
  object: 'nhóm các trường',
}
const typeWord = (type: unknown): string =>
  [type]
    .flat()
    .map((each) => TYPES[String(each)] ?? String(each))
    .join(' hoặc ')

/** The finding for a value that should have been a set of fields and is not. */
export const notAnObject = (): Finding => ({
  at: TOP,
  problem: 'Tệp không có dạng «trường: giá trị»',
  fix: 'viết mỗi trường một dòng, dạng `trường: giá trị`',
})
