import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { diskOutput } from '../../pipeline/adapters/output.ts'
import { article, CLI, createRepository, ENVIRONMENT, temporaryFolder } from '../support/repository.ts'

describe('a site is put in its place whole', () => {
  const output = diskOutput()
  test('the former site stays until the new one is finished, then goes', () => {
    const folder = temporaryFolder()
    const site = join(folder, 'cong')
    mkdirSync(site)
    writeFileSync(join(site, 'cu.html'), 'cũ')
    const building = output.begin(site)
    output.write(join(building, 'a/moi.html'), 'mới')
    expect(readdirSync(site)).toEqual(['cu.html'])
    output.publish(building, site)
    expect(readdirSync(folder)).toEqual(['cong'])
    expect(readdirSync(site)).toEqual(['a'])
    expect(readFileSync(join(site, 'a/moi.html'), 'utf8')).toBe('mới')
  })
  test('what is given up leaves nothing', () => {
    const folder = temporaryFolder()
    output.discard(output.begin(join(folder, 'cong')))
    expect(readdirSync(folder)).toEqual([])
  })
  test('listens to signals only while it builds', () => {
    const before = process.listenerCount('SIGINT')
    const folder = temporaryFolder()
    const first = output.begin(join(folder, 'mot'))
    const second = output.begin(join(folder, 'hai'))
    expect(process.listenerCount('SIGINT')).toBe(before + 1)
    output.discard(first)
    output.discard(second)
    expect(process.listenerCount('SIGINT')).toBe(before)
  })
})

// biome-ignore format: a table
const STOPS: readonly (readonly [signal: NodeJS.Signals, code: number, because: string])[] = [
  ['SIGINT',  130, 'Ctrl-C'],
  ['SIGTERM', 143, 'a job that was called off'],
]
test.each(STOPS)(
  '%s during a build ends with %i and leaves no half-made site: %s',
  async (signal, expected) => {
    const repository = createRepository({ sample: true })
    for (let number = 0; number < 600; number += 1)
      repository.write(`${repository.folder}/tin-bai/xa-hoi/2026/bai-${number}.md`, article())
    const site = repository.at('_site')
    const elsewhere = temporaryFolder()
    const child = spawn(process.execPath, [CLI, 'build', '--preview'], {
      cwd: repository.root,
      env: { ...ENVIRONMENT, TMPDIR: elsewhere },
      stdio: 'ignore',
    })
    const ended = once(child, 'exit')
    while (!existsSync(site) || readdirSync(site).length === 0) await wait(10)
    await wait(50)
    expect(readdirSync(site)).toEqual([expect.stringContaining('.dang-dung-')])
    child.kill(signal)
    const [code] = await ended
    expect(code).toBe(expected)
    expect(readdirSync(site)).toEqual([])
  },
)
