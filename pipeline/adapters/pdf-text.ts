import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { PdfLayout } from './pdf-layout.ts'
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
  /** Where the words of its pages lie; the same is undefined. */
  readonly layout: (bytes: Uint8Array) => Promise<PdfLayout | undefined>
}

/** What the thread is asked. */
export type PdfQuestion = { readonly bytes: Uint8Array; readonly as: 'text' | 'layout' }

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
  const ask = async <T>(question: PdfQuestion): Promise<T | undefined> => {
    thread ??= startThread()
    const answer = await thread.ask(question, seconds)
    if (answer !== GONE) return answer as T | undefined
    thread.end()
    thread = undefined
    return undefined
  }
  return {
    version: `${versionOf('unpdf')}/1`,
    read: (bytes) => ask<PdfText>({ bytes, as: 'text' }),
    layout: (bytes) => ask<PdfLayout>({ bytes, as: 'layout' }),
  }
}

type Answer = PdfText | PdfLayout | undefined | typeof GONE
type Reading = {
  readonly ask: (question: PdfQuestion, seconds: number) => Promise<Answer>
  readonly end: () => void
}

/** The thread fell, or took too long. */
const GONE = Symbol('gone')

/** A thread that answers one question at a time; while nothing is asked it keeps no process alive. */
function startThread(): Reading {
  const worker = new Worker(WORKER, { resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES } })
  let answer: (answer: Answer) => void = () => undefined
  worker.on('message', (read: PdfText | PdfLayout | undefined) => answer(read))
  worker.on('error', () => answer(GONE))
  worker.on('exit', () => answer(GONE))
  worker.unref()
  return {
    ask: (question, seconds) =>
      new Promise((done) => {
        const timer = setTimeout(() => answer(GONE), seconds * 1000)
        answer = (each) => {
          clearTimeout(timer)
          worker.unref()
          done(each)
        }
        worker.ref()
        worker.postMessage(question)
      }),
    end: () => void worker.terminate(),
  }
}
