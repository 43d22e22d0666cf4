import { createHash } from 'node:crypto'
import type { SchemaName, SchemaTexts, Validator, ValidatorOf } from './contract.ts'

/** What dist/validators.cjs holds: a function a schema, and which schemas it was made from. */
export type Precompiled = Readonly<Record<string, unknown>>

/** The version of all schemas together. */
export function schemasHash(names: readonly string[], textOf: SchemaTexts): string {
  const hash = createHash('sha256')
  for (const name of names) hash.update(name).update(textOf(name))
  return hash.digest('hex')
}

/** The validators that were made when the product was installed; undefined where the schemas have changed since. */
export function precompiled(
  module: Precompiled | undefined,
  schemaText: SchemaTexts,
): ValidatorOf | undefined {
  const { schemas, hash } = module ?? {}
  if (!Array.isArray(schemas) || !schemas.every((name) => typeof module?.[name] === 'function'))
    return undefined
  if (hash !== schemasHash(schemas as string[], schemaText)) return undefined
  return (name: SchemaName) => module?.[name] as Validator
}
