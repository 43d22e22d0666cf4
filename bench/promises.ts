import type { Cost } from './measure.ts'

/** What is measured of every corpus; a floor and its command run in turns. */
export const SUBJECTS = [
  'check floor',
  'check',
  'build floor',
  'build',
  'check --since',
  'search index',
  'history floor',
  'history',
  'report',
] as const
export type Subject = (typeof SUBJECTS)[number]

export type Weight = { readonly files: number; readonly bytes: number }

export type SizeResult = {
  readonly size: number
  readonly runs: ReadonlyMap<Subject, readonly Cost[]>
  /** What the search index weighs on the disk; undefined where it was not made. */
  readonly searchIndex: Weight | undefined
}

/** One promise of the product, at one size. */
export type Promised = {
  readonly what: string
  readonly size: number
  readonly limit: number
  readonly unit: string
  readonly actual: (result: SizeResult) => number | undefined
}

export const PROMISES: readonly Promised[] = [
  {
    what: 'check costs at most 1.5 × the user CPU of its floor',
    size: 10_000,
    limit: 1.5,
    unit: '×',
    actual: (result) => ratioToFloor(result, 'check'),
  },
  {
    what: 'build costs at most 2.0 × the user CPU of its floor',
    size: 10_000,
    limit: 2,
    unit: '×',
    actual: (result) => ratioToFloor(result, 'build'),
  },
  {
    what: 'check and build need at most 1.5 GB, their child processes included',
    size: 50_000,
    limit: 1500,
    unit: 'MB',
    actual: (result) => largest(['check', 'build'].map((each) => memoryMb(result, each as Subject))),
  },
  {
    what: 'check of one changed article takes less than 1 s',
    size: 50_000,
    limit: 1,
    unit: 's',
    actual: (result) => medianOf(result, 'check --since', ({ wallSeconds }) => wallSeconds),
  },
  {
    what: 'the search index takes at most 60 s of CPU',
    size: 10_000,
    limit: 60,
    unit: 's',
    actual: (result) =>
      medianOf(result, 'search index', ({ userSeconds, systemSeconds }) => userSeconds + systemSeconds),
  },
  {
    what: 'the search index needs at most 1 GB, its engine included',
    size: 10_000,
    limit: 1000,
    unit: 'MB',
    actual: (result) => memoryMb(result, 'search index'),
  },
  {
    what: 'reading the history takes at most 2.0 × the wall time of the bare git log',
    size: 50_000,
    limit: 2,
    unit: '×',
    actual: (result) => ratioToFloor(result, 'history'),
  },
  {
    what: 'the report of a year of so many articles takes less than 10 s',
    size: 20_000,
    limit: 10,
    unit: 's',
    actual: (result) => medianOf(result, 'report', ({ wallSeconds }) => wallSeconds),
  },
]

/** What has a floor of its own, and what is compared: most of what reads a history is spent by Git, in a process of its own. */
const COMPARED = { check: 'userSeconds', build: 'userSeconds', history: 'wallSeconds' } as const
export type Floored = keyof typeof COMPARED
export const hasFloor = (subject: Subject): subject is Floored => subject in COMPARED

/** The median of the ratios of the rounds: a command and its floor run side by side, so a busy machine slows both. */
export function ratioToFloor({ runs }: SizeResult, subject: Floored): number | undefined {
  const floors = runs.get(`${subject} floor`) ?? []
  const key = COMPARED[subject]
  const ratios = (runs.get(subject) ?? []).flatMap((cost, round) => {
    const floor = floors[round]
    return floor ? [cost[key] / floor[key]] : []
  })
  return median(ratios)
}

const memoryMb = (result: SizeResult, subject: Subject): number | undefined =>
  largest((result.runs.get(subject) ?? []).map(({ togetherMb }) => togetherMb))

export const medianOf = (
  { runs }: SizeResult,
  subject: Subject,
  value: (cost: Cost) => number | undefined,
): number | undefined => median((runs.get(subject) ?? []).flatMap((cost) => value(cost) ?? []))

function median(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined
  const sorted = [...values].sort((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  return ((sorted[Math.floor(middle)] as number) + (sorted[Math.ceil(middle)] as number)) / 2
}

function largest(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined)
  return known.length === 0 ? undefined : Math.max(...known)
}
