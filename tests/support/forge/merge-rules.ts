import { type Codeowners, ownersOf, readCodeowners } from '../../../pipeline/owners/read-codeowners.ts'
import { changedFiles, fileAt, isAncestor } from './git-store.ts'
import { type PullRequestRule, parametersOf, type StatusChecksRule } from './rulesets.ts'
import {
  type CheckRun,
  homeRepo,
  inTeam,
  mayWrite,
  type Pull,
  type Review,
  sameLogin,
  type World,
} from './world.ts'

/** Where GitHub looks for CODEOWNERS; the first that is there counts. */
const CODEOWNERS_PLACES = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS']

export type FoundCodeowners = {
  readonly path: string
  readonly text: string
  readonly codeowners: Codeowners
}

export function codeownersAt(world: World, commit: string): FoundCodeowners | undefined {
  for (const path of CODEOWNERS_PLACES) {
    const text = fileAt(homeRepo(world).path, commit, path)
    if (text !== undefined) return { path, text, codeowners: readCodeowners(text) }
  }
  return undefined
}

/** Whether an owner is one: an account or a visible team of the organisation that may write itself. */
export function isRealOwner(world: World, owner: string): boolean {
  const [name = '', slug] = owner.slice(1).split('/')
  if (!owner.startsWith('@')) return mayWrite(world, world.emails.get(owner.toLowerCase()) ?? '')
  if (slug === undefined) return mayWrite(world, name)
  return sameLogin(name, world.organisation) && world.teams.get(slug.toLowerCase())?.access === 'write'
}

function isOwnedBy(world: World, owner: string, login: string): boolean {
  const [name = '', slug] = owner.slice(1).split('/')
  if (!owner.startsWith('@')) return sameLogin(world.emails.get(owner.toLowerCase()) ?? '', login)
  return slug === undefined ? sameLogin(name, login) : inTeam(world, slug, login)
}

const DECISIVE = ['APPROVED', 'CHANGES_REQUESTED', 'DISMISSED']

/** What each account with write access said last; a comment takes nothing back. */
export function standingReviews(world: World, pull: Pull): Review[] {
  const last = new Map<string, Review>()
  for (const review of pull.reviews)
    if (DECISIVE.includes(review.state) && mayWrite(world, review.login))
      last.set(review.login.toLowerCase(), review)
  return [...last.values()]
}

/** Why a pull request may not be merged now, in GitHub's words; empty where nothing stands in the way. */
export function obstacles(world: World, pull: Pull): string[] {
  const demands = parametersOf<PullRequestRule>(world, pull.base.ref, 'pull_request')
  const standing = standingReviews(world, pull)
  const approvals = standing.filter(({ state }) => state === 'APPROVED')
  const said = [
    ...demands.flatMap((demand) => missingReviews(world, pull, demand, approvals)),
    ...(demands.length > 0 && standing.some(({ state }) => state === 'CHANGES_REQUESTED')
      ? ['Changes have been requested.']
      : []),
    ...parametersOf<StatusChecksRule>(world, pull.base.ref, 'required_status_checks').flatMap((demand) =>
      missingChecks(world, pull, demand),
    ),
  ]
  return [...new Set(said)]
}

function missingReviews(
  world: World,
  pull: Pull,
  demand: NonNullable<PullRequestRule['parameters']>,
  approvals: readonly Review[],
): string[] {
  const needed = demand.required_approving_review_count
  const fresh = approvals.some(
    ({ login, commit }) => commit === pull.head.sha && !sameLogin(login, pull.lastPusher),
  )
  return [
    ...(approvals.length < needed
      ? [
          `At least ${needed} approving review${needed === 1 ? ' is' : 's are'} required by reviewers with write access.`,
        ]
      : []),
    ...(demand.require_last_push_approval && !fresh
      ? ['New changes require approval from someone other than the last pusher.']
      : []),
    ...(demand.require_code_owner_review
      ? missingOwners(world, pull, approvals).map((owners) => `Waiting on code owner review from ${owners}.`)
      : []),
  ]
}

/** The groups of owners of changed files of whom nobody has approved. CODEOWNERS is read from the base branch. */
function missingOwners(world: World, pull: Pull, approvals: readonly Review[]): string[] {
  const { path } = homeRepo(world)
  const found = codeownersAt(world, `refs/heads/${pull.base.ref}`)
  if (!found) return []
  const waiting = new Set<string>()
  for (const file of changedFiles(path, `refs/heads/${pull.base.ref}`, pull.head.sha)) {
    const owners = ownersOf(found.codeowners, file.path).filter((owner) => isRealOwner(world, owner))
    const seen = approvals.some(({ login }) => owners.some((owner) => isOwnedBy(world, owner, login)))
    if (owners.length > 0 && !seen) waiting.add(owners.map((owner) => owner.replace(/^@/, '')).join(' or '))
  }
  return [...waiting]
}

const PASSED = ['success', 'neutral', 'skipped']

function missingChecks(
  world: World,
  pull: Pull,
  demand: NonNullable<StatusChecksRule['parameters']>,
): string[] {
  const { path } = homeRepo(world)
  const behind =
    demand.strict_required_status_checks_policy &&
    !isAncestor(path, `refs/heads/${pull.base.ref}`, pull.head.sha)
  return [
    ...(behind ? ['The head branch is not up to date with the base branch.'] : []),
    ...demand.required_status_checks.flatMap(({ context, integration_id }) => {
      const run = latestRuns(world.checkRuns, pull.head.sha).findLast(
        ({ name, app }) => name === context && (integration_id === undefined || app.id === integration_id),
      )
      if (run === undefined) return [`Required status check "${context}" is expected.`]
      if (run.status !== 'completed') return [`Required status check "${context}" is in progress.`]
      return PASSED.includes(run.conclusion ?? '') ? [] : [`Required status check "${context}" is failing.`]
    }),
  ]
}

/** The newest run of each name of each app at a commit. */
export function latestRuns(runs: readonly CheckRun[], sha: string): CheckRun[] {
  const latest = new Map<string, CheckRun>()
  for (const run of runs) if (run.sha === sha) latest.set(`${run.app.id}:${run.name}`, run)
  return [...latest.values()].sort((one, other) => one.id - other.id)
}
