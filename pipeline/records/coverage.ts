import { dayOf, type Instant, startOf, vietnameseDay } from '../calendar/local-time.ts'
import { type Diagnostic, type Finding, TOP } from '../diagnostics/diagnostic.ts'
import { isRecordPath } from '../documents/allowed-files.ts'
import { placeOf } from '../documents/document.ts'
import { contentPlace } from '../portal/content-place.ts'
import { toDiagnostic } from '../portal/load-data.ts'
import { type RecordKey, recordsSince } from './keys.ts'
import type { LoadedRecord } from './load-records.ts'
import { filesOfPortal, type MainBranch, type MainChange, type PathChange } from './main-changes.ts'

type Book = {
  readonly portal: string
  readonly folder: string
  readonly keys: readonly RecordKey[]
  readonly records: readonly LoadedRecord[]
}

/** What came into the main branch since the portal has a key, and no record tells of. */
export function uncovered({ changes }: MainBranch, { portal, folder, keys, records }: Book): Diagnostic[] {
  const first = recordsSince(keys)
  if (first === undefined) return []
  const covered = new Set(
    records.flatMap(({ record }) => record.documents.map(({ path }) => `${record.merge} ${folder}${path}`)),
  )
  return changes
    .filter(({ at }) => at >= startOf(first))
    .flatMap((change) =>
      filesOfPortal(change, portal)
        .filter(({ path }) => !covered.has(`${change.commit} ${path}`))
        .map((file) => toDiagnostic(file.path, 'record', uncoveredFinding(file, change))),
    )
}

function uncoveredFinding({ path, after }: PathChange, { commit, at }: MainChange): Finding {
  const place = contentPlace(path)
  const isArticle = place.in === 'portal' && placeOf(place.below) !== undefined
  const what = isArticle
    ? after === undefined
      ? 'Bài đã bị gỡ khỏi cổng'
      : 'Bài đã lên cổng'
    : 'Tệp trên nhánh chính đã đổi'
  return {
    at: TOP,
    problem: `${what} mà không có hồ sơ duyệt (commit ${commit.slice(0, 10)}, ${vietnameseDay(dayOf(at))})`,
    fix: 'chạy congbo record, hoặc chờ lượt chạy hằng ngày nếu vừa gộp; commit không qua yêu cầu gộp nào thì người có thẩm quyền xem lại và ghi ý kiến',
  }
}

/** Records that were changed or taken away after they had come into the main branch, and are not again as they were. */
export function changedRecords({ changes, present }: MainBranch): Diagnostic[] {
  return [...passagesOfRecords(changes)].flatMap(([path, each]) => {
    const first = each[0]?.after
    const change = each.findLast(({ before, after }) => before !== undefined && before !== after)
    if (!change || present.get(path) === first) return []
    const how = change.after === undefined ? 'xóa' : 'sửa'
    return [
      toDiagnostic(path, 'record', {
        at: TOP,
        problem: `Hồ sơ đã bị ${how} sau khi vào nhánh chính (commit ${change.commit.slice(0, 10)}, ${vietnameseDay(dayOf(change.at))})`,
        fix: `khôi phục nguyên văn: git show ${first} > ${path}, rồi gửi yêu cầu gộp`,
      }),
    ]
  })
}

/** The content with which each record came into the main branch: the one that it must always have. */
export const originalRecords = ({ changes }: Pick<MainBranch, 'changes'>): ReadonlyMap<string, string> =>
  new Map(
    [...passagesOfRecords(changes)].flatMap(([path, [first]]) =>
      first?.after === undefined ? [] : [[path, first.after] as const],
    ),
  )

const passagesOfRecords = (changes: MainBranch['changes']) =>
  Map.groupBy(
    changes.flatMap(({ files, commit, at }) =>
      files.filter(isRecord).map((file) => ({ ...file, commit, at })),
    ),
    ({ path }) => path,
  )

const isRecord = ({ path }: PathChange): boolean => {
  const place = contentPlace(path)
  return place.in === 'portal' && isRecordPath(place.below)
}

/** When each record came into the main branch. */
export function enteredAt({ changes }: Pick<MainBranch, 'changes'>): ReadonlyMap<string, Instant> {
  const entered = new Map<string, Instant>()
  for (const { files, at } of changes)
    for (const file of files.filter(isRecord))
      if (file.before === undefined && file.after !== undefined) entered.set(file.path, at)
  return entered
}

/** Records that tell of the same merge: one of them cannot be true. */
export function doubledRecords(records: readonly LoadedRecord[]): Diagnostic[] {
  const seen = new Map<string, string>()
  return records.flatMap(({ file, record: { merge } }): Diagnostic[] => {
    const other = seen.get(merge)
    seen.set(merge, other ?? file)
    if (other === undefined) return []
    return [
      toDiagnostic(file, 'record', {
        at: TOP,
        problem: `Commit gộp ${merge.slice(0, 10)} đã có hồ sơ khác: ${other}`,
        fix: 'mỗi lần gộp một hồ sơ; xem hồ sơ nào ghi đúng số yêu cầu gộp, quản trị gỡ hồ sơ kia',
      }),
    ]
  })
}
