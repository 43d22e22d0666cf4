import type { Files } from '../adapters/ports.ts'
import type { Contract } from '../contract/contract.ts'
import type { GoBo, NghiaVu, TuChoi } from '../contract/types.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { isRegister } from '../documents/allowed-files.ts'
import { type DataFile, loadData } from '../portal/load-data.ts'

/** The rules under which the problems of the three registers are told. */
export const DUTY_MARK = 'duty-mark'
export const REFUSAL = 'refusal'
export const TAKEDOWN = 'takedown'

export const MARKS_FOLDER = 'nghia-vu'
export const REFUSALS_FOLDER = 'tu-choi'
export const TAKEDOWNS_FOLDER = 'go-bo'

/** A record of a register with where it stands: its year and its number as its path says them. */
export type Filed<T> = DataFile<T> & { readonly year: number; readonly number: number }

export type Registers = {
  readonly marks: readonly DataFile<NghiaVu>[]
  readonly refusals: readonly Filed<TuChoi>[]
  readonly takedowns: readonly Filed<GoBo>[]
  /** Files that cannot be read or have the wrong form; the others still count. */
  readonly problems: readonly Diagnostic[]
}

export const marksPath = (year: number): string => `${MARKS_FOLDER}/${year}.yaml`

export const recordPath = (folder: string, year: number, number: number): string =>
  `${folder}/${year}/${String(number).padStart(3, '0')}.yaml`

/** The registers of a portal, each in the order of its numbers. */
export function loadRegisters(files: Files, contract: Contract, folder: string): Registers {
  const problems: Diagnostic[] = []
  const load = <N extends 'nghia-vu' | 'tu-choi' | 'go-bo'>(schema: N, rule: string) =>
    files
      .list(`${folder}${schema}`)
      .map(({ path }) => path)
      .filter((path) => isRegister(path.slice(folder.length)))
      .flatMap((file) => {
        const loaded = loadData(files, contract, { file, schema, rule })
        if (loaded.ok) return [loaded.value]
        problems.push(...loaded.problems)
        return []
      })
  return {
    marks: load('nghia-vu', DUTY_MARK),
    refusals: load('tu-choi', REFUSAL).map(filed),
    takedowns: load('go-bo', TAKEDOWN).map(filed),
    problems,
  }
}

function filed<T>(data: DataFile<T>): Filed<T> {
  const [year, name] = data.file.split('/').slice(-2) as [string, string]
  return { ...data, year: Number(year), number: Number(name.slice(0, 3)) }
}

/** The number of the next record of a year. */
export const nextNumber = (records: readonly Filed<unknown>[], year: number): number =>
  1 + records.filter((each) => each.year === year).reduce((most, { number }) => Math.max(most, number), 0)
