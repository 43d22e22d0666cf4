import { branchesOf, type Files, git, importStream, tryGit, updateRef, WEB_COMMITTER } from './git-store.ts'
import { type Asking, mustPermit, refused } from './graphql-asking.ts'
import { commitNamed, commitObject, pullId, pullObject, refAt, repositoryId } from './graphql-objects.ts'
import { recordMoves } from './pull-state.ts'
import { pushLimits } from './rulesets.ts'
import { fullName, homeRepo, mayWrite, type Pull, type Repo, sameLogin } from './world.ts'

type Input<T> = { readonly input: T & { readonly clientMutationId?: string } }

export const mutations = (asking: Asking) => ({
  createRef: ({ input }: Input<NewRef>) => createRef(asking, input),
  createCommitOnBranch: ({ input }: Input<NewCommit>) => createCommit(asking, input),
  convertPullRequestToDraft: ({ input }: Input<OfPull>) => setDraft(asking, input.pullRequestId, true),
  markPullRequestReadyForReview: ({ input }: Input<OfPull>) => setDraft(asking, input.pullRequestId, false),
})

/** An app writes by its permission, an account by its role, to a fork of its own as well. */
function mustWrite(asking: Asking, repo: Repo): void {
  mustPermit(asking, 'contents', 'write')
  const { login, app } = asking.actor
  const owns = repo.fork ? sameLogin(repo.owner, login) : mayWrite(asking.world, login)
  if (app === undefined && !owns)
    throw refused('FORBIDDEN', `${login} does not have the correct permissions to execute this`)
}

type NewRef = { readonly repositoryId: string; readonly name: string; readonly oid: string }

function createRef(asking: Asking, { repositoryId: id, name, oid }: NewRef) {
  const { world, actor } = asking
  const repo = world.repos.values().find((each) => repositoryId(each) === id)
  if (!repo) throw refused('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`)
  mustWrite(asking, repo)
  const sha = commitNamed(repo, oid)
  const before = branchesOf(repo.path)
  if (before.has(name))
    throw refused('UNPROCESSABLE', `A ref named "${name}" already exists in the repository.`)
  if (tryGit(repo.path, ['check-ref-format', name]) === undefined || !name.startsWith('refs/heads/'))
    throw refused('UNPROCESSABLE', `${name} is not a valid ref name.`)
  updateRef(repo.path, name, sha)
  recordMoves(world, repo, before, actor.login)
  return { ref: refAt(asking, repo, name, sha) }
}

type NewCommit = {
  readonly branch: { readonly repositoryNameWithOwner?: string; readonly branchName?: string }
  readonly expectedHeadOid: string
  readonly fileChanges?: {
    readonly additions: readonly { readonly path: string; readonly contents: string }[]
    readonly deletions: readonly { readonly path: string }[]
  }
  readonly message: { readonly headline: string; readonly body?: string }
}

/** A commit on top of the one that the client knows; where the branch has moved on, nothing is written. */
function createCommit(asking: Asking, { branch, expectedHeadOid, fileChanges, message }: NewCommit) {
  const { world, actor } = asking
  const { repositoryNameWithOwner = '', branchName = '' } = branch
  const repo = world.repos.get(repositoryNameWithOwner)
  if (!repo) throw refused('NOT_FOUND', `Could not resolve to a Repository named ${repositoryNameWithOwner}`)
  mustWrite(asking, repo)
  const before = branchesOf(repo.path)
  const head = before.get(`refs/heads/${branchName}`)
  if (head === undefined) throw refused('NOT_FOUND', `Branch not found: ${branchName}`)
  if (head !== expectedHeadOid)
    throw refused(
      'STALE_DATA',
      `Expected branch to point to "${expectedHeadOid}" but it did not. Pull and try again.`,
    )
  if (repo === homeRepo(world) && pushLimits(world, branchName).closed)
    throw refused(
      'UNPROCESSABLE',
      `Repository rule violations found\n\nChanges must be made through a pull request.`,
    )
  const stream = importStream({
    branch: branchName,
    from: head,
    files: filesOf(repo, head, fileChanges),
    message: [message.headline, message.body].filter(Boolean).join('\n\n'),
    author: { name: actor.login, email: `${actor.login}@users.noreply.github.com` },
    committer: WEB_COMMITTER,
    at: world.now,
  })
  git(repo.path, ['fast-import', '--quiet', '--done'], { input: stream })
  recordMoves(world, repo, before, actor.login)
  const ref = `refs/heads/${branchName}`
  const sha = branchesOf(repo.path).get(ref) as string
  return { commit: commitObject(asking, repo, sha), ref: refAt(asking, repo, ref, sha) }
}

function filesOf(repo: Repo, head: string, changes: NewCommit['fileChanges']): Files {
  const { additions = [], deletions = [] } = changes ?? {}
  for (const { path } of deletions)
    if (tryGit(repo.path, ['cat-file', '-e', `${head}:${path}`]) === undefined)
      throw refused(
        'UNPROCESSABLE',
        `A path was requested for deletion which does not exist as of commit oid \`${head}\`: ${path}`,
      )
  return Object.fromEntries([
    ...deletions.map(({ path }) => [path, null] as const),
    ...additions.map(({ path, contents }) => [path, Buffer.from(contents, 'base64')] as const),
  ])
}

type OfPull = { readonly pullRequestId: string }

/** GitHub does not say which permissions of a token it takes; the stricter reading is that it takes both. */
function setDraft(asking: Asking, id: string, draft: boolean) {
  const { world, actor } = asking
  mustPermit(asking, 'pull_requests', 'write')
  mustPermit(asking, 'contents', 'write')
  const pull: Pull | undefined = world.pulls.find((each) => pullId(each) === id)
  if (!pull) throw refused('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`)
  if (!sameLogin(pull.author, actor.login) && !mayWrite(world, actor.login))
    throw refused(
      'FORBIDDEN',
      `${actor.login} does not have the correct permissions on ${fullName(homeRepo(world))}`,
    )
  pull.draft = draft
  pull.updatedAt = world.now
  return { pullRequest: pullObject(asking, pull) }
}
