import { resolve } from 'node:path'
import { startPage } from '../../templates/pages/start.ts'
import type { Ports } from '../adapters/ports.ts'
import { vietnameseInstant } from '../calendar/local-time.ts'
import { statusOn } from '../portal/portal.ts'
import type { OpenPortal } from '../portal/workspace.ts'

/** The page above several portals that share one server: a way to each of them. */
export const writeStartPage = (ports: Ports, out: string, built: readonly OpenPortal[]): void =>
  ports.output.write(
    resolve(ports.files.root, out, 'index.html'),
    startPage(built.map((open) => cardOf(ports, open))),
  )

function cardOf({ files }: Ports, { portal, now }: OpenPortal) {
  const { name, unit, owner } = portal.cong
  const status = statusOn(portal.cong, now)
  return {
    name,
    url: `${portal.id}/`,
    unitName: owner,
    province: [unit.district, unit.province].filter(Boolean).join(', '),
    now: vietnameseInstant(now),
    count: files.list(portal.folder.slice(0, -1)).filter(({ path }) => path.endsWith('.md')).length,
    sample: portal.cong.sample !== undefined,
    status: status.state === 'archived' ? 'đã lưu trữ' : 'đang hoạt động',
  }
}
