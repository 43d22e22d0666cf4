import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { renderTypes } from '../pipeline/contract/generate-types.ts'
import { REPOSITORY } from './support/portals.ts'

type Json = { readonly [key: string]: unknown }

const files = (readdirSync(`${REPOSITORY}schemas`, { recursive: true }) as string[]).filter((file) =>
  file.endsWith('.json'),
)
const schemas = files.map(
  (file) => [file, JSON.parse(readFileSync(`${REPOSITORY}schemas/${file}`, 'utf8')) as Json] as const,
)

/** Every schema in a schema, with its path. */
function* inside(value: unknown, path: string): Generator<readonly [path: string, schema: Json]> {
  if (Array.isArray(value))
    for (const [index, each] of value.entries()) yield* inside(each, `${path}/${index}`)
  else if (typeof value === 'object' && value !== null) {
    yield [path, value as Json]
    for (const [key, each] of Object.entries(value)) yield* inside(each, `${path}/${key}`)
  }
}

describe.each(schemas)('%s', (_file, schema) => {
  test('is JSON Schema 2020-12', () => {
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
  })
  test('lets no unknown key into any object', () => {
    const open = [...inside(schema, '')].filter(
      ([, each]) =>
        each.type === 'object' && each.properties !== undefined && each.additionalProperties !== false,
    )
    expect(open.map(([path]) => path)).toEqual([])
  })
  test('names and describes every property in Vietnamese', () => {
    // What a condition asks about is described where the property is.
    const properties = [...inside(schema, '')].filter(
      ([path]) => /\/properties\/[^/]+$/.test(path) && !/\/(?:if|then|else)\//.test(path),
    )
    const silent = properties.filter(
      ([, each]) =>
        each.$ref === undefined && (typeof each.title !== 'string' || typeof each.description !== 'string'),
    )
    expect(silent.map(([path]) => path)).toEqual([])
  })
})

test('all compile in strict mode, and keep to the meta-schema', () => {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true })
  addFormats.default(ajv)
  for (const [, schema] of schemas) ajv.addSchema(schema)
  for (const [, schema] of schemas) expect(() => ajv.getSchema(String(schema.$id))).not.toThrow()
})

test('types.ts is what the schemas say', async () => {
  expect(readFileSync(`${REPOSITORY}pipeline/contract/types.ts`, 'utf8')).toBe(await renderTypes())
})
