import { execFileSync } from 'node:child_process'
import { createForge, type Forge } from './forge/forge.ts'
import { congbo, ENVIRONMENT, type Outcome, temporaryFolder } from './repository.ts'
import { GATE_ENVIRONMENT, NOW, ORGANISATION, portalFiles, READER, TEAMS } from './thanh-dong.ts'

export { NOW, ORGANISATION, portalFiles, TEAMS }

/** A forge with the portal on its main branch, and a checkout of main as a job has it. */
export async function createScenario(
  files: Record<string, string> = {},
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
  forge.grant(...READER)
  const checkout = temporaryFolder()
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: checkout, env: { ...ENVIRONMENT }, encoding: 'utf8' }).trim()
  return { forge, checkout, git, gate: gateOf(forge, checkout), job: jobOf(forge, checkout) }
}

export type Scenario = Awaited<ReturnType<typeof createScenario>>

export type GateRun = Outcome & {
  /** The comment on the pull request, where there is one. */
  readonly comment: string | undefined
}

/** Any command, as a job runs it: in a fresh checkout of main, with what the job has in its environment. */
const jobOf =
  (forge: Forge, checkout: string) =>
  async (args: readonly string[], env: Record<string, string> = {}): Promise<Outcome> => {
    await clone(forge, checkout)
    return congbo(args, {
      cwd: checkout,
      env: {
        ...GATE_ENVIRONMENT,
        GITHUB_API_URL: forge.apiUrl,
        GITHUB_REPOSITORY: forge.fullName,
        ...env,
      },
    })
  }

const gateOf =
  (forge: Forge, checkout: string) =>
  async (
    number: number,
    { env = {}, args = [], now = NOW }: { env?: Record<string, string>; args?: string[]; now?: string } = {},
  ): Promise<GateRun> => {
    const outcome = await jobOf(forge, checkout)(['gate', '--pr', String(number), '--now', now, ...args], env)
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
