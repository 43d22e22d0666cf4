import type { Ports } from '../adapters/ports.ts'
import { openWorkspace } from '../portal/workspace.ts'
import { describeRule } from '../rules/describe-rule.ts'
import { ruleById, rules } from '../rules/index.ts'
import { UsageError } from './arguments.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { paintFor } from './paint.ts'

/** Prints a rule: its question, the reason, the clauses, documents that pass and fail. Without a name, all rules in a line each. */
export async function explain(ports: Ports, id: string | undefined): Promise<ExitCode> {
  if (id === undefined) {
    for (const rule of rules) ports.out(`${paintFor(ports)('bold', rule.id.padEnd(18))} ${rule.question}`)
    return EXIT.ok
  }
  const rule = ruleById(id)
  if (!rule)
    throw new UsageError(`Không có quy tắc \`${id}\`; có: ${rules.map((each) => each.id).join(', ')}`)
  const { portals } = await openWorkspace(ports, { historyOf: new Map() })
  ports.out(
    describeRule(
      rule,
      portals.map(({ portal }) => [portal.id, portal.regulation]),
    ),
  )
  const examples = examplesOf(ports.productFile(`docs/quy-tac/${id}.md`))
  if (examples) ports.out(examples)
  return EXIT.ok
}

/** The part of a rule's page that shows documents. */
const examplesOf = (page: string): string | undefined => {
  const start = page.indexOf('\n## Ví dụ')
  return start < 0 ? undefined : page.slice(start + 1).trimEnd()
}
