import { basename, dirname, join, resolve } from 'node:path'
import type { Ports } from '../adapters/ports.ts'
import { formatDay, parseDay } from '../calendar/local-time.ts'
import { type Diagnostic, isError } from '../diagnostics/diagnostic.ts'
import { parseDocumentNumber, typeName } from '../documents/document-number.ts'
import { PLACEHOLDERS } from '../documents/placeholders.ts'
import { draftOf, isPaperKind, pathFor } from '../import/draft.ts'
import type { Frame } from '../import/frame.ts'
import type { Obstacle } from '../import/obstacles.ts'
import { readWordFile, type WordReading } from '../import/read-word.ts'
import { bodyOf, isEmpty } from '../import/word-document.ts'
import { type Portal, statusOn } from '../portal/portal.ts'
import { publicationOf } from '../publication/publication.ts'
import { createArchive } from '../rules/archive.ts'
import { checkBytes } from '../rules/check-documents.ts'
import { deadline } from '../rules/time.ts'
import { UsageError } from './arguments.ts'
import { DISK_WORDS } from './disk-words.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { makePictures } from './import-pictures.ts'
import { openSource } from './import-source.ts'
import { type Imported, tellImported } from './import-words.ts'
import { readRequest } from './new.ts'
import { type Office, openOffice, tell } from './question-file.ts'

export type ImportOptions = {
  readonly portal?: string
  readonly kind?: string
  readonly linhVuc?: string
  readonly section?: string
  readonly title?: string
  readonly number?: string
  readonly date?: string
  readonly out?: string
  readonly now?: string
  readonly json?: boolean
}

/** Makes an article of a Word file: the text, its pictures beside it, front matter with what is known. All of it or nothing. */
export async function importWord(ports: Ports, file: string, options: ImportOptions): Promise<ExitCode> {
  const office = await openOffice(ports, options.portal, options.now)
  if (!office) return EXIT.cannotRun
  const { portal, now } = office.open
  refuseKind(options.kind)
  if (options.kind !== undefined) readRequest(portal, options.kind, options)
  if (statusOn(portal.cong, now).state !== 'active')
    throw new UsageError(`${portal.cong.name} không hoạt động ở thời điểm này, không tạo bài mới được`)
  const source = await openSource(ports, file)
  if (source.state === 'refused') return refuse(ports, file, [source.obstacle])
  const asPaper = options.kind === undefined ? 'when-numbered' : isPaperKind(options.kind)
  const word = await readWordFile(source.bytes, ports.word, asPaper)
  if (word.state === 'refused') return refuse(ports, file, word.obstacles)
  if (isEmpty(word.document))
    return refuse(ports, file, [
      { problem: 'Tệp không có chữ và ảnh nào để đăng', fix: 'mở lại tệp, xem có đúng tệp cần gửi không' },
    ])
  const imported = await makeDraft(ports, office, word, options)
  if (Array.isArray(imported)) return refuse(ports, file, imported)
  return write(ports, office, imported as Imported, file, options)
}

function refuseKind(kind: string | undefined): void {
  if (kind === 'hoi-dap')
    throw new UsageError('Câu hỏi của công dân vào sổ tiếp nhận bằng lệnh: congbo hoi-dap new')
}

function refuse(ports: Ports, file: string, obstacles: readonly Obstacle[]): ExitCode {
  ports.err(`Chưa ghi gì: ${basename(file)} chưa nhập được.`)
  for (const { problem, where, fix } of obstacles) {
    ports.err(`  ${problem}`)
    if (where !== undefined) ports.err(`    ở đâu     ${where}`)
    ports.err(`    cách sửa  ${fix}`)
  }
  return EXIT.problems
}

/** The kind that a file without one is taken for: a paper with a number is a paper. */
function kindOf(portal: Portal, frame: Frame | undefined): string {
  const [first = 'tin-su-kien'] = portal.regulation.kinds.keys()
  const wanted = frame ? 'van-ban' : 'tin-su-kien'
  return portal.regulation.kinds.has(wanted) ? wanted : first
}

async function makeDraft(
  ports: Ports,
  { open: { portal, now } }: Office,
  { document, pictures, remarks }: Extract<WordReading, { state: 'read' }>,
  options: ImportOptions,
): Promise<Imported | Obstacle[]> {
  const kind = options.kind ?? kindOf(portal, document.frame)
  const frame = isPaperKind(kind) ? completed(document.frame, options) : undefined
  const missing = frame ? missingIn(frame) : []
  if (missing.length > 0) return missing
  const title = options.title ?? document.title
  const asked = readRequest(portal, kind, { ...options, ...(title === undefined ? {} : { title }) })
  const marked = title === undefined ? `${PLACEHOLDERS.toFill} ${asked.title}` : asked.title
  const request = { ...asked, title: marked, now }
  const slug = basename(pathFor(portal, request), '.md')
  const made = await makePictures(ports, slug, pictures, document.pictures)
  const { path, text } = draftOf(portal, request, frame, bodyOf(document, made.names))
  return {
    path,
    text,
    kind,
    title: title === undefined ? undefined : marked,
    frame,
    pictures: made.files,
    undescribed: document.undescribed.flatMap((each) => made.names.get(each) ?? []),
    remarks: [...remarks, ...made.remarks],
    assumed: [
      ...(options.linhVuc === undefined && kind !== 'trang' ? ['linhVuc'] : []),
      ...(options.section === undefined && kind !== 'trang' ? ['section'] : []),
    ],
  }
}

const NOTHING: Frame = {
  number: undefined,
  documentType: undefined,
  issuer: undefined,
  date: undefined,
  place: undefined,
  about: undefined,
  signer: undefined,
  recipients: [],
}

/** The frame with what was typed on the command line. */
function completed(frame: Frame = NOTHING, { number, date }: ImportOptions): Frame {
  const written = number?.normalize('NFC').trim()
  const parsed = written === undefined ? undefined : parseDocumentNumber(written)
  if (written !== undefined && (parsed === undefined || parsed.form === 'incomplete'))
    throw new UsageError(
      `--number: \`${written}\` không phải số, ký hiệu văn bản; ví dụ: --number 849/QĐ-UBND`,
    )
  const day = date === undefined ? undefined : parseDay(date)
  if (date !== undefined && day === undefined)
    throw new UsageError(`--date: \`${date}\` không phải là ngày; ví dụ: --date 2026-11-12`)
  return {
    ...frame,
    ...(written === undefined ? {} : { number: written }),
    ...(day === undefined ? {} : { date: formatDay(day) }),
    documentType: frame.documentType ?? (parsed && 'type' in parsed ? typeName(parsed.type) : undefined),
  }
}

/** A number or a day that nobody knows can carry no mark: one that was made up would be published. */
const missingIn = ({ number, date }: Frame): Obstacle[] => [
  ...(number === undefined
    ? [
        {
          problem: 'Không nhận ra số, ký hiệu của văn bản',
          fix: 'ghi số trong Word (Số: 849/QĐ-UBND) hoặc thêm vào lệnh: --number 849/QĐ-UBND',
        },
      ]
    : []),
  ...(date === undefined
    ? [
        {
          problem: 'Không nhận ra ngày ban hành của văn bản',
          fix: 'ghi ngày trong Word (…, ngày 12 tháng 11 năm 2026) hoặc thêm vào lệnh: --date 2026-11-12',
        },
      ]
    : []),
]

/** What the article would be told by a check, its pictures lying beside it. */
function problemsOf(ports: Ports, { workspace, open }: Office, imported: Imported): readonly Diagnostic[] {
  const { portal, now, publications } = open
  const archive = createArchive(ports.files, portal.folder)
  const beside = new Set(
    [...imported.pictures.keys()].map((name) => join(dirname(imported.path), name).replaceAll('\\', '/')),
  )
  const facts = {
    portal,
    now,
    publication: publicationOf(publications, imported.path, now),
    archive: { ...archive, has: (path: string) => beside.has(path) || archive.has(path) },
  }
  return checkBytes(imported.path, new TextEncoder().encode(imported.text), workspace.contract, facts)
    .diagnostics
}

function write(
  ports: Ports,
  office: Office,
  imported: Imported,
  file: string,
  options: ImportOptions,
): ExitCode {
  const problems = problemsOf(ports, office, imported)
  const errors = problems.filter((each) => isError(each) && each.rule !== deadline.id)
  if (errors.length > 0) {
    ports.err(`Chưa ghi gì: bài từ ${basename(file)} sẽ có lỗi. Sửa trong Word rồi nhập lại.`)
    tell(ports, errors)
    return EXIT.problems
  }
  const { folder } = office.open.portal
  const place = options.out === undefined ? dirname(folder + imported.path) : options.out
  const all = new Map<string, string | Uint8Array>([
    [basename(imported.path), imported.text],
    ...imported.pictures,
  ])
  const article = join(place, basename(imported.path))
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
  tellImported(
    ports,
    {
      ...imported,
      file: article,
      place,
      trial: options.out !== undefined,
      late: problems.find((each) => isError(each)),
    },
    options,
  )
  return EXIT.ok
}
