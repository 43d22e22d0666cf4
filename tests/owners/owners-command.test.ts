import { symlinkSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { type OwnersAnswer, type OwnersOptions, owners } from '../../pipeline/commands/owners.ts'
import { expectCivil, expectRefusal } from '../support/civil.ts'
import { inProcess } from '../support/in-process.ts'
import { REPOSITORY } from '../support/portals.ts'
import { createRepository, type Outcome, type Repository } from '../support/repository.ts'

const FILE = '.github/CODEOWNERS'

test('this repository has the file that its portals make', async () => {
  const outcome = await inProcess(REPOSITORY, (ports) => owners(ports, { check: true }))
  expect([outcome.code, outcome.stderr]).toEqual([0, ''])
})

describe('in a repository of its own', () => {
  let repository: Repository
  beforeEach(() => {
    repository = createRepository({ portal: 'thanh-dong' })
    repository.init()
    repository.commit('2026-11-20T09:00:00+07:00')
  })
  const run = (...args: string[]): Promise<Outcome> => repository.congbo(['owners', ...args])
  /** The same without a process of its own. */
  const quick = (options: OwnersOptions): Promise<Outcome> =>
    inProcess(repository.root, (ports) => owners(ports, options))
  const answerOf = async (options: OwnersOptions): Promise<OwnersAnswer & { code: number | null }> => {
    const outcome = await quick({ ...options, json: true })
    expectCivil(outcome)
    return { ...(JSON.parse(outcome.stdout) as OwnersAnswer), code: outcome.code }
  }

  test('printed, written and then the same, byte for byte', async () => {
    const printed = await run()
    expect([printed.code, printed.stderr]).toEqual([0, ''])
    expect(repository.exists(FILE)).toBe(false)
    const written = await run('--write')
    expect([written.code, written.stderr]).toEqual([0, ''])
    expect(repository.read(FILE)).toBe(printed.stdout)
    expect(repository.read(FILE)).toMatch(
      /^\/content\/thanh-dong\/tin-bai\/xa-hoi\/ +@phuong-thanh-dong\/vh-xh/m,
    )
    expect((await run('--check')).code).toBe(0)
  })

  test('a repository without the file is told what follows', async () => {
    const outcome = await quick({ check: true })
    expectRefusal(outcome, 1)
    expect(outcome.stderr).toContain('GitHub không đòi ai duyệt')
    expect(outcome.stderr).toContain('congbo owners --write')
  })

  test('a change of the roster shows as the lines that are missing and those too many', async () => {
    await quick({ write: true })
    const roster = `${repository.folder}/ban-bien-tap.yaml`
    repository.edit(roster, '@phuong-thanh-dong/vh-xh', '@phuong-thanh-dong/van-xa')
    const found = await answerOf({ check: true })
    expect([found.code, found.state]).toEqual([1, 'different'])
    expect(found.missing.map(({ text }) => text)).toContain(
      '/content/thanh-dong/tin-bai/xa-hoi/ @phuong-thanh-dong/van-xa @phuong-thanh-dong/xay-dung-dang',
    )
    expect(found.missing.length).toBe(found.extra.length)
    expect(found.extra.every(({ text }) => text.includes('@phuong-thanh-dong/vh-xh'))).toBe(true)
    const lines = repository.read(FILE).split('\n')
    for (const { line, text } of found.extra) expect(lines[line - 1]?.replace(/ +/g, ' ')).toBe(text)
  })

  // biome-ignore format: a table
  const EDITS = [
    // from,         to,                    state,       says,                                because
    [/\n/g,          '\r\n',                'different', 'ký tự xuống dòng',                  'Windows line ends are other bytes'],
    [/(\/trang\/) +/, '$1   ',              'different', 'khoảng trắng',                      'spaces too'],
    [/^/,            '\u{FEFF}',            'different', 'GitHub bỏ qua dòng này',            'a byte order mark, which spoils the line it stands on'],
    [/$/,            '\n* @ai-do/nhom\n',   'different', 'Thừa dòng: * @ai-do/nhom',          'a line that takes everything'],
    [/$/,            '\n/x/ \u001b[31m\n',  'different', '\\u001b',                           'what speaks to a terminal is shown, not sent'],
    [/.*/s,          '#'.repeat(3_000_001), 'unreadable', '3 MB',                             'GitHub does not load it'],
  ] as const
  test.each(EDITS.map((row) => [row[4], row] as const))('%s', async (_, [from, to, state, says]) => {
    await quick({ write: true })
    repository.edit(FILE, from, to)
    const outcome = await quick({ check: true })
    expectRefusal(outcome, 1)
    expect(outcome.stderr).toContain(says)
    expect(outcome.stderr).not.toContain('\u001b')
    expect((await answerOf({ check: true })).state).toBe(state)
  })

  test.each(['CODEOWNERS', 'docs/CODEOWNERS'])(
    'a second file %s is a warning, not an error',
    async (path) => {
      await quick({ write: true })
      repository.write(path, '* @ai-do/nhom\n')
      const outcome = await quick({ check: true })
      expect(outcome.code).toBe(0)
      expect(outcome.stderr).toContain(`${path}:1:1  cảnh báo`)
    },
  )

  test('a broken roster writes nothing', async () => {
    await quick({ write: true })
    const before = repository.read(FILE)
    repository.edit(
      `${repository.folder}/quy-che.yaml`,
      'governance:\n    approvers:\n      - truong-ban',
      'governance:\n    approvers:\n      - ai-do',
    )
    const outcome = await quick({ write: true })
    expectRefusal(outcome, 1)
    expect(outcome.stderr).toContain('`ai-do` không có trong ban-bien-tap.yaml')
    expect(outcome.stderr).toContain('Chưa lập được')
    expect(repository.read(FILE)).toBe(before)
    expect(await answerOf({})).toMatchObject({ code: 1, state: 'blocked', text: null })
  })

  test('a file that is a link is not written through', async () => {
    repository.write('ngoai.txt', 'giữ nguyên')
    repository.write('.github/x.yml', '')
    symlinkSync(repository.at('ngoai.txt'), repository.at(FILE))
    expectRefusal(await quick({ write: true }), 2)
    expect(repository.read('ngoai.txt')).toBe('giữ nguyên')
    expectRefusal(await quick({ check: true }), 1)
  })

  test('two wishes at once are refused', async () => {
    expectRefusal(await run('--check', '--write'), 2)
    expect(repository.exists(FILE)).toBe(false)
  })

  test('no portal, nobody to name', async () => {
    repository.remove(repository.folder)
    const outcome = await quick({ write: true })
    expectRefusal(outcome, 2)
    expect(repository.exists(FILE)).toBe(false)
  })
})
