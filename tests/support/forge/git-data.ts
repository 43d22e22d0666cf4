import { isBinary, readObjects, treeLines } from './git-objects.ts'
import { branchesOf, commitAt, isAncestor, updateRef } from './git-store.ts'
import { recordMoves } from './pull-state.ts'
import { notFound, Refusal, unprocessable } from './refusal.ts'
import { type Answer, actorOf, type Call, type Route, routes } from './routing.ts'
import { pushLimits } from './rulesets.ts'
import { nodeId, repoApi } from './shapes.ts'
import { homeRepo, mayWrite, type Repo, type World } from './world.ts'

/** GitHub lists no more entries of a tree than these, and says that it has left some out. */
const MOST_ENTRIES = 100_000

function tree({ world, repo, params, query }: Call): Answer {
  const name = params.tree_sha ?? ''
  const all = treeLines(repo.path, name, query.has('recursive'))
  if (all === undefined) throw notFound()
  const root = readObjects(repo.path, [`${name}^{tree}`])
    .values()
    .next().value
  const url = (kind: string, sha: string) => `${repoApi(world, repo)}/git/${kind}s/${sha}`
  const sha = root?.oid ?? name
  return {
    status: 200,
    body: {
      sha,
      url: url('tree', sha),
      truncated: all.length > MOST_ENTRIES,
      tree: all.slice(0, MOST_ENTRIES).map(({ size, ...entry }) => ({
        ...entry,
        url: url(entry.type, entry.sha),
        ...(size === undefined ? {} : { size }),
      })),
    },
  }
}

/** A file by its id; as it is where the client takes the raw media type, or wrapped in JSON. */
function blob({ world, repo, params, accept }: Call): Answer {
  const sha = params.file_sha ?? ''
  const stored = readObjects(repo.path, [sha]).get(sha)
  if (stored?.type !== 'blob' || stored.oid !== sha) throw notFound()
  if (accept.includes('application/vnd.github.raw')) {
    const type = isBinary(stored.bytes)
      ? 'application/octet-stream'
      : 'application/vnd.github.raw; charset=utf-8'
    return { status: 200, raw: stored.bytes, headers: { 'content-type': type } }
  }
  return {
    status: 200,
    body: {
      sha,
      node_id: nodeId('B', sha),
      size: stored.bytes.length,
      url: `${repoApi(world, repo)}/git/blobs/${sha}`,
      content: stored.bytes.toString('base64'),
      encoding: 'base64',
    },
  }
}

const GONE = 'Reference does not exist'

/** The name and the commit of a ref that may be moved: by a writer, and not against the rules of its branch. */
function movable(call: Call): { ref: string; sha: string; limits: ReturnType<typeof pushLimits> } {
  const { world, repo, params } = call
  mustWrite(world, call)
  const ref = `refs/${params.ref}`
  const sha = commitAt(repo.path, ref)
  if (sha === undefined) throw new Refusal(422, GONE)
  const none = { closed: false, noForce: false, noDeletion: false }
  return {
    ref,
    sha,
    limits:
      repo === homeRepo(world) && ref.startsWith('refs/heads/')
        ? pushLimits(world, ref.slice('refs/heads/'.length))
        : none,
  }
}

/** An app writes by its permission, an account by its role. */
function mustWrite(world: World, call: Call): void {
  const { login, app } = actorOf(call)
  if (app === undefined && !mayWrite(world, login))
    throw new Refusal(403, 'Must have push access to repository')
}

function moveRef(call: Call): Answer {
  const { world, repo, body } = call
  const { sha, force = false } = body as { sha: string; force?: boolean }
  const { ref, sha: from, limits } = movable(call)
  if (commitAt(repo.path, sha) !== sha) throw new Refusal(422, 'Object does not exist')
  const forward = isAncestor(repo.path, from, sha)
  if (limits.closed || (limits.noForce && !forward)) throw unprocessable('Repository rule violations found')
  if (!forward && !force) throw new Refusal(422, 'Update is not a fast forward')
  moved(call, ref, sha)
  return { status: 200, body: refShape(world, repo, ref, sha) }
}

function deleteRef(call: Call): Answer {
  const { ref, limits } = movable(call)
  if (limits.noDeletion) throw unprocessable('Repository rule violations found')
  moved(call, ref, undefined)
  return { status: 204 }
}

function moved(call: Call, ref: string, sha: string | undefined): void {
  const before = branchesOf(call.repo.path)
  updateRef(call.repo.path, ref, sha)
  recordMoves(call.world, call.repo, before, actorOf(call).login)
}

export const refShape = (world: World, repo: Repo, ref: string, sha: string) => ({
  ref,
  node_id: nodeId('REF', ref),
  url: `${repoApi(world, repo)}/git/${ref}`,
  object: { type: 'commit', sha, url: `${repoApi(world, repo)}/git/commits/${sha}` },
})

const ROOT = '/repos/{owner}/{repo}/git'

export const gitDataRoutes: readonly Route[] = [
  ...routes([['contents', 'read']], {
    [`get ${ROOT}/trees/{tree_sha}`]: tree,
    [`get ${ROOT}/blobs/{file_sha}`]: blob,
  }),
  ...routes([['contents', 'write']], {
    [`patch ${ROOT}/refs/{ref}`]: moveRef,
    [`delete ${ROOT}/refs/{ref}`]: deleteRef,
  }),
]
