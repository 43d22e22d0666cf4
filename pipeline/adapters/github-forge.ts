import type { Octokit } from 'octokit'
import type { Instant } from '../calendar/local-time.ts'
import type { Forge, PullRequest, RepositoryName } from './forge.ts'
import { ForgeFailure } from './forge.ts'
import { writeCheckRun } from './github-checks.ts'
import { asking, type GitHubSettings, githubClient, type Rights } from './github-client.ts'
import { toComment, toCommit, toIssue, toPull, toReview } from './github-shapes.ts'

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
    mergedPullRequests: (since) =>
      ask('đọc danh sách yêu cầu gộp đã gộp', 'pull-requests: read', (octokit) =>
        mergedSince(octokit, here, since),
      ),
    pullRequestFrom: (branch) =>
      ask(`tìm yêu cầu gộp của nhánh ${branch}`, 'pull-requests: read', async ({ rest }) => {
        const { data } = await rest.pulls.list({ ...here, state: 'open', head: `${owner}:${branch}` })
        return data.map(toPull).find(({ base }) => base.main)
      }),
    propose: (proposal) =>
      ask(
        'mở yêu cầu gộp',
        'pull-requests: write',
        async ({ rest }) => toPull((await rest.pulls.create({ ...here, ...proposal })).data),
        'proposer',
      ),
    deployedAt: (commit) =>
      ask('đọc lần đưa lên cổng', 'deployments: read', (octokit) => firstSuccess(octokit, here, commit)),
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
    writeCheckRun: (run) =>
      ask('ghi kết quả kiểm tra', 'checks: write', (octokit) => writeCheckRun(octokit, here, run)),
  }
}

/** A pull request is updated when it is merged or later, so what was updated before an instant was merged before it. */
async function mergedSince(
  { paginate, rest }: Octokit,
  where: { owner: string; repo: string },
  since: Instant,
): Promise<PullRequest[]> {
  const asked = { ...where, state: 'closed', sort: 'updated', direction: 'desc', per_page: PAGE } as const
  const found: PullRequest[] = []
  for await (const { data } of paginate.iterator(rest.pulls.list, asked)) {
    found.push(...data.map(toPull).filter(({ base, merge }) => base.main && merge && merge.at >= since))
    if (data.some(({ updated_at }) => Date.parse(updated_at) < since)) break
  }
  return found
}

/** Of all deployments of a commit the first that succeeded. */
async function firstSuccess(
  { paginate, rest }: Octokit,
  where: { owner: string; repo: string },
  sha: string,
): Promise<Instant | undefined> {
  const deployments = await paginate(rest.repos.listDeployments, { ...where, sha, per_page: PAGE })
  const statuses = await Promise.all(
    deployments.map(({ id }) =>
      paginate(rest.repos.listDeploymentStatuses, { ...where, deployment_id: id, per_page: PAGE }),
    ),
  )
  const done = statuses
    .flat()
    .flatMap(({ state, created_at }) => (state === 'success' ? [Date.parse(created_at)] : []))
  return done.length === 0 ? undefined : Math.min(...done)
}

const tooManyCommits = (number: number): ForgeFailure =>
  new ForgeFailure({
    kind: 'too-much',
    problem: `Yêu cầu gộp #${number} có từ ${MOST_COMMITS} commit trở lên, GitHub không kể hết ai đã viết`,
    fix: 'chia thành nhiều yêu cầu gộp nhỏ hơn, hoặc gom các commit lại (squash)',
  })
