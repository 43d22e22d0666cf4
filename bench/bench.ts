/**
 * Measures the product against the floor and against its promises; never a test, it fails only where a command does.
 *
 *   npm run bench [-- --sizes 1000,10000,50000] [--years 20000,50000] [--rounds 3] [--history one|each] [--folder /dev/shm] [--only search] [--json]
 */
import { mkdtempSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type HistoryForm, TIMES } from './articles.ts'
import { PORTAL, PRODUCT, writeCorpus } from './corpus.ts'
import { type Cost, measure } from './measure.ts'
import type { SizeResult, Subject, Weight } from './promises.ts'
import { jsonOf, promisesOf, tableOf } from './report.ts'

/** More rounds than this would take an hour where the corpus is large. */
const ROUNDS_OF_LARGE = 2
const LARGE = 10_000
/** What an article takes on the disk as source, in Git and as pages of two outputs, with room to spare. */
const BYTES_PER_ARTICLE = 48 * 1024

type Plan = {
  readonly sizes: readonly number[]
  /** Archives of one year, with a commit for each publication: what histories and reports are measured on. */
  readonly years: readonly number[]
  readonly rounds: number
  readonly history: HistoryForm
  readonly folder: string | undefined
  /** Only turns with a subject whose name begins so. */
  readonly only: string
  readonly json: boolean
}

function readPlan(): Plan {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string', default: '1000,10000,50000' },
      years: { type: 'string', default: '20000,50000' },
      rounds: { type: 'string', default: '3' },
      history: { type: 'string', default: 'one' },
      folder: { type: 'string' },
      only: { type: 'string', default: '' },
      json: { type: 'boolean', default: false },
    },
  })
  const numbers = (list: string) => list.split(',').filter(Boolean).map(Number)
  const [sizes, years] = [numbers(values.sizes), numbers(values.years)]
  const rounds = Number(values.rounds)
  if (![...sizes, ...years, rounds].every((number) => Number.isInteger(number) && number > 0))
    throw new Error('--sizes, --years and --rounds take whole numbers above zero')
  if (values.history !== 'one' && values.history !== 'each') throw new Error('--history is one or each')
  return {
    sizes,
    years,
    rounds,
    history: values.history,
    folder: values.folder,
    only: values.only,
    json: values.json,
  }
}

const progress = (text: string): boolean => process.stderr.write(`${text}\n`)

/** A RAM disk where there is one with room: the disk of the machine is not what is measured. */
function roomFor(size: number): string {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm')
    return bavail * bsize > size * BYTES_PER_ARTICLE ? '/dev/shm' : tmpdir()
  } catch {
    return tmpdir()
  }
}

/** Commands by what they measure; every one runs in the corpus and may write below `output`. */
function commandsIn(corpus: string, output: string): Record<Subject, readonly string[]> {
  const node = process.execPath
  const bench = (name: string) => join(PRODUCT, 'bench', name)
  const congbo = [node, join(PRODUCT, 'pipeline', 'congbo.js')]
  const portal = join(corpus, 'content', PORTAL)
  return {
    'check floor': [node, bench('bare-check.ts'), portal],
    check: [...congbo, 'check', '--now', TIMES.now],
    'build floor': [node, bench('bare.ts'), portal, output],
    build: [...congbo, 'build', '--no-search', '--now', TIMES.now, '--out', output],
    'check --since': [...congbo, 'check', '--since', 'HEAD~1', '--now', TIMES.now],
    'search index': [node, bench('search-index.ts'), output],
    'history floor': ['git', 'log', '--first-parent', '--name-status', '-z', '--format=%H'],
    history: [node, bench('read-history.ts'), corpus],
    report: [
      ...congbo,
      ...['report', PORTAL, '--period', '2026', '--format', 'json', '--now', TIMES.now],
      ...['--out', `${output}.json`],
    ],
  }
}

/** Subjects that run in turns, A B A B, so that a busy minute of the machine falls on both. */
const TURNS: readonly (readonly Subject[])[] = [
  ['check floor', 'check'],
  ['build floor', 'build'],
  ['check --since'],
  ['search index'],
]

const YEAR_TURNS: readonly (readonly Subject[])[] = [['history floor', 'history'], ['report']]

type Measured = {
  readonly size: number
  readonly history: HistoryForm
  readonly firstEvent: number
  readonly turns: readonly (readonly Subject[])[]
}

/** What asks the index of likeness, which a build leaves behind; the build that is measured makes none, so the first run is not counted. */
const INDEXED: ReadonlySet<Subject> = new Set(['check --since'])

const roundsOf = (size: number, rounds: number): number =>
  size > LARGE ? Math.min(rounds, ROUNDS_OF_LARGE) : rounds

async function measureSize(
  { size, history, firstEvent, turns }: Measured,
  { rounds, folder, only }: Plan,
): Promise<SizeResult> {
  const base = mkdtempSync(join(folder ?? roomFor(size), 'congbo-bench-'))
  const remove = () => rmSync(base, { recursive: true, force: true })
  process.once('exit', remove)
  const corpus = join(base, 'corpus')
  const output = join(base, 'output')
  progress(`${size.toLocaleString('en')} articles: writing the corpus to ${base}`)
  writeCorpus({ folder: corpus, size, history, firstEvent })
  const commands = commandsIn(corpus, output)
  const runs = new Map<Subject, Cost[]>()
  let searchIndex: Weight | undefined
  for (const turn of turns.filter((subjects) => subjects.some((each) => each.startsWith(only)))) {
    for (const subject of turn.filter((each) => INDEXED.has(each)))
      await measure(commands[subject], corpus, join(base, 'log'))
    for (let round = 1; round <= roundsOf(size, rounds); round += 1) {
      for (const subject of turn) {
        const cost = await measure(commands[subject], corpus, join(base, 'log'))
        runs.set(subject, [...(runs.get(subject) ?? []), cost])
        progress(
          `  ${subject} ${round}: ${cost.userSeconds.toFixed(2)} s user, ${cost.wallSeconds.toFixed(2)} s wall`,
        )
        if (subject === 'search index') searchIndex = weightOf(output)
        rmSync(output, { recursive: true, force: true })
      }
    }
  }
  remove()
  process.off('exit', remove)
  return { size, runs, searchIndex }
}

function weightOf(folder: string): Weight {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())
  const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)
  return { files: files.length, bytes }
}

async function main(): Promise<void> {
  const plan = readPlan()
  const results: SizeResult[] = []
  const { history } = plan
  const measured: Measured[] = [
    ...plan.sizes.map((size) => ({ size, history, firstEvent: TIMES.firstEvent, turns: TURNS })),
    ...plan.years.map((size) => ({
      size,
      history: 'each' as const,
      firstEvent: TIMES.firstOfYear,
      turns: YEAR_TURNS,
    })),
  ]
  for (const each of measured.filter(({ turns }) =>
    turns.flat().some((name) => name.startsWith(plan.only)),
  )) {
    const result = await measureSize(each, plan)
    results.push(result)
    if (!plan.json) process.stdout.write(`\n${tableOf(result)}\n\n`)
  }
  const machine = {
    node: process.version,
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    history: plan.history,
  }
  process.stdout.write(plan.json ? `${jsonOf(results, machine)}\n` : `${promisesOf(results)}\n`)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
try {
  await main()
} catch (error) {
  progress(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
