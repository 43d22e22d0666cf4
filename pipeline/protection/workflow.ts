import { parseYaml } from '../yaml/parse-yaml.ts'

/** A mapping of YAML, of which nothing is known yet. */
export type Fields = Readonly<Record<string, unknown>>

/** Where something stands in a workflow: keys and indices from the top. */
export type Path = readonly (string | number)[]

export type Job = { readonly id: string; readonly path: Path; readonly fields: Fields }
export type Step = { readonly path: Path; readonly fields: Fields }

/** A workflow as the policy reads it. What is missing or of another kind is empty, and the policy says what must be there. */
export type Workflow = {
  readonly text: string
  readonly fields: Fields
  readonly triggers: Fields
  readonly jobs: readonly Job[]
}

export type ReadWorkflow =
  | { readonly ok: true; readonly workflow: Workflow }
  | { readonly ok: false; readonly line: number; readonly problem: string; readonly fix: string }

/** Reads the text of a workflow; never throws. */
export function readWorkflow(text: string): ReadWorkflow {
  const parsed = parseYaml(text)
  if (!parsed.ok) {
    const [first] = parsed.problems
    return {
      ok: false,
      line: first?.at.line ?? 1,
      problem: first?.problem ?? 'không đọc được YAML',
      fix: first?.fix ?? 'viết lại theo mẫu',
    }
  }
  const fields = fieldsOf(parsed.value)
  return { ok: true, workflow: { text, fields, triggers: triggersOf(fields.on), jobs: jobsOf(fields) } }
}

/** `on: push`, `on: [push]` and `on: { push: … }` mean the same. */
function triggersOf(on: unknown): Fields {
  if (typeof on === 'string') return { [on]: null }
  if (Array.isArray(on)) return Object.fromEntries(on.map((name) => [String(name), null]))
  return fieldsOf(on)
}

const jobsOf = (workflow: Fields): readonly Job[] =>
  Object.entries(fieldsOf(workflow.jobs)).map(([id, job]) => ({
    id,
    path: ['jobs', id],
    fields: fieldsOf(job),
  }))

export const stepsOf = (job: Job): readonly Step[] =>
  (Array.isArray(job.fields.steps) ? job.fields.steps : []).map((step, index) => ({
    path: [...job.path, 'steps', index],
    fields: fieldsOf(step),
  }))

export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}

/** A name, or a list of names, as `needs` and `branches` are written. */
export const namesIn = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.map(String) : []
