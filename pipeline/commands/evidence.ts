import type { Forge, Review } from '../adapters/forge.ts'
import type { Revisions } from '../adapters/revisions.ts'
import { changedFiles } from '../gate/change.ts'
import { standing } from '../gate/decide.ts'
import type { Need } from '../gate/need.ts'
import { accountKey } from '../gate/writers.ts'

const TEAM = /^@([^/]+)\/(.+)$/

/** The people behind each account that could approve or refuse something: a team is asked for its members once. */
export async function peopleOf(
  forge: Forge,
  needs: readonly Need[],
): Promise<(account: string) => ReadonlySet<string>> {
  const approvers = needs.flatMap((need) => [
    ...need.approvers,
    ...(need.escalateTo ? [need.escalateTo] : []),
  ])
  const accounts = new Set(
    approvers.flatMap((each) => [
      ...each.accounts,
      ...each.delegates.flatMap((delegate) => delegate.accounts),
    ]),
  )
  const known = new Map<string, ReadonlySet<string>>()
  for (const account of accounts) {
    const [, organisation, team] = TEAM.exec(account) ?? []
    const people =
      organisation === undefined || team === undefined
        ? [account]
        : await forge.teamMembers(organisation, team)
    known.set(account, new Set(people.map(accountKey)))
  }
  return (account) => known.get(account) ?? new Set()
}

/** Which paths differ between each revision that was reviewed and the head; a revision that is gone differs in everything. */
export async function unchanged(
  revisions: Revisions,
  head: string,
  reviews: readonly Review[],
): Promise<(commit: string, paths: readonly string[]) => boolean> {
  const former = new Set(
    standing(reviews).flatMap(({ commit }) => (commit && commit !== head ? [commit] : [])),
  )
  const changed = new Map<string, ReadonlySet<string>>()
  for (const commit of former) {
    const known =
      (await revisions.commitOf(commit)) ?? ((await revisions.fetchRefs([commit])) ? commit : undefined)
    if (known === undefined) continue
    const files = changedFiles(await revisions.rawDiff(known, head))
    changed.set(commit, new Set(files.map(({ path }) => path)))
  }
  return (commit, paths) => {
    const since = changed.get(commit)
    return since !== undefined && paths.every((path) => !since.has(path))
  }
}
