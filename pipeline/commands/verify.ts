import type { Ports } from '../adapters/ports.ts'
import { vietnameseDay } from '../calendar/local-time.ts'
import type { Contract } from '../contract/contract.ts'
import { type Diagnostic, isError, orderDiagnostics } from '../diagnostics/diagnostic.ts'
import { countInWords, formatText } from '../diagnostics/format-text.ts'
import { portalIds } from '../portal/load-portal.ts'
import { contractOf } from '../portal/workspace.ts'
import { changedRecords, doubledRecords, enteredAt, uncovered } from '../records/coverage.ts'
import { recordsSince } from '../records/keys.ts'
import { knownPortal, UsageError } from './arguments.ts'
import { checkRecords } from './check-records.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { paintFor } from './paint.ts'
import { isSample, type MainWithRecords, type RecordBook, readMain } from './read-main.ts'

export type VerifyOptions = { readonly portal?: string; readonly json?: boolean }

/** Holds every approval record against Git and the law of its day; nothing is asked of the network. */
export async function verify(ports: Ports, options: VerifyOptions): Promise<ExitCode> {
  const ids = portalIds(ports.files)
  if (ids.length === 0)
    throw new UsageError('Không thấy cổng nào trong content/; chạy lệnh ở thư mục gốc của kho nội dung')
  knownPortal(options.portal, ids)
  const contract = await contractOf(ports)
  const wanted = ids.filter((id) => id === (options.portal ?? id))
  const samples = wanted.filter((id) => isSample(ports.files, contract, id))
  const real = wanted.filter((id) => !samples.includes(id))
  const portals = real.length === 0 ? [] : await verifyPortals(ports, contract, real)
  report(ports, options, portals, samples)
  return portals.some(({ diagnostics }) => diagnostics.some(isError)) ? EXIT.problems : EXIT.ok
}

type Verified = {
  readonly portal: string
  readonly records: number
  /** The first day on which a change needs a record; undefined where the portal has no key. */
  readonly since: number | undefined
  readonly diagnostics: readonly Diagnostic[]
}

async function verifyPortals(ports: Ports, contract: Contract, ids: readonly string[]): Promise<Verified[]> {
  const main = await readMain(ports, contract)
  const found: Verified[] = []
  for (const portal of ids) {
    const book = main.books.find((each) => each.portal === portal)
    found.push(
      book
        ? await verifyBook(ports, contract, main, book)
        : { portal, records: 0, since: undefined, diagnostics: [] },
    )
  }
  return found
}

async function verifyBook(
  ports: Ports,
  contract: Contract,
  main: MainWithRecords,
  book: RecordBook,
): Promise<Verified> {
  const entered = enteredAt(main)
  const records = book.records.map((loaded) => ({
    book,
    loaded,
    entered: entered.get(loaded.file) ?? ports.now(),
  }))
  const found = [
    ...book.problems,
    ...(await checkRecords(ports, contract, main, records)),
    ...changedRecords(main).filter(({ file }) => file.startsWith(book.folder)),
    ...doubledRecords(book.records),
    ...uncovered(main, book),
  ]
  return {
    portal: book.portal,
    records: book.records.length,
    since: recordsSince(book.keys),
    diagnostics: orderDiagnostics(found),
  }
}

function report(
  ports: Ports,
  { json }: VerifyOptions,
  portals: readonly Verified[],
  samples: readonly string[],
): void {
  if (json) {
    const told = portals.map(({ since, diagnostics, ...rest }) => ({
      ...rest,
      since: since === undefined ? null : vietnameseDay(since),
      diagnostics,
    }))
    ports.out(JSON.stringify({ portals: told, samples }, null, 2))
    return
  }
  const paint = paintFor(ports)
  for (const { portal, records, since, diagnostics } of portals) {
    for (const each of diagnostics) ports.out(formatText(each, paint))
    ports.out(
      since === undefined
        ? `Cổng ${portal} chưa có khóa ký hồ sơ nên chưa bài nào phải có hồ sơ duyệt${records > 0 ? `, mà đã có ${records} hồ sơ: ${countInWords(diagnostics)}` : ''}. Cách lập: congbo record --new-key.`
        : `Cổng ${portal}: đã kiểm ${records} hồ sơ, mọi lần gộp từ ${vietnameseDay(since)}: ${countInWords(diagnostics)}.`,
    )
  }
  if (samples.length > 0)
    ports.out(
      `Cổng mẫu (${samples.join(', ')}) không có lịch sử gộp trên Git, ngày giờ lấy từ nhat-ky-xuat-ban.yaml, nên không có hồ sơ duyệt để kiểm.`,
    )
}
