import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { snapshot, temporaryFolder } from '../support/repository.ts'
import { searchRepository } from '../support/search-site.ts'

/** A program that stands in for the engine. */
function engine(script: string): string {
  const file = join(temporaryFolder(), 'engine')
  writeFileSync(file, `#!/bin/sh\n${script}\n`)
  chmodSync(file, 0o755)
  return file
}

// biome-ignore format: a table
const ENGINES = [
  ['cannot be started',                 '/nowhere/pagefind'],
  ['ends at once',                      engine('exit 1')],
  ['takes its work and is killed',      engine('head -c 50 > /dev/null; kill -9 $$')],
] as const

test.each(ENGINES)(
  'an engine that %s stops the build with advice; the former site stays',
  async (_, binary) => {
    const repository = searchRepository()
    const first = await repository.congbo(['build', '--no-search'])
    expect(first.code, first.stderr).toBe(0)
    const before = snapshot(repository.at('_site'))
    const { code, stderr } = await repository.congbo(['build'], {
      env: { PAGEFIND_EXTENDED_BINARY_PATH: binary },
    })
    expect(code).toBe(2)
    expect(stderr).toMatch(/^congbo: Không lập được chỉ mục tìm kiếm: .*Cách sửa: .*--no-search\n$/)
    expect(snapshot(repository.at('_site'))).toEqual(before)
  },
)

test('--no-search builds every page, the one of the search too, without an index', async () => {
  const repository = searchRepository()
  const { code } = await repository.congbo(['build', '--no-search'])
  expect(code).toBe(0)
  const built = Object.keys(snapshot(repository.at('_site/thanh-dong/tim-kiem')))
  expect(built).toEqual(['index.html'])
})
