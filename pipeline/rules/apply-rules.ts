import type { Diagnostic, Finding } from '../diagnostics/diagnostic.ts'
import type { Portal } from '../portal/portal.ts'
import { citeAll } from '../regulation/regulation.ts'
import { ruleById, rules } from './index.ts'
import type { Facts } from './rule.ts'

const checking = rules.flatMap(({ id, check, ofAnyForm }) => (check ? [{ id, check, ofAnyForm }] : []))
const ofAnyForm = checking.filter((each) => each.ofAnyForm)

/** Asks every rule about one document. The engine, not the rule, adds rule id, severity and clause. */
export const applyRules = (facts: Facts): Diagnostic[] => ask(checking, facts)

/** The same of a document whose fields have the wrong form: only what can be told all the same. */
export const applyRulesOfAnyForm = (facts: Facts): Diagnostic[] => ask(ofAnyForm, facts)

function ask(asked: typeof checking, facts: Facts): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  for (const { id, check } of asked) {
    const found = check(facts)
    // Nearly always nothing is, and a loop over nothing has its price too.
    if (found.length === 0) continue
    for (const finding of found) diagnostics.push(stamp(facts.portal, facts.document.path, id, finding))
  }
  return diagnostics
}

/**
 * A finding as a diagnostic: its own clauses where it names some, else those that the regulation gives to the rule.
 *
 * @param path below the portal's folder
 */
export function stamp(portal: Portal, path: string, ruleId: string, finding: Finding): Diagnostic {
  const { at, problem, fix, repair } = finding
  const clauses =
    finding.clauses && finding.clauses.length > 0
      ? finding.clauses
      : (portal.regulation.clausesOfRule.get(ruleId) ?? [])
  const law = citeAll(portal.regulation, clauses)
  return {
    file: portal.folder + path,
    line: at.line,
    column: at.column,
    rule: ruleId,
    severity: finding.severity ?? ruleById(ruleId)?.severity ?? 'error',
    problem,
    fix,
    ...(law ? { law } : {}),
    ...(repair ? { repair } : {}),
  }
}
