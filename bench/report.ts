import type { Cost } from './measure.ts'
import {
  hasFloor,
  medianOf,
  PROMISES,
  type Promised,
  ratioToFloor,
  type SizeResult,
  SUBJECTS,
  type Subject,
} from './promises.ts'

/** The costs of one size as a table: medians of its rounds. */
export function tableOf(result: SizeResult): string {
  const rounds = Math.max(...[...result.runs.values()].map(({ length }) => length))
  const measured = SUBJECTS.filter((subject) => result.runs.has(subject))
  const lines = measured.map((subject) =>
    row(result, subject)
      .map((cell, column) => pad(cell, column))
      .join('')
      .trimEnd(),
  )
  return [
    `${result.size.toLocaleString('en')} articles, median of ${rounds}`,
    ['', 'user s', 'wall s', 'MB', 'own MB', 'child MB', '× floor'].map(pad).join(''),
    ...lines,
    ...weightLines(result),
  ].join('\n')
}

const weightLines = ({ searchIndex }: SizeResult): string[] =>
  searchIndex
    ? [
        `search index: ${searchIndex.files.toLocaleString('en')} files, ${(searchIndex.bytes / 1e6).toFixed(1)} MB`,
      ]
    : []

const pad = (cell: string, column: number): string => (column === 0 ? cell.padEnd(16) : cell.padStart(10))

function row(result: SizeResult, subject: Subject): string[] {
  const value = (key: keyof Cost, digits: number) =>
    medianOf(result, subject, (cost) => cost[key])?.toFixed(digits) ?? '-'
  const ratio = hasFloor(subject) ? ratioToFloor(result, subject)?.toFixed(2) : undefined
  return [
    subject,
    value('userSeconds', 2),
    value('wallSeconds', 2),
    value('togetherMb', 0),
    value('processMb', 0),
    value('childMb', 0),
    ratio ?? '',
  ]
}

/** Every promise with what was measured of it. */
export const promisesOf = (results: readonly SizeResult[]): string =>
  ['Promises', ...PROMISES.map((promised) => promiseLine(promised, results))].join('\n')

function promiseLine(promised: Promised, results: readonly SizeResult[]): string {
  const { what, size, limit, unit } = promised
  const actual = actualOf(promised, results)
  const digits = unit === 'MB' ? 0 : 2
  const verdict = actual === undefined ? 'not measured' : actual <= limit ? 'held' : 'NOT HELD'
  const figure = actual === undefined ? '' : `${actual.toFixed(digits)} ${unit}`
  return `  ${verdict.padEnd(14)}${figure.padStart(10)}  ${what}, at ${size.toLocaleString('en')}`
}

/** Of one size there may be several archives, each made to measure something else. */
function actualOf({ size, actual }: Promised, results: readonly SizeResult[]): number | undefined {
  return results.filter((each) => each.size === size).flatMap((each) => actual(each) ?? [])[0]
}

/** Everything that was measured, for machines. */
export const jsonOf = (results: readonly SizeResult[], machine: object): string =>
  JSON.stringify(
    {
      machine,
      sizes: results.map(({ size, runs, searchIndex }) => ({
        size,
        runs: Object.fromEntries(runs),
        searchIndex,
      })),
      promises: PROMISES.map((promised) => {
        const { what, size, limit, unit } = promised
        const actual = actualOf(promised, results)
        return {
          what,
          size,
          limit,
          unit,
          actual: actual ?? null,
          held: actual === undefined ? null : actual <= limit,
        }
      }),
    },
    undefined,
    2,
  )
