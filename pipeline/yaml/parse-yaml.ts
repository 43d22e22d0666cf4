import { isDeepStrictEqual } from 'node:util'
import yaml from 'js-yaml'
import type { Place } from '../diagnostics/diagnostic.ts'
import { readFlatFields } from './flat-fields.ts'
import { isPlain, withLineFeeds } from './plain.ts'
import { FLOAT, INTEGER } from './scalars.ts'
import { valueWithPositions, yamlProblems } from './yaml-problems.ts'

/** A problem of YAML text, before anybody knows which file it is in. */
export type YamlProblem = { readonly at: Place; readonly problem: string; readonly fix: string }

export type ParsedYaml =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problems: readonly YamlProblem[] }

/*
 * Strings, booleans, null and plain decimal numbers; nothing else is guessed. Dates stay text, so that `2026-13-45`
 * is refused by the schema and not turned into February; `0912345678` and `0123` stay text, so that no telephone
 * number loses its zero. yaml/positions.ts reads the same dialect; a property test holds the two together.
 */
const integer = new yaml.Type('tag:yaml.org,2002:int', {
  kind: 'scalar',
  resolve: (text: string | null) => text !== null && INTEGER.test(text),
  construct: Number,
  instanceOf: Number,
})
const float = new yaml.Type('tag:yaml.org,2002:float', {
  kind: 'scalar',
  resolve: (text: string | null) => text !== null && FLOAT.test(text),
  construct: Number,
  instanceOf: Number,
})
const builtIn = yaml as unknown as { types: Record<'null' | 'bool', yaml.Type> }
const DIALECT = yaml.FAILSAFE_SCHEMA.extend({
  implicit: [builtIn.types.null, builtIn.types.bool, integer, float],
})

/**
 * Reads YAML fast, without positions; the parser that knows positions reads a text again only where it has an error, or
 * is written in an unusual way: there the two must see the same value, or it is refused. Never throws on any input.
 */
export function parseYaml(written: string): ParsedYaml {
  const text = withLineFeeds(written)
  const common = readFlatFields(text)
  if (common) return { ok: true, value: common }
  const fast = load(text)
  if (fast.ok && (isPlain(text) || isDeepStrictEqual(fast.value, valueWithPositions(written)))) return fast
  return { ok: false, problems: yamlProblems(text, fast.ok ? undefined : fast.error) }
}

type Loaded = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: Error }

function load(text: string): Loaded {
  try {
    const value = yaml.load(text, { schema: DIALECT }) ?? null
    return typeof value === 'object' ? { ok: true, value } : { ok: false, error: new Error('no fields') }
  } catch (error) {
    if (error instanceof yaml.YAMLException) return { ok: false, error }
    throw error
  }
}
