import { parse } from 'yaml'
import { submissionWorkflow } from '../../pipeline/starter/submission-workflow.ts'
import { SENT_KINDS, type SubmissionField } from '../../pipeline/submissions/form.ts'
import type { Permissions } from '../support/forge/world.ts'
import { createScenario, NOW, ORGANISATION, portalFiles } from '../support/gate-scenario.ts'
import { filled } from './filled.ts'

/** What each job of the workflow may do, and nothing more: a right that it forgets is missing here too. */
const permissionsOf = (job: string) =>
  Object.fromEntries(
    Object.entries(parse(submissionWorkflow('product')).jobs[job].permissions as Record<string, string>).map(
      ([name, level]) => [name.replaceAll('-', '_'), level],
    ),
  ) as Permissions

const JOBS = { xem: '--check-only', nhan: '--propose', 'tu-choi': '--refuse' } as const

export type Answers = Partial<Record<SubmissionField, string>>
const USUAL: Answers = {
  portal: 'Cổng thông tin điện tử phường Thành Đông (thanh-dong)',
  kind: SENT_KINDS['tin-su-kien'],
  linhVuc: 'Môi trường',
  unit: 'trung tâm phục vụ hành chính công',
  day: '20/11/2026',
  hour: '8 giờ',
  source: 'Đoàn phường',
  text: 'Sáng 20/11, hơn 300 đoàn viên ra quân dọn vệ sinh bãi sông.',
}

/** A forge of several portals to which somebody sends articles by the form, and the jobs that look at them. */
export async function createDesk(...portals: readonly string[]) {
  const office = await createScenario(Object.assign({}, ...portals.map((id) => portalFiles(id))))
  for (const job of Object.keys(JOBS))
    office.forge.grant(`token-${job}`, {
      login: 'github-actions[bot]',
      app: { id: 15368, slug: 'github-actions' },
      permissions: permissionsOf(job),
    })
  const here = { owner: ORGANISATION, repo: 'cong' }
  const lan = (...args: string[]) => office.forge.as('lan').git(...args)
  return {
    office,
    lan,
    send: async (title: string, answers: Answers = {}, login = 'cong') => {
      const { data } = await office.forge.as(login).octokit.rest.issues.create({
        ...here,
        title: `Tin, bài: ${title}`,
        body: filled({ ...USUAL, ...answers }),
      })
      return data.number
    },
    mend: (number: number, answers: Answers) =>
      office.forge.as('cong').octokit.rest.issues.update({
        ...here,
        issue_number: number,
        body: filled({ ...USUAL, ...answers }),
      }),
    /** As a job does it, or with the token of a person. */
    run: (job: keyof typeof JOBS, number: number, options: { token?: string; now?: string } = {}) =>
      office.job(['gui-bai', '--issue', String(number), JOBS[job], '--now', options.now ?? NOW], {
        GITHUB_TOKEN: options.token ?? `token-${job}`,
        GITHUB_SERVER_URL: office.forge.address,
      }),
    commentsOn: (number: number) =>
      office.forge.world.comments.filter(({ pull }) => pull === number).map(({ body }) => body),
    branches: () => lan('ls-remote', '--heads', 'origin'),
    onBranch: async (branch: string) => {
      await lan('fetch', '--quiet', 'origin')
      const changes = await lan('diff', '--name-status', 'origin/main', `origin/${branch}`)
      const files = changes
        .trim()
        .split('\n')
        .map((line) => line.replace(/^A\t/, ''))
      const article = files.find((each) => /\.(?:md|yaml)$/.test(each)) ?? ''
      return { files, article, text: await lan('show', `origin/${branch}:${article}`) }
    },
  }
}

export type SubmissionDesk = Awaited<ReturnType<typeof createDesk>>
