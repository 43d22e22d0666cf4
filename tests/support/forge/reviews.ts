import { changedFiles } from './git-store.ts'
import { commentedOn } from './issues.ts'
import { commentShape, reviewCommentShape, reviewShape } from './pull-shapes.ts'
import { isOfPull, pullOf } from './pulls.ts'
import { invalid, notFound, Refusal, unprocessable } from './refusal.ts'
import { type Answer, actorOf, type Call, numberOf, paged, type Route, routes } from './routing.ts'
import {
  ACTIONS,
  homeRepo,
  mayWrite,
  type Pull,
  type Review,
  type ReviewComment,
  type ReviewState,
  sameLogin,
  type World,
} from './world.ts'

type Event = 'APPROVE' | 'REQUEST_CHANGES' | 'COMMENT'

type NewReview = {
  readonly commit_id?: string
  readonly body?: string
  readonly event?: Event
  readonly comments?: readonly { readonly path: string; readonly body: string; readonly line?: number }[]
}

const STATE: Readonly<Record<Event, ReviewState>> = {
  APPROVE: 'APPROVED',
  REQUEST_CHANGES: 'CHANGES_REQUESTED',
  COMMENT: 'COMMENTED',
}

/** What GitHub refuses to take from an account, whatever is written in it. */
function refuseReview(
  world: World,
  pull: Pull,
  login: string,
  { event, body, comments = [] }: NewReview,
): void {
  const own = sameLogin(login, pull.author)
  if (event === 'APPROVE' && own) throw unprocessable('Review Can not approve your own pull request')
  if (event === 'REQUEST_CHANGES' && own)
    throw unprocessable('Review Can not request changes on your own pull request')
  if (event === 'APPROVE' && login === ACTIONS.login && !world.actions.can_approve_pull_request_reviews)
    throw unprocessable('GitHub Actions is not permitted to approve pull requests.')
  const needsBody = event === 'REQUEST_CHANGES' || (event === 'COMMENT' && comments.length === 0)
  if (needsBody && !body?.trim()) throw unprocessable('Review Body can not be blank')
  if (event === 'APPROVE' && pull.closedAt !== undefined)
    throw unprocessable('Review Can not approve a closed pull request')
}

function review(call: Call): Answer {
  const { world } = call
  const pull = pullOf(call)
  const { login } = actorOf(call)
  const wanted = call.body as NewReview
  refuseReview(world, pull, login, wanted)
  if (wanted.commit_id !== undefined && !isOfPull(pull, homeRepo(world), wanted.commit_id))
    throw unprocessable('Commit is not part of the pull request')
  const given: Review = {
    id: world.nextId(),
    login,
    commit: wanted.commit_id ?? pull.head.sha,
    body: wanted.body ?? '',
    state: wanted.event ? STATE[wanted.event] : 'PENDING',
    at: wanted.event ? world.now : undefined,
  }
  const remarks = (wanted.comments ?? []).map(({ path, body, line = 1 }) =>
    remark(call, pull, { body, path, line, commit_id: given.commit }, given.id),
  )
  pull.reviews.push(given)
  world.reviewComments.push(...remarks)
  return { status: 200, body: reviewShape(world, pull, given) }
}

/** A review that its author has not sent yet is seen by nobody else. */
const reviewsSeenBy = ({ actor }: Call, pull: Pull): Review[] =>
  pull.reviews.filter(({ state, login }) => state !== 'PENDING' || (actor && sameLogin(actor.login, login)))

function dismiss(call: Call): Answer {
  const pull = pullOf(call)
  const found = pull.reviews.find(({ id }) => id === numberOf(call, 'review_id'))
  if (!found) throw notFound()
  if (found.state !== 'APPROVED' && found.state !== 'CHANGES_REQUESTED')
    throw unprocessable('Can not dismiss a commented pull request review')
  found.state = 'DISMISSED'
  return { status: 200, body: reviewShape(call.world, pull, found) }
}

/** In UTF-16 units, as GitHub counts. */
const LONGEST_COMMENT = 65_536

function commentText(call: Call): string {
  const text = String(call.body.body ?? '')
  if (text.trim() === '') throw invalid('IssueComment', 'body', "body can't be blank")
  if (text.length > LONGEST_COMMENT)
    throw invalid('IssueComment', 'body', `body is too long (maximum is ${LONGEST_COMMENT} characters)`)
  return text
}

function addComment(call: Call): Answer {
  const { world } = call
  const { login, app } = actorOf(call)
  const comment = {
    id: world.nextId(),
    pull: commentedOn(call, 'write'),
    login,
    app,
    body: commentText(call),
    createdAt: world.now,
    updatedAt: world.now,
  }
  world.comments.push(comment)
  return { status: 201, body: commentShape(world, comment) }
}

function editComment(call: Call): Answer {
  const { world } = call
  const comment = world.comments.find(({ id }) => id === numberOf(call, 'comment_id'))
  if (!comment) throw notFound()
  const { login } = actorOf(call)
  const may = sameLogin(login, comment.login) || login === ACTIONS.login || mayWrite(world, login)
  if (!may) throw new Refusal(403, 'Must have push access to repository')
  comment.body = commentText(call)
  comment.updatedAt = world.now
  return { status: 200, body: commentShape(world, comment) }
}

type NewRemark = {
  readonly body: string
  readonly commit_id: string
  readonly path: string
  readonly line?: number
  readonly side?: 'LEFT' | 'RIGHT'
  readonly in_reply_to?: number
}

function remark(call: Call, pull: Pull, wanted: NewRemark, review: number | null): ReviewComment {
  const { world } = call
  const home = homeRepo(world)
  const commit = wanted.commit_id
  if (!isOfPull(pull, home, commit))
    throw invalid('PullRequestReviewComment', 'commit_id', 'commit_id is not part of the pull request')
  if (!changedFiles(home.path, pull.base.sha, commit).some(({ path }) => path === wanted.path))
    throw invalid('PullRequestReviewComment', 'path', 'path is invalid')
  return {
    id: world.nextId(),
    pull: pull.number,
    review,
    login: actorOf(call).login,
    body: wanted.body,
    path: wanted.path,
    line: wanted.line ?? 1,
    side: wanted.side ?? 'RIGHT',
    commit,
    replyTo: wanted.in_reply_to,
    at: world.now,
  }
}

function addRemark(call: Call): Answer {
  const { world } = call
  const added = remark(call, pullOf(call), call.body as NewRemark, null)
  world.reviewComments.push(added)
  return { status: 201, body: reviewCommentShape(world, added) }
}

const PULLS = '/repos/{owner}/{repo}/pulls/{pull_number}'
const ISSUES = '/repos/{owner}/{repo}/issues'

export const reviewRoutes: readonly Route[] = [
  ...routes([['pull_requests', 'read']], {
    [`get ${PULLS}/reviews`]: (call) => {
      const pull = pullOf(call)
      return paged(call, reviewsSeenBy(call, pull), (each) => reviewShape(call.world, pull, each))
    },
    [`get ${PULLS}/comments`]: (call) => {
      const { number } = pullOf(call)
      const on = call.world.reviewComments.filter(({ pull }) => pull === number)
      return paged(call, on, (each) => reviewCommentShape(call.world, each))
    },
  }),
  ...routes([['pull_requests', 'write']], {
    [`post ${PULLS}/reviews`]: review,
    [`post ${PULLS}/comments`]: addRemark,
  }),
  ...routes(
    [['pull_requests', 'write']],
    { [`put ${PULLS}/reviews/{review_id}/dismissals`]: dismiss },
    'writer',
  ),
  ...routes(
    [
      ['issues', 'read'],
      ['pull_requests', 'read'],
    ],
    {
      [`get ${ISSUES}/{issue_number}/comments`]: (call) => {
        const number = commentedOn(call, 'read')
        const on = call.world.comments.filter(({ pull }) => pull === number)
        return paged(call, on, (each) => commentShape(call.world, each))
      },
    },
  ),
  ...routes(
    [
      ['issues', 'write'],
      ['pull_requests', 'write'],
    ],
    {
      [`post ${ISSUES}/{issue_number}/comments`]: addComment,
      [`patch ${ISSUES}/comments/{comment_id}`]: editComment,
    },
  ),
]
