import type { Octokit } from 'octokit'
import type { FileProposal, Proposed, WrittenIssue } from './forge.ts'

type IssueData = {
  number: number
  title: string
  body?: string | null | undefined
  created_at: string
  pull_request?: unknown
}

export const toIssue = ({ number, title, body, created_at, pull_request }: IssueData): WrittenIssue => ({
  number,
  title,
  body: body ?? '',
  openedAt: Date.parse(created_at),
  pull: pull_request !== undefined,
})

/**
 * A new file on a new branch, and a pull request for it where the token may open one: GitHub lets the token of a workflow open
 * none unless the repository allows it, and this product advises against allowing it.
 */
export async function proposeFile(
  { rest }: Octokit,
  here: { owner: string; repo: string },
  { branch, path, text, title, body }: FileProposal,
): Promise<Proposed> {
  const { default_branch: base, html_url: page } = (await rest.repos.get(here)).data
  const { sha } = (await rest.repos.getBranch({ ...here, branch: base })).data.commit
  await rest.git.createRef({ ...here, ref: `refs/heads/${branch}`, sha })
  const content = Buffer.from(text, 'utf8').toString('base64')
  await rest.repos.createOrUpdateFileContents({ ...here, path, branch, message: title, content })
  const opened = await rest.pulls
    .create({ ...here, title, body, head: branch, base })
    .catch((error: { status?: number }) => {
      if (error.status !== 403) throw error
      return undefined
    })
  return opened
    ? { state: 'opened', url: opened.data.html_url }
    : { state: 'branch', url: `${page}/compare/${base}...${branch}?expand=1` }
}
