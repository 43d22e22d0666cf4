import { posix } from 'node:path'
import { leadPicture, namedFiles } from '../documents/named-files.ts'
import { isPicture, type PicturePart, stemsOf } from '../media/picture.ts'
import type { SiteDocument } from './site.ts'

/** A picture that documents of the site name: what is to be made of it, and the pages beside which it stands. */
export type WantedPicture = {
  /** Below the portal's folder. */
  readonly path: string
  readonly stem: string
  readonly parts: readonly PicturePart[]
  readonly pages: readonly string[]
}

type Wish = { readonly path: string; readonly parts: readonly PicturePart[]; readonly page: string }

/** The pictures of some documents, in the order of their paths. */
export function wantedPictures(documents: readonly SiteDocument[]): WantedPicture[] {
  const byPath = Map.groupBy(documents.flatMap(wishesOf), ({ path }) => path)
  const stems = stemsByPath([...byPath.keys()])
  return [...byPath]
    .map(([path, wishes]) => ({
      path,
      stem: stems.get(path) as string,
      parts: PARTS.filter((part) => wishes.some(({ parts }) => parts.includes(part))),
      pages: [...new Set(wishes.map(({ page }) => page))].sort(),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

const PARTS: readonly PicturePart[] = ['shown', 'og', 'whole']

function wishesOf(document: SiteDocument): Wish[] {
  const { front, files, url } = document
  const wish = (file: string, ...parts: PicturePart[]): Wish[] =>
    isPicture(file) ? [{ path: pathBeside(document, file), parts, page: url }] : []
  const lead = leadPicture(front)
  return [
    ...namedFiles(front).flatMap(({ file, as }) => wish(file, as === 'attachment' ? 'whole' : 'shown')),
    ...(lead ? wish(lead.file, 'og') : []),
    ...files.flatMap(({ name, type }) => wish(name, type === 'image' ? 'shown' : 'whole')),
  ]
}

/** The path of a file beside a document, below the portal's folder. */
export const pathBeside = ({ path }: Pick<SiteDocument, 'path'>, file: string): string =>
  `${path.slice(0, path.lastIndexOf('/') + 1)}${file}`

function stemsByPath(paths: readonly string[]): Map<string, string> {
  const byFolder = Map.groupBy(paths, (path) => posix.dirname(path))
  return new Map(
    [...byFolder].flatMap(([folder, inside]) =>
      [...stemsOf(inside.map((path) => posix.basename(path)))].map(([file, stem]): [string, string] => [
        posix.join(folder, file),
        stem,
      ]),
    ),
  )
}
