import type { Ports } from '../adapters/ports.ts'
import type { Instant } from '../calendar/local-time.ts'
import type { Contract } from '../contract/contract.ts'
import { type Diagnostic, TOP } from '../diagnostics/diagnostic.ts'
import { toDiagnostic } from '../portal/load-data.ts'
import { remarksOn } from '../records/check-record.ts'
import type { LoadedRecord } from '../records/load-records.ts'
import { filesOfPortal, type MainBranch, type MainChange } from '../records/main-changes.ts'
import type { Content } from '../records/record-facts.ts'
import { type MergedInPortal, needsOfMerges } from './needs-of-merges.ts'
import type { RecordBook } from './read-main.ts'

/** A record to be held against Git. */
export type RecordToCheck = {
  readonly book: Pick<RecordBook, 'portal' | 'folder' | 'keys'>
  readonly loaded: LoadedRecord
  /** When it came into the main branch, or would come. */
  readonly entered: Instant
}

/** Everything that does not fit in some records, by the main branch and the law of each day; nothing is asked of the forge. */
export async function checkRecords(
  world: Pick<Ports, 'revisions'>,
  contract: Contract,
  { changes }: MainBranch,
  records: readonly RecordToCheck[],
): Promise<readonly Diagnostic[]> {
  const byCommit = new Map(changes.map((change) => [change.commit, change]))
  const scenes = records.map((each) => sceneOf(each, byCommit))
  const judged = scenes.flatMap(({ merged }) => (merged?.change.parent === undefined ? [] : [merged]))
  const asked = await needsOfMerges(world, contract, judged)
  const needs = new Map(judged.map((each, index) => [each, asked[index]]))
  const objects = world.revisions.objects(scenes.flatMap(expressionsOf))
  return scenes.flatMap(({ toCheck: { book, loaded, entered }, merged }) =>
    remarksOn(loaded, {
      ...book,
      entered,
      change: merged?.change,
      files: merged?.files ?? [],
      merged: objects.get(`${loaded.record.merge}^2`),
      needs: merged && needs.get(merged),
      contentAt: (revision, path) => contentIn(objects, revision, path),
    }).map(({ weight, problem, fix }) =>
      toDiagnostic(loaded.file, 'record', {
        at: TOP,
        problem,
        fix,
        severity: weight === 'note' ? 'info' : 'error',
      }),
    ),
  )
}

type Scene = { readonly toCheck: RecordToCheck; readonly merged: MergedInPortal | undefined }

function sceneOf(toCheck: RecordToCheck, byCommit: ReadonlyMap<string, MainChange>): Scene {
  const { portal } = toCheck.book
  const change = byCommit.get(toCheck.loaded.record.merge)
  return { toCheck, merged: change && { change, portal, files: filesOfPortal(change, portal) } }
}

/** Everything that Git is asked about one record: what was merged, and what each approved revision held. */
function expressionsOf({ toCheck: { loaded, book } }: Scene): string[] {
  const { merge, approvals, documents } = loaded.record
  return [
    `${merge}^2`,
    ...approvals.flatMap(({ revision, paths }) => [
      `${revision}^{commit}`,
      ...(paths ?? documents.map(({ path }) => path)).map((path) => `${revision}:./${book.folder}${path}`),
    ]),
  ]
}

const contentIn = (objects: ReadonlyMap<string, string>, revision: string, path: string): Content =>
  objects.has(`${revision}^{commit}`)
    ? { state: 'known', blob: objects.get(`${revision}:./${path}`) }
    : { state: 'lost' }
