import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Rule, Ruleset } from '../../pipeline/adapters/repository-settings.ts'

type State = {
  rulesets: (Ruleset & { id: number })[]
  actions: Record<string, unknown>
  selected: Record<string, unknown>
  token: Record<string, unknown>
}

/** A repository as GitHub makes it: nobody is asked for anything. */
const fresh = (): State => ({
  rulesets: [],
  actions: { enabled: true, allowed_actions: 'all', sha_pinning_required: false },
  selected: { github_owned_allowed: false, verified_allowed: true, patterns_allowed: ['don-vi/*'] },
  token: { default_workflow_permissions: 'write', can_approve_pull_request_reviews: true },
})

type Answer = readonly [status: number, body?: unknown]

/** The settings of a repository behind GitHub's addresses, on a port of this machine. Only `quan-tri` may see and change them. */
export async function settingsServer() {
  const state = fresh()
  const writes: string[] = []
  const server = createServer(async (request, response) => {
    const [status, body] = await answer(state, request)
    if (request.method !== 'GET' && status < 300) writes.push(`${request.method} ${request.url}`)
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(body === undefined ? '' : JSON.stringify(body))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    state,
    writes,
    environment: {
      GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      GITHUB_TOKEN: 'quan-tri',
      GITHUB_REPOSITORY: 'phuong-hoa-binh/cong',
      CONGBO_BACK_OFF: '1',
    },
    close: () => new Promise((closed) => server.close(closed)),
  }
}

async function answer(state: State, request: IncomingMessage): Promise<Answer> {
  const { pathname } = new URL(request.url ?? '', 'http://x')
  const at = pathname.replace('/repos/phuong-hoa-binh/cong', '')
  if (at === pathname) return [404, { message: 'Not Found' }]
  if (!request.headers.authorization?.endsWith('quan-tri'))
    return [403, { message: 'Resource not accessible by integration' }]
  const body = await bodyOf(request)
  const id = /^\/rulesets\/(\d+)$/.exec(at)?.[1]
  if (id !== undefined) return oneRuleset(state, Number(id), body)
  if (at === '/rulesets') return allRulesets(state, body)
  const part = PARTS[at]
  if (part === undefined) return [404, { message: 'Not Found' }]
  // GitHub has no list of selected actions where all may run.
  if (part === 'selected' && state.actions.allowed_actions !== 'selected')
    return [409, { message: 'Conflict' }]
  if (body === undefined) return [200, state[part]]
  state[part] = { ...state[part], ...body }
  return [204]
}

const PARTS: Record<string, 'actions' | 'selected' | 'token'> = {
  '/actions/permissions': 'actions',
  '/actions/permissions/selected-actions': 'selected',
  '/actions/permissions/workflow': 'token',
}

function allRulesets(state: State, body: Record<string, unknown> | undefined): Answer {
  if (body === undefined)
    return [200, state.rulesets.map(({ rules: _, conditions: __, bypass_actors: ___, ...short }) => short)]
  const made = { ...(body as unknown as Ruleset), id: state.rulesets.length + 7 }
  state.rulesets.push(made)
  return [201, made]
}

function oneRuleset(state: State, id: number, body: Record<string, unknown> | undefined): Answer {
  const found = state.rulesets.find((each) => each.id === id)
  if (!found) return [404, { message: 'Not Found' }]
  if (body !== undefined) Object.assign(found, body as { rules: readonly Rule[] })
  return [200, found]
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown> | undefined> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return chunks.length === 0 ? undefined : JSON.parse(Buffer.concat(chunks).toString('utf8'))
}
