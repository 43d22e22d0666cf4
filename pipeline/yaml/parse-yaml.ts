import yaml from 'js-yaml'
import type { Place } from '../diagnostics/diagnostic.ts'
import { yamlProblems } from './positions.ts'
import { FLOAT, INTEGER } from './scalars.ts'

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

class AliasFound extends Error {}

/** Anchors and aliases can describe a cycle, or a gigabyte in a line: none is allowed. */
function refuseAnchors(_event: string, state: { anchor?: string | null }): void {
  if (state.anchor !== null && state.anchor !== undefined) throw new AliasFound()
}

/**
 * Reads YAML fast, without positions; only a text that has an error is read again by the parser that knows where.
 * Never throws on any input.
 */
export function parseYaml(text: string): ParsedYaml {
  try {
    const mayHaveAnchors = text.includes('&') || text.includes('*')
    const options = { schema: DIALECT, ...(mayHaveAnchors ? { listener: refuseAnchors as never } : {}) }
    return { ok: true, value: yaml.load(text, options) }
  } catch (error) {
    if (!(error instanceof yaml.YAMLException) && !(error instanceof AliasFound)) throw error
    return { ok: false, problems: yamlProblems(text, error) }
  }
}
