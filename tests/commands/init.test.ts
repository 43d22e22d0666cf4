import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createFiles } from '../../pipeline/adapters/new-files.ts'
import { init } from '../../pipeline/commands/init.ts'
import { PULL_REQUEST_TEMPLATE } from '../../pipeline/starter/repository-files.ts'
import { diagnosticsOf, expectCivil, expectRefusal } from '../support/civil.ts'
import { inProcess } from '../support/in-process.ts'
import { PORTALS, REPOSITORY } from '../support/portals.ts'
import { congbo, snapshot, temporaryFolder } from '../support/repository.ts'

const ANSWERS = {
  from: 'thanh-dong',
  id: 'hoa-binh',
  name: 'Cổng thông tin điện tử phường Hòa Bình',
  org: 'phuong-hoa-binh',
}
const flags = (answers: Partial<typeof ANSWERS>) =>
  Object.entries(answers).flatMap(([key, value]) => [`--${key}`, value])
const decoded = (folder: string) =>
  Object.entries(snapshot(folder)).map(
    ([path, text]) => [path, Buffer.from(text, 'base64').toString('utf8')] as const,
  )

describe.each(PORTALS)('a portal with the regulation of %s', (from) => {
  const folder = join(temporaryFolder(), 'cong-moi')
  const run = (...args: string[]) => congbo(args, { cwd: folder })

  test('is written into a new folder', async () => {
    const outcome = await congbo(['init', folder, ...flags({ ...ANSWERS, from })], { cwd: temporaryFolder() })
    expectCivil(outcome)
    expect(outcome.code, outcome.stderr).toBe(0)
    expect(outcome.stdout).toContain('[CẦN SỬA]')
  })
  test('passes its check, with its CODEOWNERS, and is built', async () => {
    const checked = await run('check', '--json')
    expect(diagnosticsOf(checked).filter(({ severity }) => severity === 'error')).toEqual([])
    expect(JSON.parse(checked.stdout).checked).toBe(2)
    expect(await run('owners', '--check')).toMatchObject({ code: 0 })
    expect(await run('build', '--preview')).toMatchObject({ code: 0 })
    expect(readFileSync(join(folder, '_site/hoa-binh/index.html'), 'utf8')).toContain('phường Hòa Bình')
  })
  test('takes neither accounts nor the standing clock of the other', () => {
    const data = decoded(join(folder, 'content/hoa-binh'))
    const accounts = data.flatMap(([, text]) => [...text.matchAll(/"@([^/"]+)\//g)].map((match) => match[1]))
    expect(new Set(accounts)).toEqual(new Set(['phuong-hoa-binh']))
    for (const [path, text] of data) expect(text, path).not.toMatch(/^sample:|^portal: (?!hoa-binh$)/m)
  })
  test('marks what its owner must fill in, and names the other whose words are left', () => {
    const other = readFileSync(`${REPOSITORY}content/${from}/cong.yaml`, 'utf8')
    const name = /^ {2}name: (.*)$/m.exec(other)?.[1]
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain(`«${name}»`)
    for (const [path, text] of decoded(join(folder, 'content/hoa-binh')))
      expect(text, path).toContain('[CẦN SỬA]')
  })
})

describe('congbo init', () => {
  test('keeps the accents of the name, whatever signs are in it', async () => {
    const folder = temporaryFolder()
    const name = 'Cổng "mới": xã Tân Lập # 1'
    const outcome = await inProcess(folder, (ports) => init(ports, undefined, { ...ANSWERS, name }))
    expect(outcome.code, outcome.stderr).toBe(0)
    expect(readFileSync(join(folder, 'content/hoa-binh/cong.yaml'), 'utf8')).toMatch(
      /level: xa\n {2}name: "Tân Lập # 1"/,
    )
    expect((await congbo(['check'], { cwd: folder })).code).toBe(0)
  })
  test('asks for what is not said', async () => {
    const folder = temporaryFolder()
    const asked: string[] = []
    const ask = async (question: string) => {
      asked.push(question)
      return ANSWERS.org
    }
    const { org: _, ...said } = ANSWERS
    const outcome = await inProcess(folder, (ports) => init({ ...ports, ask }, undefined, said))
    expect(outcome.code, outcome.stderr).toBe(0)
    expect(asked).toHaveLength(1)
    expect(asked[0]).toContain('GitHub')
  })
  test('the template of pull requests is the one of this repository', () => {
    expect(PULL_REQUEST_TEMPLATE).toBe(readFileSync(`${REPOSITORY}.github/pull_request_template.md`, 'utf8'))
  })

  // biome-ignore format: a table
  const TAKEN: readonly (readonly [path: string, make: (file: string) => void, because: string])[] = [
    ['package.json',          (file) => writeFileSync(file, '{}'),      'somebody works here'],
    ['README.md',             (file) => writeFileSync(file, ''),        'even an empty file is somebody’s'],
    ['.gitignore',            (file) => symlinkSync('/khong-co', file), 'a link that leads nowhere'],
    ['content',               (file) => writeFileSync(file, ''),        'a file where a folder must be'],
    ['package.json',          (file) => mkdirSync(file),                'a folder where a file must be'],
  ]
  test.each(TAKEN)('writes over nothing: %s %#', async (path, make) => {
    const folder = temporaryFolder()
    make(join(folder, path))
    const before = readdirSync(folder)
    const outcome = await inProcess(folder, (ports) => init(ports, undefined, ANSWERS))
    expectRefusal(outcome, 2)
    expect(outcome.stderr).toContain(path)
    expect(readdirSync(folder)).toEqual(before)
  })
  test('goes beside what is of no account to it, such as a fresh clone', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, '.git'))
    writeFileSync(join(folder, '.git/HEAD'), 'ref: refs/heads/main\n')
    const outcome = await inProcess(folder, (ports) => init(ports, undefined, ANSWERS))
    expect(outcome.code, outcome.stderr).toBe(0)
    expect(readFileSync(join(folder, '.git/HEAD'), 'utf8')).toBe('ref: refs/heads/main\n')
  })

  // biome-ignore format: a table
  const REFUSED: readonly (readonly [answers: Partial<typeof ANSWERS>, words: RegExp, because: string])[] = [
    [{ ...ANSWERS, id: 'Hòa Bình' },         /--id: .*chữ thường không dấu/, 'not a name for a folder'],
    [{ ...ANSWERS, id: '../x' },             /--id/,                         'a path is no id'],
    [{ ...ANSWERS, id: 'lich-nghi' },        /dữ liệu dùng chung/,           'the folder of the calendars'],
    [{ ...ANSWERS, id: '' },                 /--id/,                         'nothing'],
    [{ ...ANSWERS, from: 'ha-noi' },         /chọn một trong: .*thanh-dong/, 'no such regulation'],
    [{ ...ANSWERS, from: 'gio-hanh-chinh' }, /chọn một trong/,               'a folder without a regulation'],
    [{ ...ANSWERS, name: ' \u0007 ' },       /--name/,                       'no name'],
    [{ ...ANSWERS, org: 'a b/c' },           /--org/,                        'not an organisation'],
    [{ from: 'kep' },                        /Thiếu --id, --name, --org\. Ví dụ: congbo init/, 'nobody sits there to be asked'],
  ]
  test.each(REFUSED)('refuses %j', async (answers, words) => {
    const folder = temporaryFolder()
    const outcome = await congbo(['init', ...flags(answers)], { cwd: folder })
    expectRefusal(outcome, 2)
    expect(outcome.stderr).toMatch(words)
    expect(snapshot(folder)).toEqual({})
  })
})

describe('createFiles', () => {
  test('takes back what it wrote where the rest cannot be written', () => {
    const folder = join(temporaryFolder(), 'moi')
    const tooLong = `${'x'.repeat(300)}.md`
    const files = new Map([
      ['a/b/c.md', 'một'],
      ['d.md', 'hai'],
      [tooLong, 'ba'],
    ])
    expect(() => createFiles(folder, files)).toThrow(/ENAMETOOLONG/)
    expect(snapshot(join(folder, '..'))).toEqual({})
  })
})
