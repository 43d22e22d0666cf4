import { join } from 'node:path'
import type { PdfText } from '../adapters/pdf-text.ts'
import type { Ports } from '../adapters/ports.ts'
import { classify } from '../documents/allowed-files.ts'
import { namedFiles } from '../documents/named-files.ts'
import { filmContents, filmFacts, withoutFilmNotes } from '../media/film.ts'
import { keyOf } from '../media/packed.ts'
import { isPicture } from '../media/picture.ts'
import type { FileFacts } from './media.ts'
import type { SiteDocument } from './site.ts'
import { pathBeside } from './wanted-pictures.ts'

/** What publishing files takes of the world. */
export type FileWorld = Pick<Ports, 'files' | 'output' | 'cache' | 'pdf'>

/** The files of a site, and the text of those that have one. */
export type FilesPublished = {
  readonly files: ReadonlyMap<string, FileFacts>
  /** The text of a file by its path, for search; asked one by one, because together they may be more than memory holds. */
  readonly textOf: (path: string) => string
}

/**
 * Puts the files that documents name beside their pages: recordings, films, papers. Pictures are not among them, nor anything of a
 * type that no content folder may hold, whoever names it.
 *
 * @param folder of the portal, with its slash
 * @param to the folder of the site
 */
export async function publishFiles(
  world: FileWorld,
  folder: string,
  documents: readonly SiteDocument[],
  to: string,
): Promise<FilesPublished> {
  const files = new Map<string, FileFacts>()
  const texts = textShelf(world)
  for (const document of documents) {
    for (const file of filesOf(document)) {
      const path = pathBeside(document, file)
      const part = world.files.part(folder + path, 0, 0)
      if (part.state !== 'read') continue
      const place = { path: folder + path, size: part.size, to: join(to, document.url, file) }
      const facts = files.get(path) ?? (await factsOf(world, place, (bytes) => texts.put(path, bytes)))
      publish(world, place, facts)
      files.set(path, facts)
    }
  }
  return { files, textOf: texts.get }
}

function filesOf(document: SiteDocument): string[] {
  const { front, files } = document
  if (files.length === 0 && !front.attachments && !('audio' in front || 'video' in front)) return []
  const named = [...namedFiles(front).map(({ file }) => file), ...files.map(({ name }) => name)]
  return [...new Set(named)].filter(
    (file) =>
      !isPicture(file) && classify({ path: pathBeside(document, file), type: 'file' }).type === 'attachment',
  )
}

type Place = { readonly path: string; readonly size: number; readonly to: string }

/** A larger paper is published, but nobody waits for its text. */
const MOST_READ = 30_000_000

async function factsOf(
  { files }: FileWorld,
  { path, size }: Place,
  pagesOf: (bytes: Uint8Array) => Promise<number | undefined>,
): Promise<FileFacts> {
  if (path.endsWith('.mp4')) return { size, film: filmOf(files, path, size) }
  const read = path.endsWith('.pdf') ? files.read(path, MOST_READ) : undefined
  return { size, pages: read?.state === 'read' ? await pagesOf(read.bytes) : undefined }
}

function filmOf(files: FileWorld['files'], path: string, size: number): FileFacts['film'] {
  const part = (at: number, length: number) => {
    const read = files.part(path, at, length)
    return read.state === 'read' ? read.bytes : new Uint8Array()
  }
  const contents = filmContents(part, size)
  return contents && filmFacts(contents)
}

/** Nothing that is published tells where it was made. */
function publish({ files, output }: FileWorld, { path, to }: Place, { film }: FileFacts): void {
  const read = film?.hasPosition ? files.read(path) : undefined
  if (read?.state === 'read') output.write(to, withoutFilmNotes(read.bytes))
  else output.copy(join(files.root, path), to)
}

type KeptText = Pick<PdfText, 'pages' | 'text'>

/** Texts of PDFs lie in the cache, and in memory only where it takes none. */
function textShelf({ cache, pdf }: FileWorld) {
  const keys = new Map<string, string>()
  const held = new Map<string, Uint8Array>()
  const kept = (key: string): KeptText | undefined => {
    const bytes = held.get(key) ?? cache.read('pdf', key)
    return bytes && parsed(bytes)
  }
  return {
    /** Reads the text of a PDF, and answers the number of its pages. */
    put: async (path: string, bytes: Uint8Array): Promise<number | undefined> => {
      const key = keyOf(bytes, pdf.version)
      keys.set(path, key)
      const known = kept(key)
      if (known) return known.pages
      const read = await pdf.read(bytes)
      // What failed may have been in haste: it is tried again another time.
      if (!read) return undefined
      const record = Buffer.from(JSON.stringify({ pages: read.pages, text: read.text }))
      if (!cache.write('pdf', key, record)) held.set(key, record)
      return read.pages
    },
    get: (path: string): string => kept(keys.get(path) ?? '')?.text ?? '',
  }
}

function parsed(bytes: Uint8Array): KeptText | undefined {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return undefined
  }
}
