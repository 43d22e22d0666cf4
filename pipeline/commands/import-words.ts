import { basename, join } from 'node:path'
import type { Ports } from '../adapters/ports.ts'
import { parseDay, vietnameseDay } from '../calendar/local-time.ts'
import { type Diagnostic, isError } from '../diagnostics/diagnostic.ts'
import { printable } from '../diagnostics/format-text.ts'
import type { Frame } from '../import/frame.ts'
import { isShouted } from '../import/names.ts'
import { agreedName } from '../rules/agreed-name.ts'
import { formerName } from '../rules/former-name.ts'
import { deadline } from '../rules/time.ts'
import { numberForm, punctuation, repeatedWord, spelling, tonePlacement } from '../rules/writing.ts'
import type { Original } from './import-original.ts'
import { type ProposedFiles, proposedInWords } from './propose-files.ts'

/** An article that was made of what somebody sent. */
export type Imported = {
  /** Below the folder of the portal. */
  readonly path: string
  readonly text: string
  readonly kind: string
  readonly title: string | undefined
  /** Who is named at the end of the text as the writer. */
  readonly author: string | undefined
  readonly frame: Frame | undefined
  readonly pictures: ReadonlyMap<string, Uint8Array>
  /** The file that it came from, and what is said of it; undefined where it is only looked at. */
  readonly original: Original | undefined
  /** Files of pictures without a description. */
  readonly undescribed: readonly string[]
  readonly remarks: readonly string[]
  /** Fields that nobody named and the skeleton chose. */
  readonly assumed: readonly string[]
}

/** What a check would say that stops nothing. */
export type Seen = {
  /** Of its deadline. */
  readonly late: Diagnostic | undefined
  /** How many places of its Vietnamese a check would name. */
  readonly slips: number
}

const WRITING: ReadonlySet<string> = new Set(
  [agreedName, formerName, numberForm, punctuation, repeatedWord, spelling, tonePlacement].map(
    ({ id }) => id,
  ),
)

/** What an editor is told of an article's problems. */
export const seenIn = (problems: readonly Diagnostic[]): Seen => ({
  late: problems.find((each) => isError(each) && each.rule === deadline.id),
  slips: problems.filter(({ rule }) => WRITING.has(rule)).length,
})

type Kept = Imported &
  Seen & {
    /** The folder in which it lies, or will lie. */
    readonly place: string
    /** Whether it lies outside the portal, to be looked at. */
    readonly trial?: boolean
    readonly proposed?: ProposedFiles
  }

/** Tells what was taken, what is still to be done, and the next command. */
export function tellImported(ports: Ports, kept: Kept, { json = false }: { json?: boolean }): void {
  const { path, kind, title, place, pictures, proposed } = kept
  const [taken, toDo] = [takenFrom(kept), toDoFor(kept)]
  const file = join(place, basename(path))
  if (json) {
    const files = [...pictures.keys()].map((name) => join(place, name))
    const pull = proposed ? { proposed } : {}
    ports.out(
      JSON.stringify({ file, kind, title: title ?? null, pictures: files, taken, toDo, ...pull }, null, 2),
    )
    return
  }
  ports.out(proposed ? `Đã đưa lên nhánh riêng ${file}` : `Đã tạo ${file}`)
  ports.out('Đã lấy:')
  for (const each of taken) ports.out(`  - ${printable(each)}`)
  ports.out('Còn phải làm:')
  for (const each of toDo) ports.out(`  - ${printable(each)}`)
  ports.out(
    proposed
      ? proposedInWords(proposed)
      : kept.trial
        ? 'Việc tiếp theo: mở tệp xem thử; ưng thì chạy lại lệnh này, bỏ --out, để đưa vào cổng'
        : `Việc tiếp theo: mở tệp, điền các chỗ trên, đọc lại cả bài, rồi chạy: congbo check ${file}`,
  )
}

function takenFrom({ title, author, frame, pictures, original }: Imported): string[] {
  const day = frame?.date === undefined ? undefined : parseDay(frame.date)
  return [
    ...(title === undefined ? [] : [`tiêu đề: ${title}`]),
    ...(author === undefined ? [] : [`người viết: ${author} (ghi ở cuối tệp)`]),
    ...(frame?.number ? [`số, ký hiệu: ${frame.number}`] : []),
    ...(frame?.documentType ? [`loại văn bản: ${frame.documentType}`] : []),
    ...(frame?.issuer ? [`cơ quan ban hành: ${frame.issuer}`] : []),
    ...(day === undefined ? [] : [`ngày ban hành: ${vietnameseDay(day)}`]),
    ...(frame?.signer ? [`người ký: ${frame.signer}`] : []),
    'nội dung bài',
    ...[...pictures.keys()].map((name) => `ảnh ${name} (đã xoay đứng, xóa vị trí chụp và thông số máy ảnh)`),
    ...(original?.file ? [original.words] : []),
  ]
}

const ASSUMED: Readonly<Record<string, string>> = {
  linhVuc: 'xem lại lĩnh vực (linhVuc), máy tạm chọn; lần sau ghi --linh-vuc',
  section: 'xem lại chuyên mục (section), máy tạm chọn; lần sau ghi --section',
}

/** What an editor must still do. */
export function toDoFor({
  title,
  frame,
  undescribed,
  remarks,
  assumed,
  original,
  late,
  slips,
}: Pick<Imported, 'title' | 'frame' | 'undescribed' | 'remarks' | 'assumed'> &
  Partial<Pick<Imported, 'original'>> &
  Seen): string[] {
  return [
    ...(title === undefined ? ['đặt tiêu đề (title): không thấy dòng tiêu đề'] : []),
    ...(title !== undefined && isShouted(title)
      ? ['viết lại tiêu đề (title) bằng chữ thường, chữ hoa chỉ ở đầu câu và tên riêng']
      : []),
    'viết tóm tắt (summary)',
    ...assumed.flatMap((each) => ASSUMED[each] ?? []),
    'xem lại người viết, nguồn, đơn vị gửi và các mốc ngày giờ ở phần đầu bài',
    ...(frame && !frame.documentType ? ['điền loại văn bản (documentType)'] : []),
    ...(frame && !frame.issuer ? ['điền cơ quan ban hành (issuer)'] : []),
    ...(frame && frame.recipients.length > 0
      ? [`nơi nhận không đăng trong bài (${frame.recipients.length} dòng); cần thì thêm vào cuối bài`]
      : []),
    ...undescribed.map((name) => `viết lời mô tả cho ảnh ${name}`),
    ...remarks,
    ...(original && !original.file ? [original.words] : []),
    ...(slips > 0
      ? [
          `đọc lại ${slips} chỗ về chính tả, dấu câu, tên gọi: congbo check kể từng chỗ, thêm --fix thì tự sửa chỗ chỉ có một cách sửa`,
        ]
      : []),
    ...(late ? [`${late.problem}; ${late.fix}`] : []),
  ]
}
