import { refShape } from './git-data.ts'
import { branchesOf, commitAt, commitOf, fileAt, git, importStream } from './git-store.ts'
import { recordMoves } from './pull-state.ts'
import { invalid, notFound, Refusal } from './refusal.ts'
import { type Answer, actorOf, type Call, type Route, routes } from './routing.ts'
import { mayWrite, type Repo, type World } from './world.ts'

/** An app writes by its permission, an account by its role. */
function mustWrite(world: World, { login, app }: ReturnType<typeof actorOf>): void {
  if (app === undefined && !mayWrite(world, login))
    throw new Refusal(403, 'Must have push access to repository')
}

/** A branch, or another ref, at a commit that is there. */
function createRef(call: Call): Answer {
  const { world, repo, body } = call
  const { ref, sha } = body as { ref: string; sha: string }
  const actor = actorOf(call)
  mustWrite(world, actor)
  if (!/^refs\/[^/]+\/./.test(ref)) throw new Refusal(422, 'Reference name must be a valid ref')
  const before = branchesOf(repo.path)
  if (before.has(ref)) throw new Refusal(422, 'Reference already exists')
  if (commitAt(repo.path, sha) === undefined) throw new Refusal(422, 'Object does not exist')
  git(repo.path, ['update-ref', ref, sha])
  recordMoves(world, repo, before, actor.login)
  return { status: 201, body: refShape(world, repo, ref, sha) }
}

type NewFile = {
  readonly message: string
  readonly content: string
  readonly branch?: string
  readonly sha?: string
}

/** A file of one commit. To write over another its blob must be named, so nobody writes over what he has not seen. */
function writeFile(call: Call): Answer {
  const { world, repo, params } = call
  const { message, content, branch = 'main', sha } = call.body as NewFile
  const path = params.path ?? ''
  const actor = actorOf(call)
  mustWrite(world, actor)
  const before = branchesOf(repo.path)
  const from = before.get(`refs/heads/${branch}`)
  if (from === undefined) throw notFound()
  if (fileAt(repo.path, from, path) !== undefined && sha === undefined)
    throw invalid('Content', 'sha', '"sha" wasn\'t supplied.')
  const author = { name: actor.login, email: `${actor.login}@users.noreply.github.com` }
  const files = { [path]: Buffer.from(content, 'base64') }
  const stream = importStream({ branch, from, files, message, author, at: world.now })
  git(repo.path, ['fast-import', '--quiet', '--done'], { input: stream })
  recordMoves(world, repo, before, actor.login)
  return { status: 201, body: committed(repo, branch, path) }
}

function committed(repo: Repo, branch: string, path: string) {
  const { sha, tree, message } = commitOf(repo.path, `refs/heads/${branch}`)
  return { content: { name: path.split('/').at(-1), path }, commit: { sha, message, tree: { sha: tree } } }
}

const ROOT = '/repos/{owner}/{repo}'

export const contentRoutes: readonly Route[] = routes([['contents', 'write']], {
  [`post ${ROOT}/git/refs`]: createRef,
  [`put ${ROOT}/contents/{path}`]: writeFile,
})
