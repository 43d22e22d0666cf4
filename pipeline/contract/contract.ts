import { posix } from 'node:path'
import type { ErrorObject } from 'ajv'
import type {
  BanBienTap,
  ChamNhuanBut,
  Cong,
  DonViCu,
  FrontMatter,
  GioHanhChinh,
  GoBo,
  HoSo,
  KhoaHoSo,
  LichNghi,
  LuongCoSo,
  NghiaVu,
  NhatKyXuatBan,
  NhuanBut,
  QuyChe,
  SoNhuanBut,
  TuChoi,
} from './types.ts'

/** The files that have a schema, by the schema's name. */
export type ContractTypes = {
  'quy-che': QuyChe
  'ban-bien-tap': BanBienTap
  cong: Cong
  'lich-nghi': LichNghi
  'gio-hanh-chinh': GioHanhChinh
  'ho-so': HoSo
  'khoa-ho-so': KhoaHoSo
  'nhat-ky-xuat-ban': NhatKyXuatBan
  'luong-co-so': LuongCoSo
  'don-vi-cu': DonViCu
  'nhuan-but': NhuanBut
  'cham-nhuan-but': ChamNhuanBut
  'so-nhuan-but': SoNhuanBut
  'nghia-vu': NghiaVu
  'tu-choi': TuChoi
  'go-bo': GoBo
} & { [K in FrontMatter['kind'] as `front-matter/${K}`]: Extract<FrontMatter, { kind: K }> }

export type SchemaName = keyof ContractTypes

/** A JSON Schema as text, by its name (`cong`, `front-matter/trang`). */
export type SchemaTexts = (name: string) => string

/** Validates values against schemas/. */
export type Contract = {
  /** The errors of a value; none means that the value has the schema's type. */
  readonly errors: (name: SchemaName, value: unknown) => readonly ErrorObject[]
  /** Title and description of a field at the top of a schema, through its references. */
  readonly describe: (name: SchemaName, key: string) => Described | undefined
}

/** The words of a schema about a field, in Vietnamese. */
export type Described = { readonly title?: string; readonly description?: string }

/** A compiled schema: the errors of the last call stand beside it, as ajv leaves them. */
export type Validator = { (value: unknown): boolean; errors?: null | readonly ErrorObject[] }

/** The compiled form of a schema: made now, or made when the product was installed (precompile.ts). */
export type ValidatorOf = (name: SchemaName) => Validator

export const createContract = (schemaText: SchemaTexts, validatorOf: ValidatorOf): Contract => ({
  errors: (name, value) => {
    const validate = validatorOf(name)
    return validate(value) ? [] : (validate.errors ?? [])
  },
  describe: (name, key) => describe(schemaText, name, key),
})

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
