import { resolve } from 'node:path'
import type { Ports } from './adapters/ports.ts'
import { portsOfProcess } from './adapters/ports-of-process.ts'
import { searchWriter } from './commands/search-index.ts'
import { formatText } from './diagnostics/format-text.ts'
import { portalIds } from './portal/load-portal.ts'
import { openWorkspace } from './portal/workspace.ts'
import { siteGroups, writeFile } from './site/build-site.ts'
import { configureEleventy, type EleventyConfig } from './site/eleventy-config.ts'

/** Empty: all templates are virtual. Beside what is kept between builds, not above it. */
const INPUT = '.congbo/eleventy'

/**
 * Eleventy's own command line over the model: for those who know Eleventy and want its watching server. Previews: what
 * waits for approval is shown and marked. `congbo build` is what publishes.
 */
export async function siteForEleventy(config: WatchedConfig): Promise<void> {
  const ports = portsOfProcess(process.cwd())
  const id = ports.environment('PORTAL') ?? portalIds(ports.files)[0] ?? ''
  const output = outputOf(id)
  let site = await readSite(ports, id)
  ports.output.write(resolve(INPUT, '.gitkeep'), '')
  config.setInputDirectory(INPUT)
  config.setOutputDirectory(output)
  config.addWatchTarget(`content/${id}/`)
  const templates = site.groups.filter(({ pages }) => pages.length > 0).map(({ template }) => template)
  configureEleventy(
    config,
    templates,
    (name) => site.groups.find(({ template }) => template === name)?.pages ?? [],
  )
  config.on('eleventy.beforeWatch', async () => {
    site = await readSite(ports, id)
  })
  config.on('eleventy.after', () => {
    for (const file of site.files) writeFile(ports.output, file, output)
  })
}

const outputOf = (id: string): string => resolve('_site', id)

type WatchedConfig = EleventyConfig & {
  setInputDirectory: (path: string) => void
  setOutputDirectory: (path: string) => void
}

async function readSite(ports: Ports, id: string) {
  const { portals, problems, contract } = await openWorkspace(ports, { portals: new Set([id]) })
  const [open] = portals
  if (!open) throw new Error(`PORTAL=${id}: ${problems.map((each) => formatText(each)).join('\n')}`)
  const folder = outputOf(id)
  const site = await siteGroups(ports, contract, open, {
    basePath: '/',
    preview: true,
    folder,
    alsoWrite: searchWriter(ports, folder),
  })
  for (const file of site.unreadable) ports.err(`congbo: ${file} chưa đọc được; chạy: congbo check ${file}`)
  return site
}
