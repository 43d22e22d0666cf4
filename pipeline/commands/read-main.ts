import type { Files, Ports } from '../adapters/ports.ts'
import type { Contract } from '../contract/contract.ts'
import { heldFiles } from '../documents/held-files.ts'
import { contentPlace } from '../portal/content-place.ts'
import { loadData } from '../portal/load-data.ts'
import { portalIds } from '../portal/load-portal.ts'
import { CONTENT } from '../portal/portal.ts'
import { mainLine } from '../publication/main-line.ts'
import { type LoadedRecords, loadRecords } from '../records/load-records.ts'
import { type MainBranch, mainBranchOf } from '../records/main-changes.ts'
import { UsageError } from './arguments.ts'
import { NO_HISTORY } from './read-ledger.ts'

/** A portal whose history is Git, with its records. */
export type RecordBook = LoadedRecords & { readonly portal: string; readonly folder: string }

/** The main branch, and the records on it. */
export type MainWithRecords = MainBranch & {
  /** Its last commit. */
  readonly tip: string
  readonly books: readonly RecordBook[]
}

/**
 * Reads the main branch from its history, whatever lies in the work tree.
 *
 * @param at the commit up to which it is read; its tip where absent
 * @throws UsageError where there is no history that can be read
 */
export async function readMain(
  { git, revisions }: Pick<Ports, 'git' | 'revisions'>,
  contract: Contract,
  at?: string,
): Promise<MainWithRecords> {
  const state = await git.state()
  if (state !== 'whole') throw new UsageError(NO_HISTORY[state])
  const tip = at ?? (await git.mainTip())
  const log = tip && (await git.mainLog(tip))
  if (tip === undefined || log === undefined)
    throw new UsageError('Kho Git chưa có commit nào; đưa nội dung vào nhánh chính trước')
  const branch = mainBranchOf(mainLine(log))
  const files = filesOfRecords(branch, revisions)
  const books = portalIds(files)
    .filter((id) => !isSample(files, contract, id))
    .map((id) => {
      const folder = `${CONTENT}/${id}/`
      return { portal: id, folder, ...loadRecords(files, contract, folder) }
    })
  return { tip, ...branch, books }
}

/** Identity, keys and records of the portals, in one call of Git. */
function filesOfRecords({ present }: MainBranch, revisions: Ports['revisions']): Files {
  const wanted = [...present].filter(([path]) => {
    const place = contentPlace(path)
    return place.in === 'portal' && /^(?:cong\.yaml$|ho-so\/)/.test(place.below)
  })
  const contents = revisions.contents(wanted.map(([, blob]) => blob))
  return heldFiles(
    new Map(
      wanted.flatMap(([path, blob]) => {
        const bytes = contents.get(blob)
        return bytes ? [[path, bytes] as const] : []
      }),
    ),
  )
}

/** Whether a portal has no history of its own, but a record file. */
export const isSample = (files: Files, contract: Contract, id: string): boolean => {
  const cong = loadData(files, contract, {
    file: `${CONTENT}/${id}/cong.yaml`,
    schema: 'cong',
    rule: 'portal',
  })
  return cong.ok && cong.value.value.sample !== undefined
}
