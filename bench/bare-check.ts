/**
 * The floor of a check: read every article, parse its front matter, validate it. No rules, no links, no history, no places.
 *
 *   node bench/bare-check.ts <folder of the portal>
 */
import { readFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import matter from 'gray-matter'
import { markdownFiles } from './bare-files.ts'

const ajv = new Ajv2020({ strict: false })
addFormats.default(ajv)
const schema = (name: string): object =>
  JSON.parse(readFileSync(new URL(`../schemas/${name}.schema.json`, import.meta.url), 'utf8'))
ajv.addSchema(schema('common'))
ajv.addSchema(schema('front-matter/common'))

const validators = new Map<string, ValidateFunction>()
function validatorOf(kind: string): ValidateFunction {
  const known = validators.get(kind) ?? ajv.compile(schema(`front-matter/${kind}`))
  validators.set(kind, known)
  return known
}

let wrong = 0
for (const { text } of markdownFiles(process.argv[2] as string)) {
  const { data } = matter(text, {})
  // The default engine makes dates of what the contract keeps as text.
  for (const key in data) if (data[key] instanceof Date) data[key] = data[key].toISOString()
  if (!validatorOf(data.kind)(data)) wrong += 1
}
if (wrong > 0) throw new Error(`the corpus has ${wrong} files that its own schema refuses`)
