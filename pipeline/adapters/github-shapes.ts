import type { Comment, ForgeCommit, PullRequest, Review, WrittenIssue } from './forge.ts'

export type PullData = {
  number: number
  title: string
  user: { login: string } | null
  draft?: boolean | undefined
  state: string
  merged_at: string | null
  merge_commit_sha: string | null
  merged_by?: { login: string } | null | undefined
  created_at: string
  html_url: string
  head: { sha: string; ref: string; repo: { name: string; owner: { login: string } } | null }
  base: { sha: string; ref: string; repo: { default_branch: string } }
}

export const toPull = (data: PullData): PullRequest => ({
  number: data.number,
  title: data.title,
  author: data.user?.login ?? '',
  draft: data.draft ?? false,
  state: data.merged_at ? 'merged' : data.state === 'open' ? 'open' : 'closed',
  head: {
    sha: data.head.sha,
    ref: data.head.ref,
    repository: data.head.repo ? { owner: data.head.repo.owner.login, name: data.head.repo.name } : undefined,
  },
  base: {
    sha: data.base.sha,
    ref: data.base.ref,
    main: data.base.ref === data.base.repo.default_branch,
  },
  openedAt: Date.parse(data.created_at),
  merge: data.merged_at
    ? {
        at: Date.parse(data.merged_at),
        commit: data.merge_commit_sha ?? undefined,
        by: data.merged_by?.login,
      }
    : undefined,
  url: data.html_url,
})

const STATES: Record<string, Review['state']> = {
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'changes-requested',
  COMMENTED: 'commented',
  DISMISSED: 'dismissed',
  PENDING: 'pending',
}

type ReviewData = {
  id: number
  user: { login: string } | null
  state: string
  commit_id: string | null
  submitted_at?: string | undefined
}

/** A word that GitHub may add one day counts as a refusal until somebody has read what it means. */
export const toReview = (data: ReviewData): Review => ({
  id: data.id,
  account: data.user?.login ?? '',
  state: STATES[data.state] ?? 'changes-requested',
  commit: data.commit_id ?? undefined,
  at: Date.parse(data.submitted_at ?? '1970-01-01T00:00:00Z'),
})

type CommitData = {
  sha: string
  author: { login?: string } | null
  committer: { login?: string } | null
  commit: {
    message: string
    author: { email?: string | undefined } | null
    committer: { email?: string | undefined } | null
  }
}

export const toCommit = (data: CommitData): ForgeCommit => ({
  sha: data.sha,
  author: data.author?.login,
  committer: data.committer?.login,
  authorEmail: data.commit.author?.email ?? '',
  committerEmail: data.commit.committer?.email ?? '',
  message: data.commit.message,
})

type CommentData = {
  id: number
  user: { login: string; type: string } | null
  body?: string | undefined
}

export const toComment = ({ id, user, body }: CommentData): Comment => ({
  id,
  account: user?.login ?? '',
  bot: user?.type === 'Bot',
  body: body ?? '',
})

type IssueData = {
  number: number
  title: string
  body?: string | null | undefined
  user: { login: string; id: number } | null
  created_at: string
  pull_request?: unknown
}

export const toIssue = ({
  number,
  title,
  body,
  user,
  created_at,
  pull_request,
}: IssueData): WrittenIssue => ({
  number,
  title,
  body: body ?? '',
  author: user ? { login: user.login, id: user.id } : undefined,
  openedAt: Date.parse(created_at),
  pull: pull_request !== undefined,
})
