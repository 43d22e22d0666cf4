import { resolve } from 'node:path'
import { startPage } from '../../templates/pages/start.ts'
import type { Ports } from '../adapters/ports.ts'
import { vietnameseInstant } from '../calendar/local-time.ts'
import { FORM, hasForm } from '../editor/form-files.ts'
import { statusOn } from '../portal/portal.ts'
import type { OpenPortal } from '../portal/workspace.ts'
import { headersFile } from '../site/headers.ts'

/** The page above several portals that share one server: a way to each of them; and what that server must answer with. */
export function writeStartPage(ports: Ports, out: string, built: readonly OpenPortal[]): void {
  const file = (name: string) => resolve(ports.files.root, out, name)
  ports.output.write(file('index.html'), startPage(built.map((open) => cardOf(ports, open))))
  for (const asset of ['css/start.css', 'icon.svg'])
    ports.output.copy(ports.productFolder(`templates/assets/${asset}`), file(asset.replace('css/', '')))
  ports.output.write(file('_headers'), headersFile())
}

function cardOf(ports: Ports, open: OpenPortal) {
  const { portal, now } = open
  const { name, unit, owner } = portal.cong
  const status = statusOn(portal.cong, now)
  return {
    name,
    url: `${portal.id}/`,
    unitName: owner,
    province: [unit.district, unit.province].filter(Boolean).join(', '),
    now: vietnameseInstant(now),
    formUrl: hasForm(ports, open) ? `${portal.id}/${FORM}/` : undefined,
    count: ports.files.list(portal.folder.slice(0, -1)).filter(({ path }) => path.endsWith('.md')).length,
    sample: portal.cong.sample !== undefined,
    status: status.state === 'archived' ? 'đã lưu trữ' : 'đang hoạt động',
  }
}
