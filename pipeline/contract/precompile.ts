/**
 * Compiles schemas/ into dist/validators.cjs, once an installation: compiling them anew took a third of the time of a short
 * command. Nothing rests on the file: where it is missing or older than the schemas, they are compiled when they are asked for.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import standaloneCode from 'ajv/dist/standalone/index.js'
import { createAjv } from './compile.ts'
import { schemasHash } from './precompiled.ts'

const ROOT = new URL('../../', import.meta.url)

/** Folders; what the portals give out (`api/`) is held to its schemas by tests, so no command needs them. */
const FOLDERS: ReadonlySet<string> = new Set(['front-matter', 'api'])

export function renderValidators(): string {
  const folder = new URL('schemas/', ROOT)
  const names = (readdirSync(folder, { recursive: true }) as string[])
    .map((file) => file.replaceAll('\\', '/').replace(/\.schema\.json$/, ''))
    .filter((name) => /^(?:front-matter\/)?[a-z-]+$/.test(name) && !FOLDERS.has(name))
    .sort()
  const textOf = (name: string) => readFileSync(new URL(`${name}.schema.json`, folder), 'utf8')
  const ajv = createAjv({ source: true, optimize: false })
  const ids = names.map((name) => {
    const schema = JSON.parse(textOf(name)) as { $id: string }
    ajv.addSchema(schema)
    return [name, schema.$id] as const
  })
  const code = standaloneCode.default(ajv, Object.fromEntries(ids))
  return `// Generated from schemas/ by pipeline/contract/precompile.ts.\n${code}\nexports.schemas = ${JSON.stringify(names)};\nexports.hash = "${schemasHash(names, textOf)}";\n`
}

if (import.meta.main) {
  mkdirSync(new URL('dist/', ROOT), { recursive: true })
  const target = new URL('dist/validators.cjs', ROOT)
  const beside = new URL(`dist/validators-${process.pid}.cjs`, ROOT)
  writeFileSync(beside, renderValidators())
  renameSync(beside, target)
}
