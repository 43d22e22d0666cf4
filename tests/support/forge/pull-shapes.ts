import { changedFiles, commitsOf } from './git-store.ts'
import {
  appShape,
  associationOf,
  labelShape,
  nodeId,
  repoApi,
  repoPage,
  repoShape,
  userShape,
} from './shapes.ts'
import type { Comment, Pull, Repo, Review, ReviewComment, World } from './world.ts'
import { homeRepo, stampOf } from './world.ts'

export const pullApi = (world: World, { number }: { readonly number: number }): string =>
  `${repoApi(world, homeRepo(world))}/pulls/${number}`

export const pullPage = (world: World, { number }: { readonly number: number }): string =>
  `${repoPage(world, homeRepo(world))}/pull/${number}`

const link = (href: string) => ({ href })

const optionalStamp = (at: number | undefined) => (at === undefined ? null : stampOf(at))

/** A pull request as it stands in a list. */
export function pullShape(world: World, pull: Pull) {
  const url = pullApi(world, pull)
  const home = homeRepo(world)
  const issue = `${repoApi(world, home)}/issues/${pull.number}`
  const page = pullPage(world, pull)
  const places = {
    comments: `${issue}/comments`,
    commits: `${url}/commits`,
    statuses: `${repoApi(world, home)}/statuses/${pull.head.sha}`,
    review_comments: `${url}/comments`,
    review_comment: `${repoApi(world, home)}/pulls/comments{/number}`,
  }
  const side = (repo: Repo, { ref, sha }: { readonly ref: string; readonly sha: string }) => ({
    label: `${repo.owner}:${ref}`,
    ref,
    sha,
    user: userShape(world, repo.owner),
    repo: repoShape(world, repo),
  })
  return {
    url,
    id: pull.id,
    node_id: nodeId('PR', pull.id),
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: issue,
    ...Object.fromEntries(Object.entries(places).map(([name, place]) => [`${name}_url`, place])),
    number: pull.number,
    state: pull.closedAt === undefined ? 'open' : 'closed',
    locked: false,
    title: pull.title,
    user: userShape(world, pull.author),
    body: pull.body,
    labels: pull.labels.map((name) => labelShape(world, name)),
    milestone: null,
    active_lock_reason: null,
    created_at: stampOf(pull.openedAt),
    updated_at: stampOf(pull.updatedAt),
    closed_at: optionalStamp(pull.closedAt),
    merged_at: optionalStamp(pull.merged?.at),
    merge_commit_sha: pull.merged?.sha ?? pull.trialMerge ?? null,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    head: side(world.repos.get(pull.head.repo) as Repo, pull.head),
    base: side(home, pull.base),
    _links: {
      self: link(url),
      html: link(page),
      issue: link(issue),
      ...Object.fromEntries(Object.entries(places).map(([name, place]) => [name, link(place)])),
    },
    author_association: associationOf(world, pull.author),
    auto_merge: null,
    draft: pull.draft,
  }
}

/** A pull request on its own, with what takes GitHub a look at the commits. */
export function fullPullShape(world: World, pull: Pull, blocked: boolean) {
  const { path } = homeRepo(world)
  const files = changedFiles(path, pull.base.sha, pull.head.sha)
  const open = pull.closedAt === undefined
  const sum = (count: 'additions' | 'deletions') => files.reduce((all, file) => all + file[count], 0)
  return {
    ...pullShape(world, pull),
    merged: pull.merged !== undefined,
    mergeable: open ? pull.trialMerge !== undefined : null,
    rebaseable: false,
    mergeable_state: mergeableState(pull, blocked),
    merged_by: pull.merged ? userShape(world, pull.merged.by) : null,
    comments: world.comments.filter(({ pull: on }) => on === pull.number).length,
    review_comments: world.reviewComments.filter(({ pull: on }) => on === pull.number).length,
    maintainer_can_modify: false,
    commits: commitsOf(path, `${pull.base.sha}..${pull.head.sha}`).length,
    additions: sum('additions'),
    deletions: sum('deletions'),
    changed_files: files.length,
  }
}

function mergeableState(pull: Pull, blocked: boolean): string {
  if (pull.closedAt !== undefined) return 'unknown'
  if (pull.trialMerge === undefined) return 'dirty'
  return pull.draft ? 'draft' : blocked ? 'blocked' : 'clean'
}

export function reviewShape(world: World, pull: Pull, review: Review) {
  const page = `${pullPage(world, pull)}#pullrequestreview-${review.id}`
  return {
    id: review.id,
    node_id: nodeId('PRR', review.id),
    user: userShape(world, review.login),
    body: review.body,
    state: review.state,
    html_url: page,
    pull_request_url: pullApi(world, pull),
    author_association: associationOf(world, review.login),
    _links: { html: link(page), pull_request: link(pullApi(world, pull)) },
    ...(review.at === undefined ? {} : { submitted_at: stampOf(review.at) }),
    commit_id: review.commit,
  }
}

export function commentShape(world: World, comment: Comment) {
  const home = homeRepo(world)
  const api = `${repoApi(world, home)}/issues`
  const page = world.issues.some(({ number }) => number === comment.pull)
    ? `${repoPage(world, home)}/issues/${comment.pull}`
    : pullPage(world, { number: comment.pull })
  return {
    id: comment.id,
    node_id: nodeId('IC', comment.id),
    url: `${api}/comments/${comment.id}`,
    html_url: `${page}#issuecomment-${comment.id}`,
    issue_url: `${api}/${comment.pull}`,
    user: userShape(world, comment.login),
    body: comment.body,
    created_at: stampOf(comment.createdAt),
    updated_at: stampOf(comment.updatedAt),
    author_association: associationOf(world, comment.login),
    performed_via_github_app: appShape(world, comment.app),
  }
}

export function reviewCommentShape(world: World, comment: ReviewComment) {
  const pull = { number: comment.pull }
  const url = `${repoApi(world, homeRepo(world))}/pulls/comments/${comment.id}`
  const page = `${pullPage(world, pull)}#discussion_r${comment.id}`
  return {
    id: comment.id,
    node_id: nodeId('PRRC', comment.id),
    url,
    html_url: page,
    pull_request_url: pullApi(world, pull),
    pull_request_review_id: comment.review,
    diff_hunk: '',
    path: comment.path,
    line: comment.line,
    original_line: comment.line,
    side: comment.side,
    position: 1,
    original_position: 1,
    commit_id: comment.commit,
    original_commit_id: comment.commit,
    ...(comment.replyTo === undefined ? {} : { in_reply_to_id: comment.replyTo }),
    user: userShape(world, comment.login),
    body: comment.body,
    created_at: stampOf(comment.at),
    updated_at: stampOf(comment.at),
    author_association: associationOf(world, comment.login),
    _links: { self: link(url), html: link(page), pull_request: link(pullApi(world, pull)) },
  }
}
