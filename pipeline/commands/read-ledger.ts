import type { Ports } from '../adapters/ports.ts'
import type { Instant } from '../calendar/local-time.ts'
import type { Contract } from '../contract/contract.ts'
import { deadlineOf } from '../deadlines/deadline-of.ts'
import { fieldOf } from '../deadlines/verdict.ts'
import { isRecordPath } from '../documents/allowed-files.ts'
import { placeOf } from '../documents/document.ts'
import { parseDocument } from '../documents/parse-document.ts'
import { readDocument } from '../documents/read-document.ts'
import { buildLedger } from '../ledger/build-ledger.ts'
import type { Ledger } from '../ledger/entry.ts'
import { blobsOf, type Chapter, chaptersOf, type TraceResult, tracesOf } from '../ledger/from-lives.ts'
import { tracesOfRecord } from '../ledger/from-record-file.ts'
import type { Laws } from '../ledger/laws.ts'
import { type Trace, type Version, versionOf } from '../ledger/trace.ts'
import { loadData, parseData } from '../portal/load-data.ts'
import { CONTENT, type Portal } from '../portal/portal.ts'
import type { OpenPortal } from '../portal/workspace.ts'
import { goesOn, keepLives, keptLives } from '../publication/keep-lives.ts'
import { type Lives, livesAfter, NO_LIVES } from '../publication/lives.ts'
import { mainLine } from '../publication/main-line.ts'
import { keysOf } from '../records/keys.ts'
import { KEYS } from '../records/record.ts'
import { type RecordOf, recordsOf } from '../records/recorded.ts'
import { applyInterpretations } from '../regulation/interpretations.ts'
import { type Regulation, toRegulation } from '../regulation/regulation.ts'
import { UsageError } from './arguments.ts'

type World = Pick<Ports, 'files' | 'git' | 'revisions' | 'cache'>

/** What a ledger is read for. */
export type LedgerRequest = {
  readonly contract: Contract
  readonly open: OpenPortal
  readonly asOf: Instant
}

/**
 * The ledger of a portal at an instant: of a real portal from the history of the main branch alone, whatever lies in the work
 * tree; of a sample from its record file.
 *
 * @throws UsageError where the history cannot be read
 */
export async function readLedger(world: World, request: LedgerRequest): Promise<Ledger> {
  const { portal } = request.open
  const { traces, laws, unreadable } = portal.cong.sample
    ? tracesOfSample(world, request)
    : await tracesOfHistory(world, request)
  const { calendar, roster } = portal
  const { asOf } = request
  return {
    portal: portal.id,
    asOf,
    entries: buildLedger({ laws, calendar, roster, asOf, traces }),
    unreadable,
  }
}

type Found = {
  readonly traces: readonly Trace[]
  readonly laws: Laws
  readonly unreadable: readonly string[]
}

function tracesOfSample({ files }: World, { contract, open: { portal }, asOf }: LedgerRequest): Found {
  const { folder } = portal
  const record = loadData(files, contract, {
    file: `${folder}nhat-ky-xuat-ban.yaml`,
    schema: 'nhat-ky-xuat-ban',
    rule: 'portal',
  })
  const unreadable: string[] = []
  const versionAt = (path: string): Version | undefined => {
    const document = readDocument(files, folder, path, contract)
    if (!document && files.exists(folder + path)) unreadable.push(path)
    return document && versionOf(document)
  }
  const traces = record.ok ? tracesOfRecord(record.value.value, versionAt, asOf) : []
  return { traces, laws: { present: portal.regulation, former: [] }, unreadable }
}

/** Contents that are read at once: their bytes are dropped before the next are read. */
const AT_ONCE = 2000

async function tracesOfHistory(world: World, request: LedgerRequest): Promise<Found> {
  const { contract, open, asOf } = request
  const { portal } = open
  const lives = await readLives(world)
  const chapters = chaptersOf(lives, portal.folder, asOf)
  const versions = versionsOf(world, contract, portal.folder, chapters)
  const results = tracesOf(chapters, {
    folder: portal.folder,
    versionOf: (blob) => versions.get(blob),
    sameMatter: (before, after) => {
      const trigger = (front: typeof before) => fieldOf(front, deadlineOf(portal.regulation, front)?.trigger)
      return before.kind === after.kind && trigger(before) === trigger(after)
    },
    recordOf: recordedIn(world, contract, portal, lives),
  })
  return {
    traces: results.flatMap((each) => (each.ok ? [each.trace] : [])),
    laws: { present: portal.regulation, former: formerLaws(world, contract, portal, lives) },
    unreadable: unreadableIn(results),
  }
}

const unreadableIn = (results: readonly TraceResult[]): string[] =>
  results.flatMap((each) => (each.ok ? [] : [each.path]))

function versionsOf(
  { revisions }: World,
  contract: Contract,
  folder: string,
  chapters: readonly Chapter[],
): ReadonlyMap<string, Version> {
  const places = new Map(
    chapters.flatMap((chapter) => blobsOf(chapter).map((blob) => [blob, chapter.published.path] as const)),
  )
  const blobs = [...places.keys()]
  const versions = new Map<string, Version>()
  for (let from = 0; from < blobs.length; from += AT_ONCE) {
    for (const [blob, bytes] of revisions.contents(blobs.slice(from, from + AT_ONCE))) {
      const path = (places.get(blob) as string).slice(folder.length)
      const { document } = placeOf(path) ? parseDocument(path, bytes, contract) : { document: undefined }
      if (document) versions.set(blob, versionOf(document))
    }
  }
  return versions
}

/** The approval records of the main branch, as far as one of the portal's keys has signed them. */
function recordedIn({ revisions }: World, contract: Contract, { folder }: Portal, lives: Lives): RecordOf {
  const files = [...lives.present].flatMap(([file, { published, later }]) => {
    const below = file.startsWith(folder) ? file.slice(folder.length) : ''
    return below === KEYS || isRecordPath(below)
      ? [{ file, below, blob: (later.at(-1) ?? published).blob }]
      : []
  })
  const contents = revisions.contents(files.map(({ blob }) => blob))
  const read = <N extends 'ho-so' | 'khoa-ho-so'>(schema: N, wanted: (below: string) => boolean) =>
    files.flatMap(({ file, below, blob }) => {
      const bytes = wanted(below) ? contents.get(blob) : undefined
      const parsed = bytes && parseData(bytes, contract, { file, schema, rule: 'record' })
      return parsed?.ok ? [parsed.value.value] : []
    })
  return recordsOf(read('ho-so', isRecordPath), read('khoa-ho-so', (below) => below === KEYS).flatMap(keysOf))
}

/** What quy-che.yaml said before, oldest first; a version that the schema of today does not read is no law that can be applied. */
function formerLaws({ revisions }: World, contract: Contract, portal: Portal, lives: Lives): Regulation[] {
  const file = `${portal.folder}quy-che.yaml`
  const life = lives.present.get(file)
  const blobs = life ? [life.published, ...life.later].map(({ blob }) => blob) : []
  const contents = revisions.contents(blobs)
  return blobs.flatMap((blob) => {
    const bytes = contents.get(blob)
    const law =
      bytes &&
      parseData(bytes, contract, {
        file,
        schema: 'quy-che',
        rule: 'regulation',
        prepare: (value) => applyInterpretations(value),
      })
    return law?.ok ? [toRegulation(law.value.value)] : []
  })
}

/** One place for the history of the whole repository; what is kept there is used only where the history goes on from it. */
const KEY = 'nhanh-chinh'

/** The lives of all files of the main branch: in one pass over its history, or over what has come since the last time. */
export async function readLives({ git, cache }: Pick<World, 'git' | 'cache'>): Promise<Lives> {
  const state = await git.state()
  if (state !== 'whole') throw new UsageError(NO_HISTORY[state])
  const tip = await git.mainTip()
  if (tip === undefined) return NO_LIVES
  const bytes = cache.read('lich-su', KEY)
  const kept = bytes && keptLives(bytes)
  if (kept?.tip?.commit === tip) return kept
  const since = kept?.tip && mainLine((await git.mainLog(tip, kept.tip.commit)) ?? '')
  const lives =
    kept && since && goesOn(kept, since)
      ? livesAfter(kept, since, ownerOf)
      : livesAfter(NO_LIVES, mainLine((await git.mainLog(tip)) ?? ''), ownerOf)
  cache.write('lich-su', KEY, keepLives(lives))
  return lives
}

export const NO_HISTORY = {
  none: 'Thư mục này không nằm trong kho Git nên không biết bài nào đăng khi nào; chạy lệnh ở thư mục gốc của kho nội dung',
  unusable:
    'Không đọc được kho Git ở đây; chạy `git status` ở thư mục này và làm theo lời báo: cài Git, hoặc cho phép thư mục của người khác (safe.directory)',
  shallow:
    'Bản sao Git này thiếu lịch sử (shallow), không biết bài nào đăng khi nào; lấy đủ lịch sử: `git fetch --unshallow`; trong GitHub Actions ghi `fetch-depth: 0`',
} as const

/** Whose a file is: the folder of its portal, with the slash; of everything else nobody's. */
function ownerOf(path: string): string {
  const end = path.indexOf('/', CONTENT.length + 1)
  return path.startsWith(`${CONTENT}/`) && end > 0 ? path.slice(0, end + 1) : ''
}
