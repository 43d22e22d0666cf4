import type { Instant } from '../calendar/local-time.ts'

/** A repository on a forge. */
export type RepositoryName = { readonly owner: string; readonly name: string }

/** A proposed change. */
export type PullRequest = {
  readonly number: number
  readonly title: string
  /** The account that opened it. */
  readonly author: string
  readonly draft: boolean
  readonly state: 'open' | 'closed' | 'merged'
  readonly head: {
    readonly sha: string
    readonly ref: string
    readonly repository: RepositoryName | undefined
  }
  /** `main`: whether it is the branch that publishes; the law of another branch binds nobody. */
  readonly base: { readonly sha: string; readonly ref: string; readonly main: boolean }
  readonly openedAt: Instant
  /** When and as which commit it came into its base; who pressed the button, where the forge tells: a list does not. */
  readonly merge:
    | { readonly at: Instant; readonly commit: string | undefined; readonly by: string | undefined }
    | undefined
  readonly url: string
}

/** A change to be proposed to the main branch: `head` and `base` are branches. */
export type Proposal = {
  readonly title: string
  readonly body: string
  readonly head: string
  readonly base: string
}

/** What somebody said of a change. Accounts are compared without regard to case, as the forge does. */
export type Review = {
  readonly id: number
  readonly account: string
  readonly state: 'approved' | 'changes-requested' | 'commented' | 'dismissed' | 'pending'
  /** The revision that was looked at; undefined where the forge no longer knows it. */
  readonly commit: string | undefined
  readonly at: Instant
}

/** A commit of a change, and the accounts that the forge recognises in it. */
export type ForgeCommit = {
  readonly sha: string
  readonly author: string | undefined
  readonly committer: string | undefined
  readonly authorEmail: string
  readonly committerEmail: string
  readonly message: string
}

export type Comment = {
  readonly id: number
  readonly account: string
  readonly bot: boolean
  readonly body: string
}

/** A better line, which somebody accepts with one press. */
export type Suggestion = {
  readonly file: string
  readonly line: number
  /** By this the forge's remarks are searched, so that nothing is suggested twice. */
  readonly mark: string
  readonly body: string
}

/** A note of the repository that is no pull request. */
export type Issue = { readonly number: number; readonly bot: boolean; readonly body: string }

/** An account by its name and by the number that it keeps. */
export type Account = { readonly login: string; readonly id: number }

/** An issue as somebody wrote it: a stranger's words, public from the first moment. */
export type WrittenIssue = {
  readonly number: number
  readonly title: string
  readonly body: string
  /** Undefined where the account is gone. */
  readonly author: Account | undefined
  readonly openedAt: Instant
  /** Whether it is in truth a pull request, which the forge counts among the issues. */
  readonly pull: boolean
}

export type Conclusion = 'success' | 'failure' | 'action_required' | 'neutral'

/** One remark of a check run at a line. */
export type Annotation = {
  readonly file: string
  readonly line: number
  readonly level: 'failure' | 'warning' | 'notice'
  readonly title: string
  readonly message: string
}

export type CheckRun = {
  readonly sha: string
  readonly name: string
  readonly conclusion: Conclusion
  readonly title: string
  readonly summary: string
  readonly annotations: readonly Annotation[]
}

/** What the gate, the reminders, the records and the register of questions need of a forge. Every call may throw ForgeFailure. */
export type Forge = {
  readonly pullRequest: (number: number) => Promise<PullRequest>
  readonly openPullRequests: () => Promise<readonly PullRequest[]>
  /** Those that came into the main branch at an instant or later. */
  readonly mergedPullRequests: (since: Instant) => Promise<readonly PullRequest[]>
  /** The open one that brings a branch of this repository to the main branch. */
  readonly pullRequestFrom: (branch: string) => Promise<PullRequest | undefined>
  readonly propose: (proposal: Proposal) => Promise<PullRequest>
  /** When a commit first came onto the web; undefined where it has not, or another took its place before. */
  readonly deployedAt: (commit: string) => Promise<Instant | undefined>
  readonly reviews: (number: number) => Promise<readonly Review[]>
  readonly commits: (number: number) => Promise<readonly ForgeCommit[]>
  /** The account that pushed the head of a change; undefined where the forge does not tell. */
  readonly pusher: (pull: PullRequest) => Promise<string | undefined>
  readonly teamMembers: (organisation: string, team: string) => Promise<readonly string[]>
  /** Of a pull request or an issue. */
  readonly comments: (number: number) => Promise<readonly Comment[]>
  readonly addComment: (number: number, body: string) => Promise<void>
  readonly editComment: (id: number, body: string) => Promise<void>
  /** Puts suggestions at the lines of a revision; those that stand there already are not put again. */
  readonly suggest: (number: number, sha: string, suggestions: readonly Suggestion[]) => Promise<void>
  readonly openIssues: () => Promise<readonly Issue[]>
  readonly issue: (number: number) => Promise<WrittenIssue>
  /** Opens an issue and answers its number. */
  readonly addIssue: (title: string, body: string) => Promise<number>
  readonly writeCheckRun: (run: CheckRun) => Promise<void>
}

export type ForgeProblem = {
  /** `scope`: the token may not; `missing`: not there, or not to be seen. */
  readonly kind: 'token' | 'scope' | 'missing' | 'rate-limit' | 'unavailable' | 'refused' | 'too-much'
  readonly problem: string
  readonly fix: string
}

/** The forge does not answer, or not to us. What depended on it stays closed. In Vietnamese, with the way out. */
export class ForgeFailure extends Error {
  readonly kind: ForgeProblem['kind']
  readonly fix: string
  constructor({ kind, problem, fix }: ForgeProblem) {
    super(problem)
    this.kind = kind
    this.fix = fix
  }
}
