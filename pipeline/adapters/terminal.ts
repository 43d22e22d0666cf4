import { createInterface } from 'node:readline/promises'

/** Asks whoever sits at the terminal; undefined where nobody does, or where he ends the answers (Ctrl-D). */
export async function askOnTerminal(question: string): Promise<string | undefined> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return undefined
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const ended = new Promise<undefined>((end) => lines.once('close', () => end(undefined)))
    return await Promise.race([lines.question(question), ended])
  } finally {
    lines.close()
  }
}

/** Most that is read of the standard input, in bytes: far more than any text that is handed over. */
const MOST = 1024 * 1024

/** All of the standard input; undefined where it is a terminal, or endless. */
export async function readInput(): Promise<string | undefined> {
  if (process.stdin.isTTY) return undefined
  const parts: Buffer[] = []
  let size = 0
  for await (const part of process.stdin) {
    parts.push(part as Buffer)
    size += (part as Buffer).length
    if (size > MOST) return undefined
  }
  return Buffer.concat(parts).toString('utf8')
}
