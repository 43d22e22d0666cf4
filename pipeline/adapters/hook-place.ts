import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Where Git looks for the hook that runs before a commit. */
export type HookPlace = {
  /** Absolute; `core.hooksPath` and the shared folder of linked work trees are followed. */
  readonly folder: string
  /** What stands there; undefined where nothing does. */
  readonly text: string | undefined
  /** The content repository below the top of the work tree, with a slash at its end; empty where it is the top. */
  readonly prefix: string
}

export const PRE_COMMIT = 'pre-commit'

/** Undefined where the root lies in no work tree that Git can read. */
export async function hookPlace(root: string): Promise<HookPlace | undefined> {
  const ask = async (...args: string[]) =>
    (await run('git', ['rev-parse', ...args], { cwd: root })).stdout.replace(/\r?\n$/, '')
  try {
    const file = resolve(root, await ask('--git-path', `hooks/${PRE_COMMIT}`))
    const prefix = await ask('--show-prefix')
    return { folder: dirname(file), prefix, text: existsSync(file) ? readFileSync(file, 'utf8') : undefined }
  } catch {
    return undefined
  }
}
