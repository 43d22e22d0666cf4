import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the product: where its package.json, schemas/ and assets lie, in the repository as in an installed package. */
export const PRODUCT = findProduct(dirname(fileURLToPath(import.meta.url)))

function findProduct(folder: string): string {
  if (existsSync(join(folder, 'schemas')) && existsSync(join(folder, 'package.json'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('congbo: package.json not found above the code')
  return findProduct(parent)
}

export const productFile = (path: string): string => readFileSync(join(PRODUCT, path), 'utf8')

/** A file of a library that a site brings to the browser, by what `import` would call it. */
export const libraryFile = (name: string): string => fileURLToPath(import.meta.resolve(name))

export const productFolder = (path: string): string => join(PRODUCT, path)

/** The compiled schemas of dist/, where the installation made them. */
export function precompiled(): Readonly<Record<string, unknown>> | undefined {
  const file = join(PRODUCT, 'dist', 'validators.cjs')
  return existsSync(file)
    ? (createRequire(import.meta.url)(file) as Readonly<Record<string, unknown>>)
    : undefined
}

const { version, dependencies } = JSON.parse(productFile('package.json')) as {
  version: string
  dependencies: Readonly<Record<string, string>>
}

export const VERSION = version

/** The version of a library that the product is made with. */
export const versionOf = (name: string): string => dependencies[name] ?? ''
