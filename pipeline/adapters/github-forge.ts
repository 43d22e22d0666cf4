import type { Octokit } from 'octokit'
import type { Comment, Forge, ForgeCommit, PullRequest, RepositoryName, Review } from './forge.ts'
import { ForgeFailure } from './forge.ts'
import { writeCheckRun } from './github-checks.ts'
import { asking, type GitHubSettings, githubClient, type Rights } from './github-client.ts'
import { proposeFile, toIssue } from './github-questions.ts'

/** The most commits of a pull request that GitHub names; with more, somebody's part in it would stay unseen. */
const MOST_COMMITS = 250
/** Pages as large as GitHub gives them. */
const PAGE = 100

/** A repository on GitHub or GitHub Enterprise Server, asked through octokit: paged, patient, and refused in words. */
export function githubForge({ owner, name: repo }: RepositoryName, settings: GitHubSettings): Forge {
  const clients = new Map<Rights, Promise<Octokit>>()
  const clientWith = (rights: Rights): Promise<Octokit> => {
    const client = clients.get(rights) ?? githubClient(settings, rights)
    clients.set(rights, client)
    return client
  }
  const ask = <T>(
    what: string,
    needs: string,
    call: (octokit: Octokit) => Promise<T>,
    rights: Rights = 'job',
  ): Promise<T> => asking(what, needs, async () => call(await clientWith(rights)))
  const here = { owner, repo }
  const ofPull = (number: number) => ({ ...here, pull_number: number, per_page: PAGE })
  return {
    pullRequest: (number) =>
      ask(`đọc yêu cầu gộp #${number}`, 'pull-requests: read', async ({ rest }) =>
        toPull((await rest.pulls.get({ ...here, pull_number: number })).data),
      ),
    openPullRequests: () =>
      ask('đọc danh sách yêu cầu gộp', 'pull-requests: read', async ({ paginate, rest }) =>
        (await paginate(rest.pulls.list, { ...here, state: 'open', per_page: PAGE })).map(toPull),
      ),
    reviews: (number) =>
      ask(`đọc phê duyệt của yêu cầu gộp #${number}`, 'pull-requests: read', async ({ paginate, rest }) =>
        (await paginate(rest.pulls.listReviews, ofPull(number))).map(toReview),
      ),
    commits: (number) =>
      ask(`đọc các commit của yêu cầu gộp #${number}`, 'pull-requests: read', async ({ paginate, rest }) => {
        const all = await paginate(rest.pulls.listCommits, ofPull(number))
        if (all.length >= MOST_COMMITS) throw tooManyCommits(number)
        return all.map(toCommit)
      }),
    pusher: ({ number, head }) =>
      ask(`đọc ai đã đẩy lên nhánh của yêu cầu gộp #${number}`, 'contents: read', async (octokit) => {
        const { owner: whose, name } = head.repository ?? { owner, name: repo }
        const ref = `refs/heads/${head.ref}`
        const asked = { owner: whose, repo: name, ref, per_page: PAGE }
        const { data } = await octokit.request('GET /repos/{owner}/{repo}/activity', asked)
        return data.find(({ after }) => after === head.sha)?.actor?.login
      }),
    teamMembers: (org, team) =>
      ask(
        `xem ai ở trong nhóm @${org}/${team}`,
        'Members: read của tổ chức (đặt trong CONGBO_TOKEN; mã truy cập mặc định của Actions không có quyền này)',
        async ({ paginate, rest }) => {
          const all = await paginate(rest.teams.listMembersInOrg, { org, team_slug: team, per_page: PAGE })
          return all.map(({ login }) => login)
        },
        'administrator',
      ),
    comments: (number) =>
      ask(`đọc lời nhắn ở #${number}`, 'pull-requests: read, issues: read', async ({ paginate, rest }) =>
        (await paginate(rest.issues.listComments, { ...here, issue_number: number, per_page: PAGE })).map(
          toComment,
        ),
      ),
    addComment: (number, body) =>
      ask(`gửi lời nhắn vào #${number}`, 'pull-requests: write, issues: write', async ({ rest }) => {
        await rest.issues.createComment({ ...here, issue_number: number, body })
      }),
    editComment: (id, body) =>
      ask('sửa lời nhắn', 'pull-requests: write', async ({ rest }) => {
        await rest.issues.updateComment({ ...here, comment_id: id, body })
      }),
    suggest: (number, sha, suggestions) =>
      ask(`ghi gợi ý sửa vào yêu cầu gộp #${number}`, 'pull-requests: write', async ({ paginate, rest }) => {
        const there = await paginate(rest.pulls.listReviewComments, ofPull(number))
        const isThere = (mark: string) => there.some(({ body }) => body.startsWith(mark))
        for (const { file, line, mark, body } of suggestions.filter((each) => !isThere(each.mark)))
          await rest.pulls.createReviewComment({
            ...here,
            pull_number: number,
            commit_id: sha,
            path: file,
            line,
            side: 'RIGHT',
            body: `${mark}\n${body}`,
          })
      }),
    openIssues: () =>
      ask('đọc danh sách việc (issues)', 'issues: read', async ({ paginate, rest }) =>
        (await paginate(rest.issues.listForRepo, { ...here, state: 'open', per_page: PAGE }))
          .filter((each) => !each.pull_request)
          .map(({ number, user, body }) => ({ number, bot: user?.type === 'Bot', body: body ?? '' })),
      ),
    addIssue: (title, body) =>
      ask(
        'mở một việc (issue)',
        'issues: write',
        async ({ rest }) => (await rest.issues.create({ ...here, title, body })).data.number,
      ),
    issue: (number) =>
      ask(`đọc việc (issue) #${number}`, 'issues: read', async ({ rest }) =>
        toIssue((await rest.issues.get({ ...here, issue_number: number })).data),
      ),
    propose: (proposal) =>
      ask(`đưa tệp lên nhánh ${proposal.branch}`, 'contents: write', (octokit) =>
        proposeFile(octokit, here, proposal),
      ),
    writeCheckRun: (run) =>
      ask('ghi kết quả kiểm tra', 'checks: write', (octokit) => writeCheckRun(octokit, here, run)),
  }
}

const tooManyCommits = (number: number): ForgeFailure =>
  new ForgeFailure({
    kind: 'too-much',
    problem: `Yêu cầu gộp #${number} có từ ${MOST_COMMITS} commit trở lên, GitHub không kể hết ai đã viết`,
    fix: 'chia thành nhiều yêu cầu gộp nhỏ hơn, hoặc gom các commit lại (squash)',
  })

type PullData = {
  number: number
  title: string
  user: { login: string } | null
  draft?: boolean | undefined
  state: string
  merged_at: string | null
  created_at: string
  html_url: string
  head: { sha: string; ref: string; repo: { name: string; owner: { login: string } } | null }
  base: { sha: string; ref: string; repo: { default_branch: string } }
}

const toPull = (data: PullData): PullRequest => ({
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
const toReview = (data: ReviewData): Review => ({
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

const toCommit = (data: CommitData): ForgeCommit => ({
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

const toComment = ({ id, user, body }: CommentData): Comment => ({
  id,
  account: user?.login ?? '',
  bot: user?.type === 'Bot',
  body: body ?? '',
})
