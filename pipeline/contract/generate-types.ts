/**
 * Writes types.ts from schemas/: the schemas are the contract, the types follow.
 * Run with `npm run types`; a test holds that running it changes nothing.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { compile } from 'json-schema-to-typescript'

type Json = { [key: string]: unknown }

const FOLDER = new URL('../../schemas/', import.meta.url)
const read = (file: string): Json => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Json

/** Keywords that say nothing about the type. */
const PROSE = new Set([
  '$id',
  '$schema',
  'title',
  'description',
  'default',
  'format',
  'minItems',
  'maxItems',
  'uniqueItems',
  'pattern',
])

/** `front-matter/tin-su-kien.schema.json` → `TinSuKien`, `api/index.schema.json` → `ApiIndex`. */
const typeName = (file: string): string =>
  (file.replace('api/', 'api-').split('/').at(-1) as string)
    .replace('.schema.json', '')
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')

/** Puts definitions in the place of references and drops the prose, so that each file gives one plain type. */
function inline(value: unknown, file: string): unknown {
  if (Array.isArray(value)) return value.map((each) => inline(each, file))
  if (typeof value !== 'object' || value === null) return value
  const rest: Json = Object.fromEntries(Object.entries(value).filter(([key]) => !PROSE.has(key)))
  if (typeof rest.$ref !== 'string') {
    return Object.fromEntries(
      Object.entries(rest).map(([key, each]) => [
        key,
        key === 'properties' ? properties(each as Json, file) : inline(each, file),
      ]),
    )
  }
  const [path, pointer] = rest.$ref.split('#') as [string, string]
  const target = path === '' ? file : new URL(path, `file:///${file}`).pathname.slice(1)
  const found = pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((node, key) => (node as Json)[key], read(target))
  return inline(found, target)
}

const properties = (each: Json, file: string) =>
  Object.fromEntries(Object.entries(each).map(([key, value]) => [key, inline(value, file)]))

/** `anyOf: [{required}]` says nothing to the compiler that the properties do not. */
function withoutRequirements(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutRequirements)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value as Json).filter(
    ([key, each]) =>
      !(
        key === 'anyOf' &&
        Array.isArray(each) &&
        each.every((one) => typeof one === 'object' && one !== null && ('required' in one || 'format' in one))
      ),
  )
  return Object.fromEntries(entries.map(([key, each]) => [key, withoutRequirements(each)]))
}

export async function renderTypes(): Promise<string> {
  const files = (readdirSync(FOLDER, { recursive: true }) as string[])
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.schema.json') && !file.endsWith('common.schema.json'))
    .sort()
  const parts = await Promise.all(
    files.map((file) =>
      compile(withoutRequirements(inline(read(file), file)) as never, typeName(file), {
        bannerComment: '',
        additionalProperties: false,
        ignoreMinAndMaxItems: true,
        style: { singleQuote: true, semi: false },
      }),
    ),
  )
  const kinds = files.filter((file) => file.startsWith('front-matter/')).map(typeName)
  const union = `/** The front matter of a document, told apart by its \`kind\`. */\nexport type FrontMatter =\n${kinds.map((name) => `  | ${name}`).join('\n')}\n`
  return `// Generated from schemas/ by pipeline/contract/generate-types.ts. Do not edit; run \`npm run types\`.\n\n${parts.join('\n')}\n${union}`
}

if (import.meta.main) writeFileSync(new URL('./types.ts', import.meta.url), await renderTypes())
