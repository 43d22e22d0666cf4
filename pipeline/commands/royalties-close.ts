import type { Ports } from '../adapters/ports.ts'
import { parseDay, startOf, vietnameseInstant } from '../calendar/local-time.ts'
import { labelOf } from '../roster/roster.ts'
import { sealed, sealedText } from '../royalties/seal.ts'
import { nextMonth } from '../royalties/settle.ts'
import { sumOf } from '../royalties/statement.ts'
import { dongInDigits, monthInWords } from '../royalties/words.ts'
import { UsageError } from './arguments.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import type { MonthView, RoyaltiesOptions } from './royalties.ts'
import { questionLines } from './royalties-show.ts'

/** Writes the book of a month, once; a closed month is never written again. */
export function closeMonth(ports: Ports, view: MonthView, options: RoyaltiesOptions): ExitCode {
  const { open, data, statement, book } = view
  const { portal, now } = open
  const month = monthInWords(statement.month)
  if (book)
    throw new UsageError(
      `Tháng ${month} đã đóng sổ lúc ${vietnameseInstant(Date.parse(book.closedAt))}; sổ đã đóng không ghi lại. Muốn sửa thì sửa bảng chấm: tháng đang mở sẽ có bút toán đảo`,
    )
  const end = startOf(parseDay(`${nextMonth(statement.month)}-01`) as number)
  if (now < end)
    throw new UsageError(
      `Tháng ${month} chưa hết (tính đến ${vietnameseInstant(now)}), chưa đóng sổ được; đóng từ ${vietnameseInstant(end)}`,
    )
  const former = data.books.at(-1)?.value
  if (former && nextMonth(former.month) !== statement.month)
    throw new UsageError(
      `Sổ đóng lần lượt từng tháng: sau tháng ${monthInWords(former.month)} phải đóng tháng ${monthInWords(nextMonth(former.month))}`,
    )
  if (statement.questions.length > 0 && !options.leaveOpen) {
    for (const line of questionLines(statement.questions)) ports.err(line)
    ports.err(
      `Chưa đóng sổ tháng ${month}: còn ${statement.questions.length} chỗ phải trả lời. Trả lời xong thì chạy lại; hoặc thêm --leave-open để chuyển sang tháng sau.`,
    )
    return EXIT.problems
  }
  const by = closerOf(view, options)
  const closed = sealed(statement, {
    portal: portal.id,
    at: now,
    by,
    sample: portal.cong.sample !== undefined,
    former,
  })
  const path = `${portal.folder}nhuan-but/so/${statement.month}.yaml`
  const created = ports.createFiles(ports.files.root, new Map([[path, sealedText(closed)]]))
  if (!created.ok) throw new UsageError(`Đã có tệp ${path}; sổ đã đóng không ghi lại`)
  ports.out(
    `Đã đóng sổ tháng ${month}: ${closed.entries.length} khoản, ${dongInDigits(sumOf(closed.entries))} đồng, người đóng sổ ${labelOf(portal.roster, by)}.`,
  )
  if (closed.leftOpen.length > 0) ports.out(`Để lại ${closed.leftOpen.length} chỗ cho tháng sau.`)
  ports.out(`Mã băm: ${closed.hash}`)
  ports.out(
    `Việc tiếp theo: gửi ${path} thành yêu cầu gộp để người duyệt chi xem; gộp xong thì lập bảng ký nhận: congbo royalties ${portal.id} --period ${statement.month} --format xlsx --out bang-ke.xlsx`,
  )
  return EXIT.ok
}

/** Who closes: as asked, else the one whom the regulation, or the rate table, has compile the list. */
function closerOf({ open, data }: MonthView, { by }: RoyaltiesOptions): string {
  const { roster, regulation } = open.portal
  const table = data.tables.at(-1)?.value
  const id = by ?? regulation.law.royalties?.compiledBy ?? table?.compiledBy ?? ''
  if (roster.members.has(id)) return id
  throw new UsageError(
    `--by: không có \`${id}\` trong ban-bien-tap.yaml; có: ${[...roster.members.keys()].join(', ')}`,
  )
}
