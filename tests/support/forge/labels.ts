import { pullOf } from './pulls.ts'
import { Refusal } from './refusal.ts'
import { type Answer, actorOf, type Call, type Route, routes } from './routing.ts'
import { labelShape } from './shapes.ts'
import { mayWrite } from './world.ts'

/** Labels of a body: `{ labels: ['a'] }`, or the names of objects, or a list alone. */
export function labelsIn(body: unknown): string[] | undefined {
  const given = Array.isArray(body) ? body : (body as { readonly labels?: unknown }).labels
  if (!Array.isArray(given)) return undefined
  return given.map((each: string | { readonly name: string }) =>
    typeof each === 'string' ? each : each.name,
  )
}

/** Of a pull request only. */
function add(call: Call): Answer {
  const { world, body } = call
  const pull = pullOf(call, 'issue_number')
  const { login, app } = actorOf(call)
  if (app === undefined && !mayWrite(world, login))
    throw new Refusal(403, 'Must have push access to repository')
  pull.labels = [...new Set([...pull.labels, ...(labelsIn(body) ?? [])])]
  pull.updatedAt = world.now
  return { status: 200, body: pull.labels.map((name) => labelShape(world, name)) }
}

export const labelRoutes: readonly Route[] = routes(
  [
    ['issues', 'write'],
    ['pull_requests', 'write'],
  ],
  { 'post /repos/{owner}/{repo}/issues/{issue_number}/labels': add },
)
