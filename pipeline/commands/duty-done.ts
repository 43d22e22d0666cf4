import type { Ports } from '../adapters/ports.ts'
import { dayOf, formatDay, vietnameseDay } from '../calendar/local-time.ts'
import { parsePeriod } from '../calendar/periods.ts'
import { isMarked, type Mark } from '../duties/duty-calendar.ts'
import { dutyGround } from '../duties/duty-words.ts'
import { markProblems, yearOfPeriod } from '../duties/marks.ts'
import type { Duty } from '../duties/upcoming.ts'
import type { Portal } from '../portal/portal.ts'
import { privateDataIn } from '../registers/private-data.ts'
import { marksPath } from '../registers/register-files.ts'
import { appendEntry, writeRecord } from '../yaml/append-entry.ts'
import { UsageError } from './arguments.ts'
import { type DutiesOptions, readDay } from './duties.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { openRegisters } from './open-registers.ts'

const USAGE = 'congbo duties done <cổng> <mã việc> --period 2026-Q4 --document "12/BC-BBT" [--on 2026-12-31]'

/** Adds the line that says that a duty was done for a period: all of it or nothing, and never twice. */
export async function dutyDone(
  ports: Ports,
  { id, duty }: { readonly id: string | undefined; readonly duty: string | undefined },
  options: DutiesOptions,
): Promise<ExitCode> {
  const { period, document } = options
  if (id === undefined || duty === undefined || period === undefined || document === undefined)
    throw new UsageError(`Thiếu mục; viết: ${USAGE}`)
  const opened = await openRegisters(ports, id, options.now)
  if (!opened) return EXIT.cannotRun
  const { contract, open, registers } = opened
  const { portal, now } = open
  const doneOn = formatDay(options.on === undefined ? dayOf(now) : readDay('--on', options.on))
  const mark: Mark = {
    duty,
    period,
    doneOn,
    document: plain('--document', document),
    ...(options.remarks === undefined ? {} : { remarks: plain('--remarks', options.remarks) }),
  }
  const [wrong] = markProblems(mark, portal.regulation, now)
  if (wrong) throw new UsageError(`${wrong.problem}; ${wrong.fix}`)
  const before = registers.marks.flatMap(({ value }) => value.done)
  if (before.some((each) => each.duty === duty && each.period === period))
    throw new UsageError(`Việc \`${duty}\` kỳ ${period} đã ghi rồi; muốn sửa thì sửa trong tệp nghia-vu`)

  const named = parsePeriod(period)
  const year = yearOfPeriod(named as NonNullable<typeof named>)
  const file = portal.folder + marksPath(year)
  const existing = registers.marks.find((each) => each.file === file)
  const text = existing ? appendEntry(existing.text, 'done', mark) : newFile(portal, year, mark)
  if (text === undefined)
    throw new UsageError(
      `Không thêm được dòng vào ${file}; ghi bằng tay theo mẫu trong docs/huong-dan/thu-ky.md`,
    )
  const errors = contract.errors('nghia-vu', { portal: portal.id, year, done: [mark] })
  if (errors.length > 0) throw new UsageError('--document, --remarks: từ 2 đến 200 ký tự')
  const written = ports.changeFiles(
    ports.files.root,
    existing ? { replace: new Map([[file, text]]) } : { create: new Map([[file, text]]) },
  )
  if (!written.ok) throw new UsageError(`Đã có tệp ${written.taken.join(', ')}`)
  tell(ports, portal, mark, file)
  return EXIT.ok
}

function plain(option: string, text: string): string {
  const what = privateDataIn(text)
  if (what !== undefined) throw new UsageError(`${option}: có ${what}; sổ không ghi thông tin riêng của ai`)
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()
}

const newFile = (portal: Portal, year: number, mark: Mark): string =>
  `# Việc định kỳ đã làm, kỳ thuộc năm ${year}. Ghi thêm bằng: congbo duties done ${portal.id} <mã việc> --period <kỳ> --document <số>\n${writeRecord({ portal: portal.id, year, done: [mark] })}`

function tell(
  ports: Ports,
  portal: Portal,
  { duty: id, period, doneOn, document }: Mark,
  file: string,
): void {
  const duty = portal.regulation.law.duties.find((each) => each.id === id && isMarked(each)) as Duty
  const label = parsePeriod(period)?.span.label ?? period
  ports.out(`Đã ghi vào ${file}:`)
  ports.out(`  ${duty.label}, kỳ ${label}: làm ngày ${vietnameseDay(readDay('--on', doneOn))}, ${document}`)
  ports.out(`  Căn cứ: ${dutyGround(duty, portal)}`)
  ports.out(`Việc tiếp theo: chạy \`congbo check ${file}\`, rồi gửi yêu cầu gộp.`)
}
