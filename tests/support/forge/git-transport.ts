import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { branchesOf, GIT_ENVIRONMENT, git } from './git-store.ts'
import { recordMoves } from './pull-state.ts'
import { pushLimits } from './rulesets.ts'
import { homeRepo, mayRead, mayWrite, type Repo, type Token, type World } from './world.ts'

/** Refuses what the rules of a branch do not let a push do; the rules come in as names of refs, one a line. */
const HOOK = `#!/bin/sh
none=0000000000000000000000000000000000000000
refuse() { echo "error: GH013: Repository rule violations found for $1." >&2; echo "- $2" >&2; status=1; }
holds() { printf '%s\\n' "$1" | grep -Fqx -- "$2"; }
status=0
while read -r old new ref; do
  if [ "$new" = $none ]; then holds "$FORGE_NO_DELETION" "$ref" && refuse "$ref" "Cannot delete this branch"
  elif [ "$old" != $none ]; then
    holds "$FORGE_CLOSED" "$ref" && refuse "$ref" "Changes must be made through a pull request."
    holds "$FORGE_NO_FORCE" "$ref" && ! git merge-base --is-ancestor "$old" "$new" && refuse "$ref" "Cannot force-push to this branch"
  fi
done
exit $status
`

/** An empty bare repository that can be pushed to, with the rules of its forge at the door. */
export function initBare(path: string): void {
  mkdirSync(path, { recursive: true })
  git(path, ['init', '--quiet', '--bare', '-b', 'main'])
  configure(path)
  const hook = join(path, 'hooks/pre-receive')
  mkdirSync(join(path, 'hooks'), { recursive: true })
  writeFileSync(hook, HOOK)
  chmodSync(hook, 0o755)
}

/** Settings of every repository of the forge, forks too. */
export function configure(path: string): void {
  git(path, ['config', 'receive.hideRefs', 'refs/pull'])
  // A pull request is fetched from its fork by the id of its head.
  git(path, ['config', 'uploadpack.allowAnySHA1InWant', 'true'])
  git(path, ['config', 'gc.auto', '0'])
}

const ADDRESS = /^\/git\/([^/]+)\/([^/]+?)\.git(\/(?:info\/refs|git-upload-pack|git-receive-pack))$/

/** Git over HTTP; the account is that of the token, which is the password, whatever the name beside it. */
export function gitTransport(world: World) {
  let queue: Promise<unknown> = Promise.resolve()
  return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const [, owner = '', name = '', service = ''] = ADDRESS.exec(decodeURIComponent(url.pathname)) ?? []
    const repo = world.repos.get(`${owner}/${name}`)
    const token = basicToken(world, request.headers.authorization)
    const pushing = service.endsWith('receive-pack') || url.searchParams.get('service') === 'git-receive-pack'
    const status = repo
      ? refusal(world, repo, token, pushing, request.headers.authorization !== undefined)
      : 404
    if (!repo || status !== undefined) {
      const headers = status === 401 ? { 'www-authenticate': 'Basic realm="GitHub"' } : {}
      response.writeHead(status ?? 404, headers).end('Repository not found.\n')
      return
    }
    const serve = () => backend(world, repo, service, token, request, response, url)
    if (!service.endsWith('receive-pack')) return serve()
    // One push after the other, so that each is written down with its own moves.
    const turn = queue.then(serve, serve)
    queue = turn.catch(() => undefined)
    return turn
  }
}

function basicToken(world: World, authorization: string | undefined): Token | undefined {
  const encoded = /^Basic (.+)$/i.exec(authorization ?? '')?.[1]
  if (!encoded) return undefined
  const pair = Buffer.from(encoded, 'base64').toString()
  return world.tokens.get(pair.slice(pair.indexOf(':') + 1))
}

function refusal(
  world: World,
  repo: Repo,
  token: Token | undefined,
  pushing: boolean,
  tried: boolean,
): 401 | 403 | 404 | undefined {
  if (token === undefined) return tried || pushing || !mayRead(world, undefined) ? 401 : undefined
  if (!mayRead(world, token.login)) return 404
  const level = token.permissions === undefined ? 'write' : token.permissions.contents
  if (level === undefined) return 403
  if (!pushing) return undefined
  const owns = repo.fork
    ? repo.owner === token.login
    : mayWrite(world, token.login) || token.app !== undefined
  return owns && level === 'write' ? undefined : 403
}

async function backend(
  world: World,
  repo: Repo,
  service: string,
  token: Token | undefined,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const before = branchesOf(repo.path)
  const child = spawn('git', ['http-backend'], {
    env: {
      ...GIT_ENVIRONMENT,
      ...limitsOf(world, repo, before),
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_TRANSLATED: repo.path + service,
      REQUEST_METHOD: request.method,
      QUERY_STRING: url.search.slice(1),
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      ...(request.headers['content-length'] ? { CONTENT_LENGTH: request.headers['content-length'] } : {}),
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      ...(token ? { REMOTE_USER: token.login } : {}),
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  // A push that is refused is answered before it has been read to the end.
  child.stdin.on('error', () => undefined)
  request.pipe(child.stdin)
  const parts: Buffer[] = []
  child.stdout.on('data', (part: Buffer) => parts.push(part))
  await once(child, 'close')
  if (token && service.endsWith('receive-pack')) recordMoves(world, repo, before, token.login)
  sendCgi(Buffer.concat(parts), response)
}

/** The rules of the branches that are there, for the hook. Forks have none. */
function limitsOf(world: World, repo: Repo, branches: ReadonlyMap<string, string>) {
  const refs = repo === homeRepo(world) ? [...branches.keys()] : []
  const where = (kind: keyof ReturnType<typeof pushLimits>) =>
    refs.filter((ref) => pushLimits(world, ref.slice('refs/heads/'.length))[kind]).join('\n')
  return {
    FORGE_CLOSED: where('closed'),
    FORGE_NO_FORCE: where('noForce'),
    FORGE_NO_DELETION: where('noDeletion'),
  }
}

/** A CGI answer: headers, an empty line, the body. */
function sendCgi(output: Buffer, response: ServerResponse): void {
  const end = output.indexOf('\r\n\r\n')
  const headers = output
    .subarray(0, Math.max(end, 0))
    .toString()
    .split('\r\n')
    .map((line) => line.split(/:\s*/, 2) as [string, string])
  const status = Number.parseInt(headers.find(([name]) => name === 'Status')?.[1] ?? '200', 10)
  response.statusCode = end < 0 ? 500 : status
  for (const [name, value] of headers) if (name && name !== 'Status') response.setHeader(name, value)
  response.end(output.subarray(end + 4))
}
