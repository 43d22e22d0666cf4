import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { portsOfProcess } from '../../pipeline/adapters/ports-of-process.ts'
import { parseInstant } from '../../pipeline/calendar/local-time.ts'
import { searchWriter } from '../../pipeline/commands/search-index.ts'
import { openWorkspace } from '../../pipeline/portal/workspace.ts'
import { buildSite } from '../../pipeline/site/build-site.ts'
import { REPOSITORY } from './portals.ts'

/** The files of a built site, by their paths below its folder. */
export type BuiltSite = {
  readonly folder: string
  readonly files: ReadonlyMap<string, Buffer>
  readonly remove: () => void
}

/**
 * Builds the portals of this repository into a temporary folder; their search indexes only where they are asked for, and among the
 * files the form of the editors, which is no page for citizens, only where it is.
 */
export async function buildSamples(
  ids: readonly string[],
  {
    now,
    search = false,
    form = false,
  }: { readonly now?: string; readonly search?: boolean; readonly form?: boolean } = {},
): Promise<BuiltSite> {
  const folder = mkdtempSync(join(tmpdir(), 'congbo-site-'))
  const ports = { ...portsOfProcess(REPOSITORY), out: () => undefined, err: () => undefined }
  const { portals, contract } = await openWorkspace(ports, {
    portals: new Set(ids),
    now: now === undefined ? undefined : parseInstant(now),
  })
  for (const open of portals) {
    const built = await buildSite(ports, contract, open, {
      folder: join(folder, open.portal.id),
      ...(search ? { alsoWrite: searchWriter(ports, join(folder, open.portal.id)) } : {}),
      basePath: `/${open.portal.id}/`,
      preview: false,
    })
    if (!built.ok) throw new Error(`not built: ${built.unreadable.join(', ')}`)
  }
  const files = new Map([...filesBelow(folder)].filter(([path]) => form || !FORM_FILE.test(path)))
  return { folder, files, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

const FORM_FILE = /^[^/]+\/bien-tap\//

export const filesBelow = (folder: string): Map<string, Buffer> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path)]),
  )
