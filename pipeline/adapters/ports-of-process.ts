import { appendFileSync } from 'node:fs'
import { attachmentReader } from './attachments.ts'
import { diskCache } from './cache.ts'
import { sharpCards } from './card-press.ts'
import { changeFiles } from './change-files.ts'
import { pressChart } from './chart-press.ts'
import { diskFiles } from './files.ts'
import { gitRepository } from './git.ts'
import { githubForge } from './github-forge.ts'
import { hookPlace } from './hook-place.ts'
import { sharpImages } from './images.ts'
import { newPrivateKey } from './key-pair.ts'
import { readMail } from './mail.ts'
import { createFiles } from './new-files.ts'
import { diskOutput } from './output.ts'
import { pdfReader } from './pdf-text.ts'
import type { Ports } from './ports.ts'
import { libraryFile, PRODUCT, precompiled, productFile, productFolder, VERSION } from './product.ts'
import { pushBranch } from './push-branch.ts'
import { githubSettings } from './repository-settings.ts'
import { gitRevisions } from './revisions.ts'
import { pagefindEngine } from './search-index.ts'
import { officeConverter } from './soffice.ts'
import { askOnTerminal, readInput } from './terminal.ts'
import { readWord } from './word.ts'

/** The real world: this process, its disk, its Git, its clock. The only place that reads the clock. */
export function portsOfProcess(root: string): Ports {
  process.stdout.on('error', endQuietly)
  return {
    now: () => Date.now(),
    stopwatch: () => performance.now(),
    files: diskFiles(root),
    git: gitRepository(root),
    revisions: gitRevisions(root, () => environment('GITHUB_TOKEN')),
    forge: (repository) => githubForge(repository, { environment, backOff }),
    settings: (repository) => githubSettings(repository, { environment, backOff }),
    jobSummary,
    output: diskOutput(),
    images: sharpImages(),
    cards: sharpCards(),
    charts: pressChart,
    cache: diskCache(root),
    pdf: pdfReader(),
    word: readWord,
    mail: readMail,
    attachments: attachmentReader(() => environment('GITHUB_SERVER_URL') ?? 'https://github.com'),
    office: officeConverter(environment('SOFFICE')),
    searchEngine: pagefindEngine(),
    createFiles,
    changeFiles,
    hookPlace: () => hookPlace(root),
    input: readInput,
    newPrivateKey,
    pushBranch: (push) =>
      pushBranch(root, environment('CONGBO_RECORD_TOKEN') ?? environment('GITHUB_TOKEN'), push),
    ask: askOnTerminal,
    product: diskFiles(PRODUCT),
    productFile,
    precompiled,
    libraryFile,
    productFolder,
    version: VERSION,
    environment,
    serve: async (...asked) => (await import('./http-server.ts')).serve(...asked),
    untilStopped,
    out: (text) => process.stdout.write(`${text}\n`),
    err: (text) => process.stderr.write(`${text}\n`),
    colour: Boolean(process.stdout.isTTY) && !process.env.NO_COLOR,
  }
}

const environment = (name: string): string | undefined => process.env[name] || undefined

/** Tests need not wait as long as a real forge asks for. */
const backOff = Number(environment('CONGBO_BACK_OFF')) || undefined

function jobSummary(markdown: string): void {
  const file = environment('GITHUB_STEP_SUMMARY')
  if (file) appendFileSync(file, `${markdown}\n`)
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
