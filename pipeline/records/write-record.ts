import type { ApprovalRecord } from './record.ts'

const HEADING = '# Hồ sơ duyệt: congbo record lập và ký, congbo verify kiểm. Không sửa tay, không xóa.\n'

/** The fields in the order in which a person reads them; whoever adds one to the schema adds it here. */
const FIELDS = [
  'portal',
  'pull',
  'opened',
  'head',
  'merge',
  'base',
  'merged',
  'mergedBy',
  'deployed',
  'writers',
  'documents',
  'approvals',
  'returns',
  'verdict',
  'signature',
] as const satisfies readonly (keyof ApprovalRecord)[]

const ITEMS = [
  'path',
  'blob',
  'removed',
  'account',
  'member',
  'stage',
  'at',
  'revision',
  'clauses',
  'delegate',
  'delegation',
  'paths',
  'key',
  'value',
] as const

/** The text of a record: for the same facts the same bytes. Every text is quoted, so that none can be taken for a number. */
export const recordText = (record: ApprovalRecord): string =>
  HEADING + FIELDS.flatMap((key) => field(key, record[key], '')).join('')

type Value = string | number | true | readonly unknown[] | object | undefined

function field(key: string, value: Value, indent: string): string[] {
  if (value === undefined) return []
  if (!Array.isArray(value))
    return typeof value === 'object'
      ? [`${indent}${key}:\n`, ...fieldsOf(value, `${indent}  `)]
      : [`${indent}${key}: ${scalar(value)}\n`]
  if (value.length === 0) return [`${indent}${key}: []\n`]
  return [`${indent}${key}:\n`, ...value.flatMap((each) => item(each, `${indent}  `))]
}

function item(value: unknown, indent: string): string[] {
  if (typeof value !== 'object' || value === null) return [`${indent}- ${scalar(value as string)}\n`]
  const [first = '', ...rest] = fieldsOf(value, `${indent}  `)
  return [`${indent}- ${first.trimStart()}`, ...rest]
}

const fieldsOf = (value: object, indent: string): string[] =>
  ITEMS.flatMap((key) => field(key, (value as Record<string, Value>)[key], indent))

const scalar = (value: string | number | true): string => JSON.stringify(value)
