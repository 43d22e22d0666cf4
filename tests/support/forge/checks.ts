import { commitAt, resolveCommit } from './git-store.ts'
import { latestRuns } from './merge-rules.ts'
import { notFound, Refusal } from './refusal.ts'
import { type Answer, actorOf, type Call, numberOf, paged, pageOf, type Route, routes } from './routing.ts'
import { appShape, idOf, nodeId, repoApi, repoPage } from './shapes.ts'
import { type Annotation, type App, type CheckRun, homeRepo, stampOf, type World } from './world.ts'

type Written = {
  readonly name?: string
  readonly head_sha?: string
  readonly status?: string
  readonly conclusion?: string
  readonly started_at?: string
  readonly completed_at?: string
  readonly details_url?: string
  readonly external_id?: string
  readonly output?: {
    readonly title?: string
    readonly summary?: string
    readonly text?: string
    readonly annotations?: readonly Annotation[]
  }
}

/** Check runs are written by apps only. */
function appOf(call: Call): App {
  const { app } = actorOf(call)
  if (!app) throw new Refusal(403, 'You must authenticate via a GitHub App.')
  return app
}

function add(call: Call): Answer {
  const { world, body } = call
  const app = appOf(call)
  const { head_sha: sha = '', name = '' } = body as Written
  if (commitAt(homeRepo(world).path, sha) !== sha) throw new Refusal(422, `No commit found for SHA: ${sha}`)
  const run: CheckRun = {
    id: world.nextId(),
    sha,
    app,
    name,
    annotations: [],
    status: 'queued',
    conclusion: null,
    startedAt: stampOf(world.now),
    completedAt: null,
    title: null,
    summary: null,
    text: null,
    externalId: '',
    detailsUrl: null,
  }
  write(world, run, body as Written)
  world.checkRuns.push(run)
  return { status: 201, body: shape(world, run) }
}

/** What is not said stays; annotations are added to those already there. */
function write(world: World, run: CheckRun, said: Written): void {
  const { output } = said
  run.name = said.name ?? run.name
  run.externalId = said.external_id ?? run.externalId
  run.detailsUrl = said.details_url ?? run.detailsUrl
  run.startedAt = said.started_at ?? run.startedAt
  run.title = output?.title ?? run.title
  run.summary = output?.summary ?? run.summary
  run.text = output?.text ?? run.text
  run.annotations.push(...(output?.annotations ?? []))
  progress(world, run, said)
}

/** A conclusion completes a run, and a run that starts again has none. */
function progress(
  world: World,
  run: CheckRun,
  { status = run.status, conclusion, completed_at }: Written,
): void {
  run.status = conclusion === undefined ? status : 'completed'
  const completed = run.status === 'completed'
  run.conclusion = completed ? (conclusion ?? run.conclusion) : null
  run.completedAt = completed ? (completed_at ?? stampOf(world.now)) : null
  if (completed && run.conclusion === null)
    throw new Refusal(422, 'Invalid request.\n\nA completed check run needs a conclusion.')
}

function found(call: Call): CheckRun {
  const run = call.world.checkRuns.find(({ id }) => id === numberOf(call, 'check_run_id'))
  if (!run) throw notFound()
  return run
}

function change(call: Call): Answer {
  const run = found(call)
  if (appOf(call).id !== run.app.id)
    throw new Refusal(
      403,
      'Invalid app_id `' +
        `${appOf(call).id}\` - check run can only be modified by the GitHub App that created it.`,
    )
  write(call.world, run, call.body as Written)
  return { status: 200, body: shape(call.world, run) }
}

function list(call: Call): Answer {
  const { world, query, params } = call
  const sha = resolveCommit(homeRepo(world).path, params.ref ?? '')
  if (!sha) throw new Refusal(422, `No commit found for SHA: ${params.ref}`)
  const runs =
    query.get('filter') === 'all'
      ? world.checkRuns.filter((run) => run.sha === sha)
      : latestRuns(world.checkRuns, sha)
  const matches = (name: string, value: unknown) =>
    query.get(name) === null || query.get(name) === String(value)
  const wanted = runs.filter(
    ({ name, status, app }) =>
      matches('check_name', name) && matches('status', status) && matches('app_id', app.id),
  )
  const { page, size, headers } = pageOf(call, wanted.length)
  const check_runs = wanted.slice((page - 1) * size, page * size).map((run) => shape(world, run))
  return { status: 200, body: { total_count: wanted.length, check_runs }, headers }
}

function annotations(call: Call): Answer {
  const { world } = call
  const run = found(call)
  return paged(call, run.annotations, (annotation) => ({
    start_column: null,
    end_column: null,
    title: '',
    raw_details: '',
    ...annotation,
    blob_href: `${repoPage(world, homeRepo(world))}/blob/${run.sha}/${String(annotation.path)}`,
  }))
}

function shape(world: World, run: CheckRun) {
  const home = homeRepo(world)
  const url = `${repoApi(world, home)}/check-runs/${run.id}`
  const page = `${repoPage(world, home)}/runs/${run.id}`
  return {
    id: run.id,
    node_id: nodeId('CR', run.id),
    name: run.name,
    head_sha: run.sha,
    external_id: run.externalId,
    url,
    html_url: page,
    details_url: run.detailsUrl ?? page,
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    output: {
      title: run.title,
      summary: run.summary,
      text: run.text,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    check_suite: { id: idOf(`${run.app.slug}:${run.sha}`) },
    app: appShape(world, run.app),
    pull_requests: [],
  }
}

const ROOT = '/repos/{owner}/{repo}'

export const checkRoutes: readonly Route[] = [
  ...routes([['checks', 'read']], {
    [`get ${ROOT}/commits/{ref}/check-runs`]: list,
    [`get ${ROOT}/check-runs/{check_run_id}/annotations`]: annotations,
  }),
  ...routes([['checks', 'write']], {
    [`post ${ROOT}/check-runs`]: add,
    [`patch ${ROOT}/check-runs/{check_run_id}`]: change,
  }),
]
