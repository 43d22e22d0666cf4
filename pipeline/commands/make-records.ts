import { type Forge, ForgeFailure, type PullRequest, type Review } from '../adapters/forge.ts'
import type { Ports } from '../adapters/ports.ts'
import { type Instant, MINUTE, startOf } from '../calendar/local-time.ts'
import type { Contract } from '../contract/contract.ts'
import { decide } from '../gate/decide.ts'
import { type Writers, writersOf } from '../gate/writers.ts'
import { recordsSince } from '../records/keys.ts'
import { filesOfPortal } from '../records/main-changes.ts'
import { statementOf } from '../records/make-record.ts'
import { pathOfRecord, type Statement } from '../records/record.ts'
import { peopleOf, unchanged } from './evidence.ts'
import { type MergedInPortal, needsOfMerges } from './needs-of-merges.ts'
import type { MainWithRecords, RecordBook } from './read-main.ts'

/** A merged change of a portal that no record on the main branch tells of. */
export type Unrecorded = MergedInPortal & { readonly book: RecordBook }

/**
 * What has no record yet, oldest first.
 *
 * @param since an instant from which changes are looked at; where absent, the day from which the portal has a key
 */
export function unrecorded({ changes, books }: MainWithRecords, since: Instant | undefined): Unrecorded[] {
  const known = new Set(
    books.flatMap(({ portal, records }) => records.map(({ record }) => `${portal} ${record.merge}`)),
  )
  const starts = new Map(
    books.map(({ portal, keys }) => {
      const first = recordsSince(keys)
      return [portal, since ?? (first === undefined ? Number.POSITIVE_INFINITY : startOf(first))] as const
    }),
  )
  return changes.flatMap((change) =>
    change.parent === undefined
      ? []
      : books.flatMap((book): Unrecorded[] => {
          const { portal } = book
          if (change.at < (starts.get(portal) as Instant) || known.has(`${portal} ${change.commit}`))
            return []
          const files = filesOfPortal(change, portal)
          return files.length === 0 ? [] : [{ change, portal, files, book }]
        }),
  )
}

/** A change and the pull request that brought it. */
export type Matched = Unrecorded & { readonly pull: MergedPull }
type MergedPull = PullRequest & { readonly merge: NonNullable<PullRequest['merge']> }

/** The committer's date of a merge and the forge's instant are of one clock, written at two places of it. */
const SLACK = 60 * MINUTE

/** Which pull request brought each change: of all since the oldest of them, or the one that is given. */
export async function matched(
  forge: Forge,
  wanted: readonly Unrecorded[],
  number: number | undefined,
): Promise<readonly Matched[]> {
  if (wanted.length === 0) return []
  const oldest = Math.min(...wanted.map(({ change }) => change.at))
  const pulls =
    number === undefined ? await forge.mergedPullRequests(oldest - SLACK) : [await forge.pullRequest(number)]
  const byCommit = new Map(
    pulls.flatMap((pull) => (isMerged(pull) ? [[pull.merge.commit, pull] as const] : [])),
  )
  return wanted.flatMap((each) => {
    const pull = byCommit.get(each.change.commit)
    return pull ? [{ ...each, pull }] : []
  })
}

const isMerged = (pull: PullRequest): pull is MergedPull => pull.merge !== undefined

/** A statement that is to be signed, and where it goes. */
export type Draft = { readonly book: RecordBook; readonly file: string; readonly statement: Statement }

/**
 * What the records say, in the order of the merges. Each is judged as the gate would have judged it at the merge: by the law of
 * the commit before, the reviews until then, and the people who are behind the teams now.
 *
 * @throws ForgeFailure where the forge does not tell what must be known
 */
export async function draftRecords(
  world: Pick<Ports, 'revisions'>,
  forge: Forge,
  contract: Contract,
  changes: readonly Matched[],
  progress: (draft: Draft) => void,
): Promise<readonly Draft[]> {
  const needs = await needsOfMerges(world, contract, changes)
  const patient = rememberingTeams(forge)
  const drafts: Draft[] = []
  for (const [index, each] of changes.entries()) {
    const { change, book, files } = each
    const pull = await withMerger(forge, each.pull)
    const [reviews, writers] = await Promise.all([reviewsUntil(forge, pull), writersOfPull(forge, pull)])
    const asked = needs[index] ?? []
    const people = await peopleOf(patient, asked)
    const states = decide(asked, {
      reviews,
      writers: writers.accounts,
      people,
      // Not the head of the change: what came into the main branch must be what was approved.
      head: change.commit,
      unchangedSince: await unchanged(world.revisions, change.commit, reviews),
    })
    const statement = statementOf({
      portal: book.portal,
      folder: book.folder,
      pull,
      change: { ...change, parent: change.parent as string },
      files,
      states,
      reviews,
      people,
      writers: writers.accounts,
      deployed: await deployedAt(forge, change.commit),
      strangers: writers.unknown.length > 0,
    })
    const draft = { book, file: book.folder + pathOfRecord(statement), statement }
    drafts.push(draft)
    progress(draft)
  }
  return drafts
}

/** A token that may not see deployments, or a portal that is served from elsewhere, leaves the instant out. */
const deployedAt = (forge: Forge, commit: string): Promise<Instant | undefined> =>
  forge.deployedAt(commit).catch((error) => {
    if (error instanceof ForgeFailure && (error.kind === 'scope' || error.kind === 'missing'))
      return undefined
    throw error
  })

/** A list does not tell who pressed the button; the pull request itself does. */
async function withMerger(forge: Forge, pull: MergedPull): Promise<MergedPull> {
  if (pull.merge.by !== undefined) return pull
  const whole = await forge.pullRequest(pull.number)
  return isMerged(whole) ? whole : pull
}

/** What was said after the merge let nothing through. */
const reviewsUntil = async (forge: Forge, { number, merge }: MergedPull): Promise<readonly Review[]> =>
  (await forge.reviews(number)).filter(({ at }) => at <= merge.at)

async function writersOfPull(forge: Forge, pull: MergedPull): Promise<Writers> {
  const [commits, pusher] = await Promise.all([forge.commits(pull.number), pusherOf(forge, pull)])
  return writersOf(pull, commits, pusher)
}

/** A fork, or a branch, may be gone since; the gate knew who had pushed when it let the change through. */
const pusherOf = (forge: Forge, pull: PullRequest): Promise<string | undefined> =>
  forge.pusher(pull).catch((error) => {
    if (error instanceof ForgeFailure && error.kind === 'missing') return undefined
    throw error
  })

/** The same teams are behind nearly every change. */
function rememberingTeams(forge: Forge): Forge {
  const known = new Map<string, ReturnType<Forge['teamMembers']>>()
  return {
    ...forge,
    teamMembers: (organisation, team) => {
      const key = `${organisation}/${team}`
      const members = known.get(key) ?? forge.teamMembers(organisation, team)
      known.set(key, members)
      return members
    },
  }
}
