import { diskFiles } from './files.ts'
import { gitRepository } from './git.ts'
import { diskOutput } from './output.ts'
import type { Ports } from './ports.ts'
import { precompiled, productFile, productFolder, VERSION } from './product.ts'

/** The real world: this process, its disk, its Git, its clock. The only place that reads the clock. */
export function portsOfProcess(root: string): Ports {
  process.stdout.on('error', endQuietly)
  return {
    now: () => Date.now(),
    stopwatch: () => performance.now(),
    files: diskFiles(root),
    git: gitRepository(root),
    output: diskOutput(),
    productFile,
    precompiled,
    productFolder,
    version: VERSION,
    environment: (name) => process.env[name],
    serve: async (folder, port) => (await import('./http-server.ts')).serve(folder, port),
    untilStopped,
    out: (text) => process.stdout.write(`${text}\n`),
    err: (text) => process.stderr.write(`${text}\n`),
    colour: Boolean(process.stdout.isTTY) && !process.env.NO_COLOR,
  }
}

function untilStopped(): Promise<void> {
  return new Promise((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop())
  })
}

/** `congbo due | head` closes the pipe early: that is the reader's right, and no failure. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
}
