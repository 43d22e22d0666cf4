import type { ErrorObject } from 'ajv/dist/2020.js'
import type { Described } from './contract.ts'

/** A sentence about one error of a schema: what is wrong, and the way out. */
export type Wording = readonly [problem: string, fix: string]

/** An error with the words of the schema around it. */
export type Broken = {
  readonly error: ErrorObject
  readonly key: string | undefined
  readonly field: Described | undefined
  /** The words of a field that is missing. */
  readonly missing: Described | undefined
  /** The field inside which a stray key belongs. */
  readonly owner: string | undefined
}

type Words = (broken: Broken, name: string) => Wording

const number = ({ error }: Broken): string => String(error.params.limit)

const WORDINGS: Record<string, Words> = {
  required: ({ error, missing }) => {
    const key = String(error.params.missingProperty)
    const title = missing?.title ? ` (${missing.title})` : ''
    return [
      `Thiếu trường \`${key}\`${title}`,
      `thêm dòng \`${key}: …\`${missing?.description ? ` — ${missing.description}` : ''}`,
    ]
  },
  additionalProperties: ({ error, owner }) => strayKey(String(error.params.additionalProperty), owner),
  enum: ({ error }, name) => [
    `${name} không có trong danh sách cho phép`,
    `chọn một trong: ${(error.params.allowedValues as unknown[]).join(', ')}`,
  ],
  const: ({ error }, name) => {
    const value = String((error.params as { allowedValue: unknown }).allowedValue)
    return [`${name} phải là \`${value}\``, `ghi \`${value}\``]
  },
  format: (broken, name) => [
    `${name} không đúng dạng`,
    FORMATS[String(broken.error.params.format)] ?? asDescribed(broken),
  ],
  pattern: (broken, name) => [`${name} không đúng dạng`, asDescribed(broken)],
  minLength: (broken, name) => [`${name} quá ngắn, cần ít nhất ${number(broken)} ký tự`, 'viết đầy đủ hơn'],
  maxLength: (broken, name) => [`${name} quá dài, nhiều nhất ${number(broken)} ký tự`, 'viết ngắn lại'],
  minItems: (broken, name) => [`${name} cần ít nhất ${number(broken)} mục`, 'bổ sung cho đủ'],
  maxItems: (broken, name) => [`${name} chỉ được nhiều nhất ${number(broken)} mục`, 'bớt đi'],
  uniqueItems: (_, name) => [`${name} có hai mục giống nhau`, 'xóa mục lặp'],
  minimum: (broken, name) => [`${name} phải từ ${number(broken)} trở lên`, 'sửa lại con số'],
  maximum: (broken, name) => [`${name} phải từ ${number(broken)} trở xuống`, 'sửa lại con số'],
  type: (broken, name) => {
    const { data, params } = broken.error
    const empty = data === null || data === ''
    return [empty ? `${name} đang để trống` : `${name} phải là ${typeWord(params.type)}`, asDescribed(broken)]
  },
  anyOf: (broken, name) => choice(broken, name),
  oneOf: (broken, name) => choice(broken, name),
}

/** What is wrong and how to mend it, in the schema's own words where it has some. */
export function wordingOf(broken: Broken): Wording {
  const { error, key, field } = broken
  const quoted = key === undefined ? '' : `\`${key}\``
  const name = field?.title ? `${field.title}${quoted && ` (${quoted})`}` : quoted || 'Tệp'
  return WORDINGS[error.keyword]?.(broken, name) ?? [`${name} không đúng mẫu`, 'ghi lại theo mẫu']
}

const strayKey = (key: string, owner: string | undefined): Wording =>
  owner === undefined
    ? [`Không có trường \`${key}\` trong mẫu`, 'xóa dòng này, hoặc sửa lại tên trường cho đúng mẫu']
    : [
        `\`${key}\` phải nằm bên trong \`${owner}\``,
        `thụt dòng này vào hai dấu cách, ngay dưới \`${owner}:\``,
      ]

function choice(broken: Broken, name: string): Wording {
  const branches = broken.error.schema as { required?: string[] }[]
  const keys = branches.flatMap((branch) => branch.required ?? []).map((key) => `\`${key}\``)
  if (keys.length === 0) return [`${name} không đúng dạng`, asDescribed(broken)]
  const either = keys.join(' hoặc ')
  return [
    `${name} cần có ${either}`,
    `thêm ${either}: mỗi giá trị phải dẫn điều khoản, hoặc ghi rõ là giả định`,
  ]
}

const FORMATS: Record<string, string> = {
  date: 'ghi ngày theo dạng năm-tháng-ngày, ví dụ 2026-11-20; ngày phải có thật',
  'date-time': 'ghi ngày, giờ và múi giờ, ví dụ 2026-11-20T08:00:00+07:00',
  email: 'ghi một địa chỉ thư điện tử, ví dụ vanthu@example.gov.vn',
}

/** The field's own description first; that of the broken definition says the form. */
function asDescribed({ error, field }: Broken): string {
  const form = (error.parentSchema as Described | undefined)?.description
  const texts = [...new Set([field?.description, form])].filter(Boolean)
  return texts.length > 0 ? `ghi lại theo mẫu: ${texts.join(' ')}` : 'ghi lại theo mẫu'
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
