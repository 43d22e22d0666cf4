import type { Account, ForgeCommit, PullRequest } from '../adapters/forge.ts'

/** Who took part in writing a change: none of them may approve it. */
export type Writers = {
  /** Accounts in small letters. */
  readonly accounts: ReadonlySet<string>
  /** People whose account is not known: any approver might be one of them. */
  readonly unknown: readonly string[]
}

/** Accounts are the same in any case of letters. */
export const accountKey = (account: string): string => account.replace(/^@/, '').toLowerCase()

/** The forge itself, when somebody presses a button there. */
const FORGE_ITSELF: ReadonlySet<string> = new Set(['web-flow'])
/** On a server of one's own the address ends in its own name. */
const FORGE_EMAIL = /^noreply@[a-z0-9.-]+$/i
const NOREPLY = /^(?:\d+\+)?([a-z0-9](?:[a-z0-9_-]*[a-z0-9])?(?:\[bot\])?)@users\.noreply\.[a-z0-9.-]+$/i
const CO_AUTHOR = /^co-authored-by:[ \t]*(.*?)[ \t]*<([^<>]*)>[ \t]*$/gim

/**
 * The author of the pull request, the authors and committers of its commits, the co-authors in trailers, and who pushed last.
 * A date or a name in a commit is whatever its writer wrote; what counts here is the account that the forge knows.
 */
export function writersOf(
  pull: PullRequest,
  commits: readonly ForgeCommit[],
  pusher: string | undefined,
): Writers {
  const emails = new Map<string, string>()
  for (const { author, authorEmail, committer, committerEmail } of commits) {
    if (author) emails.set(authorEmail.toLowerCase(), author)
    if (committer) emails.set(committerEmail.toLowerCase(), committer)
  }
  const accountOf = (email: string): string | undefined =>
    NOREPLY.exec(email.trim())?.[1] ?? emails.get(email.trim().toLowerCase())
  const people = commits.flatMap((commit) => [
    { account: commit.author ?? accountOf(commit.authorEmail), email: commit.authorEmail },
    { account: commit.committer ?? accountOf(commit.committerEmail), email: commit.committerEmail },
    ...coAuthors(commit.message).map((email) => ({ account: accountOf(email), email })),
  ])
  const known = [pull.author, ...(pusher ? [pusher] : []), ...people.flatMap(({ account }) => account ?? [])]
  return {
    accounts: new Set(known.map(accountKey).filter((account) => !FORGE_ITSELF.has(account))),
    unknown: [
      ...new Set(
        people
          .filter(({ account, email }) => account === undefined && !FORGE_EMAIL.test(email))
          .map(({ email }) => email),
      ),
    ],
  }
}

/** The trailer by which an account is counted among the writers of a commit. The forge's own address for it: no mailbox of anybody. */
export const coAuthorLine = ({ login, id }: Account, server: string): string =>
  `Co-authored-by: ${login} <${id}+${login}@users.noreply.${new URL(server).hostname}>`

const coAuthors = (message: string): string[] =>
  [...message.matchAll(CO_AUTHOR)].map(([, , email]) => email as string)
