/**
 * Makes openapi.json from the whole description of GitHub's REST API; README.md says where that comes from.
 *
 *   node tests/support/forge/extract-openapi.ts <api.github.com.json>
 */
import { readFileSync, writeFileSync } from 'node:fs'

type Node = { readonly [key: string]: unknown }

/** What the fake answers, as `method path` of the description. */
const OPERATIONS = [
  'get /user',
  'get /repos/{owner}/{repo}',
  'post /repos/{owner}/{repo}/forks',
  'get /repos/{owner}/{repo}/branches/{branch}',
  'get /repos/{owner}/{repo}/git/trees/{tree_sha}',
  'get /repos/{owner}/{repo}/git/blobs/{file_sha}',
  'post /repos/{owner}/{repo}/git/refs',
  'patch /repos/{owner}/{repo}/git/refs/{ref}',
  'delete /repos/{owner}/{repo}/git/refs/{ref}',
  'put /repos/{owner}/{repo}/contents/{path}',
  'get /repos/{owner}/{repo}/collaborators/{username}',
  'get /repos/{owner}/{repo}/collaborators/{username}/permission',
  'get /repos/{owner}/{repo}/pulls',
  'post /repos/{owner}/{repo}/pulls',
  'get /repos/{owner}/{repo}/pulls/{pull_number}',
  'patch /repos/{owner}/{repo}/pulls/{pull_number}',
  'get /repos/{owner}/{repo}/pulls/{pull_number}/files',
  'get /repos/{owner}/{repo}/pulls/{pull_number}/commits',
  'get /repos/{owner}/{repo}/pulls/{pull_number}/reviews',
  'post /repos/{owner}/{repo}/pulls/{pull_number}/reviews',
  'put /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/dismissals',
  'put /repos/{owner}/{repo}/pulls/{pull_number}/merge',
  'get /repos/{owner}/{repo}/pulls/{pull_number}/comments',
  'post /repos/{owner}/{repo}/pulls/{pull_number}/comments',
  'get /repos/{owner}/{repo}/issues',
  'post /repos/{owner}/{repo}/issues',
  'get /repos/{owner}/{repo}/issues/{issue_number}',
  'patch /repos/{owner}/{repo}/issues/{issue_number}',
  'get /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'post /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'patch /repos/{owner}/{repo}/issues/comments/{comment_id}',
  'post /repos/{owner}/{repo}/issues/{issue_number}/labels',
  'post /repos/{owner}/{repo}/check-runs',
  'patch /repos/{owner}/{repo}/check-runs/{check_run_id}',
  'get /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations',
  'get /repos/{owner}/{repo}/commits/{ref}/check-runs',
  'get /repos/{owner}/{repo}/deployments',
  'get /repos/{owner}/{repo}/deployments/{deployment_id}/statuses',
  'get /repos/{owner}/{repo}/activity',
  'get /repos/{owner}/{repo}/codeowners/errors',
  'get /repos/{owner}/{repo}/rulesets',
  'post /repos/{owner}/{repo}/rulesets',
  'get /repos/{owner}/{repo}/rulesets/{ruleset_id}',
  'put /repos/{owner}/{repo}/rulesets/{ruleset_id}',
  'get /repos/{owner}/{repo}/rules/branches/{branch}',
  'get /repos/{owner}/{repo}/actions/permissions',
  'put /repos/{owner}/{repo}/actions/permissions',
  'get /repos/{owner}/{repo}/actions/permissions/workflow',
  'put /repos/{owner}/{repo}/actions/permissions/workflow',
  'get /orgs/{org}/teams/{team_slug}/members',
]

const SPOKEN = [
  'description',
  'title',
  'example',
  'examples',
  'default',
  'deprecated',
  'externalDocs',
  'discriminator',
]

const REFERENCE = '#/components/schemas/'

/** A schema of OpenAPI 3.0 as JSON Schema: without words for people, and with `null` as a type. */
function plain(schema: unknown, used: Set<string>): unknown {
  if (Array.isArray(schema)) return schema.map((each) => plain(each, used))
  if (typeof schema !== 'object' || schema === null) return schema
  const { nullable, $ref, properties, enum: values, ...rest } = schema as Node
  if (typeof $ref === 'string') {
    const name = $ref.slice(REFERENCE.length)
    used.add(name)
    return { $ref: `#/definitions/${name}` }
  }
  const kept = Object.entries(rest).filter(([key]) => !SPOKEN.includes(key) && !key.startsWith('x-'))
  const result = {
    ...Object.fromEntries(kept.map(([key, value]) => [key, plain(value, used)])),
    ...(values === undefined ? {} : { enum: values }),
    ...(properties === undefined ? {} : { properties: plainProperties(properties as Node, used) }),
  }
  return nullable === true ? { anyOf: [{ type: 'null' }, result] } : result
}

/** The names of properties are no keywords: an answer may well have a `title`. */
const plainProperties = (properties: Node, used: Set<string>) =>
  Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, plain(each, used)]))

const at = (node: unknown, ...keys: readonly string[]): Node =>
  keys.reduce<Node>((inner, key) => (inner?.[key] ?? undefined) as Node, node as Node)

const resolved = (all: Node, node: Node): Node =>
  typeof node.$ref === 'string' ? at(all, ...node.$ref.slice(2).split('/')) : node

const jsonOf = (all: Node, node: Node): unknown => {
  const content = at(resolved(all, node), 'content')
  return content === undefined ? undefined : at(content, 'application/json', 'schema')
}

function extract(all: Node) {
  const used = new Set<string>()
  const operations = Object.fromEntries(
    OPERATIONS.map((name) => {
      const [method = '', path = ''] = name.split(' ')
      const operation = at(all, 'paths', path, method)
      const body = operation.requestBody && jsonOf(all, operation.requestBody as Node)
      const answers = Object.entries(operation.responses as Node).map(([status, response]) => {
        const schema = jsonOf(all, response as Node)
        return [status, schema === undefined ? null : plain(schema, used)]
      })
      return [name, { ...(body ? { body: plain(body, used) } : {}), answers: Object.fromEntries(answers) }]
    }),
  )
  const definitions: Record<string, unknown> = {}
  for (const name of used) definitions[name] = plain(at(all, 'components', 'schemas', name), used)
  const sorted = Object.fromEntries(Object.entries(definitions).sort(([a], [b]) => (a < b ? -1 : 1)))
  return { operations, definitions: sorted }
}

/** One line for each operation and each definition, so that a new version can be compared. */
function written(extracted: Readonly<Record<string, Node>>): string {
  const groups = Object.entries(extracted).map(([group, entries]) => {
    const lines = Object.entries(entries).map(
      ([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`,
    )
    return `${JSON.stringify(group)}:{\n${lines.join(',\n')}\n}`
  })
  return `{\n${groups.join(',\n')}\n}\n`
}

const source = process.argv[2]
if (source === undefined) throw new Error('usage: extract-openapi.ts <api.github.com.json>')
writeFileSync(
  new URL('openapi.json', import.meta.url),
  written(extract(JSON.parse(readFileSync(source, 'utf8')) as Node)),
)
