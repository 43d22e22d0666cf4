import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { versionOf } from './product.ts'

/** What can be read of a PDF. */
export type PdfText = {
  readonly pages: number
  /** In one line. */
  readonly text: string
  /** The same as it stands on the pages; what is far apart on one height, as two columns are, stands on two lines. */
  readonly lines: string
}

export type PdfReader = {
  /** The version of what reads, and of how: another may read another text. */
  readonly version: string
  /** Undefined where it cannot be read, or not in reasonable time. One file at a time. */
  readonly read: (bytes: Uint8Array) => Promise<PdfText | undefined>
}

/** An honest paper of 200 pages takes two or three; the rest is a trap, which ends with its thread. */
const MOST_SECONDS = 20
const MOST_MEGABYTES = 512

const WORKER = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../pdf-worker.ts' : '../pdf-worker.js', import.meta.url),
)

/**
 * Reads PDFs by unpdf in a thread of its own, which the first one starts: what hangs or eats memory there takes nothing else with it.
 *
 * @param seconds that one file may take
 */
export function pdfReader(seconds = MOST_SECONDS): PdfReader {
  let thread: Reading | undefined
  return {
    version: `${versionOf('unpdf')}/1`,
    read: async (bytes) => {
      thread ??= startThread()
      const answer = await thread.ask(bytes, seconds)
      if (answer !== GONE) return answer
      thread.end()
      thread = undefined
      return undefined
    },
  }
}

type Answer = PdfText | undefined | typeof GONE
type Reading = {
  readonly ask: (bytes: Uint8Array, seconds: number) => Promise<Answer>
  readonly end: () => void
}

/** The thread fell, or took too long. */
const GONE = Symbol('gone')

/** A thread that answers one question at a time; while nothing is asked it keeps no process alive. */
function startThread(): Reading {
  const worker = new Worker(WORKER, { resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES } })
  let answer: (answer: Answer) => void = () => undefined
  worker.on('message', (read: PdfText | undefined) => answer(read))
  worker.on('error', () => answer(GONE))
  worker.on('exit', () => answer(GONE))
  worker.unref()
  return {
    ask: (bytes, seconds) =>
      new Promise((done) => {
        const timer = setTimeout(() => answer(GONE), seconds * 1000)
        answer = (each) => {
          clearTimeout(timer)
          worker.unref()
          done(each)
        }
        worker.ref()
        worker.postMessage(bytes)
      }),
    end: () => void worker.terminate(),
  }
}
