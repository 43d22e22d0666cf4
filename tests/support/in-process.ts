import type { Ports } from '../../pipeline/adapters/ports.ts'
import { portsOfProcess } from '../../pipeline/adapters/ports-of-process.ts'
import { UsageError } from '../../pipeline/commands/arguments.ts'
import type { Outcome } from './repository.ts'

const known = new Map<string, Ports>()

/**
 * Runs a command on a real folder without a process of its own: ten times faster, for long tables. What argv becomes, and what
 * a process prints, is tested by running `congbo`.
 */
export async function inProcess(root: string, run: (ports: Ports) => Promise<number>): Promise<Outcome> {
  const started = performance.now()
  const real = known.get(root) ?? portsOfProcess(root)
  known.set(root, real)
  const said = { stdout: '', stderr: '' }
  const ports: Ports = {
    ...real,
    out: (text) => {
      said.stdout += `${text}\n`
    },
    err: (text) => {
      said.stderr += `${text}\n`
    },
  }
  const code = await run(ports).catch((error) => {
    if (!(error instanceof UsageError)) throw error
    ports.err(`congbo: ${error.message}`)
    return 2
  })
  return { code, ...said, seconds: (performance.now() - started) / 1000 }
}
