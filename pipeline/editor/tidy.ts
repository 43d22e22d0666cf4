import type { FormConfig } from './form-types.ts'
import { SHOWN } from './shown.ts'

/** What is typed into an article. */
export type Data = Readonly<Record<string, unknown>>

/**
 * The names of what the program of the form would write and an article does not say: fields that only show something, switches
 * that nobody touched, and what a draft may still lack. `originalWork: false` would be a statement, and nobody made it.
 */
export function unsaid({ collections }: FormConfig, data: Data): string[] {
  const fields = collections.find(({ name }) => name === data.kind)?.fields ?? []
  const switches = fields.filter(
    ({ widget, required, name }) => widget === 'boolean' && !required && data[name] === false,
  )
  const empty = Object.keys(data).filter((name) => data[name] === '' && name !== 'body')
  const names = new Set([...Object.values(SHOWN), ...switches.map(({ name }) => name), ...empty])
  return [...names].filter((name) => name in data)
}
