import { createHash } from 'node:crypto'
import type { Cache } from '../adapters/cache.ts'
import type { PdfReader } from '../adapters/pdf-text.ts'
import type { Files } from '../adapters/ports.ts'
import { type Finding, TOP } from '../diagnostics/diagnostic.ts'
import { extensionOf, FORMATS, MOST_BYTES } from '../media/formats.ts'
import { officeText } from '../media/office-text.ts'
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

/** Another way to look at the same file may see other marks. */
const VERSION = 'dau-mat/1'

/** Marks of secrecy in the text of a paper beside a document, each kind once. What is only a picture of letters is not read. */
export async function secretFileFindings(
  files: Files,
  path: string,
  readers: FileReaders,
): Promise<Finding[]> {
  const family = FORMATS[extensionOf(path)]?.family
  if (family !== 'pdf' && family !== 'office' && family !== 'text') return []
  const read = files.read(path, MOST_BYTES)
  if (read.state !== 'read') return []
  return (await kindsIn(read.bytes, family, readers)).map((kind) => {
    const { severity, problem, fix } = MARK_WORDS[kind]
    return { at: TOP, severity, problem: `${problem}, ở trong tệp`, fix }
  })
}

/** Kept by content: an archive is read once, not at every check. */
async function kindsIn(
  bytes: Uint8Array,
  family: 'pdf' | 'office' | 'text',
  { pdf, cache }: FileReaders,
): Promise<readonly Mark['kind'][]> {
  if (family === 'text') return kindsOf(new TextDecoder().decode(bytes).normalize('NFC'))
  if (family === 'office') return kindsOf(officeText(bytes) ?? '')
  const key = createHash('sha256').update(`${VERSION} ${pdf.version}\n`).update(bytes).digest('hex')
  const known = cache.read('mat', key)
  if (known) return readKinds(known)
  const text = await pdf.read(bytes)
  if (!text) return []
  const kinds = kindsOf(text.lines)
  cache.write('mat', key, Buffer.from(JSON.stringify(kinds)))
  return kinds
}

const kindsOf = (text: string): Mark['kind'][] => [...new Set(secretMarks(text).map(({ kind }) => kind))]

/** A cache may hold anything; what is not understood is seen as marked, which a person then looks at. */
function readKinds(bytes: Uint8Array): readonly Mark['kind'][] {
  try {
    const kept: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'))
    return Array.isArray(kept) ? kept.filter((each): each is Mark['kind'] => each in MARK_WORDS) : ['stamp']
  } catch {
    return ['stamp']
  }
}
