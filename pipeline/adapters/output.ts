import { fork } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { configureEleventy, type EleventyConfig } from '../site/eleventy-config.ts'
import type { Output } from './ports.ts'

/** Sites on a disk, written by Eleventy. */
export function diskOutput(): Output {
  return {
    writePages,
    writeBatch,
    copy: (from, to) => {
      mkdirSync(dirname(to), { recursive: true })
      cpSync(from, to, { recursive: true, dereference: false })
    },
    write: (file, content) => {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, content)
    },
    begin: (folder) => {
      mkdirSync(dirname(resolve(folder)), { recursive: true })
      const building = mkdtempSync(`${resolve(folder)}.dang-dung-`)
      // mkdtemp lets only its owner in; the web server is somebody else.
      chmodSync(building, 0o777 & ~process.umask())
      return begun(building)
    },
    publish: (from, to) => {
      const former = `${resolve(to)}.truoc-${process.pid}`
      if (existsSync(to)) renameSync(to, former)
      renameSync(from, to)
      finished(from)
      rmSync(former, { recursive: true, force: true })
    },
    discard: (folder) => {
      rmSync(folder, { recursive: true, force: true })
      finished(folder)
    },
  }
}

/** Folders of a build that runs. Ctrl-C leaves none of them behind, half-made and ready to be deployed. */
const unfinished = new Set<string>()
const STOPS = ['SIGINT', 'SIGTERM'] as const

function removeUnfinished(_signal: NodeJS.Signals, number: number): void {
  for (const folder of unfinished) rmSync(folder, { recursive: true, force: true })
  process.exit(128 + number)
}

function begun(folder: string): string {
  if (unfinished.size === 0) for (const signal of STOPS) process.on(signal, removeUnfinished)
  unfinished.add(folder)
  return folder
}

function finished(folder: string): void {
  unfinished.delete(folder)
  if (unfinished.size === 0) for (const signal of STOPS) process.off(signal, removeUnfinished)
}

type PageGroups = Parameters<Output['writePages']>[0]

/** Eleventy looks for templates in an empty folder: all of ours are virtual. */
async function writePages(groups: PageGroups, folder: string): Promise<void> {
  const { Eleventy } = (await import('@11ty/eleventy' as string)) as { Eleventy: EleventyClass }
  const input = begun(mkdtempSync(join(tmpdir(), 'congbo-')))
  try {
    const eleventy = new Eleventy(input, folder, {
      quietMode: true,
      configPath: false,
      config: (config: EleventyConfig) => configureGroups(config, groups),
    })
    eleventy.disableLogger()
    await eleventy.write()
  } finally {
    rmSync(input, { recursive: true, force: true })
    finished(input)
  }
}

function configureGroups(config: EleventyConfig, groups: PageGroups): void {
  const filled = new Map(
    groups.filter(({ pages }) => pages.length > 0).map((group) => [group.template, group.pages]),
  )
  configureEleventy(config, [...filled.keys()], (template) => filled.get(template) ?? [])
}

type EleventyClass = new (
  input: string,
  output: string,
  options: object,
) => { disableLogger: () => void; write: () => Promise<unknown> }

/** Pages live briefly and by the thousand: a larger nursery spares the collector copying them about. */
const ROOMY = ['--max-semi-space-size=64']

const WORKER = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../batch-worker.ts' : '../batch-worker.js', import.meta.url),
)

function writeBatch(job: unknown): Promise<void> {
  return new Promise((done, failed) => {
    const child = fork(WORKER, {
      execArgv: ROOMY,
      stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
      serialization: 'advanced',
    })
    let complaint = ''
    child.stderr?.on('data', (text: Buffer) => {
      complaint += text.toString()
    })
    child.on('error', failed)
    child.on('exit', (code) =>
      code === 0 ? done() : failed(new Error(`batch of pages failed (${code}): ${complaint}`)),
    )
    child.send(job as object)
  })
}
