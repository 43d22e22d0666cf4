import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createForge, type Forge } from './forge/forge.ts'
import { repositoryFiles } from './portals.ts'
import { congbo, ENVIRONMENT, type Outcome, temporaryFolder } from './repository.ts'

/** The people of a small Thành Đông: each sits in the teams that the roster names. */
export const TEAMS = {
  'truong-ban': ['truong'],
  'pho-truong-ban': ['pho', 'pho-hai'],
  'to-thu-ky': ['thu-ky', 'lan'],
  'vh-xh': ['hoa', 'hung'],
  'van-phong': ['minh', 'van'],
  'xay-dung-dang': ['dang', 'dang-hai'],
  'van-phong-dang-uy': ['uy'],
  'trung-tam-dvsnc': ['tam'],
  'kt-ht-dt': ['kinh'],
  'trung-tam-pvhcc': ['chinh'],
  mttq: ['mat'],
  'cong-tac-vien': ['cong'],
  'quan-tri': ['quan-tri'],
} as const

export const ORGANISATION = 'phuong-thanh-dong'
export const NOW = '2026-11-20T10:00:00+07:00'

type Files = Record<string, string>

/** The law of Thành Đông as a real portal has it: no sample, no record. */
export function portalFiles(id = 'thanh-dong'): Files {
  const own = ['cong.yaml', 'quy-che.yaml', 'ban-bien-tap.yaml'].map((name) => `content/${id}/${name}`)
  const shared = ['lich-nghi', 'gio-hanh-chinh'].flatMap((folder) =>
    repositoryFiles.list(`content/${folder}`).map(({ path }) => path),
  )
  const read = (path: string) => readFileSync(join(repositoryFiles.root, path), 'utf8')
  return Object.fromEntries(
    [...own, ...shared].map((path) => [path, read(path).replace(/^sample:\n(?: .*\n?)+/m, '')]),
  )
}

/** A forge with the portal on its main branch, and a checkout of main as a job has it. */
export async function createScenario(
  files: Files = {},
  options: Partial<Parameters<typeof createForge>[0]> = {},
) {
  const forge = await createForge({
    organisation: ORGANISATION,
    repository: 'cong',
    teams: TEAMS as never,
    writers: [],
    files: { ...portalFiles(), ...files },
    now: NOW,
    ...options,
  })
  // The token that reads who is in a team belongs to a member of the organisation.
  forge.grant('token-doc-nhom', { login: 'quan-tri', permissions: { members: 'read', metadata: 'read' } })
  const checkout = temporaryFolder()
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: checkout, env: { ...ENVIRONMENT }, encoding: 'utf8' }).trim()
  return { forge, checkout, git, gate: gateOf(forge, checkout) }
}

export type Scenario = Awaited<ReturnType<typeof createScenario>>

export type GateRun = Outcome & {
  /** The comment on the pull request, where there is one. */
  readonly comment: string | undefined
}

const gateOf =
  (forge: Forge, checkout: string) =>
  async (
    number: number,
    { env = {}, args = [], now = NOW }: { env?: Record<string, string>; args?: string[]; now?: string } = {},
  ): Promise<GateRun> => {
    await clone(forge, checkout)
    const outcome = await congbo(['gate', '--pr', String(number), '--now', now, ...args], {
      cwd: checkout,
      env: {
        GITHUB_API_URL: forge.apiUrl,
        GITHUB_REPOSITORY: forge.fullName,
        GITHUB_TOKEN: 'token-actions',
        CONGBO_TOKEN: 'token-doc-nhom',
        CONGBO_BACK_OFF: '5',
        ...env,
      },
    })
    const own = [...forge.world.comments].filter((each) => each.pull === number)
    return { ...outcome, comment: own.find(({ body }) => body.startsWith('<!-- congbo'))?.body }
  }

async function clone(forge: Forge, checkout: string): Promise<void> {
  const { spawn } = await import('node:child_process')
  const run = (...args: string[]) =>
    new Promise<number>((done) =>
      spawn('git', args, { cwd: checkout, env: { ...ENVIRONMENT }, stdio: 'ignore' }).on('close', (code) =>
        done(code ?? 1),
      ),
    )
  if ((await run('rev-parse', '--git-dir')) === 0) await run('pull', '--quiet')
  else await run('clone', '--quiet', forge.cloneUrl, '.')
}
