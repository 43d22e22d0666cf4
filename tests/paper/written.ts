import { readFileSync } from 'node:fs'
import { pressChart } from '../../pipeline/adapters/chart-press.ts'
import { unzip, zipEntries } from '../../pipeline/media/zip.ts'
import type { Paper, PaperFormat } from '../../pipeline/paper/paper.ts'
import { paperIn } from '../../pipeline/paper/paper-in.ts'
import { REPOSITORY } from '../support/portals.ts'

const workshop = { read: (path: string) => readFileSync(REPOSITORY + path, 'utf8'), press: pressChart }

export const written = async (paper: Paper, format: PaperFormat): Promise<Uint8Array> =>
  Buffer.from(await paperIn(format, paper, workshop))

export const writtenText = async (paper: Paper, format: PaperFormat): Promise<string> =>
  Buffer.from(await written(paper, format)).toString('utf8')

/** The parts of a workbook or letter, by name. */
export function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  const entries = zipEntries(bytes) ?? []
  return new Map(
    entries.map((entry) => [
      entry.name,
      Buffer.from(unzip(bytes, { ...entry, size: 50_000_000 }, 50_000_000) ?? []).toString('utf8'),
    ]),
  )
}
