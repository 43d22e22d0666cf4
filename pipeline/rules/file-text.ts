import { createHash } from 'node:crypto'
import type { Cache } from '../adapters/cache.ts'
import type { PdfReader } from '../adapters/pdf-text.ts'
import type { Files } from '../adapters/ports.ts'
import { extensionOf, FORMATS, MOST_BYTES } from '../media/formats.ts'
import { officeText } from '../media/office-text.ts'
import { type PersonsData, personsIn } from '../privacy/in-files.ts'
import { RELEASED_AS } from '../privacy/release.ts'
import { type Mark, secretMarks } from '../secrecy/marks.ts'
import type { Published } from './near-duplicate.ts'
import { MARK_WORDS } from './secret-marking.ts'

/** What is needed to read the text inside of files. */
export type FileReaders = {
  readonly pdf: PdfReader
  readonly cache: Cache
  /** The articles before the change; absent where the whole archive is checked, or where there is no history. */
  readonly published?: Published | undefined
}

/** What the text of a paper holds that must not be published: marks of secrecy, each kind once, and personal data. */
export type SeenInFile = {
  readonly marks: readonly Mark['kind'][]
  readonly persons: readonly PersonsData[]
}

/** Another way to look at the same file may see other things. */
const VERSION = 'chu-trong-tep/2'
const NOTHING: SeenInFile = { marks: [], persons: [] }

/** Reads the text of a paper beside a document. What is only a picture of letters is not read. */
export async function seenInFile(files: Files, path: string, readers: FileReaders): Promise<SeenInFile> {
  const family = FORMATS[extensionOf(path)]?.family
  if (family !== 'pdf' && family !== 'office' && family !== 'text') return NOTHING
  const read = files.read(path, MOST_BYTES)
  return read.state === 'read' ? seenIn(read.bytes, family, readers) : NOTHING
}

/** Kept by content: an archive is read once, not at every check. */
async function seenIn(
  bytes: Uint8Array,
  family: 'pdf' | 'office' | 'text',
  { pdf, cache }: FileReaders,
): Promise<SeenInFile> {
  if (family === 'text') return lookAt(new TextDecoder().decode(bytes).normalize('NFC'))
  if (family === 'office') return lookAt(officeText(bytes) ?? '')
  const key = createHash('sha256').update(`${VERSION} ${pdf.version}\n`).update(bytes).digest('hex')
  const known = cache.read('mat', key)
  if (known) return readSeen(known)
  const text = await pdf.read(bytes)
  if (!text) return NOTHING
  const seen = lookAt(text.lines)
  cache.write('mat', key, Buffer.from(JSON.stringify(seen)))
  return seen
}

const lookAt = (text: string): SeenInFile => ({
  marks: [...new Set(secretMarks(text).map(({ kind }) => kind))],
  persons: personsIn(text),
})

const MARKED: SeenInFile = { marks: ['stamp'], persons: [] }

/** A cache may hold anything; what is not understood is seen as marked, which a person then looks at. */
function readSeen(bytes: Uint8Array): SeenInFile {
  try {
    const { marks, persons } = JSON.parse(Buffer.from(bytes).toString('utf8')) as Record<string, unknown>
    if (!Array.isArray(marks) || !Array.isArray(persons)) return MARKED
    if (!marks.every((each) => each in MARK_WORDS) || !persons.every(isPersons)) return MARKED
    return { marks, persons }
  } catch {
    return MARKED
  }
}

const isPersons = (each: unknown): each is PersonsData => {
  const { kind, count } = (each ?? {}) as Record<string, unknown>
  return typeof kind === 'string' && kind in RELEASED_AS && typeof count === 'number'
}
