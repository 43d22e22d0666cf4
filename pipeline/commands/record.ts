import { ForgeFailure } from '../adapters/forge.ts'
import type { Ports } from '../adapters/ports.ts'
import { dayOf, type Instant, parseDay, startOf } from '../calendar/local-time.ts'
import { formatText } from '../diagnostics/format-text.ts'
import { portalIds } from '../portal/load-portal.ts'
import { contractOf } from '../portal/workspace.ts'
import { isValidOn } from '../records/keys.ts'
import type { ApprovalRecord } from '../records/record.ts'
import { type Signer, signerOf } from '../records/signature.ts'
import { recordText } from '../records/write-record.ts'
import { knownPortal, readNow, UsageError } from './arguments.ts'
import { DISK_WORDS } from './disk-words.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { type Draft, draftRecords, type Matched, matched, unrecorded } from './make-records.ts'
import { makeKey } from './new-key.ts'
import { paintFor } from './paint.ts'
import { type Proposed, proposeRecords } from './propose-records.ts'
import { type MainWithRecords, type RecordBook, readMain } from './read-main.ts'
import { draftLine, reportRecords } from './record-report.ts'
import { repositoryOf } from './repository-name.ts'

export type RecordOptions = {
  readonly pr?: string
  readonly since?: string
  readonly portal?: string
  readonly repo?: string
  readonly dryRun?: boolean
  readonly propose?: boolean
  readonly newKey?: string
  readonly now?: string
  readonly json?: boolean
}

/** Writes a signed record of the approvals of every merged pull request that has none yet; all of them, or nothing. */
export async function record(ports: Ports, options: RecordOptions): Promise<ExitCode> {
  const now = readNow(options.now) ?? ports.now()
  if (options.newKey !== undefined) return makeKey(ports, options.newKey, now)
  const request = readRequest(options)
  knownPortal(options.portal, portalIds(ports.files))
  const contract = await contractOf(ports)
  const all = await readMain(ports, contract)
  const books = all.books.filter(({ portal }) => portal === (options.portal ?? portal))
  const unreadable = books.flatMap(({ problems }) => problems)
  for (const each of unreadable) ports.err(formatText(each, paintFor(ports)))
  if (unreadable.length > 0) return EXIT.cannotRun
  const idle = whyIdle(books, options)
  if (idle !== undefined) {
    ports.out(options.json ? JSON.stringify({ records: [], why: idle }, null, 2) : idle)
    return EXIT.ok
  }
  const main = { ...all, books: books.filter(({ keys }) => keys.length > 0) }
  const sign = options.dryRun ? undefined : signerFor(ports, main.books, now)
  const repository = await repositoryOf(ports, options.repo)
  const forge = ports.forge(repository)
  const wanted = unrecorded(main, request.since)
  const changes = await matched(forge, wanted, request.pr).catch(explained)
  if (request.pr !== undefined) checkFound(request.pr, changes, main)
  const drafts = await draftRecords(ports, forge, contract, changes, (draft) => {
    if (!options.json) ports.out(draftLine(draft, paintFor(ports)))
  }).catch(explained)

  const fresh = drafts.filter(({ file }) => options.propose || !ports.files.taken(file))
  const proposed = sign && fresh.length > 0 ? await keep(fresh.map(sign)) : undefined
  reportRecords(ports, options, {
    drafts: fresh,
    already: drafts.length - fresh.length,
    direct: request.pr === undefined ? wanted.filter((each) => !changes.some(isSame(each))) : [],
    proposed,
  })
  return proposed?.state === 'branch-only' ? EXIT.problems : EXIT.ok

  async function keep(signed: readonly Signed[]): Promise<Proposed | undefined> {
    const files = new Map(signed.map(({ file, record: each }) => [file, recordText(each)]))
    if (!options.propose) return write(ports, files)
    const base = { ref: (changes[0] as Matched).pull.base.ref, sha: main.tip }
    const records = signed.map(({ record: each }) => each)
    return proposeRecords(ports, forge, { repository, base, files, records, now }).catch(explained)
  }
}

const isSame =
  (one: { readonly portal: string; readonly change: { readonly commit: string } }) =>
  (other: typeof one): boolean =>
    one.portal === other.portal && one.change.commit === other.change.commit

type Request = { readonly pr: number | undefined; readonly since: Instant | undefined }

function readRequest({ pr, since, dryRun, propose }: RecordOptions): Request {
  if (pr !== undefined && since !== undefined)
    throw new UsageError('Chọn một trong hai: --pr cho một yêu cầu gộp, --since cho mọi yêu cầu từ một ngày')
  if (dryRun && propose)
    throw new UsageError('Chọn một trong hai: --dry-run chỉ xem, --propose gửi hồ sơ lên')
  if (pr !== undefined && !/^[1-9]\d{0,9}$/.test(pr))
    throw new UsageError('--pr: ghi số của yêu cầu gộp, ví dụ --pr 12')
  const day = since === undefined ? undefined : parseDay(since)
  if (since !== undefined && day === undefined)
    throw new UsageError(`--since: \`${since}\` không phải là ngày có thật; ví dụ: --since 2026-11-01`)
  return {
    pr: pr === undefined ? undefined : Number(pr),
    since: day === undefined ? undefined : startOf(day),
  }
}

/** Why there is nothing to do for anybody; a person who asked for records before there was a key is refused instead. */
function whyIdle(books: readonly RecordBook[], { propose, dryRun }: RecordOptions): string | undefined {
  if (books.length === 0)
    return 'Chỉ có cổng mẫu: cổng mẫu không có lịch sử gộp nên không có hồ sơ duyệt để lập.'
  if (books.some(({ keys }) => keys.length > 0)) return undefined
  const words = `Chưa cổng nào có khóa ký hồ sơ (content/<cổng>/ho-so/khoa.yaml trên nhánh chính). Cách làm: chạy congbo record --new-key <tệp ngoài kho>, rồi làm theo lời in ra`
  if (propose || dryRun) return `${words}.`
  throw new UsageError(words)
}

type Signed = Draft & { readonly record: ApprovalRecord }

/**
 * Signs in the name of the key that each portal has for today.
 *
 * @throws UsageError where there is no private key, or where it is none of a portal's
 */
function signerFor(ports: Ports, books: readonly RecordBook[], now: Instant): (draft: Draft) => Signed {
  const secret = ports.environment('CONGBO_RECORD_KEY')
  if (secret === undefined)
    throw new UsageError(
      'Không có khóa riêng để ký (biến môi trường CONGBO_RECORD_KEY). Trong GitHub Actions đưa secret CONGBO_RECORD_KEY của môi trường ho-so vào biến này; chưa có khóa thì chạy congbo record --new-key <tệp ngoài kho>; chỉ muốn xem thì thêm --dry-run',
    )
  const signer = signerOf(secret)
  if (!signer)
    throw new UsageError(
      'CONGBO_RECORD_KEY không phải là khóa riêng Ed25519 (PEM, hoặc PKCS #8 viết theo base64). Dán lại nguyên tệp mà congbo record --new-key đã ghi',
    )
  const ids = new Map(books.map((book) => [book.portal, keyIdFor(book, signer, now)]))
  return (draft) => {
    const key = ids.get(draft.book.portal) as string
    return {
      ...draft,
      record: { ...draft.statement, signature: { key, value: signer.sign(draft.statement) } },
    }
  }
}

function keyIdFor({ portal, folder, keys }: RecordBook, { publicKey }: Signer, now: Instant): string {
  const key = keys.find((each) => each.key === publicKey)
  if (key && isValidOn(key, dayOf(now))) return key.id
  throw new UsageError(
    key
      ? `Khóa \`${key.id}\` của cổng ${portal} hôm nay không được dùng (validFrom, validTo). Tạo khóa mới bằng congbo record --new-key, hoặc sửa ngày trong ${folder}ho-so/khoa.yaml`
      : `Khóa riêng trong CONGBO_RECORD_KEY không khớp khóa nào trong ${folder}ho-so/khoa.yaml của nhánh chính. Thêm khóa công khai tương ứng vào tệp ấy và gộp trước, hoặc thay secret`,
  )
}

function checkFound(
  number: number,
  changes: readonly Matched[],
  { books, changes: line }: MainWithRecords,
): void {
  if (changes.length > 0) return
  const known = books.flatMap(({ records }) => records).find(({ record: { pull } }) => pull === number)
  if (known) throw new UsageError(`Yêu cầu gộp #${number} đã có hồ sơ: ${known.file}; hồ sơ không lập lại`)
  throw new UsageError(
    `Yêu cầu gộp #${number} chưa gộp vào nhánh chính, không đổi gì trong cổng có khóa, hoặc bản sao Git này chưa có commit gộp (nhánh chính ở đây có ${line.length} commit; chạy git fetch)`,
  )
}

function write(ports: Ports, files: ReadonlyMap<string, string>): undefined {
  try {
    const created = ports.createFiles(ports.files.root, files)
    if (!created.ok) throw new UsageError(`Đã có ${created.taken.join(', ')}; chưa ghi hồ sơ nào`)
  } catch (error) {
    const why = DISK_WORDS[(error as NodeJS.ErrnoException).code ?? '']
    throw why === undefined ? error : new UsageError(`Không ghi được hồ sơ: ${why}; đã gỡ những gì vừa ghi`)
  }
}

function explained(error: unknown): never {
  if (error instanceof ForgeFailure)
    throw new UsageError(`${error.message}; chưa ghi hồ sơ nào. Cách sửa: ${error.fix}.`)
  throw error
}
