import { namedFiles } from '../documents/named-files.ts'
import type { FilmFacts } from '../media/film.ts'
import type { Pictures } from '../media/picture.ts'
import type { SiteDocument } from './site.ts'
import { pathBeside } from './wanted-pictures.ts'

/** What is known of a file beside a document that is published as it is. */
export type FileFacts = {
  /** In bytes. */
  readonly size: number
  /** Of a PDF, where they could be counted. */
  readonly pages?: number | undefined
  /** Of an MP4. */
  readonly film?: FilmFacts | undefined
}

/** The pictures and files of a site, by their paths below the portal's folder: made before the pages, which tell of them. */
export type SiteMedia = {
  readonly pictures: Pictures
  readonly files: ReadonlyMap<string, FileFacts>
  /** Whether the mark of the portal could be made. */
  readonly emblem: boolean
}

/** What some of the documents name of it, for the process that makes their pages. */
export function mediaFor(
  documents: readonly SiteDocument[],
  { pictures, files, emblem }: SiteMedia,
): SiteMedia {
  if (pictures.size === 0 && files.size === 0) return { pictures, files, emblem }
  const named = new Set(
    documents.flatMap((document) =>
      [...namedFiles(document.front).map(({ file }) => file), ...document.files.map(({ name }) => name)].map(
        (file) => pathBeside(document, file),
      ),
    ),
  )
  return { pictures: only(pictures, named), files: only(files, named), emblem }
}

const only = <T>(all: ReadonlyMap<string, T>, wanted: ReadonlySet<string>): ReadonlyMap<string, T> =>
  new Map([...all].filter(([path]) => wanted.has(path)))
