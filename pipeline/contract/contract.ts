import { posix } from 'node:path'
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { BanBienTap, Cong, FrontMatter, GioHanhChinh, LichNghi, NhatKyXuatBan, QuyChe } from './types.ts'

/** The files that have a schema, by the schema's name. */
export type ContractTypes = {
  'quy-che': QuyChe
  'ban-bien-tap': BanBienTap
  cong: Cong
  'lich-nghi': LichNghi
  'gio-hanh-chinh': GioHanhChinh
  'nhat-ky-xuat-ban': NhatKyXuatBan
} & { [K in FrontMatter['kind'] as `front-matter/${K}`]: Extract<FrontMatter, { kind: K }> }

export type SchemaName = keyof ContractTypes

/** A JSON Schema as text, by its name (`cong`, `front-matter/trang`). */
export type SchemaTexts = (name: string) => string

/** Validates values against schemas/. Each schema is read and compiled when it is first asked for. */
export type Contract = {
  /** The errors of a value; none means that the value has the schema's type. */
  readonly errors: (name: SchemaName, value: unknown) => readonly ErrorObject[]
  /** Title and description of a field at the top of a schema, through its references. */
  readonly describe: (name: SchemaName, key: string) => Described | undefined
}

/** The words of a schema about a field, in Vietnamese. */
export type Described = { readonly title?: string; readonly description?: string }

export function createContract(schemaText: SchemaTexts): Contract {
  // The schemas are ours, and tests hold them to the strict mode and the meta-schema; a command need not do it again.
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    ownProperties: true,
    strict: false,
    meta: false,
    validateSchema: false,
    code: { optimize: false },
  })
  addFormats.default(ajv)
  const added = new Set<string>()
  const addOnce = (name: string) => {
    if (added.has(name)) return
    added.add(name)
    ajv.addSchema(JSON.parse(schemaText(name)) as object)
  }
  const compiled = new Map<SchemaName, ValidateFunction>()
  const validatorOf = (name: SchemaName): ValidateFunction => {
    const known = compiled.get(name)
    if (known) return known
    addOnce('common')
    if (name.startsWith('front-matter/')) addOnce('front-matter/common')
    const validate = ajv.compile(JSON.parse(schemaText(name)) as object)
    compiled.set(name, validate)
    return validate
  }
  return {
    errors: (name, value) => {
      const validate = validatorOf(name)
      return validate(value) ? [] : (validate.errors ?? [])
    },
    describe: (name, key) => describe(schemaText, name, key),
  }
}

type Json = { readonly [key: string]: unknown }

/** The nearest words: a field's own, else those of what it refers to. */
function describe(schemaText: SchemaTexts, name: string, key: string): Described | undefined {
  const properties = (JSON.parse(schemaText(name)) as Json).properties as Json | undefined
  let node = properties?.[key] as Json | undefined
  let file = name
  while (node && typeof node.title !== 'string' && typeof node.$ref === 'string') {
    const [path = '', pointer = ''] = node.$ref.split('#')
    if (path !== '') file = posix.join(posix.dirname(file), path.replace('.schema.json', ''))
    const steps = pointer.split('/').slice(1)
    node = steps.reduce<unknown>(
      (at, step) => (at as Json | undefined)?.[step],
      JSON.parse(schemaText(file)),
    ) as Json | undefined
  }
  return node as Described | undefined
}
