import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Ports } from '../../pipeline/adapters/ports.ts'
import { portsOfProcess } from '../../pipeline/adapters/ports-of-process.ts'
import { openWorkspace } from '../../pipeline/portal/workspace.ts'
import type { PartLimit } from '../../pipeline/search/parts.ts'
import type { AttachmentText } from '../../pipeline/search/record.ts'
import { type SearchParts, writeSearch } from '../../pipeline/search/write-search.ts'
import { buildSite } from '../../pipeline/site/build-site.ts'
import { bodyReader } from '../../pipeline/site/collect.ts'
import { createRepository } from './repository.ts'
import { SOUGHT, type Sought } from './search-documents.ts'

export const PORTAL = 'thanh-dong'

/** A repository of the documents, published when they say. */
export function searchRepository(documents: readonly Sought[] = SOUGHT): ReturnType<typeof createRepository> {
  const repository = createRepository({ portal: PORTAL, sample: true })
  for (const { path, text } of documents) repository.write(`${repository.folder}/${path}`, text)
  const record = documents.flatMap(({ path, at }) => (at ? [`  - path: ${path}\n    at: "${at}"`] : []))
  repository.write(
    `${repository.folder}/nhat-ky-xuat-ban.yaml`,
    `portal: ${PORTAL}\npublished:${record.length > 0 ? `\n${record.join('\n')}` : ' []'}\n`,
  )
  return repository
}

export type SearchBuild = {
  readonly limit?: PartLimit
  readonly attachmentText?: AttachmentText
  /** Folder of the sites; the portal's is below it. */
  readonly folder: string
}

/** Builds the site of a repository with its search, in parts of a given size; tells how many of them were made anew. */
export async function buildSearchSite(
  root: string,
  { folder, ...search }: SearchBuild,
): Promise<SearchParts & { readonly made: number }> {
  const ports = { ...portsOfProcess(root), out: () => undefined, err: () => undefined }
  const { portals, contract, problems } = await openWorkspace(ports, {
    portals: new Set([PORTAL]),
    now: undefined,
  })
  const [open] = portals
  if (!open) throw new Error(JSON.stringify(problems))
  const target = join(folder, PORTAL)
  let written: SearchParts = { parts: [] }
  let made = 0
  const searchEngine: Ports['searchEngine'] = {
    ...ports.searchEngine,
    writePart: (...part) => {
      made += 1
      return ports.searchEngine.writePart(...part)
    },
  }
  const built = await buildSite(ports, contract, open, {
    folder: target,
    basePath: `/${PORTAL}/`,
    preview: false,
    alsoWrite: async (site, building) => {
      const bodyOf = bodyReader(ports.files, open.portal.folder)
      written = await writeSearch(
        { ...ports, searchEngine },
        { site, bodyOf, folder: building, former: target, ...search },
      )
    },
  })
  if (!built.ok) throw new Error(`not built: ${built.unreadable.join(', ')}`)
  return { ...written, made }
}

/** A folder for sites, and how to remove it. */
export function siteFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'congbo-tim-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
