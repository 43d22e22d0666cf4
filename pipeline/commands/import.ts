import { basename, dirname, join, resolve } from 'node:path'
import type { Ports } from '../adapters/ports.ts'
import { isError } from '../diagnostics/diagnostic.ts'
import { takesFrame, withAttachment } from '../import/draft.ts'
import type { Obstacle } from '../import/obstacles.ts'
import { type Portal, statusOn } from '../portal/portal.ts'
import { deadline } from '../rules/time.ts'
import { UsageError } from './arguments.ts'
import { DISK_WORDS } from './disk-words.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { type DraftOptions, makeDraft, problemsOf } from './import-draft.ts'
import { filesBeside, originalOf } from './import-original.ts'
import { openSource } from './import-source.ts'
import { type Imported, seenIn, tellImported } from './import-words.ts'
import { readRequest } from './new.ts'
import { proposeArticle } from './propose-article.ts'
import { type Office, openOffice, tell } from './question-file.ts'

export type ImportOptions = DraftOptions & {
  readonly portal?: string
  readonly out?: string
  /** Opens a pull request with the article instead of writing it here. */
  readonly pr?: boolean
  readonly repo?: string
  readonly now?: string
  readonly json?: boolean
}

/**
 * Makes an article of a Word file, a PDF or a message: the text, its pictures beside it, front matter with what is known. All of it or
 * nothing.
 */
export async function importFile(ports: Ports, file: string, options: ImportOptions): Promise<ExitCode> {
  if (options.pr && options.out !== undefined)
    throw new UsageError('Chọn một trong hai: --out ghi vào thư mục để xem, --pr gửi yêu cầu gộp')
  const office = await openOffice(ports, options.portal, options.now)
  if (!office) return EXIT.cannotRun
  const { portal, now } = office.open
  refuseKind(options.kind)
  if (options.kind !== undefined) readRequest(portal, options.kind, options)
  if (statusOn(portal.cong, now).state !== 'active')
    throw new UsageError(`${portal.cong.name} không hoạt động ở thời điểm này, không tạo bài mới được`)
  const asPaper = options.kind === undefined ? 'when-numbered' : takesFrame(options.kind)
  const source = await openSource(ports, office, file, asPaper)
  if (source.state === 'refused') return refuse(ports, file, source.obstacles, options)
  const imported = await makeDraft(ports, office, source.material, options)
  if (Array.isArray(imported)) return refuse(ports, file, imported, options)
  const article = imported as Imported
  const whole = options.out === undefined ? await withOriginal(ports, portal, article, file) : article
  return keep(ports, office, whole, file, options)
}

/** The article with the file that it came from, where the regulation wants that kept. */
async function withOriginal(
  ports: Ports,
  portal: Portal,
  article: Imported,
  file: string,
): Promise<Imported> {
  const original = await originalOf(ports, portal, file, basename(article.path, '.md'))
  const shown = original.file?.publish ? original.file.name : undefined
  const text = shown === undefined ? article.text : withAttachment(article.text, shown, 'Bản gốc')
  return { ...article, text, original }
}

function refuseKind(kind: string | undefined): void {
  if (kind === 'hoi-dap')
    throw new UsageError('Câu hỏi của công dân vào sổ tiếp nhận bằng lệnh: congbo hoi-dap new')
}

function refuse(
  ports: Ports,
  file: string,
  obstacles: readonly Obstacle[],
  { json }: ImportOptions,
): ExitCode {
  if (json) {
    ports.out(JSON.stringify({ file: null, obstacles }, null, 2))
    return EXIT.problems
  }
  ports.err(`Chưa ghi gì: ${basename(file)} chưa nhập được.`)
  for (const { problem, where, fix, orHere } of obstacles) {
    ports.err(`  ${problem}`)
    if (where !== undefined) ports.err(`    ở đâu     ${where}`)
    ports.err(`    cách sửa  ${fix}${orHere === undefined ? '' : `; hoặc ${orHere}`}`)
  }
  return EXIT.problems
}

async function keep(
  ports: Ports,
  office: Office,
  imported: Imported,
  file: string,
  options: ImportOptions,
): Promise<ExitCode> {
  const problems = problemsOf(ports, office, imported)
  const errors = problems.filter((each) => isError(each) && each.rule !== deadline.id)
  if (errors.length > 0) {
    if (options.json) {
      ports.out(JSON.stringify({ file: null, problems: errors }, null, 2))
      return EXIT.problems
    }
    ports.err(
      `Chưa ghi gì: bài từ ${basename(file)} sẽ có lỗi. Sửa trong tệp (thư thì chép lời ra tệp Word mà sửa), hoặc ghi thêm ở lệnh, rồi nhập lại.`,
    )
    tell(ports, errors)
    return EXIT.problems
  }
  const seen = seenIn(problems)
  const place = options.out ?? dirname(office.open.portal.folder + imported.path)
  const kept = { ...imported, place, trial: options.out !== undefined, ...seen }
  if (options.pr) {
    const proposed = await proposeArticle(ports, office, imported, { seen, repo: options.repo })
    tellImported(ports, { ...kept, proposed }, options)
    return EXIT.ok
  }
  write(ports, place, imported)
  tellImported(ports, kept, options)
  return EXIT.ok
}

function write(ports: Ports, place: string, imported: Imported): void {
  const { path, text } = imported
  const all = new Map<string, string | Uint8Array>([[basename(path), text], ...filesBeside(imported)])
  try {
    const created = ports.createFiles(resolve(ports.files.root, place), all)
    if (!created.ok)
      throw new UsageError(
        `Đã có tệp ${created.taken.map((each) => join(place, each)).join(', ')}; chưa ghi gì. Đặt tiêu đề khác bằng --title "…"`,
      )
  } catch (error) {
    const why = DISK_WORDS[(error as NodeJS.ErrnoException).code ?? '']
    if (why === undefined) throw error
    throw new UsageError(`Không ghi được vào ${place}: ${why}`)
  }
}
