/**
 * The search index apart from the pages.
 *
 *   node bench/search-index.ts <output folder>       (in the folder of the repository)
 */
import { portsOfProcess } from '../pipeline/adapters/ports-of-process.ts'
import { parseInstant } from '../pipeline/calendar/local-time.ts'
import { openWorkspace } from '../pipeline/portal/workspace.ts'
import { writeSearch } from '../pipeline/search/write-search.ts'
import { bodyReader, collect } from '../pipeline/site/collect.ts'
import { TIMES } from './articles.ts'

const folder = process.argv[2] as string
/** The corpus has no pictures. */
const media = { pictures: new Map(), files: new Map(), emblem: false }
const ports = portsOfProcess(process.cwd())
const { portals, contract } = await openWorkspace(ports, { now: parseInstant(TIMES.now) })
for (const open of portals) {
  const { documents } = collect(ports.files, contract, open, false)
  const site = { open, documents, media, basePath: '/', preview: false }
  const bodyOf = bodyReader(ports.files, open.portal.folder)
  await writeSearch(ports, { site, bodyOf, folder, former: folder })
}
// The engine's last process is told to end and not waited for; only a process that has ended is counted.
await new Promise((done) => setTimeout(done, 300))
