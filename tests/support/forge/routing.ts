import { notFound, Refusal } from './refusal.ts'
import {
  ACTIONS,
  homeRepo,
  isAdmin,
  mayRead,
  mayWrite,
  type Permission,
  type Repo,
  type Token,
  type World,
} from './world.ts'

/** A request, understood: the account is known and its token may do this. */
export type Call = {
  readonly world: World
  readonly repo: Repo
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: Readonly<Record<string, unknown>>
  /** Undefined where nobody has signed in. */
  readonly actor: Token | undefined
  /** The media types that the client takes. */
  readonly accept: string
  /** The address of the request without its query, for the links to other pages. */
  readonly url: string
}

export type Answer = {
  readonly status: number
  readonly body?: unknown
  /** In place of a body: bytes that GitHub's description says nothing of. */
  readonly raw?: Buffer
  readonly headers?: Readonly<Record<string, string>>
  /** A test has ordered it; it need not be what GitHub would say. */
  readonly ordered?: boolean
}

/** Permissions of which a token needs one. */
export type Needs = readonly (readonly [permission: Permission, level: 'read' | 'write'])[]

export type Route = {
  /** `get /repos/{owner}/{repo}`, as GitHub's description has it. */
  readonly operation: string
  readonly needs: Needs
  /** What the account itself must be, whatever its token. */
  readonly role?: 'member' | 'writer' | 'admin'
  readonly handle: (call: Call) => Answer
}

/** The routes of one subject: `[method and path, handler]` under one set of needs. */
export const routes = (
  needs: Needs,
  handlers: Readonly<Record<string, (call: Call) => Answer>>,
  role?: Route['role'],
): Route[] =>
  Object.entries(handlers).map(([operation, handle]) => ({
    operation,
    needs,
    handle,
    ...(role === undefined ? {} : { role }),
  }))

export type Matched = { readonly route: Route; readonly params: Readonly<Record<string, string>> }

export type Router = (method: string, path: string) => Matched | undefined

/** Finds the route of a request; a `{ref}`, `{branch}` or `{path}` may hold slashes, as GitHub allows. */
export function router(all: readonly Route[]): Router {
  const compiled = all.map((route) => {
    const [method = '', template = ''] = route.operation.split(' ')
    const source = template.replace(/\{(\w+)\}/g, (_, name: string) =>
      name === 'ref' || name === 'branch' || name === 'path' ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`,
    )
    return { route, method: method.toUpperCase(), pattern: new RegExp(`^${source}$`) }
  })
  return (method, path) => {
    for (const { route, method: wanted, pattern } of compiled) {
      const match = wanted === method ? pattern.exec(path) : null
      if (match) return { route, params: Object.fromEntries(Object.entries(match.groups ?? {}).map(decoded)) }
    }
    return undefined
  }
}

const decoded = ([name, value]: [string, string]): [string, string] => [name, decodeURIComponent(value)]

/** The repository of a request, or the home repository where the path names none. */
export function repoOf(world: World, params: Readonly<Record<string, string>>): Repo {
  if (params.repo === undefined) return homeRepo(world)
  const wanted = `${params.owner}/${params.repo}`.toLowerCase()
  const found = world.repos.entries().find(([name]) => name.toLowerCase() === wanted)?.[1]
  if (!found) throw notFound()
  return found
}

/**
 * Refuses what the account or its token may not do.
 *
 * @throws Refusal 401 for nobody, 404 for what may not be seen, 403 for what may not be done
 */
export function admit(world: World, actor: Token | undefined, { needs, role, operation }: Route): void {
  if (!mayRead(world, actor?.login)) throw notFound()
  const open = operation.startsWith('get ') && role === undefined
  if (actor === undefined) {
    if (!open) throw new Refusal(401, 'Requires authentication')
    return
  }
  if (!needs.some(([permission, level]) => permits(actor, permission, level)))
    throw new Refusal(
      403,
      `Resource not accessible by ${actor.app ? 'integration' : 'personal access token'}`,
      undefined,
      { 'x-accepted-github-permissions': needs.map((pair) => pair.join('=')).join('; ') },
    )
  if (!plays(world, actor.login, role)) throw roleMissing(role)
}

/** Whether a token has a permission; one without a list has all that its account may do. */
export function permits({ permissions }: Token, permission: Permission, level: 'read' | 'write'): boolean {
  if (permissions === undefined || (permission === 'metadata' && level === 'read')) return true
  return permissions[permission] === 'write' || permissions[permission] === level
}

/** An app has no role: its permissions are all that counts. */
function plays(world: World, login: string, role: Route['role']): boolean {
  if (role === undefined || login === ACTIONS.login || login.endsWith('[bot]')) return true
  if (role === 'admin') return isAdmin(world, login)
  if (role === 'writer') return mayWrite(world, login)
  return mayRead({ ...world, visibility: 'private' }, login)
}

const roleMissing = (role: Route['role']): Refusal => {
  if (role === 'member') return notFound()
  return new Refusal(
    403,
    role === 'admin' ? 'Must have admin rights to Repository.' : 'Must have push access to repository',
  )
}

const MOST = 100

/** One page of a list, with the links that lead on. */
export function paged<T>(call: Call, items: readonly T[], represent: (item: T) => unknown): Answer {
  const { page, size, headers } = pageOf(call, items.length)
  return { status: 200, body: items.slice((page - 1) * size, page * size).map(represent), headers }
}

/** The page that is asked for, and the `Link` header for a list of this length. */
export function pageOf({ query, url }: Call, length: number) {
  const number = (name: string, otherwise: number) => {
    const value = Number.parseInt(query.get(name) ?? '', 10)
    return Number.isNaN(value) || value < 1 ? otherwise : value
  }
  const size = Math.min(number('per_page', 30), MOST)
  const page = number('page', 1)
  const last = Math.max(1, Math.ceil(length / size))
  const link = (to: number, rel: string) => {
    const there = new URLSearchParams(query)
    there.set('page', String(to))
    return `<${url}?${there}>; rel="${rel}"`
  }
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
    ...(page > 1 ? [link(1, 'first')] : []),
  ]
  const headers: Record<string, string> = links.length > 0 ? { link: links.join(', ') } : {}
  return { page, size, headers }
}

/** Who acts, on a route that nobody reaches without signing in. */
export function actorOf({ actor }: Call): Token {
  if (!actor) throw new Refusal(401, 'Requires authentication')
  return actor
}

export const numberOf = ({ params }: Call, name: string): number => Number(params[name])
