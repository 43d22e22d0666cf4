import { basename, dirname, join } from 'node:path'
import type { Ports } from '../adapters/ports.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { FieldValue } from '../documents/edit-front-matter.ts'
import { DOCUMENT_LIMIT } from '../documents/parse-document.ts'
import { PLACEHOLDERS } from '../documents/placeholders.ts'
import type { SkeletonRequest } from '../drafting/skeleton.ts'
import { draftOf, isPaperKind, pathFor } from '../import/draft.ts'
import type { Frame } from '../import/frame.ts'
import type { Obstacle } from '../import/obstacles.ts'
import { bodyOf, type WordDocument } from '../import/word-document.ts'
import type { Portal } from '../portal/portal.ts'
import { publicationOf } from '../publication/publication.ts'
import { createArchive } from '../rules/archive.ts'
import { checkBytes } from '../rules/check-documents.ts'
import { frameFor, missingIn } from './import-frame.ts'
import { filesBeside } from './import-original.ts'
import { makePictures } from './import-pictures.ts'
import type { Imported } from './import-words.ts'
import { readRequest } from './new.ts'
import type { Office } from './question-file.ts'

/** What somebody has sent, read and clean, before it has a place in the portal. */
export type Material = {
  readonly document: WordDocument
  readonly pictures: readonly Uint8Array[]
  /** What an editor should look at. */
  readonly remarks: readonly string[]
  /** For a text that has no title of its own. */
  readonly title?: string | undefined
  /** What it is called until it has a title: two of the same minute would want the same place. */
  readonly nameless?: string | undefined
  /** Fields of the front matter that the sender has told. */
  readonly fields?: Readonly<Record<string, FieldValue>> | undefined
  readonly dates?: SkeletonRequest['dates']
  readonly unknownDates?: SkeletonRequest['unknownDates']
}

export type DraftOptions = {
  readonly kind?: string | undefined
  readonly linhVuc?: string | undefined
  readonly section?: string | undefined
  readonly title?: string | undefined
  readonly number?: string | undefined
  readonly date?: string | undefined
}

/** The kind that a file without one is taken for: a paper with a number is a paper. */
function kindOf(portal: Portal, frame: Frame | undefined): string {
  const [first = 'tin-su-kien'] = portal.regulation.kinds.keys()
  const wanted = frame ? 'van-ban' : 'tin-su-kien'
  return portal.regulation.kinds.has(wanted) ? wanted : first
}

/**
 * The article of a text with its pictures: its file, its front matter with what is known, and marks for what is not.
 *
 * @throws UsageError for a kind, a lĩnh vực or a section that the portal has not
 */
export async function makeDraft(
  ports: Ports,
  { open: { portal, now } }: Office,
  { document, pictures, remarks, ...known }: Material,
  options: DraftOptions,
): Promise<Imported | Obstacle[]> {
  const kind = options.kind ?? kindOf(portal, document.frame)
  const frame = frameFor(kind, document.frame, options)
  const missing = frame && isPaperKind(kind) ? missingIn(frame) : []
  if (missing.length > 0) return missing
  const title = options.title ?? document.title ?? known.title
  const asked = readRequest(portal, kind, { ...options, title })
  const marked = title === undefined ? `${PLACEHOLDERS.toFill} ${known.nameless ?? asked.title}` : asked.title
  const request = { ...asked, title: marked, now, dates: known.dates, unknownDates: known.unknownDates }
  const slug = basename(pathFor(portal, request), '.md')
  const made = await makePictures(ports, slug, pictures, document)
  const { path, text } = draftOf(portal, request, frame, bodyOf(document, made.names), {
    ...known.fields,
    ...(document.author === undefined ? {} : { author: document.author }),
  })
  if (Buffer.byteLength(text) > DOCUMENT_LIMIT) return [TOO_LONG]
  return {
    path,
    text,
    kind,
    title: title === undefined ? undefined : marked,
    author: document.author,
    frame,
    pictures: made.files,
    original: undefined,
    undescribed: [...new Set(document.undescribed.flatMap((each) => made.names.get(each) ?? []))],
    remarks: [...remarks, ...made.remarks],
    assumed: [
      ...(options.linhVuc === undefined && kind !== 'trang' ? ['linhVuc'] : []),
      ...(options.section === undefined && kind !== 'trang' ? ['section'] : []),
    ],
  }
}

const TOO_LONG: Obstacle = {
  problem: `Bài dài quá ${DOCUMENT_LIMIT / 1024 / 1024} MB chữ, trang web không hiện nổi`,
  fix: 'chia thành nhiều bài, hoặc để bài dài làm tệp đính kèm của một bài ngắn',
}

/** What the article would be told by a check, its pictures lying beside it. */
export function problemsOf(
  ports: Ports,
  { workspace, open }: Office,
  imported: Imported,
): readonly Diagnostic[] {
  const { portal, now, publications } = open
  const archive = createArchive(ports.files, portal.folder)
  const beside = new Set(
    [...filesBeside(imported).keys()].map((name) => join(dirname(imported.path), name).replaceAll('\\', '/')),
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
