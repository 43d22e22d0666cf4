import { readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'

type Operation = { readonly body?: object; readonly answers: Readonly<Record<string, object | null>> }

/** Formats of GitHub's description that are only names. */
const NAMES_ONLY = ['repo.nwo', 'timestamp', 'binary']

const EVERY_REFUSAL = { $ref: 'github#/definitions/basic-error' }

/** Whether a value is what GitHub's own description promises; what is wrong with it, or undefined. */
export type Promised = {
  readonly body: (operation: string, value: unknown) => string | undefined
  readonly answer: (operation: string, status: number, value: unknown) => string | undefined
}

/** Reads openapi.json; every schema is compiled when it is first needed. */
export function promised(): Promised {
  const text = readFileSync(new URL('openapi.json', import.meta.url), 'utf8')
  const { operations, definitions } = JSON.parse(
    text.replaceAll('"#/definitions/', '"github#/definitions/'),
  ) as { operations: Readonly<Record<string, Operation>>; definitions: object }
  const ajv = new Ajv({ strict: false, allErrors: false })
  addFormats.default(ajv)
  for (const name of NAMES_ONLY) ajv.addFormat(name, true)
  ajv.addSchema({ definitions }, 'github')
  const compiled = new Map<object, ValidateFunction>()
  const problem = (schema: object, value: unknown): string | undefined => {
    const check = compiled.get(schema) ?? ajv.compile(schema)
    compiled.set(schema, check)
    return check(value) ? undefined : ajv.errorsText(check.errors)
  }
  return {
    body: (operation, value) => {
      const schema = operations[operation]?.body
      return schema && problem(schema, value)
    },
    answer: (operation, status, value) => {
      const described = operations[operation]
      if (!described) return `${operation} is not in openapi.json`
      const schema = described.answers[status]
      if (schema) return problem(schema, value)
      if (status >= 400) return problem(EVERY_REFUSAL, value)
      return schema === null && value === undefined ? undefined : `${operation} never answers ${status}`
    },
  }
}
