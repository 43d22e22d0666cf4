import { join } from 'node:path'
import type { Ports } from '../adapters/ports.ts'
import { classify } from '../documents/allowed-files.ts'
import { namedFiles } from '../documents/named-files.ts'
import { isPicture } from '../media/picture.ts'
import type { FileFacts } from './media.ts'
import type { SiteDocument } from './site.ts'
import { pathBeside } from './wanted-pictures.ts'

/**
 * Puts the files that documents name beside their pages: recordings, films, papers. Pictures are not among them, nor anything of a
 * type that no content folder may hold, whoever names it.
 *
 * @param folder of the portal, with its slash
 * @param to the folder of the site
 */
export function publishFiles(
  world: Pick<Ports, 'files' | 'output'>,
  folder: string,
  documents: readonly SiteDocument[],
  to: string,
): ReadonlyMap<string, FileFacts> {
  const known = new Map<string, FileFacts>()
  for (const document of documents) {
    for (const file of filesOf(document)) {
      const path = pathBeside(document, file)
      const read = world.files.part(folder + path, 0, 0)
      if (read.state !== 'read') continue
      world.output.copy(join(world.files.root, folder + path), join(to, document.url, file))
      known.set(path, { size: read.size, pages: undefined })
    }
  }
  return known
}

function filesOf(document: SiteDocument): string[] {
  const named = [
    ...namedFiles(document.front).map(({ file }) => file),
    ...document.files.map(({ name }) => name),
  ]
  return [...new Set(named)].filter(
    (file) =>
      !isPicture(file) && classify({ path: pathBeside(document, file), type: 'file' }).type === 'attachment',
  )
}
