import { pullApi, pullPage } from './pull-shapes.ts'
import { appShape, associationOf, labelShape, nodeId, repoApi, repoPage, userShape } from './shapes.ts'
import { homeRepo, type Issue, type Pull, stampOf, type World } from './world.ts'

const optionalStamp = (at: number | undefined) => (at === undefined ? null : stampOf(at))

/** What an issue and a pull request have in common, as a list of issues shows them. */
function shared(world: World, { number, author, openedAt, updatedAt, closedAt, ...rest }: Issue | Pull) {
  const home = repoApi(world, homeRepo(world))
  const url = `${home}/issues/${number}`
  return {
    url,
    repository_url: home,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    timeline_url: `${url}/timeline`,
    id: rest.id,
    number,
    title: rest.title,
    user: userShape(world, author),
    labels: [],
    state: closedAt === undefined ? 'open' : 'closed',
    locked: false,
    assignee: null,
    assignees: [],
    milestone: null,
    comments: world.comments.filter(({ pull }) => pull === number).length,
    created_at: stampOf(openedAt),
    updated_at: stampOf(updatedAt),
    closed_at: optionalStamp(closedAt),
    author_association: associationOf(world, author),
    active_lock_reason: null,
    body: rest.body,
  }
}

export const issueShape = (world: World, issue: Issue) => ({
  ...shared(world, issue),
  node_id: nodeId('I', issue.id),
  html_url: `${repoPage(world, homeRepo(world))}/issues/${issue.number}`,
  performed_via_github_app: appShape(world, issue.app),
  state_reason: issue.reason,
  closed_by: issue.closedBy === undefined ? null : userShape(world, issue.closedBy),
})

/** A pull request where issues are listed: by `pull_request` it is told from them. */
export function pullAsIssueShape(world: World, pull: Pull) {
  const page = pullPage(world, pull)
  return {
    ...shared(world, pull),
    labels: pull.labels.map((name) => labelShape(world, name)),
    node_id: nodeId('PR', pull.id),
    html_url: page,
    draft: pull.draft,
    performed_via_github_app: null,
    state_reason: null,
    pull_request: {
      url: pullApi(world, pull),
      html_url: page,
      diff_url: `${page}.diff`,
      patch_url: `${page}.patch`,
      merged_at: optionalStamp(pull.merged?.at),
    },
  }
}
