import { parse } from 'yaml'
import { reminderWorkflow } from '../../pipeline/starter/reminder-workflow.ts'
import type { Permissions } from '../support/forge/world.ts'
import { createScenario } from '../support/gate-scenario.ts'
import type { Outcome } from '../support/repository.ts'

type Scenario = Awaited<ReturnType<typeof createScenario>>

/** What the workflow that reminds asks for, and nothing more: a right that it forgets is missing here too. */
export const PERMISSIONS = Object.fromEntries(
  Object.entries(parse(reminderWorkflow('product')).jobs.nhac.permissions as Record<string, string>).map(
    ([name, level]) => [name.replaceAll('-', '_'), level],
  ),
) as Permissions

const TOKEN = 'token-nhac-viec'

export type Reminding = Outcome & {
  /** What was written during the run: `#<number> <text>`, and `opened #<number> <title>` for issues. */
  readonly written: readonly string[]
  /** The outcome for a matter, or undefined where it was not listed; of `--json` only. */
  readonly of: (about: string) => { result: string; step?: string; names: string[] } | undefined
}

type Row = { about: string; result: string; step?: string; to: { label: string }[] }

/** A portal on a forge, whose job is run with the rights of the workflow. */
export async function createReminded(files: Record<string, string> = {}) {
  const scenario = await createScenario(files)
  const { forge } = scenario
  const app = { id: 15368, slug: 'github-actions' }
  forge.grant(TOKEN, { login: 'github-actions[bot]', app, permissions: PERMISSIONS })
  return { ...scenario, remind: remindOf(scenario) }
}

export type Reminded = Awaited<ReturnType<typeof createReminded>>

const remindOf =
  ({ forge, job }: Scenario) =>
  async (now: string, ...args: string[]): Promise<Reminding> => {
    const [comments, issues] = [forge.world.comments.length, forge.world.issues.length]
    const outcome = await job(['remind', '--now', now, ...args], { GITHUB_TOKEN: TOKEN })
    const rows = args.includes('--json') ? (JSON.parse(outcome.stdout) as Row[]) : []
    return {
      ...outcome,
      written: [
        ...forge.world.issues.slice(issues).map(({ number, title }) => `opened #${number} ${title}`),
        ...forge.world.comments.slice(comments).map(({ pull, body }) => `#${pull} ${body}`),
      ],
      of: (about) => {
        const { result, step, to = [] } = rows.find((each) => each.about === about) ?? {}
        if (result === undefined) return undefined
        return { result, ...(step ? { step } : {}), names: to.map(({ label }) => label) }
      },
    }
  }

const decoded = (text: string): string =>
  text.replace(/&#(\d+);/g, (_, sign: string) => String.fromCharCode(Number(sign)))

/** Every account that GitHub would notify: it looks for names in what is shown, where an entity is its sign again. */
export const mentioned = (body: string): string[] =>
  [...decoded(body.replace(/<!--.*?-->/gs, '')).matchAll(/(?<![\p{L}\p{N}_])@([A-Za-z0-9][\w/-]*)/gu)]
    .map(([, name]) => name as string)
    .sort()

/** Every `#12` and `GH-12` that GitHub would make a link of. */
export const referred = (body: string): string[] =>
  decoded(body.replace(/<!--.*?-->/gs, '')).match(/(?:#|\bGH-)\d+/gi) ?? []
