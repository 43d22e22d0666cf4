import { issueShape, pullAsIssueShape } from './issue-shapes.ts'
import { labelsIn } from './labels.ts'
import { pullOf } from './pulls.ts'
import { invalid, notFound, Refusal } from './refusal.ts'
import { type Answer, actorOf, type Call, numberOf, paged, permits, type Route, routes } from './routing.ts'
import { ACTIONS, homeRepo, type Issue, mayWrite, nextNumber, type Pull, sameLogin } from './world.ts'

/** Issues and pull requests share their numbers, and GitHub lists them together. */
type Numbered =
  | { readonly issue: Issue; readonly pull?: undefined }
  | { readonly pull: Pull; readonly issue?: undefined }

function found(call: Call): Numbered {
  const number = numberOf(call, 'issue_number')
  const issue = call.world.issues.find((each) => each.number === number)
  return issue && call.repo === homeRepo(call.world) ? { issue } : { pull: pullOf(call, 'issue_number') }
}

const openedAt = ({ issue, pull }: Numbered) => issue?.openedAt ?? pull?.openedAt ?? 0
const numberIn = ({ issue, pull }: Numbered) => issue?.number ?? pull?.number ?? 0
const isOpen = ({ issue, pull }: Numbered) => (issue ?? pull)?.closedAt === undefined

const shapeOf = ({ world }: Call, { issue, pull }: Numbered) =>
  issue ? issueShape(world, issue) : pullAsIssueShape(world, pull)

function list(call: Call): Answer {
  const { world, query } = call
  const state = query.get('state') ?? 'open'
  const creator = query.get('creator')
  const direction = query.get('direction') === 'asc' ? 1 : -1
  const all: Numbered[] = [
    ...world.issues.map((issue) => ({ issue })),
    ...world.pulls.map((pull) => ({ pull })),
  ]
  const wanted = all
    .filter((each) => state === 'all' || isOpen(each) === (state === 'open'))
    .filter(({ issue, pull }) => creator === null || sameLogin((issue ?? pull).author, creator))
    .sort((a, b) => direction * (openedAt(a) - openedAt(b) || numberIn(a) - numberIn(b)))
  return paged(call, wanted, (each) => shapeOf(call, each))
}

type Written = {
  readonly title?: string | number | null
  readonly body?: string | null
  readonly state?: 'open' | 'closed'
  readonly state_reason?: string | null
}

const LONGEST = { title: 256, body: 65_536 } as const

function taken(field: keyof typeof LONGEST, text: string): string {
  if (field === 'title' && text.trim() === '') throw invalid('Issue', field, "title can't be blank")
  if (text.length > LONGEST[field])
    throw invalid('Issue', field, `${field} is too long (maximum is ${LONGEST[field]} characters)`)
  return text
}

function open(call: Call): Answer {
  const { world } = call
  const { login, app } = actorOf(call)
  const { title, body } = call.body as Written
  const issue: Issue = {
    id: world.nextId(),
    number: nextNumber(world),
    author: login,
    app,
    openedAt: world.now,
    title: taken('title', String(title ?? '')),
    body: body === undefined || body === null ? null : taken('body', body),
    updatedAt: world.now,
    closedAt: undefined,
    closedBy: undefined,
    reason: null,
  }
  world.issues.push(issue)
  return { status: 201, body: issueShape(world, issue) }
}

/** Of an issue; of a pull request its labels only, though GitHub takes the rest too. */
function edit(call: Call): Answer {
  const { world } = call
  const { issue, pull } = found(call)
  if (pull) return relabel(call, pull)
  if (!permits(actorOf(call), 'issues', 'write')) throw forbidden(call)
  const { login } = actorOf(call)
  if (!sameLogin(login, issue.author) && login !== ACTIONS.login && !mayWrite(world, login))
    throw new Refusal(403, 'Must have push access to repository')
  const { title, body, state, state_reason } = call.body as Written
  if (title !== undefined) issue.title = taken('title', String(title ?? ''))
  if (body !== undefined) issue.body = body === null ? null : taken('body', body)
  if (state === 'closed')
    Object.assign(issue, { closedAt: world.now, closedBy: login, reason: state_reason ?? 'completed' })
  if (state === 'open') Object.assign(issue, { closedAt: undefined, closedBy: undefined, reason: 'reopened' })
  issue.updatedAt = world.now
  return { status: 200, body: issueShape(world, issue) }
}

/** Labels of somebody who may not write are left as they were, without a word: so GitHub says. */
function relabel(call: Call, pull: Pull): Answer {
  const { world, body } = call
  const { login } = actorOf(call)
  const labels = labelsIn(body)
  if (labels === undefined || Object.keys(body).length > 1) throw notFound()
  if (login === ACTIONS.login || mayWrite(world, login)) pull.labels = labels
  pull.updatedAt = world.now
  return { status: 200, body: pullAsIssueShape(world, pull) }
}

const forbidden = ({ actor }: Call) =>
  new Refusal(403, `Resource not accessible by ${actor?.app ? 'integration' : 'personal access token'}`)

/**
 * The number that is commented on. A pull request takes comments with either permission, an issue with its own only.
 *
 * @throws Refusal 404 where there is neither, 403 where the token may not
 */
export function commentedOn(call: Call, level: 'read' | 'write'): number {
  const { issue, pull } = found(call)
  if (issue && call.actor && !permits(call.actor, 'issues', level)) throw forbidden(call)
  return issue?.number ?? pull?.number ?? 0
}

const ISSUES = '/repos/{owner}/{repo}/issues'

export const issueRoutes: readonly Route[] = [
  ...routes([['issues', 'read']], { [`get ${ISSUES}`]: list }),
  ...routes(
    [
      ['issues', 'read'],
      ['pull_requests', 'read'],
    ],
    {
      [`get ${ISSUES}/{issue_number}`]: (call) => {
        commentedOn(call, 'read')
        return { status: 200, body: shapeOf(call, found(call)) }
      },
    },
  ),
  ...routes([['issues', 'write']], { [`post ${ISSUES}`]: open }),
  ...routes(
    [
      ['issues', 'write'],
      ['pull_requests', 'write'],
    ],
    { [`patch ${ISSUES}/{issue_number}`]: edit },
  ),
]
