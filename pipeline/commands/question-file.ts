import type { Files, Ports } from '../adapters/ports.ts'
import { dayOf, formatDay, type Instant } from '../calendar/local-time.ts'
import type { HoiDap } from '../contract/types.ts'
import { type Diagnostic, isError } from '../diagnostics/diagnostic.ts'
import { formatText } from '../diagnostics/format-text.ts'
import { placeOf } from '../documents/document.ts'
import { editFrontMatter, type FieldEdit } from '../documents/edit-front-matter.ts'
import { DOCUMENT_LIMIT, parseDocument } from '../documents/parse-document.ts'
import { portalIds } from '../portal/load-portal.ts'
import type { Portal } from '../portal/portal.ts'
import { type OpenPortal, openWorkspace, type Workspace } from '../portal/workspace.ts'
import { publicationOf } from '../publication/publication.ts'
import { QUESTION_KEYS } from '../questions/moves.ts'
import { readRegister } from '../questions/read-register.ts'
import { isBroken, nextNumber } from '../questions/register.ts'
import { createArchive } from '../rules/archive.ts'
import { checkBytes } from '../rules/check-documents.ts'
import { deadline } from '../rules/time.ts'
import { knownPortal, portalsInWords, readNow, UsageError } from './arguments.ts'
import { paintFor } from './paint.ts'

/** A portal whose register is worked on. */
export type Office = { readonly workspace: Workspace; readonly open: OpenPortal }

/** A question of the register: where it stands, what its file says. */
export type Question = { readonly path: string; readonly text: string; readonly front: HoiDap }

export async function openOffice(
  ports: Ports,
  id: string | undefined,
  now: string | undefined,
): Promise<Office | undefined> {
  const ids = portalIds(ports.files)
  const only = ids.length === 1 ? ids[0] : undefined
  const wanted = knownPortal(id ?? only, ids)
  if (wanted === undefined) throw new UsageError(`Ghi mã cổng; các cổng hiện có: ${portalsInWords(ids)}`)
  const workspace = await openWorkspace(ports, {
    portals: new Set([wanted]),
    now: readNow(now),
    historyOf: new Map(),
  })
  tell(ports, workspace.problems)
  const [open] = workspace.portals
  return open && { workspace, open }
}

export function tell(ports: Ports, diagnostics: readonly Diagnostic[]): void {
  for (const each of diagnostics) ports.err(formatText(each, paintFor(ports)))
}

const yearOf = (instant: Instant): string => formatDay(dayOf(instant)).slice(0, 4)

/** The number that a question received at an instant takes. A register that is wrong already is mended first. */
export function numberOfNext(files: Files, portal: Portal, received: Instant): number {
  const year = yearOf(received)
  const register = readRegister(files, portal.folder, year, () => 'unknown')
  if (isBroken(register))
    throw new UsageError(
      `Sổ tiếp nhận năm ${year} của cổng ${portal.id} đang có lỗi, không biết số kế tiếp. Xem và sửa: congbo check ${portal.folder}hoi-dap/${year}`,
    )
  return nextNumber(register)
}

/** All questions of a portal, oldest number first, and the paths of those that cannot be read. */
export function questionsOf({ files }: Ports, { workspace, open }: Office) {
  const { folder } = open.portal
  const paths = files
    .list(`${folder}hoi-dap`)
    .map(({ path }) => path.slice(folder.length))
    .filter((path) => placeOf(path)?.folder === 'hoi-dap')
  const read = paths.map((path) => ({ path, question: readQuestion(files, folder, path, workspace) }))
  return {
    questions: read.flatMap(({ question }) => (question ? [question] : [])),
    unreadable: read.flatMap(({ path, question }) => (question ? [] : [folder + path])),
  }
}

function readQuestion(
  files: Files,
  folder: string,
  path: string,
  workspace: Workspace,
): Question | undefined {
  const read = files.read(folder + path, DOCUMENT_LIMIT)
  return read.state === 'read' ? questionIn(workspace, path, read.bytes) : undefined
}

/** A question that is not written yet. */
export const readQuestionText = (workspace: Workspace, { path, text }: { path: string; text: string }) =>
  questionIn(workspace, path, new TextEncoder().encode(text))

function questionIn({ contract }: Workspace, path: string, bytes: Uint8Array): Question | undefined {
  const { text, document } = parseDocument(path, bytes, contract)
  return text !== undefined && document?.front.kind === 'hoi-dap'
    ? { path, text, front: document.front }
    : undefined
}

/** `6`, `6/2025` or the name of the file; a number alone is of the running year. */
export function findQuestion(ports: Ports, office: Office, written: string | undefined): Question {
  if (written === undefined) throw new UsageError('Ghi số tiếp nhận (6 hoặc 6/2026), hay tên tệp của câu hỏi')
  const { questions, unreadable } = questionsOf(ports, office)
  const [, number, year = yearOf(office.open.now)] = /^(\d{1,5})(?:\/(\d{4}))?$/.exec(written) ?? []
  const found = questions.filter(({ path, front }) => {
    const place = placeOf(path)
    if (place?.folder !== 'hoi-dap') return false
    return number === undefined
      ? place.slug === written.replace(/\.md$/, '').split('/').at(-1)
      : place.year === year && front.number === Number(number)
  })
  const [only, ...others] = found
  if (only && others.length === 0) return only
  const { folder, id } = office.open.portal
  if (only)
    throw new UsageError(
      `\`${written}\` có ở ${found.length} tệp: ${found.map(({ path }) => folder + path).join(', ')}; sửa bằng congbo check trước`,
    )
  const hidden =
    unreadable.length > 0 ? `; ${unreadable.length} tệp có lỗi nên chưa xét: ${unreadable.join(', ')}` : ''
  throw new UsageError(
    `Không có câu hỏi \`${number === undefined ? written : `${number}/${year}`}\` ở cổng ${id}${hidden}. Xem sổ: congbo hoi-dap list ${id}`,
  )
}

/** What a file would be told, in the errors that stop a merge; lateness is told, and stops nothing here. */
export function errorsOf(
  ports: Ports,
  { workspace, open }: Office,
  path: string,
  text: string,
): Diagnostic[] {
  const { portal, now, publications } = open
  const archive = createArchive(ports.files, portal.folder)
  const publication = publicationOf(publications, path, now)
  const facts = { portal, publication, archive, now }
  return checkBytes(path, new TextEncoder().encode(text), workspace.contract, facts).diagnostics.filter(
    (each) => isError(each) && each.rule !== deadline.id,
  )
}

/** A question with other fields, and perhaps an answer below them; nothing else of the file moves. */
export type Rewrite = { readonly edits: readonly FieldEdit[]; readonly answer?: string | undefined }

/**
 * Rewrites the file of a question, all or nothing: not where it cannot be done without touching other lines, and not where
 * the file would then have an error that it did not have.
 *
 * @returns the errors that stopped it
 */
export function rewriteQuestion(
  ports: Ports,
  office: Office,
  question: Question,
  { edits, answer }: Rewrite,
): readonly Diagnostic[] {
  const file = office.open.portal.folder + question.path
  const edited = editFrontMatter(question.text, edits, QUESTION_KEYS)
  if (!edited.ok)
    throw new UsageError(
      `${file}: trường \`${edited.key}\` viết theo cách mà lệnh không sửa được mà không đụng tới dòng khác; tệp giữ nguyên. Sửa tay trường ấy, rồi chạy congbo check ${file}`,
    )
  const text = answer === undefined ? edited.text : `${edited.text.trimEnd()}\n\n${answer.trim()}\n`
  const before = new Set(errorsOf(ports, office, question.path, question.text).map(keyOf))
  const errors = errorsOf(ports, office, question.path, text).filter((each) => !before.has(keyOf(each)))
  if (errors.length === 0) ports.files.replace(file, text)
  return errors
}

const keyOf = ({ rule, problem }: Diagnostic): string => `${rule}\n${problem}`
