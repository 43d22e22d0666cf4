import type { Ports } from '../adapters/ports.ts'
import type { Contract } from '../contract/contract.ts'
import { readDocument } from '../documents/read-document.ts'
import type { OpenPortal } from '../portal/workspace.ts'
import type { Lives } from '../publication/lives.ts'
import { creditsIn } from '../royalties/credits.ts'
import { monthOfDay, publishedOn, type Work } from '../royalties/work.ts'
import { readLedger, readLives } from './read-ledger.ts'

/**
 * The works of a portal: its ledger, with the names under the pictures and the paths that articles had before. A removed article
 * has no pictures left to name anybody.
 *
 * @param month only what was published in it
 */
export async function readWorks(
  ports: Ports,
  contract: Contract,
  open: OpenPortal,
  month?: string,
): Promise<Work[]> {
  const { folder, cong } = open.portal
  const { entries } = await readLedger(ports, { contract, open, asOf: open.now })
  const former = cong.sample ? new Map<string, string[]>() : formerPaths(await readLives(ports), folder)
  return entries
    .map((entry) => ({ entry, credits: [], formerPaths: former.get(entry.path) ?? [] }))
    .filter((work) => month === undefined || monthOfDay(publishedOn(work)) === month)
    .map(({ entry, ...rest }): Work => {
      const document = entry.images > 0 ? readDocument(ports.files, folder, entry.path, contract) : undefined
      return { ...rest, entry, credits: document ? creditsIn(document.front) : [] }
    })
}

/** By the present path of a document, below its portal's folder: every other one that it has had. */
function formerPaths({ present, gone }: Lives, folder: string): Map<string, string[]> {
  const last = [
    ...[...present].map(([path, life]) => [path, life] as const),
    ...gone.map((life) => [life.removed.path, life] as const),
  ]
  return new Map(
    last
      .filter(([path]) => path.startsWith(folder))
      .map(([path, { published, later }]) => {
        const names = new Set([published, ...later].map((each) => each.path.slice(folder.length)))
        names.delete(path.slice(folder.length))
        return [path.slice(folder.length), [...names]]
      }),
  )
}
