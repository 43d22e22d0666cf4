import type { ErrorObject } from 'ajv/dist/2020.js'
import { type Finding, TOP } from '../diagnostics/diagnostic.ts'
import { locate } from '../yaml/positions.ts'
import type { Described } from './contract.ts'
import { type Broken, wordingOf } from './schema-words.ts'

/** The words for a field at the top of a file, as `Contract.describe` finds them. */
export type Describe = (key: string) => Described | undefined

/** Errors of one file that are told at once: each has its place looked up in the text, and nobody reads a thousand. */
const MOST_ERRORS = 20

/**
 * The errors of a schema as findings in Vietnamese, each at its place in the YAML text.
 *
 * @param text the YAML that was validated
 * @param firstLine the line of the file on which that text begins
 * @param describe the schema's words for a field; without it those of the definition that was broken
 */
export function schemaProblems(
  errors: readonly ErrorObject[],
  text: string,
  firstLine = 1,
  describe: Describe = () => undefined,
): Finding[] {
  return withoutEchoes(errors.slice(0, MOST_ERRORS)).map((error) => {
    const path = pathOf(error)
    const place = locate(text, path)
    const [problem, fix] = wordingOf(brokenBy(error, path, describe))
    return { at: { line: place.line + firstLine - 1, column: place.column }, problem, fix }
  })
}

/** `anyOf` and `oneOf` report themselves and every branch; only the outer error tells an official something. */
function withoutEchoes(errors: readonly ErrorObject[]): ErrorObject[] {
  const choices = errors.filter((error) => error.keyword === 'anyOf' || error.keyword === 'oneOf')
  const isEcho = (error: ErrorObject) =>
    choices.some(
      (choice) =>
        choice !== error && (error.schemaPath.startsWith(`${choice.schemaPath}/`) || isBranch(choice, error)),
    )
  const kept = errors.filter((error) => error.keyword !== 'if' && !isEcho(error))
  return kept.filter((error, index) => kept.findIndex((other) => sameSpot(other, error)) === index)
}

/** A branch behind a `$ref` has another schema path; it is told by the value it speaks of. */
const isBranch = (choice: ErrorObject, error: ErrorObject) =>
  error.instancePath === choice.instancePath &&
  error.data === choice.data &&
  error.keyword !== 'anyOf' &&
  error.keyword !== 'oneOf'

const sameSpot = (a: ErrorObject, b: ErrorObject) =>
  a.instancePath === b.instancePath &&
  a.keyword === b.keyword &&
  JSON.stringify(a.params) === JSON.stringify(b.params)

function pathOf(error: ErrorObject): (string | number)[] {
  const steps = error.instancePath
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step))
  const extra = error.keyword === 'additionalProperties' ? error.params.additionalProperty : undefined
  return typeof extra === 'string' ? [...steps, extra] : steps
}

function brokenBy(error: ErrorObject, path: readonly (string | number)[], describe: Describe): Broken {
  const [top] = path
  const atTop = path.length === 1 && typeof top === 'string'
  const missing = error.keyword === 'required' ? String(error.params.missingProperty) : undefined
  const inner = propertiesOf(error.parentSchema)
  return {
    error,
    key: path.filter((step) => typeof step === 'string').at(-1),
    field: (atTop ? describe(top) : undefined) ?? (error.parentSchema as Described | undefined),
    missing: missing === undefined ? undefined : (describe(missing) ?? inner[missing]),
    owner: Object.keys(inner).find((name) => isInside(error, describe(name) ?? inner[name])),
  }
}

const propertiesOf = (schema: unknown): Record<string, Described> =>
  (schema as { properties?: Record<string, Described> } | undefined)?.properties ?? {}

/** A key that belongs inside another, and lost its indentation, is the commonest stray key of all. */
const isInside = ({ keyword, params }: ErrorObject, field: Described | undefined): boolean =>
  keyword === 'additionalProperties' && Object.hasOwn(propertiesOf(field), String(params.additionalProperty))

/** The finding for a value that should have been a set of fields and is not. */
export const notAnObject = (): Finding => ({
  at: TOP,
  problem: 'Tệp không có dạng «trường: giá trị»',
  fix: 'viết mỗi trường một dòng, dạng `trường: giá trị`',
})
