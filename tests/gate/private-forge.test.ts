import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { createForge } from '../support/forge/forge.ts'
import { article, congbo, ENVIRONMENT, temporaryFolder } from '../support/repository.ts'
import { GATE_ENVIRONMENT, NOW, ORGANISATION, portalFiles, READER, TEAMS } from '../support/thanh-dong.ts'

const run = promisify(execFile)
const forge = await createForge({
  organisation: ORGANISATION,
  repository: 'cong',
  teams: TEAMS as never,
  writers: [],
  files: portalFiles(),
  now: NOW,
  visibility: 'private',
} as never)
afterAll(() => forge.close())

test('a private repository: the job keeps no credentials, the gate fetches with its token, and no process list shows it', async () => {
  forge.grant(...(READER as unknown as Parameters<typeof forge.grant>))
  const news = article({
    kind: 'tin-su-kien',
    section: 'tin-tuc-su-kien',
    eventDate: '2026-11-20T08:00:00+07:00',
  })
  await forge
    .as('lan')
    .push('bai', { 'content/thanh-dong/tin-bai/xa-hoi/2026/bai.md': news }, { message: 'Bài' })
  const number = await forge.as('lan').openPullRequest('bai', { title: 'Bài' })
  const checkout = temporaryFolder()
  const git = (...args: string[]) => run('git', args, { cwd: checkout, env: { ...ENVIRONMENT } })
  await git('clone', '--quiet', forge.cloneUrl.replace('://', '://lan:token-lan@'), '.')
  await git('remote', 'set-url', 'origin', forge.cloneUrl)
  const gate = (env: Record<string, string>) =>
    congbo(['gate', '--pr', String(number), '--quiet-forge', '--now', NOW], {
      cwd: checkout,
      env: {
        ...GATE_ENVIRONMENT,
        GITHUB_API_URL: forge.apiUrl,
        GITHUB_REPOSITORY: forge.fullName,
        GIT_TRACE: '1',
        ...env,
      },
    })
  const judged = await gate({})
  expect(judged.stdout, judged.stderr.slice(-1500)).toContain('còn chờ 2 phê duyệt')
  expect(judged.stdout + judged.stderr).not.toContain(
    Buffer.from('x-access-token:token-actions').toString('base64'),
  )
})
