import { type Html, html, type Part } from '../html.ts'

export type Fact = { readonly name: string; readonly value: Part }

const isEmpty = ({ value }: Fact): boolean => value === undefined || value === false || value === ''

/** Names and values; what has no value is left out, and a list of nothing is nothing. */
export function factList(facts: readonly Fact[], className = 'facts'): Html {
  const known = facts.filter((fact) => !isEmpty(fact))
  if (known.length === 0) return html``
  return html`<dl class="${className}">
${known.map(({ name, value }) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
</dl>`
}
