import type { Ports } from '../adapters/ports.ts'
import type { Instant } from '../calendar/local-time.ts'
import type { Contract } from '../contract/contract.ts'
import { type Diagnostic, TOP } from '../diagnostics/diagnostic.ts'
import { isRecordPath } from '../documents/allowed-files.ts'
import type { Change } from '../gate/change.ts'
import type { Revision } from '../gate/versions.ts'
import { contentPlace } from '../portal/content-place.ts'
import { loadData, toDiagnostic } from '../portal/load-data.ts'
import { doubledRecords, originalRecords } from '../records/coverage.ts'
import { checkRecords, type RecordToCheck } from './check-records.ts'
import { type MainWithRecords, readMain } from './read-main.ts'

/**
 * What the gate says of the approval records in a change: one that is there is neither changed nor taken away, and a new one must fit
 * what the main branch knows, by the keys of the main branch. Where a change touches no record nothing is read.
 */
export async function recordProblems(
  world: Pick<Ports, 'git' | 'revisions'>,
  contract: Contract,
  change: Change,
  [base, head]: readonly [Revision, Revision],
  now: Instant,
): Promise<readonly Diagnostic[]> {
  const touched = change.files.filter(({ path }) => belowPortal(path) !== undefined)
  if (touched.length === 0) return []
  const main = await readMain(world, contract, change.base)
  const isKnown = ({ path, before }: Change['files'][number]) =>
    before !== undefined || base.blobOf(path) !== undefined
  const originals = originalRecords(main)
  // Whatever happened to a record, to put it back as it came is right.
  const foreign = touched.filter(
    ({ path, after }) => after === undefined || after.oid !== originals.get(path),
  )
  const [changed, added] = [foreign.filter(isKnown), foreign.filter((file) => !isKnown(file))]
  const records = added.flatMap(({ path }) => toCheck(path, head, contract, main, now))
  return [
    ...changed.map(({ path, after }) =>
      toDiagnostic(path, 'record', {
        at: TOP,
        problem: `Hồ sơ duyệt đã có thì không ${after ? 'sửa' : 'xóa'} được: nó là bằng chứng ai đã duyệt`,
        fix: `khôi phục tệp như ở nhánh chính: git restore --source=origin/main -- ${path}`,
      }),
    ),
    ...(await checkRecords(world, contract, main, records)),
    ...main.books.flatMap((book) => {
      const own = records.filter((each) => each.book.portal === book.portal).map(({ loaded }) => loaded)
      const files = new Set(own.map(({ file }) => file))
      return doubledRecords([...book.records, ...own]).filter(({ file }) => files.has(file))
    }),
  ]
}

const belowPortal = (path: string): string | undefined => {
  const place = contentPlace(path)
  return place.in === 'portal' && isRecordPath(place.below) ? place.below : undefined
}

/** A file that is no record at all is what the check of the content reports. */
function toCheck(
  file: string,
  head: Revision,
  contract: Contract,
  { books }: MainWithRecords,
  entered: Instant,
): RecordToCheck[] {
  const below = belowPortal(file) as string
  const folder = file.slice(0, -below.length)
  const portal = folder.split('/')[1] as string
  const loaded = loadData(head, contract, { file, schema: 'ho-so', rule: 'record' })
  if (!loaded.ok) return []
  const book = books.find((each) => each.portal === portal) ?? { portal, folder, keys: [] }
  return [{ book, loaded: { file, below, text: loaded.value.text, record: loaded.value.value }, entered }]
}
