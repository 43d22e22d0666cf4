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
