import type { Ports } from '../adapters/ports.ts'
import { dayOf, formatDay, yearOf } from '../calendar/local-time.ts'
import type { TuChoi } from '../contract/types.ts'
import { refusalGround, refusalProblems, replyOf } from '../registers/refusals.ts'
import { type Filed, nextNumber, REFUSALS_FOLDER, recordPath } from '../registers/register-files.ts'
import { labelOf } from '../roster/roster.ts'
import { writeRecord } from '../yaml/append-entry.ts'
import { UsageError } from './arguments.ts'
import { readDay } from './duties.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { type OpenRegisters, openRegisters } from './open-registers.ts'

export type RefuseOptions = {
  readonly title?: string
  readonly ground?: string
  readonly received?: string
  readonly fromUnit?: string
  readonly sender?: 'to-chuc' | 'ca-nhan' | 'co-quan-khac'
  readonly channel?: string
  readonly linhVuc?: string
  readonly kind?: string
  readonly decidedBy?: string
  readonly decided?: string
  readonly replied?: string
  readonly how?: string
  readonly remarks?: string
  readonly now?: string
  readonly json?: boolean
}

/** Writes the next record of the register of refusals. A record that its check would refuse is not written. */
export async function refuse(ports: Ports, id: string, options: RefuseOptions): Promise<ExitCode> {
  const opened = await openRegisters(ports, id, options.now)
  if (!opened) return EXIT.cannotRun
  const record = readRecord(options, opened)
  const file = writeChecked(ports, record, opened)
  if (options.json) ports.out(JSON.stringify({ file, ...record }, null, 2))
  else tell(ports, record, file, opened)
  return EXIT.ok
}

/** Which options must be there, and what each is called in a sentence. */
const ASKED = [
  ['title', '--title "tên gọi tạm của bài"'],
  ['ground', '--ground <lý do>'],
  ['received', '--received <ngày nhận>'],
  ['decidedBy', '--decided-by <mã chức danh, đơn vị>'],
] as const

function readRecord(options: RefuseOptions, { open, registers }: OpenRegisters): TuChoi {
  const missing: string[] = ASKED.filter(([key]) => options[key] === undefined).map(([, words]) => words)
  if ((options.fromUnit === undefined) === (options.sender === undefined))
    missing.push('--from-unit <mã đơn vị> hoặc --sender to-chuc|ca-nhan|co-quan-khac (một trong hai)')
  if (missing.length > 0) throw new UsageError(`Thiếu: ${missing.join('; ')}`)
  if ((options.replied === undefined) !== (options.how === undefined))
    throw new UsageError('--replied và --how đi cùng nhau: trả lời ngày nào, bằng cách nào')
  const decided = options.decided === undefined ? dayOf(open.now) : readDay('--decided', options.decided)
  const text = (key: 'title' | 'ground' | 'decidedBy') => oneLine(options[key] as string)
  return {
    number: nextNumber(registers.refusals, yearOf(decided)),
    receivedOn: formatDay(readDay('--received', options.received as string)),
    ...(options.channel === undefined ? {} : { channel: oneLine(options.channel) }),
    from:
      options.fromUnit === undefined ? { sender: options.sender as 'ca-nhan' } : { unit: options.fromUnit },
    title: text('title'),
    ...(options.linhVuc === undefined ? {} : { linhVuc: options.linhVuc }),
    ...(options.kind === undefined ? {} : { kind: options.kind as NonNullable<TuChoi['kind']> }),
    ground: text('ground'),
    decidedBy: text('decidedBy'),
    decidedOn: formatDay(decided),
    ...(options.replied === undefined
      ? {}
      : {
          reply: {
            on: formatDay(readDay('--replied', options.replied)),
            how: oneLine(options.how as string),
          },
        }),
    ...(options.remarks === undefined ? {} : { remarks: oneLine(options.remarks) }),
  }
}

/** What a terminal or a clipboard slips into a text, line breaks and invisible signs, is no part of it. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()

function writeChecked(ports: Ports, record: TuChoi, opened: OpenRegisters): string {
  const file = checkedRecord(record, opened)
  const written = ports.changeFiles(ports.files.root, { create: new Map([[file, writeRecord(record)]]) })
  if (!written.ok) throw new UsageError(`Đã có tệp ${written.taken.join(', ')}; chạy lại để lấy số tiếp theo`)
  return file
}

/**
 * Where a record of a refusal goes.
 *
 * @throws UsageError where its check would refuse it
 */
export function checkedRecord(record: TuChoi, { contract, open, registers }: OpenRegisters): string {
  const { portal, now } = open
  const year = Number(record.decidedOn.slice(0, 4))
  const file = portal.folder + recordPath(REFUSALS_FOLDER, year, record.number)
  const [error] = contract.errors('tu-choi', record)
  if (error) throw new UsageError(wrongForm(error.instancePath))
  const filed: Filed<TuChoi> = { file, text: '', value: record, year, number: record.number }
  const facts = { regulation: portal.regulation, roster: portal.roster, now }
  const wrong = refusalProblems(filed, [...registers.refusals, filed], facts).filter(
    ({ severity }) => severity !== 'warning',
  )
  if (wrong.length > 0)
    throw new UsageError(wrong.map(({ problem, fix }) => `${problem}; ${fix}`).join('\n        '))
  return file
}

/** The schema's own words name keys of a file; here somebody typed options. */
export const wrongForm = (path: string): string =>
  `Mục \`${path.replaceAll('/', '.').replace(/^\./, '')}\` sai dạng: quá ngắn, quá dài, hoặc không thuộc các giá trị cho phép`

function tell(ports: Ports, record: TuChoi, file: string, { open: { portal } }: OpenRegisters): void {
  const ground = refusalGround(record.ground, portal.regulation)
  ports.out(`Đã ghi ${file}: từ chối số ${record.number}`)
  ports.out(`  Lý do: ${ground.words} · ${ground.law}`)
  ports.out(`  Quyết định: ${labelOf(portal.roster, record.decidedBy)}`)
  if (replyOf(record, portal.regulation).state === 'owed')
    ports.out(
      '  Còn phải trả lời người gửi: Quy chế đòi hồi đáp, không nêu thời hạn. Trả lời xong thì ghi reply (on, how) vào tệp này.',
    )
  ports.out(`Việc tiếp theo: chạy \`congbo check ${file}\`, rồi gửi yêu cầu gộp.`)
}
