import { createRequire } from 'node:module'

type Yaml = typeof import('yaml')

let loaded: Yaml | undefined

/** The parser that keeps positions, loaded by the first text that has an error or is written in an unusual way: few are. */
export function positionsParser(): Yaml {
  loaded ??= createRequire(import.meta.url)('yaml') as Yaml
  return loaded
}
