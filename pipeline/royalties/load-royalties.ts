import type { Files } from '../adapters/ports.ts'
import type { Contract, ContractTypes, SchemaName } from '../contract/contract.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { type DataFile, loadData, meaningDiagnostic } from '../portal/load-data.ts'
import { CONTENT } from '../portal/portal.ts'
import type { BaseSalary } from './rates.ts'
import type { RoyaltyData } from './royalty-data.ts'

const BASE_SALARIES = `${CONTENT}/luong-co-so`
/** Below a portal's folder. */
export const ROYALTIES = 'nhuan-but'
const RULE = 'royalties'

type Loaded<T> = { readonly files: readonly DataFile<T>[]; readonly problems: readonly Diagnostic[] }

/** The base salaries that all portals share. */
export function loadBaseSalaries(
  files: Files,
  contract: Contract,
): { readonly salaries: readonly BaseSalary[]; readonly problems: readonly Diagnostic[] } {
  const loaded = loadEach(files, contract, 'luong-co-so', BASE_SALARIES, /^\d{4}-\d{2}-\d{2}\.yaml$/)
  const misnamed = loaded.files.flatMap((each) =>
    nameOf(each.file) === each.value.validFrom
      ? []
      : [
          meaningDiagnostic(each, RULE, {
            path: ['validFrom'],
            problem: `Tên tệp không khớp với ngày ${each.value.validFrom}`,
            fix: `đặt tên tệp là ${each.value.validFrom}.yaml`,
          }),
        ],
  )
  return { salaries: loaded.files.map(({ value }) => value), problems: [...loaded.problems, ...misnamed] }
}

/** Rate tables, scores and closed months of a portal, in the order of their names; none where it has none. */
export function loadRoyalties(
  files: Files,
  contract: Contract,
  folder: string,
): { readonly data: RoyaltyData; readonly problems: readonly Diagnostic[] } {
  const at = `${folder}${ROYALTIES}`
  const tables = loadEach(files, contract, 'nhuan-but', at, /^\d{4}-\d{2}-\d{2}\.yaml$/)
  const scores = loadEach(files, contract, 'cham-nhuan-but', `${at}/cham`, MONTH_FILE)
  const books = loadEach(files, contract, 'so-nhuan-but', `${at}/so`, MONTH_FILE)
  return {
    data: { tables: tables.files, scores: scores.files, books: books.files },
    problems: [tables, scores, books].flatMap(({ problems }) => problems),
  }
}

const MONTH_FILE = /^\d{4}-\d{2}\.yaml$/

/** `2026-11` of `…/2026-11.yaml`. */
export const nameOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1, -'.yaml'.length)

/** What lies in a folder itself and is called as its files are; anything else there is for the check of files to tell. */
function loadEach<N extends SchemaName>(
  files: Files,
  contract: Contract,
  schema: N,
  folder: string,
  name: RegExp,
): Loaded<ContractTypes[N]> {
  const loaded = files
    .list(folder)
    .filter(({ path, type }) => type === 'file' && name.test(path.slice(folder.length + 1)))
    .map(({ path }) => loadData(files, contract, { file: path, schema, rule: RULE }))
  return {
    files: loaded.flatMap((each) => (each.ok ? [each.value] : [])),
    problems: loaded.flatMap((each) => (each.ok ? [] : each.problems)),
  }
}
