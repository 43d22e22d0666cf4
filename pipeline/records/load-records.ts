import type { Files } from '../adapters/ports.ts'
import type { Contract } from '../contract/contract.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { isRecordPath } from '../documents/allowed-files.ts'
import { loadData } from '../portal/load-data.ts'
import { keysOf, type RecordKey } from './keys.ts'
import { type ApprovalRecord, KEYS, RECORDS } from './record.ts'

/** A record as it lies in a portal's folder. */
export type LoadedRecord = {
  /** From the top of the repository, and below the portal's folder. */
  readonly file: string
  readonly below: string
  readonly text: string
  readonly record: ApprovalRecord
}

export type LoadedRecords = {
  readonly keys: readonly RecordKey[]
  readonly records: readonly LoadedRecord[]
  /** Files that are no records, and keys that cannot be read. */
  readonly problems: readonly Diagnostic[]
}

/**
 * The keys and records of a portal.
 *
 * @param folder the portal's, with a slash at its end
 */
export function loadRecords(files: Files, contract: Contract, folder: string): LoadedRecords {
  const keys = loadKeys(files, contract, folder)
  const loaded = files
    .list(`${folder}${RECORDS}`)
    .filter(({ path, type }) => type === 'file' && isRecordPath(path.slice(folder.length)))
    .map(({ path }) => loadData(files, contract, { file: path, schema: 'ho-so', rule: 'record' }))
  return {
    keys: keys.keys,
    records: loaded.flatMap((each) => {
      if (!each.ok) return []
      const { file, text, value: record } = each.value
      return [{ file, below: file.slice(folder.length), text, record }]
    }),
    problems: [...keys.problems, ...loaded.flatMap((each) => (each.ok ? [] : each.problems))],
  }
}

/** The keys of a portal; none where it has no file of keys. */
export function loadKeys(
  files: Files,
  contract: Contract,
  folder: string,
): Pick<LoadedRecords, 'keys' | 'problems'> {
  const file = folder + KEYS
  if (!files.taken(file)) return { keys: [], problems: [] }
  const loaded = loadData(files, contract, { file, schema: 'khoa-ho-so', rule: 'record' })
  return loaded.ok
    ? { keys: keysOf(loaded.value.value), problems: [] }
    : { keys: [], problems: loaded.problems }
}
