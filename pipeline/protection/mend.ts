import type { Rule, Ruleset } from '../adapters/repository-settings.ts'
import { DESIRED, REQUIRED_CHECK } from './desired.ts'
import type { Protection } from './expectations.ts'

/** What belongs in the ruleset of a repository that has none, or less, or more. Nothing that an administrator made stricter is loosened. */
export function mendedRuleset(current: Ruleset | undefined): Ruleset {
  const desired = DESIRED.ruleset
  if (current === undefined) return desired
  const ours = new Set(desired.rules.map(({ type }) => type))
  const theirs = current.rules.filter(({ type }) => !ours.has(type) && type !== FORBIDS_MERGES)
  return {
    ...desired,
    ...(current.id === undefined ? {} : { id: current.id }),
    rules: [
      ...desired.rules.map((rule) =>
        mendedRule(
          rule,
          current.rules.find(({ type }) => type === rule.type),
        ),
      ),
      ...theirs,
    ],
  }
}

const FORBIDS_MERGES = 'required_linear_history'

function mendedRule(wanted: Rule, current: Rule | undefined): Rule {
  if (wanted.parameters === undefined || current?.parameters === undefined) return wanted
  return {
    type: wanted.type,
    parameters: { ...current.parameters, ...wanted.parameters, ...stricter(wanted, current) },
  }
}

/** More approvals and more checks than we ask for stay. */
function stricter({ type, parameters: wanted = {} }: Rule, { parameters: current = {} }: Rule): object {
  if (type === 'pull_request') {
    const [ours, theirs] = [wanted, current].map((each) => Number(each.required_approving_review_count) || 0)
    return {
      required_approving_review_count: Math.max(ours ?? 0, theirs ?? 0),
      required_review_thread_resolution: current.required_review_thread_resolution === true,
    }
  }
  const [ours, theirs] = [wanted, current].map((each) => checksOf(each.required_status_checks))
  return {
    required_status_checks: [
      ...(ours ?? []),
      ...(theirs ?? []).filter(({ context }) => context !== REQUIRED_CHECK),
    ],
  }
}

const checksOf = (value: unknown): readonly { readonly context?: unknown }[] =>
  Array.isArray(value) ? value : []

/** What is to be written for each part of the protection. */
export const mended = ({ ruleset, selected }: Protection) => ({
  ruleset: mendedRuleset(ruleset),
  actions: DESIRED.actions,
  selected: { ...selected, ...DESIRED.selected },
  token: DESIRED.token,
})
