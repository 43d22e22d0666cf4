import type { Instant } from '../../../pipeline/calendar/local-time.ts'
import { notFound } from './refusal.ts'
import { type Answer, type Call, numberOf, paged, type Route, routes } from './routing.ts'
import { apiOf, nodeId, repoApi, userShape } from './shapes.ts'
import { homeRepo, stampOf, type World } from './world.ts'

/** A commit that a workflow put onto the web, and how that went. */
export type Deployment = {
  readonly id: number
  readonly sha: string
  readonly at: Instant
  readonly statuses: readonly { readonly id: number; readonly state: string; readonly at: Instant }[]
}

/** A deployment as the workflow that publishes makes it: first on its way, then done or failed. */
export function addDeployment(world: World, sha: string, at: Instant, state: string): void {
  world.deployments.push({
    id: world.nextId(),
    sha,
    at,
    statuses: [
      { id: world.nextId(), state: 'in_progress', at },
      { id: world.nextId(), state, at },
    ],
  })
}

const CREATOR = 'github-actions[bot]'

function list(call: Call): Answer {
  const { world, query } = call
  const sha = query.get('sha')
  const found = world.deployments.filter((each) => sha === null || each.sha === sha)
  return paged(call, found.toReversed(), (each) => shape(world, each))
}

function statuses(call: Call): Answer {
  const { world } = call
  const deployment = world.deployments.find(({ id }) => id === numberOf(call, 'deployment_id'))
  if (!deployment) throw notFound()
  const api = `${repoApi(world, homeRepo(world))}/deployments/${deployment.id}`
  return paged(call, deployment.statuses.toReversed(), ({ id, state, at }) => ({
    url: `${api}/statuses/${id}`,
    id,
    node_id: nodeId('DES', id),
    state,
    creator: userShape(world, CREATOR),
    description: '',
    environment: 'github-pages',
    target_url: `${world.address}/trang`,
    created_at: stampOf(at),
    updated_at: stampOf(at),
    deployment_url: api,
    repository_url: repoApi(world, homeRepo(world)),
  }))
}

function shape(world: World, { id, sha, at }: Deployment) {
  const url = `${repoApi(world, homeRepo(world))}/deployments/${id}`
  return {
    url,
    id,
    node_id: nodeId('DE', id),
    sha,
    ref: 'main',
    task: 'deploy',
    payload: {},
    original_environment: 'github-pages',
    environment: 'github-pages',
    description: null,
    creator: userShape(world, CREATOR),
    created_at: stampOf(at),
    updated_at: stampOf(at),
    statuses_url: `${url}/statuses`,
    repository_url: `${apiOf(world)}/repos`,
  }
}

const ROOT = '/repos/{owner}/{repo}'

export const deploymentRoutes: readonly Route[] = routes([['deployments', 'read']], {
  [`get ${ROOT}/deployments`]: list,
  [`get ${ROOT}/deployments/{deployment_id}/statuses`]: statuses,
})
