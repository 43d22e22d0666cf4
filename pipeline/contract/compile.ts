import { Ajv2020, type Options, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { SchemaName, SchemaTexts, ValidatorOf } from './contract.ts'

/** The schemas are ours, and tests hold them to the strict mode and the meta-schema; a command need not do it again. */
export function createAjv(code: Options['code']): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    ownProperties: true,
    strict: false,
    meta: false,
    validateSchema: false,
    ...(code ? { code } : {}),
  })
  addFormats.default(ajv)
  return ajv
}

/** Reads and compiles each schema when it is first asked for. */
export function compiling(schemaText: SchemaTexts): ValidatorOf {
  const ajv = createAjv({ optimize: false })
  const added = new Set<string>()
  const addOnce = (name: string) => {
    if (added.has(name)) return
    added.add(name)
    ajv.addSchema(JSON.parse(schemaText(name)) as object)
  }
  const compiled = new Map<SchemaName, ValidateFunction>()
  return (name) => {
    const known = compiled.get(name)
    if (known) return known
    addOnce('common')
    if (name.startsWith('front-matter/')) addOnce('front-matter/common')
    const validate = ajv.compile(JSON.parse(schemaText(name)) as object)
    compiled.set(name, validate)
    return validate
  }
}
