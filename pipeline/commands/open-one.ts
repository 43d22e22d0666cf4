import type { Ports } from '../adapters/ports.ts'
import type { Contract } from '../contract/contract.ts'
import { formatText } from '../diagnostics/format-text.ts'
import { portalIds } from '../portal/load-portal.ts'
import { type OpenPortal, openWorkspace } from '../portal/workspace.ts'
import { knownPortal, readNow } from './arguments.ts'
import { paintFor } from './paint.ts'

/**
 * Opens one portal and tells its problems; undefined where it cannot be opened.
 *
 * @param history whether what it has published is wanted: a ledger reads that itself
 * @throws UsageError for a portal that does not exist
 */
export async function openOne(
  ports: Ports,
  id: string,
  now: string | undefined,
  { history = false } = {},
): Promise<{ readonly contract: Contract; readonly open: OpenPortal } | undefined> {
  knownPortal(id, portalIds(ports.files))
  const { contract, portals, problems } = await openWorkspace(ports, {
    portals: new Set([id]),
    now: readNow(now),
    ...(history ? {} : { historyOf: new Map() }),
  })
  for (const each of problems) ports.err(formatText(each, paintFor(ports)))
  const [open] = portals
  return open && { contract, open }
}
