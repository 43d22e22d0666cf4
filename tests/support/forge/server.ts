import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Promised, promised } from './answers.ts'
import { checkRoutes } from './checks.ts'
import { contentRoutes } from './contents.ts'
import { deploymentRoutes } from './deployments.ts'
import { isDropped, sendDropped } from './dropped.ts'
import { gitDataRoutes } from './git-data.ts'
import { gitTransport } from './git-transport.ts'
import { graphqlOf } from './graphql.ts'
import { issueRoutes } from './issues.ts'
import { labelRoutes } from './labels.ts'
import { mergeRoutes } from './merging.ts'
import { pullRoutes } from './pulls.ts'
import { notFound, Refusal, refusalBody } from './refusal.ts'
import { repositoryRoutes } from './repositories.ts'
import { reviewRoutes } from './reviews.ts'
import { type Answer, admit, type Matched, repoOf, router } from './routing.ts'
import { rulesetRoutes } from './rulesets.ts'
import type { Fault, Token, World } from './world.ts'

const API = '/api/v3'
const GRAPHQL = '/api/graphql'

const find = router([
  ...repositoryRoutes,
  ...pullRoutes,
  ...mergeRoutes,
  ...reviewRoutes,
  ...issueRoutes,
  ...labelRoutes,
  ...checkRoutes,
  ...contentRoutes,
  ...gitDataRoutes,
  ...deploymentRoutes,
  ...rulesetRoutes,
])

/** Starts the forge on a free port of this machine; the world learns its address. */
export async function startServer(world: World): Promise<Server> {
  const check = promised()
  const transport = gitTransport(world)
  const graphql = graphqlOf(world)
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', world.address)
    const served = url.pathname.startsWith('/git/')
      ? transport(request, response, url)
      : isDropped(url.pathname)
        ? sendDropped(world, request, response, url)
        : respond(world, { check, graphql }, request, response, url)
    served.catch((error: unknown) => {
      world.broken.push(`${request.method} ${url.pathname}: ${error instanceof Error ? error.stack : error}`)
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  world.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return server
}

async function respond(
  world: World,
  { check, graphql }: { readonly check: Promised; readonly graphql: ReturnType<typeof graphqlOf> },
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  if (request.method === 'OPTIONS') return preflight(response)
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const method = request.method ?? 'GET'
  const asksGraphql = url.pathname === GRAPHQL && method === 'POST'
  const path = asksGraphql ? '/graphql' : url.pathname.slice(API.length)
  const matched = url.pathname.startsWith(`${API}/`) ? find(method, path) : undefined
  const authorization = request.headers.authorization
  const actor = tokenOf(world, authorization)
  const answer =
    ordered(world, method, url.pathname) ??
    attempt(() => {
      if (authorization !== undefined && actor === undefined) throw new Refusal(401, 'Bad credentials')
      const text = Buffer.concat(parts).toString()
      if (asksGraphql) return graphql(actor, text)
      if (!matched) {
        world.unknown.push(`${method} ${path}`)
        throw notFound()
      }
      return perform(world, check, matched, actor, url, text, request.headers.accept ?? '*/*')
    })
  const problem =
    matched &&
    !answer.ordered &&
    !answer.raw &&
    check.answer(matched.route.operation, answer.status, answer.body)
  if (problem) throw new Error(`answer ${answer.status} is not GitHub's: ${problem}`)
  world.asked.push({ method, path, login: actor?.login, status: answer.status })
  send(world, response, answer)
}

const tokenOf = (world: World, authorization: string | undefined): Token | undefined =>
  world.tokens.get(/^(?:token|bearer) (.+)$/i.exec(authorization ?? '')?.[1] ?? '')

/** A refusal is an answer; any other error is a fault of this fake. */
function attempt(perform: () => Answer): Answer {
  try {
    return perform()
  } catch (error) {
    if (error instanceof Refusal)
      return { status: error.status, body: refusalBody(error), headers: error.headers }
    throw error
  }
}

function perform(
  world: World,
  check: Promised,
  { route, params }: Matched,
  actor: Token | undefined,
  url: URL,
  text: string,
  accept: string,
): Answer {
  const repo = repoOf(world, params)
  admit(world, actor, route)
  const body = text === '' ? undefined : parsed(text)
  const wrong = text === '' ? undefined : check.body(route.operation, body)
  if (wrong) throw new Refusal(422, `Invalid request.\n\n${wrong}`)
  return route.handle({
    world,
    repo,
    params,
    query: url.searchParams,
    body: (body ?? {}) as Readonly<Record<string, unknown>>,
    actor,
    accept,
    url: `${world.address}${url.pathname}`,
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal(400, 'Problems parsing JSON')
  }
}

/** What a test has ordered to go wrong, as long as it is ordered. */
function ordered(world: World, method: string, path: string): Answer | undefined {
  const hit = world.faults.find(
    ({ fault, hits }) =>
      (fault.method === undefined || fault.method === method) &&
      fault.path.test(path) &&
      hits < (fault.times ?? Number.POSITIVE_INFINITY),
  )
  if (!hit) return undefined
  hit.hits++
  const { status, headers = {}, message = messageOf(hit.fault) } = hit.fault
  return { status, headers, ordered: true, body: refusalBody(new Refusal(status, message)) }
}

function messageOf({ status, headers = {} }: Fault): string {
  if (headers['x-ratelimit-remaining'] === '0') return 'API rate limit exceeded for installation.'
  if (headers['retry-after'] !== undefined) return 'You have exceeded a secondary rate limit.'
  return { 404: 'Not Found', 401: 'Bad credentials' }[status] ?? 'Server Error'
}

/** GitHub lets pages of anybody ask its API. */
const FOR_PAGES = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'ETag, Link, Location, Retry-After, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Used, X-RateLimit-Reset, X-OAuth-Scopes, X-Accepted-GitHub-Permissions, X-GitHub-Request-Id',
}

function preflight(response: ServerResponse): void {
  response.writeHead(204, {
    ...FOR_PAGES,
    'access-control-allow-headers': 'Authorization, Content-Type, Accept, X-GitHub-Api-Version',
    'access-control-allow-methods': 'GET, POST, PATCH, PUT, DELETE',
    'access-control-max-age': '86400',
  })
  response.end()
}

function send(world: World, response: ServerResponse, { status, body, raw, headers = {} }: Answer): void {
  response.writeHead(status, {
    ...FOR_PAGES,
    'x-github-request-id': `FORGE:${world.asked.length}`,
    'x-ratelimit-limit': '5000',
    'x-ratelimit-remaining': '4999',
    'x-ratelimit-used': '1',
    'x-ratelimit-reset': String(Math.floor(world.now / 1000) + 3600),
    ...(body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    ...headers,
  })
  response.end(raw ?? (body === undefined ? undefined : JSON.stringify(body)))
}
